"""Findings as a text for a person at a terminal. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap

from workbench.curricula.model import Curriculum
from workbench.progress.domain import words
from workbench.progress.domain.amounts import exact
from workbench.progress.domain.findings import Finding, GateFindings, LeftOut, NextMove, Standing
from workbench.progress.domain.outside import Outside

WIDTH = 100
STANDINGS = {
    Standing.MET: "met",
    Standing.UNDER_WAY: "under way",
    Standing.NOT_BEGUN: "not begun",
    Standing.SHORT: "short",
    Standing.NOT_DUE: "not due yet",
    Standing.OVERDUE: "overdue",
}


def read_out(
    curriculum: Curriculum, gates: Sequence[GateFindings], beside: Sequence[Outside], *, on: date
) -> Iterator[str]:
    """Line for line: each step, each requirement with its reasons, what is next and whose move."""
    yield f"{curriculum.title}, version {curriculum.version}"
    yield f"On {words.day(on)}"
    for gate in gates:
        yield ""
        heading = f"{gate.title}: {gate.met} of {len(gate.findings)} requirements met"
        yield heading
        yield "=" * len(heading)
        for finding in gate.findings:
            yield ""
            yield from _finding(finding)
    if beside:
        yield from ("", "Logged, and asked for by no requirement")
    for one in beside:
        said = f"{one.activity}: {words.entries(len(one.entries))}, {one.minutes} min. {one.reason}"
        yield from _indented(said, 2)


def _finding(finding: Finding) -> Iterator[str]:
    advised = "" if finding.blocks else ", only advised"
    yield from _indented(f"{finding.title}: {STANDINGS[finding.standing]}{advised}", 2)
    yield from _indented(finding.explanation, 4)
    if finding.left_out:
        yield "    Left out:"
        for one in finding.left_out:
            yield from _indented(_left_out(one), 6)
    if finding.next_move is not None:
        yield from _indented(_next(finding.next_move), 4)
    for reading in finding.readings:
        yield from _indented(f"Read as: {reading.words} ({reading.question}={reading.reading})", 4)


def _left_out(one: LeftOut) -> str:
    what = "letter" if one.is_letter else "entry"
    return f"{words.day(one.on)}, {what} {one.id}, {exact(one.minutes)} min: {one.reason}"


def _next(move: NextMove) -> str:
    return f"Next, and the {move.whose}'s move: {words.sentence(move.what)}"


def _indented(text: str, by: int) -> list[str]:
    """Wrapped, with what runs over a little further in."""
    margin = " " * by
    return wrap(text, WIDTH, initial_indent=margin, subsequent_indent=f"{margin}  ")
