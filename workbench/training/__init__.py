"""Providers, programmes, cohorts, enrolments, placements and supervision."""
