"""Training cases, their therapy sessions, and the totals of outcome measures."""
