"""Invented people and nine months of their work, for `make demo`."""
