"""Pure: what a case may be called, how its sessions are numbered, what its totals say."""
