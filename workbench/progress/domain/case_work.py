"""What was done with each training case: its sessions by number, by day and by mode. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import msgspec

from workbench.curricula.activities import Attendance, Mode
from workbench.curricula.asked_cases import Cases, SessionsCounted
from workbench.progress.domain.credit import Credit, Place
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.facts import CaseFact, CaseStanding
from workbench.progress.domain.milestones import first_of_milestone
from workbench.progress.domain.patients import first_case_of_patient


@dataclass(slots=True)
class Sessions:
    """The sessions of one case: the day each was held, which are countersigned, and how held."""

    attended: dict[int, date] = field(default_factory=dict)
    offered: set[int] = field(default_factory=set)
    signed: set[int] = field(default_factory=set)
    modes: dict[int, Mode] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CaseWork:
    """One case with its sessions. Two of one patient have the same `patient`."""

    case: CaseFact
    patient: str
    held: Sessions

    def sessions(self, asked: Cases) -> frozenset[int]:
        """The sessions that count, countersigned or not."""
        counted = set(self.held.attended)
        if asked.counted is SessionsCounted.OFFERED:
            counted |= self.held.offered
        return self._so_held(counted, asked)

    def vouched_for(self, asked: Cases) -> frozenset[int]:
        """The sessions that count already; one that was offered in vain has nothing to sign."""
        counted = set(self.held.signed)
        if asked.counted is SessionsCounted.OFFERED:
            counted |= self.held.offered - set(self.held.attended)
        return self._so_held(counted, asked)

    def _so_held(self, sessions: Iterable[int], asked: Cases) -> frozenset[int]:
        if not asked.modes:
            return frozenset(sessions)
        return frozenset(one for one in sessions if self.held.modes.get(one) in asked.modes)

    def last_day(self) -> date:
        """The day on which everything about the case had happened."""
        return max([self.case.closed_on or self.case.opened_on, *self.held.attended.values()])


def case_work(asked: Cases, evidence: Evidence) -> tuple[CaseWork, ...]:
    """Every case that the requirement looks at, from the appointments and the entries."""
    held = _sessions(asked, evidence)
    counted_as = first_case_of_patient(evidence.facts)
    return tuple(
        CaseWork(case, counted_as[case.code], held.get(case.code) or Sessions())
        for case in sorted(_looked_at(asked, evidence), key=lambda one: (one.opened_on, one.code))
    )


def _looked_at(asked: Cases, evidence: Evidence) -> Iterator[CaseFact]:
    """All cases, or those opened on the day of the milestone or later, as they were on the day."""
    since = date.min
    if asked.from_milestone is not None:
        happened = first_of_milestone(evidence, asked.from_milestone)
        since = happened.on if happened else date.max
    for case in evidence.facts.cases:
        if since <= case.opened_on <= evidence.on:
            yield _as_on(case, evidence.on)


def _as_on(case: CaseFact, day: date) -> CaseFact:
    """A case that was closed only later was open on the day."""
    if case.closed_on is None or case.closed_on <= day:
        return case
    return msgspec.structs.replace(case, closed_on=None, standing=CaseStanding.OPEN)


def _sessions(asked: Cases, evidence: Evidence) -> Mapping[str, Sessions]:
    """Where an appointment and an entry speak of one session, the appointment says when and how."""
    held: dict[str, Sessions] = {}
    for session in evidence.facts.sessions:
        if session.on <= evidence.on:
            known = held.setdefault(session.case, Sessions())
            known.offered.add(session.number)
            if session.mode is not None:
                known.modes[session.number] = session.mode
            if session.attendance is Attendance.ATTENDED:
                known.attended[session.number] = session.on
    for credit in evidence.of((asked.activity,)):
        if credit.counts and credit.entry.case is not None:
            _add_entry(held.setdefault(credit.entry.case, Sessions()), credit)
    return held


def _add_entry(known: Sessions, credit: Credit) -> None:
    number = credit.entry.session
    if number is None:
        return
    known.attended.setdefault(number, credit.entry.on)
    if credit.entry.mode is not None:
        known.modes.setdefault(number, credit.entry.mode)
    if credit.place is Place.COUNTERSIGNED:
        known.signed.add(number)
