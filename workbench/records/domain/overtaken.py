"""What would change if a record were issued anew. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from workbench.progress.domain import words
from workbench.progress.domain.findings import Unit
from workbench.progress.domain.units import NOUNS
from workbench.records.domain.content import Content


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the record says and that is no longer so."""

    what: str
    was: str
    now: str


NOTHING = "none"


def changes(issued: Content, current: Content) -> tuple[Change, ...]:
    """Every difference that a reader of the record would see, in the record's own order."""
    pairs = (*_said(issued, current), *_figures(issued, current), *_lists(issued, current))
    return tuple(Change(what, was, now) for what, was, now in pairs if was != now)


def _said(issued: Content, current: Content) -> Iterable[tuple[str, str, str]]:
    yield "Holder, as printed", issued.holder, current.holder
    yield "Provider", issued.provider, current.provider
    yield "Curriculum", _curriculum(issued), _curriculum(current)


def _curriculum(content: Content) -> str:
    return f"{content.curriculum.title}, {content.curriculum.version}"


def _figures(issued: Content, current: Content) -> Iterable[tuple[str, str, str]]:
    yield from _beside(_requirements(issued), _requirements(current))
    yield from _beside(_hours(issued), _hours(current))


def _requirements(content: Content) -> dict[str, str]:
    return {
        line.title: f"{line.have} of {line.needed} {NOUNS[Unit(line.unit)][1]}, "
        f"{line.standing.replace('_', ' ')}"
        for line in content.requirements
    }


def _hours(content: Content) -> dict[str, str]:
    return {
        f"{line.name}, credited": f"{words.one_decimal(Fraction(line.credited) / 60)} h "
        f"in {words.entries(line.entries)}"
        for line in content.hours
    }


def _beside(was: dict[str, str], now: dict[str, str]) -> Iterable[tuple[str, str, str]]:
    for what in {**was, **now}:
        yield what, was.get(what, NOTHING), now.get(what, NOTHING)


def _lists(issued: Content, current: Content) -> Iterable[tuple[str, str, str]]:
    for what, name in (
        ("Countersigned entries", "entries"),
        ("Cases", "cases"),
        ("Ratings", "ratings"),
        ("Documents", "documents"),
        ("Milestones", "milestones"),
        ("Earlier hours", "prior"),
        ("Signatures over stretches of the log", "attestations"),
    ):
        was, now = getattr(issued, name), getattr(current, name)
        if was != now:
            moved = sum(one not in set(was) for one in now)
            yield what, str(len(was)), f"{len(now)}, {moved} of them new or changed"
