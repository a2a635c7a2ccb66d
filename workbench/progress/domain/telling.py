"""Findings as plain values, for whoever reads them by machine. Pure; the form is docs/facts.md."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from workbench.curricula.model import Curriculum
from workbench.progress.domain.amounts import exact
from workbench.progress.domain.findings import (
    Finding,
    GateFindings,
    LeftOut,
    NextMove,
    ReadingTaken,
    Window,
)
from workbench.progress.domain.outside import Outside

# Any: whatever JSON can say.
Told: TypeAlias = dict[str, Any]


def told(
    curriculum: Curriculum, gates: Sequence[GateFindings], beside: Sequence[Outside], *, on: date
) -> Told:
    """Everything that was found, amounts exact: a decimal, or a fraction where that would round."""
    return {
        "curriculum": {
            "key": curriculum.key,
            "version": curriculum.version,
            "title": curriculum.title,
        },
        "on": on,
        "readings": {question.key: question.taken.key for question in curriculum.questions},
        "gates": [_gate(gate) for gate in gates],
        "outside": [_outside(one) for one in beside],
    }


def _outside(one: Outside) -> Told:
    return {
        "activity": one.activity,
        "entries": one.entries,
        "minutes": one.minutes,
        "reason": one.reason,
    }


def _gate(gate: GateFindings) -> Told:
    return {
        "key": gate.key,
        "title": gate.title,
        "is_met": gate.is_met,
        "met": gate.met,
        "of": len(gate.findings),
        "requirements": [_finding(finding) for finding in gate.findings],
    }


def _finding(finding: Finding) -> Told:
    return {
        "key": finding.key,
        "title": finding.title,
        "words": finding.words,
        "standing": finding.standing,
        "is_met": finding.is_met,
        "blocks": finding.blocks,
        "unit": finding.unit,
        "needed": exact(finding.needed),
        "have": exact(finding.have),
        "waiting": exact(finding.waiting),
        "draft": exact(finding.draft),
        "to_go": exact(finding.to_go),
        "explanation": finding.explanation,
        "shortfalls": finding.shortfalls,
        "windows": [_window(window) for window in finding.windows],
        "counted": finding.counted,
        "counted_of": finding.of,
        "letters": finding.letters,
        "left_out": [_left_out(one) for one in finding.left_out],
        "next_move": _next_move(finding.next_move) if finding.next_move else None,
        "met_on": finding.met_on,
        "due": finding.due,
        "readings": [_reading(reading) for reading in finding.readings],
    }


def _window(window: Window) -> Told:
    return {
        "first": window.first,
        "last": window.last,
        "unit": window.unit,
        "needed": exact(window.needed),
        "have": exact(window.have),
        "waiting": exact(window.waiting),
    }


def _left_out(one: LeftOut) -> Told:
    return {
        "id": one.id,
        "is_letter": one.is_letter,
        "on": one.on,
        "minutes": exact(one.minutes),
        "reason": one.reason,
    }


def _next_move(move: NextMove) -> Told:
    return {"whose": move.whose, "what": move.what, "link": move.link}


def _reading(reading: ReadingTaken) -> Told:
    return {
        "question": reading.question,
        "asks": reading.asks,
        "reading": reading.reading,
        "words": reading.words,
    }
