"""What waits for a supervisor, as the inbox shows it: a batch a trainee, flags, sums."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from workbench.clock import today
from workbench.curricula.activities import Activity
from workbench.hours.commands.countersign import registration_of
from workbench.hours.domain.entry import Standing
from workbench.hours.domain.odd import Looked, Oddity, oddities
from workbench.hours.domain.signing import statement
from workbench.hours.models import HoursEntry
from workbench.hours.queries import (
    Likeness,
    entries_waiting,
    numbers_by_case,
    twins_among_waiting,
)
from workbench.policy import Actor
from workbench.web.curriculum import curriculum_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """One entry that waits."""

    entry: HoursEntry
    activity: Activity | None
    odd: tuple[Oddity, ...]
    is_picked: bool

    @property
    def value(self) -> str:
        """Its number with the version that is shown."""
        return f"{self.entry.id}:{self.entry.version}"

    @property
    def is_queried(self) -> bool:
        """Whether a question is open."""
        return self.entry.standing is Standing.QUERIED

    @property
    def is_plain(self) -> bool:
        """Whether nothing keeps it from being picked with the others."""
        return not self.odd and not self.is_queried


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What waits of one trainee in one training."""

    trainee: str
    enrolment_id: int
    rows: tuple[WaitingRow, ...]

    @property
    def first(self) -> date:
        """The day of its oldest entry."""
        return self.rows[0].entry.worked_on

    @property
    def last(self) -> date:
        """The day of its newest entry."""
        return self.rows[-1].entry.worked_on

    @property
    def minutes(self) -> int:
        """Everything in it."""
        return sum(row.entry.minutes for row in self.rows)

    @property
    def flags(self) -> int:
        """How many of its entries look odd."""
        return sum(bool(row.odd) for row in self.rows)

    @property
    def picks_all_plain(self) -> bool:
        """Whether every entry without a flag is picked, and there is one."""
        plain = [row for row in self.rows if row.is_plain]
        return bool(plain) and all(row.is_picked for row in plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Everything that waits for one supervisor."""

    batches: tuple[Batch, ...]
    registration: str

    @property
    def rows(self) -> tuple[WaitingRow, ...]:
        """Every row, batch by batch."""
        return tuple(row for batch in self.batches for row in batch.rows)

    @property
    def picked(self) -> tuple[WaitingRow, ...]:
        """The rows that would be signed."""
        return tuple(row for row in self.rows if row.is_picked)

    @property
    def picked_minutes(self) -> int:
        """Their time."""
        return sum(row.entry.minutes for row in self.picked)

    @property
    def statement(self) -> str:
        """What would be confirmed."""
        return statement(len(self.picked))

    def says(self, count: int) -> str:
        """What would be confirmed of so many entries."""
        return statement(count)

    @property
    def says_many(self) -> str:
        """The same with a # where the count goes, for the script that counts along."""
        return statement(0).replace("0", "#")

    @property
    def oldest(self) -> HoursEntry | None:
        """The entry that was sent first, if any waits."""
        entries = [row.entry for row in self.rows if row.entry.submitted_at is not None]
        return min(entries, key=lambda entry: str(entry.submitted_at), default=None)

    def of_enrolment(self, number: int) -> "Waiting":
        """Only what waits of one training."""
        return replace(self, batches=tuple(b for b in self.batches if b.enrolment_id == number))

    def odd(self) -> "Waiting":
        """Only what is not picked by itself: flagged, or with a question open."""
        left = (
            replace(batch, rows=tuple(row for row in batch.rows if not row.is_plain))
            for batch in self.batches
        )
        return replace(self, batches=tuple(batch for batch in left if batch.rows))

    def row(self, entry_id: int) -> WaitingRow | None:
        """The row of one entry."""
        return next((row for row in self.rows if row.entry.id == entry_id), None)


def what_waits(
    db: Session, actor: Actor, zone: str, picked: Collection[int] | None = None
) -> Waiting:
    """Read what waits. Without a choice made, everything without a flag or question is picked."""
    entries = entries_waiting(db, actor)
    on = today(zone)
    twins = twins_among_waiting(db, actor) if entries else {}
    numbers = numbers_by_case(db, sorted(_case_ids(entries))) if entries else {}
    rows = [_row(entry, _looked(entry, twins, numbers), on, picked) for entry in entries]
    registration = registration_of(db, actor, entries, on) if entries else ""
    return Waiting(batches=_batches(rows), registration=registration)


def _row(entry: HoursEntry, looked: Looked, on: date, picked: Collection[int] | None) -> WaitingRow:
    odd = oddities(looked, on)
    plain = not odd and entry.standing is Standing.SUBMITTED
    return WaitingRow(
        entry=entry,
        activity=curriculum_of(entry.enrolment).activity(entry.activity),
        odd=odd,
        is_picked=plain if picked is None else entry.id in picked,
    )


def _looked(
    entry: HoursEntry, twins: Mapping[Likeness, int], numbers: Mapping[int, Collection[int]]
) -> Looked:
    session = entry.therapy_session
    case_id = session.case_id if session else None
    likeness = Likeness(entry.enrolment_id, entry.activity, entry.worked_on, entry.minutes, case_id)
    return Looked(
        worked_on=entry.worked_on,
        logged_on=entry.logged_at.date(),
        minutes=entry.minutes,
        twins=twins.get(likeness, 1) - 1,
        session_number=session.number if session else None,
        known_numbers=numbers.get(case_id, ()) if case_id else (),
    )


def _case_ids(entries: Iterable[HoursEntry]) -> set[int]:
    return {entry.therapy_session.case_id for entry in entries if entry.therapy_session}


def _batches(rows: Sequence[WaitingRow]) -> tuple[Batch, ...]:
    """A batch a trainee; the one whose entry is oldest comes first."""
    by_enrolment: dict[int, list[WaitingRow]] = {}
    for row in rows:
        by_enrolment.setdefault(row.entry.enrolment_id, []).append(row)
    return tuple(
        Batch(trainee=some[0].entry.enrolment.trainee.name, enrolment_id=number, rows=tuple(some))
        for number, some in by_enrolment.items()
    )
