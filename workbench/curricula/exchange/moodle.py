"""A Moodle competency framework, as its export writes it: a CSV with a line a competency. Pure."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from workbench.curricula.exchange.framework import (
    MOST_ITEMS,
    Framework,
    Item,
    Point,
    ReadScale,
    UnreadableFile,
    tree_problems,
)
from workbench.curricula.problems import Problem

COLUMNS = {
    "parent": "parent id number",
    "number": "id number",
    "name": "short name",
    "description": "description",
    "format": "description format",
    "scale": "scale values",
    "is_framework": "is framework",
}
"""What is read of the fourteen columns, by the English names of their heads."""
PLACES = {
    "parent": 0,
    "number": 1,
    "name": 2,
    "description": 3,
    "format": 4,
    "scale": 5,
    "is_framework": 12,
}
"""Where they stand in Moodle's own export, whatever the language of its heads."""
WIDTH = 13
HTML = "1"
YES = frozenset({"1", "true", "yes"})


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: dict[str, str]

    @property
    def place(self) -> str:
        return f"line {self.number}"

    @property
    def words(self) -> str:
        """The description as plain text."""
        told = self.cells["description"]
        return plain_words(told) if self.cells["format"] == HTML else told.strip()


def read_moodle(text: str, file: str) -> Framework:
    """The framework of a file. Raises UnreadableFile with everything that is wrong in it."""
    lines = list(_lines(text, file))
    frameworks = [line for line in lines if line.cells["is_framework"].lower() in YES]
    competencies = [line for line in lines if line not in frameworks]
    items = tuple(map(_item, competencies))
    places = {line.cells["number"]: line.place for line in competencies}
    if problems := [*_unlike(frameworks, competencies, file), *tree_problems(items, file, places)]:
        raise UnreadableFile(problems)
    return _framework(frameworks[0], items, competencies)


def _framework(line: _Line, items: tuple[Item, ...], competencies: Sequence[_Line]) -> Framework:
    scale, own = line.cells["scale"], {one.cells["scale"] for one in competencies} - {""}
    others = sorted(own - {scale})
    return Framework(
        source="a Moodle competency framework",
        title=line.cells["name"],
        body="",
        description=line.words,
        items=items,
        scales=tuple(map(_scale, enumerate([scale, *others] if scale else others, start=1))),
    )


def _item(line: _Line) -> Item:
    cells = line.cells
    return Item(
        id=cells["number"],
        parent=cells["parent"] or None,
        code=cells["number"],
        title=cells["name"],
        statement=line.words or cells["name"],
    )


def _scale(numbered: tuple[int, str]) -> ReadScale:
    number, values = numbered
    labels = [value.strip() for value in values.split(",")]
    name = "Scale" if number == 1 else f"Scale {number}"
    points = tuple(Point(label=label) for label in labels if label)
    return ReadScale(name=name, meaning="", points=points)


def _unlike(
    frameworks: Sequence[_Line], competencies: Sequence[_Line], file: str
) -> Iterator[Problem]:
    if not frameworks:
        yield Problem(file, "", "no line says that it is the framework (Is framework = 1)")
    for line in frameworks[1:]:
        yield Problem(file, line.place, "there is a second framework: export one a file")
    if not 0 < len(competencies) <= MOST_ITEMS:
        found = f"expected between 1 and {MOST_ITEMS} competencies, found {len(competencies)}"
        yield Problem(file, "", found)
    yield from _nameless([*frameworks[:1], *competencies], file)
    seen: dict[str, str] = {}
    for line in competencies:
        number = line.cells["number"]
        if number and number in seen:
            yield Problem(
                file, line.place, f"the ID number “{number}” stands on {seen[number]} too"
            )
        seen.setdefault(number, line.place)


def _nameless(lines: Sequence[_Line], file: str) -> Iterator[Problem]:
    for line in lines:
        if not line.cells["number"]:
            yield Problem(file, line.place, "the ID number is missing")
        if not line.cells["name"]:
            yield Problem(file, line.place, "the short name is missing")


def _lines(text: str, file: str) -> Iterator[_Line]:
    head_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=head_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        places = _places(next(reader, []), file)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _Line(reader.line_num, _cells(row, places))
    except csv.Error as error:
        problem = Problem(file, f"line {reader.line_num}", f"cannot be read as CSV: {error}")
        raise UnreadableFile([problem]) from error


def _cells(row: Sequence[str], places: dict[str, int]) -> dict[str, str]:
    """What stands in the columns; a formula is words like any others."""
    return {name: row[place].strip() if place < len(row) else "" for name, place in places.items()}


def _places(heads: Sequence[str], file: str) -> dict[str, int]:
    known = {head.strip().lower(): place for place, head in enumerate(heads)}
    if known.keys() >= set(COLUMNS.values()):
        return {name: known[head] for name, head in COLUMNS.items()}
    if len(heads) >= WIDTH:
        return PLACES
    wanted = ", ".join(head.capitalize() for head in COLUMNS.values())
    raise UnreadableFile([Problem(file, "line 1", f"expected the columns {wanted}")])


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "div", "li", "h1", "h2", "h3", "h4", "tr"}:
            self.parts.append("\n")

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's own
        if tag == "br":
            self.parts.append("\n")


def plain_words(markup: str) -> str:
    """What a reader would see of a piece of HTML, a paragraph a line."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)
