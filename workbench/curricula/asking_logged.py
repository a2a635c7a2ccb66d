"""What the checks of every family of requirements share: where one stands, what it names. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from workbench.curricula.activities import ActivityKind, Unit
from workbench.curricula.misfits import Misfit, at, keys, strangers
from workbench.curricula.model import Curriculum, Gate


@dataclass(frozen=True, slots=True)
class Ask:
    """Where a requirement stands in its file."""

    curriculum: Curriculum
    gate: Gate
    place: tuple[str, ...]

    def here(self, field: str, message: str) -> Misfit:
        """What is wrong with a field of the requirement."""
        return at(*self.place, field)(message)

    def milestones(self, field: str, named: Sequence[str | None]) -> Iterator[Misfit]:
        """Milestones that the file does not have."""
        given = [name for name in named if name is not None]
        yield from strangers((*self.place, field), given, keys(self.curriculum.milestones))


# Any: each check takes its own type of requirement, and the key of the table says which.
Check: TypeAlias = Callable[[Ask, Any], Iterable[Misfit]]


def logged(
    ask: Ask, field: str, named: Sequence[str], *, kind: ActivityKind | None = None
) -> Iterator[Misfit]:
    """Activities that do not exist, never count, or are of another kind than is asked for."""
    place = (*ask.place, field)
    yield from strangers(place, named, keys(ask.curriculum.activities))
    for activity in ask.curriculum.activities:
        if activity.key not in named:
            continue
        if activity.unit is Unit.NOTHING:
            yield at(*place)(f"“{activity.key}” is an activity that never counts")
        if kind is not None and activity.kind is not kind:
            yield at(*place)(f"“{activity.key}” is {activity.kind}: expected {kind}")
