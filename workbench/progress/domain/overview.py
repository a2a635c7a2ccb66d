"""What the home page and the cohort's line show, worked out once and kept. Pure.

Everything here is ready to be shown and reads and writes itself as JSON: amounts are rounded for
showing only, after the exact findings have been judged.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from math import floor

import msgspec

from workbench.curricula.asked_hours import HoursInSpan, HoursTotal
from workbench.curricula.model import Curriculum
from workbench.progress.domain import words
from workbench.progress.domain.ahead import ahead
from workbench.progress.domain.case_lines import CaseLine, CaseRows, case_lines
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.evidence import evidence
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, GateFindings
from workbench.progress.domain.month import month_so_far
from workbench.progress.domain.move import Move
from workbench.progress.domain.moves import moves
from workbench.progress.domain.pace import NoPace, pace, worked
from workbench.progress.domain.standing import cohort_standing, headline, in_hours, timetable
from workbench.progress.domain.units import so_far


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A plain value that reads and writes itself as JSON."""


class RequirementLine(Shown, frozen=True, kw_only=True):
    """A row of "what the programme asks"; the amounts are for the bar, the words for the reader.

    Where nothing is needed, the bar is full once the requirement is met, and empty before.
    """

    gate: str
    key: str
    name: str
    state: str
    needed: float
    done: float
    waiting: float
    draft: float
    so_far: str
    finding: str


class GateLine(Shown, frozen=True, kw_only=True):
    """One step of the programme with its requirements."""

    key: str
    title: str
    met: int
    lines: tuple[RequirementLine, ...]


class MoveLine(Shown, frozen=True, kw_only=True):
    """A line of "next, and whose move". `whose` is empty where the move is the trainee's own."""

    whose: str
    kind: str
    what: str
    why: str
    link: str
    target: str


class Headline(Shown, frozen=True, kw_only=True):
    """The hours that the big bar shows, in whole minutes, and what the timetable expects by now."""

    title: str
    needed: int
    done: int
    waiting: int
    draft: int
    timetable: int | None


class PaceLine(Shown, frozen=True, kw_only=True):
    """When the hours will be full, or why no date is given."""

    weekly: str = ""
    expected: date | None = None
    earliest: date | None = None
    latest: date | None = None
    words: str


class AheadLine(Shown, frozen=True, kw_only=True):
    """A line of "looking ahead"."""

    gate: str
    key: str
    by: date
    what: str
    why: str
    falls_short: bool


class Overview(Shown, frozen=True, kw_only=True):
    """One enrolment on one day."""

    on: date
    headline: Headline | None
    pace: PaceLine
    ahead: tuple[AheadLine, ...]
    moves: tuple[MoveLine, ...]
    month: tuple[tuple[str, str], ...]
    gates: tuple[GateLine, ...]
    cases: tuple[CaseLine, ...]
    course: str
    why: str
    oldest_waiting: date | None
    last_entry: date | None

    @property
    def met(self) -> int:
        """How many requirements are met, over all gates."""
        return sum(gate.met for gate in self.gates)

    @property
    def asked(self) -> int:
        """How many requirements there are, over all gates."""
        return sum(len(gate.lines) for gate in self.gates)

    @property
    def is_complete(self) -> bool:
        """Whether every gate is open."""
        return self.course == "complete"


def overview(
    curriculum: Curriculum, facts: Facts, rows: Sequence[CaseRows], *, on: date
) -> Overview:
    """Everything that the pages show of one enrolment on a day."""
    gates = evaluate(curriculum, facts, on=on)
    todo = moves(curriculum, facts, gates, on=on)
    standing = cohort_standing(curriculum, facts, gates, todo, on=on)
    return Overview(
        on=on,
        headline=_headline(curriculum, facts, gates, on),
        pace=_pace(curriculum, facts, gates, on),
        ahead=tuple(AheadLine(**asdict(one)) for one in ahead(curriculum, facts, gates, on=on)),
        moves=tuple(_move(move) for move in todo),
        month=_month(curriculum, facts, on),
        gates=tuple(_gate(gate) for gate in gates),
        cases=case_lines(curriculum, facts, rows, on=on),
        course=standing.course.value,
        why=standing.why,
        oldest_waiting=standing.oldest_waiting,
        last_entry=standing.last_entry,
    )


def _shown_hours(gates: Sequence[GateFindings]) -> Finding | None:
    """The first hours that are not met; once all are, the first there are."""
    every = (one for gate in gates for one in gate.findings if in_hours(one))
    return headline(gates) or next(every, None)


def _headline(
    curriculum: Curriculum, facts: Facts, gates: Sequence[GateFindings], on: date
) -> Headline | None:
    hours = _shown_hours(gates)
    if hours is None:
        return None
    line = timetable(curriculum, facts, gates)
    return Headline(
        title=hours.title,
        needed=floor(hours.needed * 60),
        done=floor(hours.have * 60),
        waiting=floor(hours.waiting * 60),
        draft=floor(hours.draft * 60),
        timetable=floor(line.expected(hours.needed, on=on) * 60) if line else None,
    )


def _pace(
    curriculum: Curriculum, facts: Facts, gates: Sequence[GateFindings], on: date
) -> PaceLine:
    hours = _shown_hours(gates)
    if hours is None:
        return PaceLine(words="This curriculum asks for no hours.")
    known = evidence(curriculum, facts, on=on)
    handed_in = known.handed_in(_activities(curriculum, hours))
    to_go = hours.needed - hours.have - hours.waiting
    found = pace(worked(handed_in), to_go, facts.pauses, on=on)
    if isinstance(found, NoPace):
        return PaceLine(words=found.reason)
    return PaceLine(
        weekly=words.one_decimal(found.weekly),
        expected=found.expected,
        earliest=found.earliest,
        latest=found.latest,
        words=found.explanation,
    )


def _activities(curriculum: Curriculum, hours: Finding) -> tuple[str, ...]:
    gate = curriculum.gate(hours.gate)
    asked = gate.requirements if gate else ()
    totals = (HoursTotal, HoursInSpan)
    found = (one for one in asked if one.key == hours.key and isinstance(one, totals))
    return next((one.activities for one in found), ())


def _move(move: Move) -> MoveLine:
    link, target = move.link
    return MoveLine(
        whose="" if move.is_yours else move.whose,
        kind=move.kind.value,
        what=move.what,
        why=move.why,
        link=link.value,
        target="" if target is None else str(target),
    )


def _month(curriculum: Curriculum, facts: Facts, on: date) -> tuple[tuple[str, str], ...]:
    month = month_so_far(curriculum, facts, on=on)
    return (
        ("Client hours", words.one_decimal(month.client)),
        ("Supervision", words.one_decimal(month.supervision)),
        ("Personal therapy", words.one_decimal(month.personal_therapy)),
        ("Weeks without an entry", str(month.empty_weeks)),
    )


def _gate(gate: GateFindings) -> GateLine:
    lines = tuple(_requirement(finding) for finding in gate.findings)
    return GateLine(key=gate.key, title=gate.title, met=gate.met, lines=lines)


def _requirement(finding: Finding) -> RequirementLine:
    return RequirementLine(
        gate=finding.gate,
        key=finding.key,
        name=finding.title,
        state=finding.standing.value,
        needed=float(finding.needed or 1),
        done=float(finding.have if finding.needed else finding.is_met),
        waiting=float(finding.waiting),
        draft=float(finding.draft),
        so_far=so_far(finding),
        finding=finding.explanation,
    )
