"""Pure: when supervision, enrolment and membership hold, and what may be changed."""
