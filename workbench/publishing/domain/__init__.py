"""Pure: when a draft can be published, and what a move to another version changes."""
