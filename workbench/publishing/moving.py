"""What a move to another version would mean, trainee by trainee, before anybody is moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from workbench.curricula.library import Kept
from workbench.curricula.model import Curriculum
from workbench.policy import Actor
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.facts import facts_of
from workbench.publishing.domain.moves import Outcome, outcome, token
from workbench.publishing.movable import day_of, reason_to_stay, seen
from workbench.training.models import Enrolment
from workbench.web.curriculum import curriculum_of


@dataclass(frozen=True, slots=True)
class Line:
    """One trainee who would be moved, and what it would mean."""

    enrolment: Enrolment
    old: Curriculum
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Preview:
    """Everybody whom a move concerns."""

    target: Curriculum
    lines: tuple[Line, ...]
    left_alone: tuple[tuple[Enrolment, str], ...]
    token: str

    @property
    def short(self) -> int:
        """How many fall short of something."""
        return sum(bool(line.outcome.falls_short) for line in self.lines)

    @property
    def gaining(self) -> int:
        """How many gain something."""
        return sum(bool(line.outcome.gains) for line in self.lines)


def preview_of(
    db: Session, actor: Actor, enrolments: Sequence[Enrolment], target: Kept, at: datetime
) -> Preview:
    """What the move would mean. The guard has let the actor reach the enrolments."""
    new = target.curriculum
    reasons = [(one, reason_to_stay(one, actor, new, at)) for one in enrolments]
    moved = [one for one, why in reasons if not why]
    lines = [_line(db, one, new, day_of(one, at)) for one in moved]
    return Preview(
        target=new,
        lines=tuple(sorted(lines, key=lambda line: (_rank(line), line.enrolment.trainee.name))),
        left_alone=tuple((one, why) for one, why in reasons if why),
        token=token(target.digest, (seen(one, at) for one in moved)),
    )


def _line(db: Session, enrolment: Enrolment, new: Curriculum, on: date) -> Line:
    old, facts = curriculum_of(enrolment), facts_of(db, enrolment)
    before, after = (evaluate(each, facts, on=on) for each in (old, new))
    return Line(enrolment, old, outcome(before, after, facts=facts, old=old, new=new))


def _rank(line: Line) -> int:
    """Those who fall short stand first, then those who gain."""
    return 0 if line.outcome.falls_short else 1 if line.outcome.gains else 2
