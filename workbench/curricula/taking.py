"""A curriculum with other readings than those that its file takes. Pure."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from workbench.curricula.asked import Said
from workbench.curricula.misfits import keys
from workbench.curricula.model import Curriculum
from workbench.curricula.problems import nearest
from workbench.curricula.readings import Question, Reading, Sets

_S = TypeVar("_S", bound=Said)


class NoSuchReading(ValueError):
    """A question that the file does not ask, or a reading that it does not name."""


def taking(curriculum: Curriculum, chosen: Mapping[str, str]) -> Curriculum:
    """The published curriculum with a reading for each question named; the rest stays as it is.

    Where two readings set the same field, the one of the later question in the file holds.
    """
    asked = keys(curriculum.questions)
    for name in chosen:
        if name not in asked:
            message = f"it asks no question “{name}”; {nearest(name, asked)}"
            raise NoSuchReading(message)
    for question in curriculum.questions:
        if question.key in chosen:
            reading = _reading(question, chosen[question.key])
            curriculum = _first(reading_otherwise(curriculum, reading), question, reading)
    return curriculum


def _first(curriculum: Curriculum, question: Question, reading: Reading) -> Curriculum:
    """The reading that is taken comes first, so that everybody can name it."""
    others = (other for other in question.readings if other is not reading)
    taken = msgspec.structs.replace(question, readings=(reading, *others))
    questions = (taken if one is question else one for one in curriculum.questions)
    return msgspec.structs.replace(curriculum, questions=tuple(questions))


def reading_otherwise(curriculum: Curriculum, reading: Reading) -> Curriculum:
    """The curriculum with what one reading sets. Raises ``msgspec.ValidationError``."""
    if not reading.sets:
        return curriculum
    gates = tuple(
        msgspec.structs.replace(gate, requirements=_set(gate.requirements, reading.sets))
        for gate in curriculum.gates
    )
    activities = _set(curriculum.activities, reading.sets)
    return msgspec.structs.replace(curriculum, activities=activities, gates=gates)


def _reading(question: Question, key: str) -> Reading:
    for reading in question.readings:
        if reading.key == key:
            return reading
    known = keys(question.readings)
    message = f"“{question.key}” has no reading “{key}”; {nearest(key, known)}"
    raise NoSuchReading(message)


def _set(parts: tuple[_S, ...], sets: Sets) -> tuple[_S, ...]:
    return tuple(_one(part, sets.get(str(getattr(part, "key", "")), {})) for part in parts)


def _one(part: _S, fields: Mapping[str, object]) -> _S:
    if not fields:
        return part
    return msgspec.convert(said_otherwise(part, fields), type(part))


def said_otherwise(part: Said, fields: Mapping[str, object]) -> dict[str, object]:
    """A part of the file as plain values, with some of its fields set."""
    return {**msgspec.to_builtins(part), **fields}
