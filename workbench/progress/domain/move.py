"""One thing that blocks a trainee, and whose move it is. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Link

YOU = "you"
PROVIDER = "your provider"

Target: TypeAlias = tuple[Link, int | str | None]


class MoveKind(StrEnum):
    """What sort of move, in the order in which a trainee is told of them."""

    RETURNED = "returned"
    QUERIED = "queried"
    OVERDUE = "overdue"
    LAGGING = "lagging"
    SHORT = "short"
    COMMENTS = "comments"
    DOCUMENT_DUE = "document_due"
    RATE_YOURSELF = "rate_yourself"
    DRAFTS = "drafts"
    NO_SUPERVISOR = "no_supervisor"
    COUNTERSIGN = "countersign"
    REVIEW = "review"
    RATE = "rate"


ORDER = tuple(MoveKind)


@dataclass(frozen=True, slots=True)
class Move:
    """A line of "Next, and whose move": who, what, why, and where it is done.

    `whose` is YOU or somebody's name. The link's second part is a number or a code, for the log a
    standing to filter by, or nothing. `since` is the day from which it has waited, where it waits.
    """

    whose: str
    kind: MoveKind
    what: str
    why: str
    link: Target
    since: date | None = None

    @property
    def is_yours(self) -> bool:
        """Whether it is the trainee's own move."""
        return self.whose == YOU

    @property
    def rank(self) -> tuple[bool, int, date, str]:
        """Yours first, then by kind, then the longest wait."""
        return (not self.is_yours, ORDER.index(self.kind), self.since or date.max, self.what)


def supervisor_on(facts: Facts, day: date) -> str | None:
    """The supervisor of the day: of several, the one who came last."""
    holding = [one for one in facts.supervisions if one.holds(day)]
    latest = max(holding, key=lambda one: (one.start, one.supervisor), default=None)
    return latest.supervisor if latest else None
