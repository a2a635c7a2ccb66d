"""Which readings of what the sources leave open a requirement rests on. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbench.curricula.model import Curriculum, Gate
from workbench.curricula.readings import Question
from workbench.curricula.requirements import Requirement
from workbench.progress.domain.findings import Finding, ReadingTaken

ACTIVITIES = (
    "activities",
    "activity",
    "practice",
    "sessions_of",
    "of",
    "from_first_of",
    "until_first_of",
)
"""The fields of a requirement that name what is logged."""

Readings = Mapping[str, tuple[ReadingTaken, ...]]


def readings_of(curriculum: Curriculum) -> Readings:
    """For each requirement that a question touches, by itself or by an activity, what was taken."""
    if not curriculum.questions:
        return {}
    return {
        asked.key: taken
        for gate in curriculum.gates
        for asked in gate.requirements
        if (taken := tuple(_taken(curriculum, asked)))
    }


def read_as(gate: Gate, found: Mapping[str, Finding], readings: Readings) -> tuple[Finding, ...]:
    """The findings in the curriculum's own order, each with the readings that it rests on."""
    return tuple(
        replace(found[asked.key], readings=readings[asked.key])
        if asked.key in readings
        else found[asked.key]
        for asked in gate.requirements
    )


def _taken(curriculum: Curriculum, asked: Requirement) -> Iterator[ReadingTaken]:
    names = _names(asked)
    for question in curriculum.questions:
        if not names.isdisjoint(_touched(question)):
            reading = question.taken
            yield ReadingTaken(question.key, question.asks, reading.key, reading.words)


def _touched(question: Question) -> Iterator[str]:
    for reading in question.readings:
        yield from reading.sets


def _names(asked: Requirement) -> frozenset[str]:
    names = {asked.key}
    for field in ACTIVITIES:
        named = getattr(asked, field, ())
        names.update([named] if isinstance(named, str) else named)
    return frozenset(names)
