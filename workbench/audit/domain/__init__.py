"""Pure: how one line of the audit trail seals the one before."""
