"""The requirement "so many training cases with a standing and a number of sessions each". Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbench.curricula.activities import Attendance
from workbench.curricula.asked_cases import Cases, SessionsCounted
from workbench.curricula.asked_cases import CaseStanding as Asked
from workbench.progress.domain import words
from workbench.progress.domain.credit import Place
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.explaining import explained
from workbench.progress.domain.facts import CaseFact, CaseStanding
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose


@dataclass(frozen=True, slots=True)
class CaseWork:
    """One case with its sessions by number: the day each was held, and which are countersigned."""

    case: CaseFact
    attended: dict[int, date]
    offered: frozenset[int]
    signed: frozenset[int]

    def sessions(self, counted: SessionsCounted) -> frozenset[int]:
        """The sessions that count, countersigned or not."""
        attended = frozenset(self.attended)
        return attended if counted is SessionsCounted.ATTENDED else attended | self.offered

    def vouched_for(self, counted: SessionsCounted) -> frozenset[int]:
        """The sessions that count already; one that was offered in vain has nothing to sign."""
        in_vain = self.offered - frozenset(self.attended)
        return self.signed if counted is SessionsCounted.ATTENDED else self.signed | in_vain

    def last_day(self) -> date:
        """The day on which everything about the case had happened."""
        return max([self.case.closed_on or self.case.opened_on, *self.attended.values()])


def cases(asked: Cases, evidence: Evidence) -> Finding:
    """The cases that have come far enough, and where asked, at the same time."""
    work = case_work(asked, evidence)
    done = [one for one in work if _is_done(asked, one)]
    signed = [one for one in done if len(one.vouched_for(asked.counted)) >= asked.sessions]
    have, together = _together(asked, signed), _together(asked, done)
    needed = asked.cases
    return Finding(
        gate=evidence.gate,
        key=asked.key,
        title=asked.title,
        words=asked.words,
        unit=Unit.CASES,
        needed=Fraction(needed),
        have=Fraction(have),
        waiting=Fraction(max(together - have, 0)),
        standing=_standing(have, needed, work),
        explanation=explained(
            f"{have} of {needed} cases",
            _not_together(asked, done, together),
            _unsigned(done, signed),
            *_shortfalls(asked, work),
        ),
        shortfalls=_shortfalls(asked, work),
        next_move=_next_move(asked, have, together),
        met_on=_met_on(asked, signed),
    )


def case_work(asked: Cases, evidence: Evidence) -> tuple[CaseWork, ...]:
    """Every case with its sessions, from the appointments and the entries of the activity."""
    attended: dict[str, dict[int, date]] = {}
    offered: dict[str, set[int]] = {}
    signed: dict[str, set[int]] = {}
    for session in evidence.facts.sessions:
        if session.on <= evidence.on:
            offered.setdefault(session.case, set()).add(session.number)
            if session.attendance is Attendance.ATTENDED:
                attended.setdefault(session.case, {})[session.number] = session.on
    for credit in evidence.of((asked.activity,)):
        entry = credit.entry
        if credit.counts and entry.case is not None and entry.session is not None:
            attended.setdefault(entry.case, {}).setdefault(entry.session, entry.on)
            if credit.place is Place.COUNTERSIGNED:
                signed.setdefault(entry.case, set()).add(entry.session)
    return tuple(
        CaseWork(
            case,
            attended.get(case.code, {}),
            frozenset(offered.get(case.code, ())),
            frozenset(signed.get(case.code, ())),
        )
        for case in sorted(evidence.facts.cases, key=lambda case: (case.opened_on, case.code))
    )


def _is_done(asked: Cases, work: CaseWork) -> bool:
    standings = {CaseStanding.COMPLETED}
    if asked.standing is Asked.OPEN:
        standings.add(CaseStanding.OPEN)
    return work.case.standing in standings and len(work.sessions(asked.counted)) >= asked.sessions


def _together(asked: Cases, done: Sequence[CaseWork]) -> int:
    """How many count: all of them, or as many as were under way on one day."""
    return most_on_one_day(done) if asked.concurrent else len(done)


def most_on_one_day(work: Iterable[CaseWork]) -> int:
    """The most cases under way on any one day, from first to last attended session inclusive."""
    turns = []
    for one in work:
        if one.attended:
            turns.append((min(one.attended.values()), 0, 1))
            turns.append((max(one.attended.values()), 1, -1))
    most = running = 0
    for _, _, step in sorted(turns):
        running += step
        most = max(most, running)
    return most


def _standing(have: int, needed: int, work: Sequence[CaseWork]) -> Standing:
    if have >= needed:
        return Standing.MET
    return Standing.UNDER_WAY if work else Standing.NOT_BEGUN


def _not_together(asked: Cases, done: Sequence[CaseWork], together: int) -> str:
    if together >= min(asked.cases, len(done)):
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
    sessions = len(work.sessions(asked.counted))
    so_far = f"{work.case.code} has {sessions} of {asked.sessions} sessions"
    match work.case.standing:
        case CaseStanding.DROPPED_OUT:
            return f"{work.case.code} ended early, after {words.counted(sessions, 'session')}"
        case CaseStanding.OPEN if sessions >= asked.sessions:
            return f"{work.case.code} has its {asked.sessions} sessions and is still open"
        case _:
            return so_far


def _next_move(asked: Cases, have: int, together: int) -> NextMove | None:
    if have >= asked.cases:
        return None
    if together >= asked.cases:
        return NextMove(Whose.SUPERVISOR, "Countersign the hours of the cases", Link.LOG)
    return NextMove(Whose.TRAINEE, "Go on with the cases", Link.CASE)


def _met_on(asked: Cases, signed: Sequence[CaseWork]) -> date | None:
    """The day the last needed case was done: the first so many of them by day."""
    days = sorted(one.last_day() for one in signed)
    if _together(asked, signed) < asked.cases:
        return None
    if not asked.concurrent:
        return days[asked.cases - 1]
    return min(
        day
        for day in days
        if most_on_one_day(one for one in signed if one.last_day() <= day) >= asked.cases
    )
