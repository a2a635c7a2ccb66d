"""The requirement "so many training cases with a standing and a number of sessions each". Pure."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from workbench.curricula.activities import Mode
from workbench.curricula.asked_cases import Cases
from workbench.curricula.asked_cases import CaseStanding as Asked
from workbench.progress.domain import words
from workbench.progress.domain.case_work import CaseWork, case_work
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.explaining import explained
from workbench.progress.domain.facts import CaseStanding
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose

HELD = {Mode.IN_PERSON: "in person", Mode.VIDEO: "by video", Mode.TELEPHONE: "by telephone"}


def cases(asked: Cases, evidence: Evidence) -> Finding:
    """The cases that have come far enough: where asked, at the same time, and diverse."""
    work = case_work(asked, evidence)
    done = [one for one in work if _is_done(asked, one)]
    signed = [one for one in done if len(one.vouched_for(asked)) >= asked.sessions]
    have, together = _together(asked, signed), _together(asked, done)
    shortfalls = (*_shortfalls(asked, work), *_twice(done), *_too_alike(asked, done))
    is_met = _is_enough(asked, signed)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.CASES,
        needed=Fraction(asked.cases),
        have=Fraction(have),
        waiting=Fraction(max(together - have, 0)),
        standing=_standing(work, is_met=is_met),
        explanation=explained(
            f"{have} of {asked.cases} cases",
            _not_together(asked, done, together),
            _unsigned(done, signed),
            *shortfalls,
        ),
        shortfalls=shortfalls,
        next_move=None if is_met else _next_move(asked, done),
        met_on=_met_on(asked, signed) if is_met else None,
    )


def _is_done(asked: Cases, work: CaseWork) -> bool:
    standings = {CaseStanding.COMPLETED}
    if asked.standing is Asked.OPEN:
        standings.add(CaseStanding.OPEN)
    return work.case.standing in standings and len(work.sessions(asked)) >= asked.sessions


def _together(asked: Cases, done: Sequence[CaseWork]) -> int:
    """How many patients' cases count: all of them, or as many as were under way on one day."""
    return most_on_one_day(done) if asked.concurrent else len({one.patient for one in done})


def _is_enough(asked: Cases, done: Sequence[CaseWork]) -> bool:
    return _together(asked, done) >= asked.cases and not _too_alike(asked, done)


def most_on_one_day(work: Iterable[CaseWork]) -> int:
    """The most patients seen on any one day, from first to last attended session of a case."""
    turns = []
    for patient, first, last in _under_way(work):
        turns += [(first, 0, patient), (last, 1, patient)]
    seen: Counter[str] = Counter()
    most = 0
    for _, is_end, patient in sorted(turns):
        seen[patient] += -1 if is_end else 1
        if not seen[patient]:
            del seen[patient]
        most = max(most, len(seen))
    return most


def _under_way(work: Iterable[CaseWork]) -> Iterable[tuple[str, date, date]]:
    for one in work:
        days = one.held.attended.values()
        if days:
            yield one.patient, min(days), max(days)


def _standing(work: Sequence[CaseWork], *, is_met: bool) -> Standing:
    if is_met:
        return Standing.MET
    return Standing.UNDER_WAY if work else Standing.NOT_BEGUN


def _not_together(asked: Cases, done: Sequence[CaseWork], together: int) -> str:
    if not asked.concurrent or together >= min(asked.cases, len(done)):
        return ""
    return f"{words.counted(len(done), 'case')} are far enough, but not at the same time"


def _unsigned(done: Sequence[CaseWork], signed: Sequence[CaseWork]) -> str:
    waiting = [one.case.code for one in done if one not in signed]
    if not waiting:
        return ""
    return f"{words.listed(waiting)} still {'has' if len(waiting) == 1 else 'have'} hours to sign"


def _shortfalls(asked: Cases, work: Sequence[CaseWork]) -> tuple[str, ...]:
    return tuple(_short(asked, one) for one in work if not _is_done(asked, one))


def _short(asked: Cases, work: CaseWork) -> str:
    sessions = len(work.sessions(asked))
    how = f" {words.either([HELD[mode] for mode in asked.modes])}" if asked.modes else ""
    match work.case.standing:
        case CaseStanding.DROPPED_OUT:
            attended = words.counted(len(work.held.attended), "session")
            return f"{work.case.code} ended early, after {attended}"
        case CaseStanding.OPEN if sessions >= asked.sessions:
            return f"{work.case.code} has its {asked.sessions} sessions{how} and is still open"
        case _:
            return f"{work.case.code} has {sessions} of {asked.sessions} sessions{how}"


def _twice(done: Sequence[CaseWork]) -> tuple[str, ...]:
    """Cases that count no further, because another of the same patient does."""
    first: dict[str, str] = {}
    again = [
        (one, first[one.patient])
        for one in done
        if first.setdefault(one.patient, one.case.code) != one.case.code
    ]
    return tuple(f"{one.case.code} is of the same patient as {code}" for one, code in again)


def _too_alike(asked: Cases, done: Sequence[CaseWork]) -> tuple[str, ...]:
    """A case with two presenting problems shows both of them."""
    problems = len({problem for one in done for problem in one.case.problems})
    placements = len({one.case.placement for one in done if one.case.placement is not None})
    return (
        *_of(problems, asked.problems, "different presenting problems"),
        *_of(placements, asked.placements, "different placements"),
    )


def _of(have: int, needed: int, what: str) -> tuple[str, ...]:
    return (f"{have} of {needed} {what}",) if have < needed else ()


def _next_move(asked: Cases, done: Sequence[CaseWork]) -> NextMove:
    if _is_enough(asked, done):
        return NextMove(Whose.SUPERVISOR, "Countersign the hours of the cases", Link.LOG)
    alike = _too_alike(asked, done)
    if alike and _together(asked, done) >= asked.cases:
        return NextMove(Whose.TRAINEE, "Take on a case of another kind", Link.CASE)
    return NextMove(Whose.TRAINEE, "Go on with the cases", Link.CASE)


def _met_on(asked: Cases, signed: Sequence[CaseWork]) -> date:
    """The day on which the cases done by then were enough for the first time."""
    by_day = sorted(signed, key=lambda one: (one.last_day(), one.case.code))
    enough = bisect_left(
        range(len(by_day)), 1, key=lambda last: _is_enough(asked, by_day[: last + 1])
    )
    return by_day[enough].last_day()
