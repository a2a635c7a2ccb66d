"""Where in a curriculum something does not fit, and what would be right. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.curricula.problems import nearest


@dataclass(frozen=True, slots=True)
class Misfit:
    """A place in the file, by the keys its author gave, and what is wrong there."""

    place: tuple[str, ...]
    message: str


class Keyed(Protocol):
    """Anything that is named by a key."""

    @property
    def key(self) -> str:
        """The name."""
        ...


def at(*place: str) -> Callable[[str], Misfit]:
    """A way to say what is wrong at a place."""
    return lambda message: Misfit(place, message)


def keys(things: Iterable[Keyed]) -> list[str]:
    """The keys of some things, in their order."""
    return [thing.key for thing in things]


def strangers(place: Sequence[str], named: Iterable[str], known: Sequence[str]) -> Iterator[Misfit]:
    """A misfit for every name that nothing in the file bears, with the nearest that is borne."""
    for name in named:
        if name not in known:
            yield at(*place)(f"nothing is called “{name}”; {nearest(name, known)}")


def repeated(place: Sequence[str], names: Iterable[str]) -> Iterator[Misfit]:
    """A misfit for every key that more than one of some things bears."""
    for name, times in Counter(names).items():
        if times > 1:
            yield at(*place, name)(f"the key “{name}” is used {times} times")
