"""The requirement "so many hours of supervision about each of so many cases". Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbench.curricula.asked_supervision import SupervisionPerCase
from workbench.progress.domain import words
from workbench.progress.domain.credit import HOUR, Credit, Place
from workbench.progress.domain.evidence import Evidence, Tally, left_out, tally
from workbench.progress.domain.explaining import (
    explained,
    what_is_left_out,
)
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose
from workbench.progress.domain.patients import first_case_of_patient
from workbench.progress.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class About:
    """The supervision of one case: credited minutes, and the day on which they were enough."""

    code: str
    is_close: bool
    have: Fraction
    waiting: Fraction
    draft: Fraction
    full_on: date | None


def supervision_per_case(asked: SupervisionPerCase, evidence: Evidence) -> Finding:
    """The cases with enough supervision, so many of them closely supervised."""
    credited = _with_a_case(evidence.of(asked.activities))
    needed = Fraction(asked.hours * HOUR)
    cases = _cases(credited, evidence, needed)
    full = [one for one in cases if one.have >= needed]
    soon = [one for one in cases if one.have + one.waiting >= needed]
    drafted = [one for one in cases if one.have + one.waiting + one.draft >= needed]
    have, waiting, draft = (_countable(asked, some) for some in (full, soon, drafted))
    shortfalls = tuple(_short(one, needed) for one in cases if one not in full)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.CASES,
        needed=Fraction(asked.cases),
        have=Fraction(have),
        waiting=Fraction(waiting - have),
        draft=Fraction(draft - waiting),
        standing=_standing(asked, have, credited),
        explanation=explained(
            f"{have} of {asked.cases} cases with {asked.hours} h of supervision each",
            _too_few_closely(asked, full),
            *words.the_first(shortfalls if have < asked.cases else ()),
            what_is_left_out(credited),
        ),
        counted=tuple(one.entry.id for one in credited if one.place is Place.COUNTERSIGNED),
        left_out=left_out(credited),
        shortfalls=shortfalls if have < asked.cases else (),
        next_move=_next_move(asked, have, waiting, draft),
        met_on=_met_on(asked, full),
    )


def _with_a_case(credited: Sequence[Credit]) -> tuple[Credit, ...]:
    return tuple(
        one.refused(Reason.NO_CASE) if one.counts and one.entry.case is None else one
        for one in credited
    )


def _cases(credited: Sequence[Credit], evidence: Evidence, needed: Fraction) -> list[About]:
    counted_as = first_case_of_patient(evidence.facts)
    close = _closely(evidence, counted_as)
    about: dict[str, list[Credit]] = {}
    for credit in credited:
        if credit.counts and credit.entry.case is not None:
            code = counted_as.get(credit.entry.case, credit.entry.case)
            about.setdefault(code, []).append(credit)
    return [
        _about(code, tally(tuple(about[code])), needed, is_close=code in close)
        for code in sorted(about)
    ]


def _about(code: str, sums: Tally, needed: Fraction, *, is_close: bool) -> About:
    full_on = sums.reached(needed) if sums.have >= needed else None
    return About(code, is_close, sums.have, sums.waiting, sums.draft, full_on)


def _closely(evidence: Evidence, counted_as: Mapping[str, str]) -> set[str]:
    return {counted_as[case.code] for case in evidence.facts.cases if case.closely_supervised}


def _countable(asked: SupervisionPerCase, full: Sequence[About]) -> int:
    """How many count, leaving room for those that must be supervised closely."""
    close = sum(one.is_close for one in full)
    room = max(asked.cases - max(asked.closely - close, 0), 0)
    return min(len(full), room)


def _too_few_closely(asked: SupervisionPerCase, full: Sequence[About]) -> str:
    close = sum(one.is_close for one in full)
    if close >= asked.closely:
        return ""
    return f"{close} of {asked.closely} that must be supervised closely are full"


def _short(one: About, needed: Fraction) -> str:
    said = f"{one.code} has {words.amount(one.have / HOUR)} of {words.plain(needed / HOUR)} h"
    if one.waiting:
        said += f", and {words.one_decimal(one.waiting / HOUR)} h wait for a countersignature"
    return said


def _standing(asked: SupervisionPerCase, have: int, credited: Sequence[Credit]) -> Standing:
    if have >= asked.cases:
        return Standing.MET
    return Standing.UNDER_WAY if credited else Standing.NOT_BEGUN


def _next_move(asked: SupervisionPerCase, have: int, waiting: int, draft: int) -> NextMove | None:
    if have >= asked.cases:
        return None
    if waiting > have:
        return NextMove(Whose.SUPERVISOR, "Countersign the supervision that waits", Link.LOG)
    if draft > waiting:
        return NextMove(Whose.TRAINEE, "Submit the drafts of supervision", Link.LOG)
    return NextMove(Whose.TRAINEE, "Bring the cases to supervision, and log it", Link.LOG)


def _met_on(asked: SupervisionPerCase, full: Sequence[About]) -> date | None:
    """The day on which enough cases were full, so many of them closely supervised."""
    by_day = sorted(full, key=lambda one: (one.full_on or date.max, one.code))
    for number, one in enumerate(by_day, start=1):
        if _countable(asked, by_day[:number]) >= asked.cases:
            return one.full_on
    return None
