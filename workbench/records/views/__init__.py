"""The pages of competency records: issued by providers, checked by anybody, taken by trainees."""

from workbench.records.views import archive, issuing, keeping, verifying
from workbench.records.views.blueprint import bp

PAGES = (archive, issuing, keeping, verifying)
"""Named so that each has put its views on the blueprint."""

__all__ = ["PAGES", "bp"]
