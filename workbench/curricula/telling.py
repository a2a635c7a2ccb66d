"""What a part of a curriculum says in figures, field by field, for people who check it. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import chain

import msgspec

from workbench.curricula.model import Curriculum

SAID_ELSEWHERE = frozenset(
    {"key", "name", "title", "words", "meaning", "sources", "uncertain", "otherwise"}
)
"""Fields that a page shows at their own place."""


def figures(part: msgspec.Struct, curriculum: Curriculum) -> list[tuple[str, str]]:
    """Every field that says something, with its name and its value in words."""
    return list(_figures(part, _names(curriculum)))


def _figures(part: msgspec.Struct, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field in msgspec.structs.fields(part):
        value = getattr(part, field.name)
        if field.encode_name not in SAID_ELSEWHERE and (said := _said(value, names)):
            yield field.encode_name.replace("_", " "), said


def _said(value: object, names: Mapping[str, str]) -> str:
    """A value in words; nothing, where it says nothing."""
    match value:
        case tuple() | list():
            return ", ".join(filter(None, (_said(one, names) for one in value)))
        case Mapping():
            return "; ".join(f"{names.get(str(k), k)}: {_said(v, names)}" for k, v in value.items())
        case msgspec.Struct():
            return "; ".join(f"{name} {said}" for name, said in _figures(value, names))
        case _:
            return _single(value, names)


def _single(value: object, names: Mapping[str, str]) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case StrEnum():
            return value.value.replace("_", " ")
        case _:
            return names.get(str(value), str(value))


def _names(curriculum: Curriculum) -> dict[str, str]:
    """What the keys of a file stand for."""
    c = curriculum
    named = (c.activities, c.milestones, c.scales, c.document_kinds, c.treatment.phases)
    asked = chain.from_iterable(gate.requirements for gate in c.gates)
    names = {one.key: f"“{one.title}”" for one in asked}
    for things in named:
        names |= {one.key: one.name for one in things}
    return names


def told_apart(curricula: Mapping[str, Curriculum]) -> list[tuple[str, str]]:
    """What a list offers, by value: title and version, and the key where two would read alike."""
    plain = {value: f"{one.title}, {one.version}" for value, one in curricula.items()}
    times = Counter(plain.values())
    return [
        (value, words if times[words] == 1 else f"{words} ({curricula[value].key})")
        for value, words in plain.items()
    ]
