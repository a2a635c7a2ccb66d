"""A CASE package read as a framework: items by who is whose child, rubrics as scales. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from workbench.curricula.exchange.case_export import OURS
from workbench.curricula.exchange.framework import (
    MOST_ITEMS,
    Framework,
    Item,
    Point,
    ReadScale,
    UnreadableFile,
    tree_problems,
)
from workbench.curricula.problems import WITHIN, Problem
from workbench.curricula.shape import shape_problems

Extensions = dict[str, Any]
"""Any: what other systems keep in an extension is theirs."""

CHILD = "isChildOf"
RENUMBERED = (
    "The scores of “{name}” were {scores}; the format has whole steps, so they became {ours}."
)


class _Case(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Part of a package. Fields that the workbench does not read may be there."""


class _Link(_Case, frozen=True, kw_only=True):
    identifier: str


class _Document(_Case, frozen=True, kw_only=True):
    identifier: str
    title: str
    creator: str = ""
    description: str = ""
    language: str = ""
    version: str = ""
    notes: str = ""
    extensions: Extensions = msgspec.field(default_factory=dict)


class _Item(_Case, frozen=True, kw_only=True):
    identifier: str
    full_statement: str
    abbreviated_statement: str = ""
    human_coding_scheme: str = ""
    notes: str = ""
    extensions: Extensions = msgspec.field(default_factory=dict)


class _Association(_Case, frozen=True, kw_only=True):
    association_type: str
    origin: _Link = msgspec.field(name="originNodeURI")
    destination: _Link = msgspec.field(name="destinationNodeURI")
    sequence_number: int = 0


class _Level(_Case, frozen=True, kw_only=True):
    quality: str = ""
    description: str = ""
    score: float | None = None
    position: int = 0


class _Criterion(_Case, frozen=True, kw_only=True):
    description: str = ""
    item: _Link | None = msgspec.field(name="CFItemURI", default=None)
    levels: tuple[_Level, ...] = msgspec.field(name="CFRubricCriterionLevels", default=())


class _Rubric(_Case, frozen=True, kw_only=True):
    title: str = ""
    description: str = ""
    criteria: tuple[_Criterion, ...] = msgspec.field(name="CFRubricCriteria", default=())
    extensions: Extensions = msgspec.field(default_factory=dict)


class _Package(_Case, frozen=True, kw_only=True):
    document: _Document = msgspec.field(name="CFDocument")
    items: tuple[_Item, ...] = msgspec.field(name="CFItems", default=())
    associations: tuple[_Association, ...] = msgspec.field(name="CFAssociations", default=())
    rubrics: tuple[_Rubric, ...] = msgspec.field(name="CFRubrics", default=())


def read_case(said: dict[str, object], file: str) -> Framework:
    """The framework of a package. Raises UnreadableFile with everything that is wrong in it."""
    if problems := shape_problems(said, file, _Package):
        raise UnreadableFile(problems)
    package = msgspec.convert(said, _Package)
    items = _items(package)
    if problems := [*_unlike(package, file), *tree_problems(items, file, _places(package))]:
        raise UnreadableFile(problems)
    return _framework(package, items)


def _framework(package: _Package, items: tuple[Item, ...]) -> Framework:
    document = package.document
    scales = tuple(_scales(package))
    return Framework(
        source="a CASE package",
        title=document.title,
        body=document.creator,
        description=document.description,
        language=document.language,
        version=document.version,
        notice=document.notes,
        items=items,
        scales=scales,
        remarks=tuple(_remarks(package)),
        said=_said(document.extensions),
    )


def _items(package: _Package) -> tuple[Item, ...]:
    """The items in the order of their sequence numbers, each under its first parent."""
    children = [one for one in package.associations if one.association_type == CHILD]
    ordered = sorted(children, key=lambda one: one.sequence_number)
    parents = {one.origin.identifier: one.destination.identifier for one in reversed(ordered)}
    place = {one.origin.identifier: number for number, one in enumerate(ordered)}
    found = sorted(package.items, key=lambda item: place.get(item.identifier, len(place)))
    return tuple(_item(item, parents.get(item.identifier), package.document) for item in found)


