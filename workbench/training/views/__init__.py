"""The provider's pages, the trainee's placements and what an invitation opens."""

from workbench.training.views import (
    arrangements,
    cohorts,
    enrolments,
    fitness,
    invitations,
    people,
    placements,
    prior,
)
from workbench.training.views.blueprint import bp

PAGES = (arrangements, cohorts, enrolments, fitness, invitations, people, placements, prior)
"""Named so that every page is on the blueprint before the app takes it."""

__all__ = ["bp"]
