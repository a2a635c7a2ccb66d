"""A Mahara SmartEvidence matrix: standards, their elements, and what evidence can come to. Pure."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from workbench.curricula.exchange.framework import (
    MOST_ITEMS,
    Framework,
    Item,
    Point,
    ReadScale,
    UnreadableFile,
    tree_problems,
)
from workbench.curricula.exchange.moodle import plain_words
from workbench.curricula.problems import WITHIN, Problem
from workbench.curricula.shape import shape_problems

STATUSES = ("begun", "incomplete", "partialcomplete", "completed")
STANDARD = "standard "


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    """Part of a matrix. Fields that the workbench does not read may be there."""


class _Standard(_Part, frozen=True, kw_only=True):
    shortname: str
    standardid: int | str
    name: str = ""
    description: str = ""


class _Element(_Part, frozen=True, kw_only=True):
    shortname: str
    elementid: int | float | str
    standardid: int | str
    name: str = ""
    description: str = ""
    parentelementid: int | float | str | None = None


class _Matrix(_Part, frozen=True, kw_only=True):
    name: str
    standards: tuple[_Standard, ...]
    standardelements: tuple[_Element, ...]
    description: str = ""
    evidencestatuses: dict[str, str] | list[dict[str, str]] = msgspec.field(default_factory=dict)


class _File(_Part, frozen=True, kw_only=True):
    framework: _Matrix


def read_mahara(said: dict[str, object], file: str) -> Framework:
    """The framework of a matrix. Raises UnreadableFile with everything that is wrong in it."""
    if problems := shape_problems(said, file, _File):
        raise UnreadableFile(problems)
    matrix = msgspec.convert(said, _File).framework
    items = (*map(_standard, matrix.standards), *map(_element, matrix.standardelements))
    if problems := [*_unlike(matrix, file), *tree_problems(items, file, _places(matrix))]:
        raise UnreadableFile(problems)
    return Framework(
        source="a Mahara SmartEvidence matrix",
        title=matrix.name,
        body="",
        description=plain_words(matrix.description),
        items=items,
        scales=tuple(_scales(matrix)),
    )


def _standard(standard: _Standard) -> Item:
    return _named(standard, id_=f"{STANDARD}{standard.standardid}", parent=None)


def _element(element: _Element) -> Item:
    above = element.parentelementid
    parent = f"{STANDARD}{element.standardid}" if above in {None, ""} else str(above)
    return _named(element, id_=str(element.elementid), parent=parent)


def _named(part: _Standard | _Element, *, id_: str, parent: str | None) -> Item:
    title = part.name or part.shortname
    return Item(
        id=id_,
        parent=parent,
        code=part.shortname if parent is None else id_,
        title=" ".join(title.split()),
        statement=plain_words(part.description) or title,
    )


def _places(matrix: _Matrix) -> dict[str, str]:
    standards = {
        f"{STANDARD}{one.standardid}": f"standards{WITHIN}number {number}"
        for number, one in enumerate(matrix.standards, start=1)
    }
    elements = {
        str(one.elementid): f"standardelements{WITHIN}number {number}"
        for number, one in enumerate(matrix.standardelements, start=1)
    }
    return standards | elements


def _unlike(matrix: _Matrix, file: str) -> Iterator[Problem]:
    found = len(matrix.standards) + len(matrix.standardelements)
    if not matrix.standardelements or found > MOST_ITEMS:
        yield Problem(
            file, "standardelements", f"expected between 1 and {MOST_ITEMS}, found {found}"
        )
    yield from _repeated([str(one.standardid) for one in matrix.standards], "standards", file)
    elements = [str(one.elementid) for one in matrix.standardelements]
    yield from _repeated(elements, "standardelements", file)


def _repeated(numbers: list[str], part: str, file: str) -> Iterator[Problem]:
    for number, times in Counter(numbers).items():
        if times > 1:
            yield Problem(file, part, f"the number “{number}” is used {times} times")


def _scales(matrix: _Matrix) -> Iterator[ReadScale]:
    """What evidence can come to, as the points of one scale, in Mahara's own order."""
    told = matrix.evidencestatuses
    pairs = told if isinstance(told, dict) else {k: v for one in told for k, v in one.items()}
    labels = [pairs[status] for status in STATUSES if pairs.get(status, "").strip()]
    if labels:
        points = tuple(Point(label=label) for label in labels)
        yield ReadScale(name="Evidence", meaning="", points=points)