def _item(item: _Item, parent: str | None, document: _Document) -> Item:
    return Item(
        id=item.identifier,
        parent=None if parent == document.identifier else parent,
        code=item.human_coding_scheme,
        title=item.abbreviated_statement,
        statement=item.full_statement,
        notes=item.notes,
        said=_said(item.extensions),
    )


def _places(package: _Package) -> Mapping[str, str]:
    return {
        item.identifier: f"CFItems{WITHIN}number {number}"
        for number, item in enumerate(package.items, start=1)
    }


def _unlike(package: _Package, file: str) -> Iterator[Problem]:
    """Too many items, one identifier twice, a blank statement, a child that is not there."""
    if not 0 < len(package.items) <= MOST_ITEMS:
        message = f"expected between 1 and {MOST_ITEMS} items, found {len(package.items)}"
        yield Problem(file, "CFItems", message)
    times = Counter(item.identifier for item in package.items)
    for number, item in enumerate(package.items, start=1):
        place = f"CFItems{WITHIN}number {number}"
        if times[item.identifier] > 1:
            yield Problem(file, place, f"the identifier “{item.identifier}” is used more than once")
        if not item.full_statement.strip():
            yield Problem(
                file, f"{place}{WITHIN}fullStatement", "expected a text that is not blank"
            )
    for number, one in enumerate(package.associations, start=1):
        if one.association_type == CHILD and one.origin.identifier not in times:
            place = f"CFAssociations{WITHIN}number {number}{WITHIN}originNodeURI"
            yield Problem(file, place, f"no item has the identifier “{one.origin.identifier}”")


def _scales(package: _Package) -> Iterator[ReadScale]:
    for number, rubric in enumerate(package.rubrics, start=1):
        criterion = _general(rubric)
        levels = _in_order(criterion)
        yield ReadScale(
            name=rubric.title or f"Scale {number}",
            meaning=rubric.description or criterion.description,
            points=tuple(Point(label=one.quality, anchor=one.description) for one in levels),
            first=_first(levels),
            anchors=_own_anchors(rubric, criterion, len(levels)),
            said=_said(rubric.extensions),
        )


def _general(rubric: _Rubric) -> _Criterion:
    """The criterion that is about no single item; else the first; else one without levels."""
    plain = [one for one in rubric.criteria if one.item is None]
    return next(iter([*plain, *rubric.criteria]), _Criterion())


def _in_order(criterion: _Criterion) -> list[_Level]:
    return sorted(criterion.levels, key=lambda one: (one.score or 0, one.position))


def _first(levels: list[_Level]) -> int:
    return int(levels[0].score or 0) if _are_steps(levels) else 0


def _are_steps(levels: list[_Level]) -> bool:
    """Whether the scores go up by one, and from a whole number that is not negative."""
    scores = [one.score for one in levels]
    first = scores[0] if scores else None
    return (
        first is not None and first >= 0 and scores == [int(first) + n for n in range(len(scores))]
    )


def _own_anchors(rubric: _Rubric, general: _Criterion, points: int) -> dict[str, tuple[str, ...]]:
    return {
        one.item.identifier: tuple(level.description for level in _in_order(one))
        for one in rubric.criteria
        if one.item is not None and one is not general and len(one.levels) == points
    }


def _remarks(package: _Package) -> Iterator[str]:
    for rubric in package.rubrics:
        levels = _in_order(_general(rubric))
        if levels and not _are_steps(levels):
            scores = ", ".join("none" if one.score is None else f"{one.score:g}" for one in levels)
            ours = ", ".join(map(str, range(len(levels))))
            yield RENUMBERED.format(name=rubric.title, scores=scores, ours=ours)


def _said(extensions: Extensions) -> dict[str, object]:
    ours = extensions.get(OURS)
    return dict(ours) if isinstance(ours, dict) else {}
