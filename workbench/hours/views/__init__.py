"""The pages of the hours log and of countersigning, all behind one blueprint."""

from workbench.hours.views import attesting, entries, log, quick, sessions, waiting
from workbench.hours.views.door import bp

PAGES = (attesting, entries, log, quick, sessions, waiting)
"""Named so that each has registered its views on the blueprint."""

__all__ = ["PAGES", "bp"]
