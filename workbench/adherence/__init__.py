"""Rating therapy sessions against the tasks of their phase."""
