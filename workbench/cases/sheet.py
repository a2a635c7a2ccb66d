"""A case as its page shows it: the dots, the curves, what the totals say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.cases.domain.change import said
from workbench.cases.domain.sessions import next_number
from workbench.cases.models import Case, CaseStanding, TherapySession
from workbench.curricula.activities import Attendance
from workbench.curricula.materials import Measure
from workbench.curricula.model import Curriculum, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCurve:
    """One measure over the sessions of a case; a session without a total is a gap."""

    measure: Measure
    scores: tuple[tuple[int, int | None], ...]
    sentence: str
    """What the totals say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """One case with what a page says about it."""

    case: Case
    held: int
    missed: int
    next_number: int
    phase: Phase
    """The phase of the coming session, or of the last one once the case has ended."""
    planned: int
    kinds: tuple[str, ...]
    phases: tuple[tuple[str, int, int], ...]
    phase_ends: tuple[int, ...]
    curves: tuple[MeasureCurve, ...]
    is_open: bool

    @property
    def coming(self) -> int | None:
        """The number of the coming session, while the case is open."""
        return self.next_number if self.is_open else None


def case_sheet(case: Case, curriculum: Curriculum) -> CaseSheet:
    """Read a case, loaded with its sessions and totals, for a page."""
    held = [one for one in case.sessions if one.attendance is Attendance.ATTENDED]
    coming = next_number(one.number for one in case.sessions)
    is_open = case.standing is CaseStanding.OPEN
    phases = curriculum.treatment.phases
    kinds = _kinds(case.sessions, curriculum.treatment.sessions, coming if is_open else None)
    return CaseSheet(
        case=case,
        held=len(held),
        missed=len(case.sessions) - len(held),
        next_number=coming,
        phase=curriculum.phase_of(coming if is_open else max(1, coming - 1)),
        planned=curriculum.treatment.sessions,
        kinds=kinds,
        phases=tuple(
            (
                phase.name,
                phase.first,
                max(phase.last, len(kinds)) if phase is phases[-1] else phase.last,
            )
            for phase in phases
        ),
        phase_ends=tuple(phase.last for phase in phases[:-1]),
        curves=tuple(_curve(case.sessions, measure) for measure in curriculum.measures),
        is_open=is_open,
    )


def _kinds(sessions: Iterable[TherapySession], planned: int, coming: int | None) -> tuple[str, ...]:
    by_number = {one.number: one.attendance for one in sessions}
    last = max([planned, coming or 0, *by_number])
    return tuple(_kind(by_number.get(n), is_next=n == coming) for n in range(1, last + 1))


def _kind(attendance: Attendance | None, *, is_next: bool) -> str:
    if attendance is None:
        return "next" if is_next else "todo"
    return "done" if attendance is Attendance.ATTENDED else "miss"


def _curve(sessions: Sequence[TherapySession], measure: Measure) -> MeasureCurve:
    scores = tuple(
        (one.number, next((t.total for t in one.totals if t.measure == measure.key), None))
        for one in sessions
    )
    taken = [(number, score) for number, score in scores if score is not None]
    return MeasureCurve(measure=measure, scores=scores, sentence=said(measure, taken))
