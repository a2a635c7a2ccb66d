"""The form of one session, built from the curriculum: tasks, scales, anchors. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.curricula.materials import AnswerKind, Scale, Task
from workbench.curricula.model import Curriculum


@dataclass(frozen=True, slots=True)
class ScaleOf:
    """One scale of one task, with the task's own anchors where it has some."""

    scale: Scale
    anchors: tuple[str, ...]

    @property
    def points(self) -> tuple[tuple[int, str], ...]:
        """Each value with what it looks like."""
        values = (point.value for point in self.scale.points)
        return tuple(zip(values, self.anchors, strict=True))

    @property
    def values(self) -> frozenset[int]:
        """The values that may be given; there are no half points."""
        return frozenset(point.value for point in self.scale.points)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a form: a task, or a marker of having left the model."""

    task: Task
    scales: tuple[ScaleOf, ...]

    @property
    def first(self) -> ScaleOf:
        """The scale on which the answers beside the points stand."""
        return self.scales[0]

    @property
    def second(self) -> ScaleOf | None:
        """The scale that is asked only once the first has reached a value."""
        return self.scales[1] if len(self.scales) > 1 else None

    @property
    def answers(self) -> frozenset[AnswerKind]:
        """What may be said instead of a score."""
        return frozenset(answer.kind for answer in self.first.scale.answers)

    def asks_second(self, value: int) -> bool:
        """Whether a value of the first scale opens the second."""
        if self.second is None:
            return False
        only_after = self.second.scale.only_after
        return only_after is None or value >= only_after.least


@dataclass(frozen=True, slots=True)
class RatingForm:
    """What a rater fills in for one session."""

    items: tuple[Item, ...]
    """Every one wants an answer."""
    markers: tuple[Item, ...]
    """Noted beside the rating; leaving them out means that nothing was seen."""

    @property
    def every(self) -> tuple[Item, ...]:
        """Tasks, then markers."""
        return (*self.items, *self.markers)


def form_for(curriculum: Curriculum, phase: str, *, short: bool) -> RatingForm:
    """The form of a session in a phase; the short one keeps the tasks that the curriculum names."""
    tasks = curriculum.short_form_for(phase) if short else curriculum.tasks_for(phase)
    return RatingForm(_items(curriculum, tasks), _items(curriculum, curriculum.off_model))


def _items(curriculum: Curriculum, tasks: Iterable[Task]) -> tuple[Item, ...]:
    return tuple(Item(task, tuple(_scales(curriculum, task))) for task in tasks)


def _scales(curriculum: Curriculum, task: Task) -> Iterable[ScaleOf]:
    scales = (curriculum.scale(key) for key in task.scales)
    return (ScaleOf(scale, curriculum.anchors(task, scale)) for scale in scales if scale)
