"""A case on the home page: its sessions as dots, its measures as curves, its ratings. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from workbench.cases.domain.change import said
from workbench.curricula.activities import Attendance
from workbench.curricula.materials import Measure
from workbench.curricula.model import Curriculum, Phase
from workbench.progress.domain import words
from workbench.progress.domain.facts import CaseFact, CaseStanding, Facts, SessionFact


class CaseRows(msgspec.Struct, frozen=True, kw_only=True):
    """What a case's pictures need beside the facts: its number, its totals, its signed ratings."""

    id: int
    code: str
    totals: Mapping[str, Sequence[tuple[int, int]]]
    """Measure to (session number, total), in order."""
    ratings: tuple["RatedSession", ...] = ()


class RatedSession(msgspec.Struct, frozen=True, kw_only=True):
    """The means of one session's signed ratings; who may see which is asked when it is shown."""

    session: int
    phase: str
    own: float | None = None
    theirs: float | None = None


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """One measure over the sessions."""

    name: str
    sentence: str
    scores: tuple[tuple[int, int | None], ...]
    top: int
    caseness: int


class CaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """One case on the page."""

    id: int
    code: str
    standing: str
    reached: int
    sessions: int
    phase: str
    phases: tuple[tuple[str, int, int], ...]
    now: int | None
    kinds: tuple[str, ...]
    label: str
    sentence: str
    curves: tuple[Curve, ...]
    ratings: tuple[RatedSession, ...]


def case_lines(
    curriculum: Curriculum, facts: Facts, rows: Sequence[CaseRows], *, on: date
) -> tuple[CaseLine, ...]:
    """The cases, those that go on first, each by the day it was opened."""
    by_code = {row.code: row for row in rows}
    shown = [case for case in facts.cases if case.opened_on <= on and case.code in by_code]
    shown.sort(key=lambda case: (case.standing is not CaseStanding.OPEN, case.opened_on, case.code))
    return tuple(_line(curriculum, case, facts, by_code[case.code]) for case in shown)


def _line(curriculum: Curriculum, case: CaseFact, facts: Facts, row: CaseRows) -> CaseLine:
    held = sorted((one for one in facts.sessions if one.case == case.code), key=_number)
    reached = held[-1].number if held else 0
    is_open = case.standing is CaseStanding.OPEN
    length = max(curriculum.treatment.sessions, reached)
    upcoming = reached + 1 if is_open and reached < length else None
    phase = curriculum.phase_of(max(reached, 1))
    kinds = _kinds(held, length, upcoming)
    return CaseLine(
        id=row.id,
        code=case.code,
        standing=case.standing.value,
        reached=reached,
        sessions=curriculum.treatment.sessions,
        phase=phase.name,
        phases=tuple(_stretch(one, length, curriculum) for one in curriculum.treatment.phases),
        now=upcoming,
        kinds=kinds,
        label=_label(kinds, length, phase),
        sentence=_sentence(held),
        curves=tuple(_curves(curriculum.measures, row, reached)),
        ratings=row.ratings,
    )


def _number(session: SessionFact) -> int:
    return session.number


def _stretch(phase: Phase, length: int, curriculum: Curriculum) -> tuple[str, int, int]:
    """A session after the last belongs to the last phase."""
    last = length if phase == curriculum.treatment.phases[-1] else phase.last
    return (f"{phase.key} {phase.first}–{last}", phase.first, last)  # noqa: RUF001 - a span


def _kinds(held: Iterable[SessionFact], length: int, upcoming: int | None) -> tuple[str, ...]:
    kinds = dict.fromkeys(range(1, length + 1), "todo")
    for session in held:
        is_done = session.attendance is Attendance.ATTENDED
        kinds[session.number] = "done" if is_done else "miss"
    if upcoming is not None:
        kinds[upcoming] = "next"
    return tuple(kinds.values())


def _label(kinds: Sequence[str], length: int, phase: Phase) -> str:
    missed = [number for number, kind in enumerate(kinds, start=1) if kind == "miss"]
    said_missed = f", {_numbers(missed)} missed" if missed else ""
    return f"{kinds.count('done')} of {length} sessions held{said_missed}, {phase.name}"


def _sentence(held: Sequence[SessionFact]) -> str:
    missed = [one.number for one in held if one.attendance is not Attendance.ATTENDED]
    if not held:
        return "No session yet."
    last = held[-1]
    begun = f"Session {last.number} was on {last.on.day} {last.on:%B}."
    if not missed:
        return begun
    return (
        f"{begun} {_numbers(missed).capitalize()} {'was' if len(missed) == 1 else 'were'} missed."
    )


def _numbers(numbers: Sequence[int]) -> str:
    noun = "session" if len(numbers) == 1 else "sessions"
    return f"{noun} {words.listed([str(number) for number in numbers])}"


def _curves(measures: Iterable[Measure], row: CaseRows, reached: int) -> Iterable[Curve]:
    for measure in measures:
        totals = row.totals.get(measure.key, ())
        if totals:
            taken = dict(totals)
            scores = tuple((number, taken.get(number)) for number in range(1, reached + 1))
            yield Curve(
                name=measure.name,
                sentence=said(measure, totals),
                scores=scores,
                top=measure.maximum,
                caseness=measure.caseness,
            )
