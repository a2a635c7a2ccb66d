"""Pure: what a record says, its digest, and the verdict on a file."""
