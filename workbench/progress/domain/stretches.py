"""From when until when a requirement looks, and what lies outside. Pure."""

from dataclasses import dataclass
from datetime import date

from workbench.curricula.asked import Stretch
from workbench.progress.domain import words
from workbench.progress.domain.credit import Credit
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.milestones import first_of_milestone
from workbench.progress.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch with its days. Both belong to it; none is an open end."""

    opens: date | None = None
    opens_next_day: bool = False
    closes: date | None = None
    is_shut: bool = False
    """Whether the milestone that opens it has not happened yet."""
    words: str = ""

    def outside(self, day: date) -> Reason | None:
        """Why the day does not belong to the stretch, or None where it does."""
        if self.is_shut:
            return Reason.BEFORE
        if self.opens is not None and (
            day < self.opens or (self.opens_next_day and day == self.opens)
        ):
            return Reason.BEFORE
        return Reason.AFTER if self.closes is not None and day > self.closes else None


EVER = Days()


def days_of(stretch: Stretch, evidence: Evidence) -> Days:
    """The days of a stretch, as its milestones have happened so far."""
    if stretch == Stretch():
        return EVER
    opens = _day_of(stretch.from_milestone, evidence)
    closes = _day_of(stretch.to_milestone, evidence)
    is_shut = stretch.from_milestone is not None and opens is None
    return Days(
        opens=opens,
        opens_next_day=stretch.from_next_day,
        closes=closes,
        is_shut=is_shut,
        words=_in_words(stretch, evidence, opens, closes),
    )


def within(days: Days, credited: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The same entries, those outside the stretch left out."""
    if days is EVER:
        return credited
    return tuple(
        one.refused(outside) if one.counts and (outside := days.outside(one.entry.on)) else one
        for one in credited
    )


def _day_of(key: str | None, evidence: Evidence) -> date | None:
    happened = first_of_milestone(evidence, key) if key is not None else None
    return happened.on if happened else None


def _in_words(stretch: Stretch, evidence: Evidence, opens: date | None, closes: date | None) -> str:
    """When it opened and closed: "counted after 5 May 2026, “Training completed”"."""
    parts = []
    if stretch.from_milestone is not None:
        name = _name(stretch.from_milestone, evidence)
        if opens is None:
            return f"nothing counts until “{name}” has happened"
        since = "after" if stretch.from_next_day else "from"
        parts.append(f"{since} {words.day(opens)}, “{name}”")
    if stretch.to_milestone is not None and closes is not None:
        parts.append(f"up to {words.day(closes)}, “{_name(stretch.to_milestone, evidence)}”")
    return f"counted {' and '.join(parts)}" if parts else ""


def _name(key: str, evidence: Evidence) -> str:
    kind = evidence.curriculum.milestone(key)
    return kind.name if kind else key
