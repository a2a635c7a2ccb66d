"""The requirements of supervision that hold in every month with practice: no averaging. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor

from workbench.curricula.asked import Month
from workbench.curricula.asked_supervision import (
    Above,
    Between,
    Blocks,
    Monthly,
    SupervisionPerMonth,
    SupervisionRatio,
    SupervisionTiers,
)
from workbench.progress.domain import words
from workbench.progress.domain.credit import HOUR, NONE, Place
from workbench.progress.domain.evidence import Evidence, tally
from workbench.progress.domain.explaining import (
    explained,
    what_is_left_out,
)
from workbench.progress.domain.findings import (
    Finding,
    Link,
    NextMove,
    Standing,
    Unit,
    Whose,
    Window,
)
from workbench.progress.domain.windows import Supervised, missed_days, supervised_months


@dataclass(frozen=True, slots=True)
class Judged:
    """A month beside what it needs, in credited minutes."""

    month: Supervised
    needed: Fraction

    lacking: Fraction
    """How much of it is not countersigned; none where there is more than enough."""

    @property
    def is_enough(self) -> bool:
        """Whether what is countersigned reaches it."""
        return not self.lacking

    @property
    def waits(self) -> bool:
        """Whether it would be enough once everything that waits is countersigned."""
        return NONE < self.lacking <= self.month.waiting

    @property
    def is_lost(self) -> bool:
        """Whether even the drafts would not make it enough."""
        return self.lacking > self.month.waiting + self.month.draft


def judged(month: Supervised, needed: Fraction) -> Judged:
    """A month held against what it needs."""
    return Judged(month, needed, max(needed - month.have, NONE))


Needs = Callable[[Fraction], Fraction]
"""How many minutes of supervision so many minutes of practice in a month need."""


def supervision_per_month(asked: SupervisionPerMonth, evidence: Evidence) -> Finding:
    """So much in each month, however much was practised in it."""
    return each_month(asked, evidence, lambda _practised: Fraction(asked.minutes))


def supervision_tiers(asked: SupervisionTiers, evidence: Evidence) -> Finding:
    """In each month as much as its client time asks for."""
    return each_month(asked, evidence, lambda practised: tier_for(asked, practised))


def ratio_in_each_month(asked: SupervisionRatio, evidence: Evidence) -> Finding:
    """In each month a share of its practice."""
    return each_month(asked, evidence, lambda practised: share_of(asked, practised))


def tier_for(asked: SupervisionTiers, practised: Fraction) -> Fraction:
    """The minutes that a month's client time needs. A tier's last hour belongs to it."""
    hours = practised / HOUR
    if asked.between is Between.LOWER:
        hours = Fraction(floor(hours))
    for tier in asked.tiers:
        if hours <= tier.up_to_hours:
            return Fraction(tier.minutes)
    last = asked.tiers[-1]
    if asked.above is Above.LAST:
        return Fraction(last.minutes)
    before = asked.tiers[-2:-1] or asked.tiers
    step = last.up_to_hours - before[0].up_to_hours or last.up_to_hours
    more = last.minutes - before[0].minutes or last.minutes
    return Fraction(last.minutes + more * ceil((hours - last.up_to_hours) / step))


def share_of(asked: SupervisionRatio, practised: Fraction) -> Fraction:
    """The minutes that so much practice needs: in proportion, or an hour for each block begun."""
    if asked.blocks is Blocks.STARTED:
        return Fraction(HOUR * ceil(practised / HOUR / asked.one_to))
    return practised / asked.one_to


def each_month(asked: Monthly, evidence: Evidence, needs: Needs) -> Finding:
    """Every month that is over, judged by itself; one that goes on is only spoken of."""
    months = [judged(one, needs(one.practised)) for one in supervised_months(asked, evidence)]
    over = [one for one in months if one.month.last < evidence.on]
    running = [one for one in months if one.month.last >= evidence.on]
    short = [one for one in over if not one.is_enough]
    waiting = sum(one.waits for one in short)
    lost = sum(one.is_lost for one in short)
    sums = tally(evidence.of(asked.activities))
    shortfalls = tuple(_shortfall(asked, one) for one in short)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.WINDOWS,
        needed=Fraction(len(over)),
        have=Fraction(len(over) - len(short)),
        waiting=Fraction(waiting),
        draft=Fraction(len(short) - waiting - lost),
        standing=(standing := _standing(asked, evidence, over, short, running)),
        explanation=explained(
            _so_far(over, short, standing),
            *words.the_first(shortfalls),
            _running(asked, running),
            what_is_left_out(sums.credited),
        ),
        counted=sums.counted,
        left_out=sums.left_out,
        shortfalls=shortfalls,
        windows=tuple(_window(one) for one in short),
        next_move=_next_move(asked, short, running),
        met_on=_met_on(asked, evidence, over) if standing is Standing.MET else None,
    )


def _standing(
    asked: Monthly,
    evidence: Evidence,
    over: Sequence[Judged],
    short: Sequence[Judged],
    running: Sequence[Judged],
) -> Standing:
    """Where no month had practice, one with only missed sessions still was in order."""
    if any(one.is_lost for one in short):
        return Standing.SHORT
    if short:
        return Standing.UNDER_WAY
    if over:
        return Standing.MET
    if running:
        return Standing.NOT_DUE
    return Standing.MET if _only_missed(asked, evidence) else Standing.NOT_BEGUN


def _only_missed(asked: Monthly, evidence: Evidence) -> date | None:
    """The last missed session before the month of the day asked about."""
    this_month = evidence.on.replace(day=1)
    return max(
        (day for day in missed_days(asked.practice, evidence) if day < this_month), default=None
    )


def _so_far(over: Sequence[Judged], short: Sequence[Judged], standing: Standing) -> str:
    match standing:
        case Standing.MET if not over:
            return "Only missed sessions so far, and they ask for no supervision"
        case Standing.NOT_BEGUN:
            return "No practice yet that would ask for supervision"
        case Standing.NOT_DUE:
            return "No month with practice is over yet"
        case _:
            enough = len(over) - len(short)
            verb = "has" if len(over) == 1 or enough == 1 else "have"
            return f"{enough} of {words.months(len(over))} {verb} enough"


def _name(asked: Monthly, month: Supervised) -> str:
    if asked.month is Month.CALENDAR:
        return f"{month.first:%B %Y}"
    return words.span(month.first, month.last)


def _held_against(one: Judged) -> str:
    return f"{words.amount(one.month.have / HOUR)} of {words.plain(one.needed / HOUR)} h"


def _shortfall(asked: Monthly, one: Judged) -> str:
    said = f"{_name(asked, one.month)} has {_held_against(one)}"
    if not isinstance(asked, SupervisionPerMonth):
        said += f" for {words.amount(one.month.practised / HOUR)} h of practice"
    if one.month.waiting:
        said += f", and {words.one_decimal(one.month.waiting / HOUR)} h wait for a countersignature"
    return said


def _running(asked: Monthly, running: Sequence[Judged]) -> str:
    if not running:
        return ""
    one = running[0]
    return f"{_name(asked, one.month)} is not over, and has {_held_against(one)} so far"


def _window(one: Judged) -> Window:
    month = one.month
    return Window(
        month.first,
        month.last,
        one.needed / HOUR,
        month.have / HOUR,
        Unit.HOURS,
        month.waiting / HOUR,
    )


def _next_move(
    asked: Monthly, short: Sequence[Judged], running: Sequence[Judged]
) -> NextMove | None:
    """What still can be mended first; what is lost for good last."""
    if any(one.waits for one in short):
        return NextMove(Whose.SUPERVISOR, "Countersign the supervision that waits", Link.LOG)
    if any(not one.is_lost for one in short):
        return NextMove(Whose.TRAINEE, "Submit the drafts of supervision", Link.LOG)
    if short:
        what = f"Say what follows from {_name(asked, short[0].month)}"
        return NextMove(Whose.PROVIDER, what, Link.ENROLMENT)
    behind = [one for one in running if one.is_lost]
    if not behind:
        return None
    one = behind[0]
    missing = one.lacking - one.month.waiting - one.month.draft
    what = (
        f"Have {words.still_to_go(missing / HOUR)} h more of supervision "
        f"by {words.day(one.month.last)}"
    )
    return NextMove(Whose.TRAINEE, what, Link.LOG)


def _met_on(asked: Monthly, evidence: Evidence, over: Sequence[Judged]) -> date | None:
    """The day on which the last month that was judged had enough."""
    if not over:
        return _only_missed(asked, evidence)
    last = over[-1]
    so_far = Fraction(0)
    for credit in evidence.of(asked.activities):
        inside = last.month.first <= credit.entry.on <= last.month.last
        if inside and credit.place is Place.COUNTERSIGNED:
            so_far += credit.minutes
            if so_far >= last.needed:
                return credit.entry.on
    return last.month.last
