"""People and how they sign in: passwords, web sessions, one-time links."""
