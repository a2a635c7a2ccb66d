"""Progress: what happened held against what is asked, and the pages that say how far."""
