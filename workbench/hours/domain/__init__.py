"""Pure: the moves of an entry, and what looks odd about it."""
