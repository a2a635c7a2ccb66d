"""How a trainee stands on the cohort page, and why. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from workbench.curricula.asked_standing import Deadline, DeadlineForce
from workbench.curricula.model import Curriculum
from workbench.progress.domain import words
from workbench.progress.domain.facts import EntryStanding, Facts, PauseFact
from workbench.progress.domain.findings import Finding, GateFindings, Standing, Unit
from workbench.progress.domain.months import add_months
from workbench.progress.domain.move import Move, MoveKind

PATIENCE_DAYS = 14
SILENCE_DAYS = 28


class Course(StrEnum):
    """Where a trainee stands, the one who needs help first in front."""

    STUCK = "stuck"
    BEHIND = "behind"
    ON_TRACK = "on_track"
    PAUSED = "paused"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class CohortStanding:
    """A trainee's line on the cohort page: the course with its reason, and two days to sort by."""

    course: Course
    why: str
    oldest_waiting: date | None
    last_entry: date | None


@dataclass(frozen=True, slots=True)
class Timetable:
    """A straight line from the start to a deadline; paused days do not count on either side."""

    start: date
    end: date
    pauses: tuple[PauseFact, ...]
    words: str

    def expected(self, needed: Fraction, *, on: date) -> Fraction:
        """How much of what is needed the line has reached on a day."""
        whole = self._active_days(self.end)
        gone = min(self._active_days(on), whole)
        return needed * gone / whole if whole else needed

    def _active_days(self, until: date) -> int:
        days = max((until - self.start).days, 0)
        return max(days - sum(self._paused_days(pause, until) for pause in self.pauses), 0)

    def _paused_days(self, pause: PauseFact, until: date) -> int:
        first = max(pause.start, self.start)
        back = min(pause.end + timedelta(days=1), until) if pause.end else until
        return max((back - first).days, 0)


def cohort_standing(
    curriculum: Curriculum,
    facts: Facts,
    gates: Sequence[GateFindings],
    moves: Sequence[Move],
    *,
    on: date,
) -> CohortStanding:
    """Complete before paused, paused before stuck, stuck before behind."""
    course, why = (
        _complete(gates)
        or _paused(facts, on)
        or _stuck(facts, moves, on)
        or _behind(curriculum, facts, gates, on)
        or (Course.ON_TRACK, _on_track(curriculum, facts, gates))
    )
    waiting = [move.since for move in moves if _waits(move) and move.since is not None]
    return CohortStanding(course, why, min(waiting, default=None), last_entry(facts, on=on))


def last_entry(facts: Facts, *, on: date) -> date | None:
    """The latest day on which something is logged, withdrawn entries aside."""
    days = (entry.on for entry in facts.entries if entry.standing is not EntryStanding.WITHDRAWN)
    return max((day for day in days if day <= on), default=None)


def timetable(
    curriculum: Curriculum, facts: Facts, gates: Sequence[GateFindings]
) -> Timetable | None:
    """The line to the earliest required deadline for finishing; none where the file has none."""
    start = facts.enrolment.started_on
    found = {(gate.key, finding.key): finding for gate in gates for finding in gate.findings}
    lines = [
        Timetable(start, _due(asked, found[gate.key, asked.key], start), facts.pauses, asked.title)
        for gate in curriculum.gates
        for asked in gate.requirements
        if isinstance(asked, Deadline) and asked.until_met and asked.force is DeadlineForce.REQUIRED
    ]
    return min(lines, key=lambda line: (line.end, line.words), default=None)


def _due(asked: Deadline, finding: Finding, start: date) -> date:
    """Until its clock has started, a deadline is counted from the start of the training."""
    return finding.due or add_months(start, asked.months)


def _complete(gates: Sequence[GateFindings]) -> tuple[Course, str] | None:
    if not all(gate.is_met for gate in gates):
        return None
    findings = [finding for gate in gates for finding in gate.findings if finding.is_met]
    days = [finding.met_on for finding in findings if finding.met_on is not None]
    when = f" on {words.day(max(days))}" if days else ""
    counted = words.counted(len(findings), "requirement")
    return Course.COMPLETE, words.sentence(f"{counted} met{when}, and nothing is missing")


def _paused(facts: Facts, on: date) -> tuple[Course, str] | None:
    if not facts.pauses_on(on):
        return None
    since = min(pause.start for pause in facts.pauses if pause.holds(on))
    return Course.PAUSED, f"Paused since {words.day(since)}; the timetable waits."


def _waits(move: Move) -> bool:
    """A draft waits for nobody, and a deadline is no move that was passed to somebody."""
    return move.kind not in {MoveKind.DRAFTS, MoveKind.OVERDUE}


def _stuck(facts: Facts, moves: Sequence[Move], on: date) -> tuple[Course, str] | None:
    waits = [move for move in moves if move.since is not None and _waits(move)]
    longest = min(waits, key=lambda move: move.since or on, default=None)
    if longest is not None and longest.since is not None:
        days = (on - longest.since).days
        if days > PATIENCE_DAYS:
            who = "the trainee" if longest.is_yours else longest.whose.replace("your", "the")
            return Course.STUCK, f"{longest.what}: {days} days with {who}."
    return _silent(facts, on)


def _silent(facts: Facts, on: date) -> tuple[Course, str] | None:
    """No entry for four weeks, counted from the end of a pause where one lies between."""
    last = last_entry(facts, on=on)
    ends = [pause.end for pause in facts.pauses if pause.end is not None and pause.end < on]
    since = max([last or facts.enrolment.started_on, *ends])
    if (on - since).days < SILENCE_DAYS:
        return None
    said = f"since {words.day(last)}" if last else "yet"
    return Course.STUCK, f"No entry {said}."


def _behind(
    curriculum: Curriculum, facts: Facts, gates: Sequence[GateFindings], on: date
) -> tuple[Course, str] | None:
    findings = [finding for gate in gates for finding in gate.findings if finding.blocks]
    for finding in findings:
        if finding.standing in {Standing.OVERDUE, Standing.SHORT}:
            return Course.BEHIND, f"{finding.title}: {finding.explanation}"
    line = timetable(curriculum, facts, gates)
    hours = headline(gates)
    if line is None or hours is None:
        return None
    lag = line.expected(hours.needed, on=on) - hours.have - hours.waiting
    if lag <= 0:
        return None
    missing = words.still_to_go(lag)
    return Course.BEHIND, f"{hours.title}: {missing} h behind {_line_in_words(line)}."


def headline(gates: Sequence[GateFindings]) -> Finding | None:
    """The first requirement in hours that is not met: the one that the bar shows."""
    unmet = (
        finding
        for gate in gates
        for finding in gate.findings
        if in_hours(finding) and not finding.is_met
    )
    return next(unmet, None)


def in_hours(finding: Finding) -> bool:
    """Whether it asks for hours at all: a share of nothing does not yet."""
    return finding.unit is Unit.HOURS and finding.needed > 0


def _line_in_words(line: Timetable) -> str:
    return f"a straight line from {words.day(line.start)} to {words.day(line.end)} (“{line.words}”)"


def _on_track(curriculum: Curriculum, facts: Facts, gates: Sequence[GateFindings]) -> str:
    line = timetable(curriculum, facts, gates)
    if line is None:
        return "This curriculum has no timetable to fall behind."
    return f"Not behind {_line_in_words(line)}."
