"""The provider's pages, the trainee's placements and what an invitation opens."""

from workbench.training.views import (
    arrangements,
    cohorts,
    enrolments,
    invitations,
    people,
    placements,
)
from workbench.training.views.blueprint import bp

PAGES = (arrangements, cohorts, enrolments, invitations, people, placements)
"""Named so that every page is on the blueprint before the app takes it."""

__all__ = ["bp"]
