"""A page of the log as it is shown: months with their sums, entries, where it goes on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from workbench.curricula.model import Curriculum
from workbench.curricula.wanted import wants_attestations
from workbench.hours.domain.entry import WAITING, Standing
from workbench.hours.models import HoursEntry
from workbench.hours.queries import PAGE, Filter, MonthTotal, log_of, month_totals, months_of
from workbench.training.arrangements import prior_of
from workbench.training.models import Enrolment, PriorHours

TENTH = 6
"""Minutes: what a page rounds hours down to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Minutes by how far they have come."""

    countersigned: int = 0
    waiting: int = 0
    own: int = 0
    """Draft or returned: the trainee's move."""
    drafts: int = 0
    """How many entries were never sent."""

    @property
    def minutes(self) -> int:
        """Everything together."""
        return self.countersigned + self.waiting + self.own

    @property
    def adds_up(self) -> bool:
        """Whether the parts come to the sum as a page shows them, rounded down to tenths."""
        parts = (self.countersigned, self.waiting, self.own)
        return sum(part // TENTH for part in parts) == self.minutes // TENTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month of the page with the sum of the whole month."""

    key: str
    first: date
    entries: tuple[HoursEntry, ...]
    sum: Sum


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """What the page of a log shows."""

    enrolment: Enrolment
    curriculum: Curriculum
    asked: Filter
    months: tuple[Month, ...]
    every_month: tuple[tuple[str, date], ...]
    total: Sum
    prior: Sequence[PriorHours]
    """What letters attest of earlier years."""
    asks_signatures: bool
    """Whether stretches of the log must be signed for."""
    next_before: str | None
    """Where the next page begins."""

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is on."""
        return self.asked != Filter()


def log_page(
    db: Session,
    enrolment: Enrolment,
    curriculum: Curriculum,
    asked: Filter,
    before: tuple[date, int] | None,
) -> LogPage:
    """Read one page of a log."""
    entries = log_of(db, enrolment, asked, before)
    shown, more = entries[:PAGE], len(entries) > PAGE
    sums = _sums(month_totals(db, enrolment, asked))
    return LogPage(
        enrolment=enrolment,
        curriculum=curriculum,
        asked=asked,
        months=_months(shown, sums),
        every_month=tuple((key, _first(key)) for key in months_of(db, enrolment)),
        total=_added(sums.values()),
        prior=prior_of(db, enrolment),
        asks_signatures=wants_attestations(curriculum),
        next_before=f"{shown[-1].worked_on}_{shown[-1].id}" if more else None,
    )


def _months(entries: Iterable[HoursEntry], sums: Mapping[str, Sum]) -> tuple[Month, ...]:
    by_month = groupby(entries, key=lambda entry: f"{entry.worked_on:%Y-%m}")
    return tuple(
        Month(key=key, first=_first(key), entries=tuple(some), sum=sums.get(key, Sum()))
        for key, some in by_month
    )


def _sums(totals: Sequence[MonthTotal]) -> dict[str, Sum]:
    by_month = groupby(totals, key=lambda total: total.month)
    return {month: _sum(tuple(some)) for month, some in by_month}


def _sum(totals: Sequence[MonthTotal]) -> Sum:
    return Sum(
        countersigned=_of(totals, {Standing.COUNTERSIGNED}),
        waiting=_of(totals, WAITING),
        own=_of(totals, {Standing.DRAFT, Standing.RETURNED}),
        drafts=sum(one.entries for one in totals if one.standing is Standing.DRAFT),
    )


def _of(totals: Iterable[MonthTotal], standings: Iterable[Standing]) -> int:
    return sum(total.minutes for total in totals if total.standing in standings)


def _added(sums: Iterable[Sum]) -> Sum:
    every = tuple(sums)
    return Sum(
        countersigned=sum(one.countersigned for one in every),
        waiting=sum(one.waiting for one in every),
        own=sum(one.own for one in every),
        drafts=sum(one.drafts for one in every),
    )


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")
