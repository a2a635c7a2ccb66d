"""Competency frameworks to and from other systems: CASE 1.1, Moodle, Mahara. Pure."""
