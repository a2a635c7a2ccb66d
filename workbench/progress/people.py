"""Lines of trainees with their standing: a cohort's, or those one supervises."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from workbench.clock import today
from workbench.db import session
from workbench.progress.domain.overview import Overview
from workbench.progress.domain.standing import Course
from workbench.progress.edition import EDITION
from workbench.progress.models import KeptFindings
from workbench.progress.pages import overview_of
from workbench.progress.queries import kept_overviews
from workbench.training.models import Enrolment

PAGE = 50
COURSES = tuple(Course)
COURSE_WORDS = {
    Course.STUCK: "stuck",
    Course.BEHIND: "behind",
    Course.ON_TRACK: "on track",
    Course.PAUSED: "paused",
    Course.COMPLETE: "complete",
}


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One trainee's line."""

    enrolment: Enrolment
    shown: Overview

    @property
    def help_rank(self) -> tuple[int, date, str]:
        """Who needs help first in front; among equals, whose oldest matter has waited longest."""
        waiting = self.shown.oldest_waiting or date.max
        return (
            COURSES.index(Course(self.shown.course)),
            waiting,
            self.enrolment.trainee.name,
        )


def lines_of(enrolments: Sequence[Enrolment]) -> list[PersonLine]:
    """A line for each enrolment: what is kept in one statement, the rest worked out anew."""
    kept = kept_overviews(session(), enrolments)
    return [
        PersonLine(one, _fresh(one, kept.get(one.id)) or overview_of(one)) for one in enrolments
    ]


def in_order(lines: Sequence[PersonLine], order: str) -> list[PersonLine]:
    """By who needs help first, or by name."""
    if order == "name":
        return sorted(lines, key=lambda line: (line.enrolment.trainee.name, line.enrolment.id))
    return sorted(lines, key=lambda line: line.help_rank)


def counted_by_course(lines: Sequence[PersonLine]) -> list[tuple[int, str]]:
    """How many stand how, in the order of who needs help: (2, "stuck")."""
    counts = Counter(line.shown.course for line in lines)
    return [(counts[one.value], COURSE_WORDS[one]) for one in COURSES if counts[one.value]]


def _fresh(enrolment: Enrolment, kept: KeptFindings | None) -> Overview | None:
    day = today(enrolment.trainee.zone)
    good = (enrolment.counter, day, EDITION)
    if kept is None or (kept.counter, kept.on, kept.edition) != good:
        return None
    return msgspec.convert(kept.page, Overview)
