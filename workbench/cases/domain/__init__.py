"""Pure: what the numbers of a case say."""
