"""The hours log: entries, and the countersignatures that make them count."""
