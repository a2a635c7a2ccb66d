"""What changes the hours log: a trainee logs and amends, a supervisor countersigns."""
