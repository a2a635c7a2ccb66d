"""A framework as other systems know it: items under items, and scales. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.curricula.problems import Problem

MOST_ITEMS = 2_000

Said = Mapping[str, object]
"""What the workbench itself put into the file once: what the other format has no word for."""


class UnreadableFile(ValueError):
    """A file from elsewhere was refused whole. ``problems`` is all that can be said of it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems, and say them one a line."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One competency, or a group of them."""

    id: str
    parent: str | None
    """The item above; none at the top."""
    code: str
    title: str
    statement: str
    notes: str = ""
    said: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One level of a scale, with words where the file has some."""

    label: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadScale:
    """A scale with its points from the lowest to the highest."""

    name: str
    meaning: str
    points: tuple[Point, ...]
    first: int = 0
    """The value of the lowest point."""
    anchors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By an item's id: words of its own for every point."""
    said: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Everything that was read from one file."""

    source: str
    """What sort of file it was, such as "a CASE package"."""
    title: str
    body: str
    items: tuple[Item, ...]
    scales: tuple[ReadScale, ...] = ()
    description: str = ""
    language: str = ""
    version: str = ""
    notice: str = ""
    remarks: tuple[str, ...] = ()
    """What was read otherwise than it stood there."""
    said: Said = field(default_factory=dict)

    def children(self, parent: str | None) -> tuple[Item, ...]:
        """The items right below one, or at the top."""
        return tuple(item for item in self.items if item.parent == parent)


def tree_problems(items: Sequence[Item], file: str, places: Mapping[str, str]) -> list[Problem]:
    """Where items do not hang together: one above is not there, or one is below itself."""
    parents = {item.id: item.parent for item in items}
    found = []
    for item in items:
        if item.parent is not None and item.parent not in parents:
            message = f"nothing has the number “{item.parent}”, under which it is put"
            found.append(Problem(file, places[item.id], message))
        elif _is_below_itself(item.id, parents):
            found.append(Problem(file, places[item.id], "it is put under itself"))
    return found


def _is_below_itself(start: str, parents: Mapping[str, str | None]) -> bool:
    seen, here = set(), parents.get(start)
    while here is not None and here not in seen:
        if here == start:
            return True
        seen.add(here)
        here = parents.get(here)
    return False
