"""Recognisers: each finds one kind of detail in a page and knows nothing of the others."""
