"""A curriculum: what one training body asks for, in one version, with its treatment. Pure."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Protocol, TypeVar

import msgspec

from workbench.curricula.activities import (
    Activity,
)
from workbench.curricula.asked import AtLeastOne, Key, Said, Words
from workbench.curricula.materials import DocumentKind, Measure, Scale, Scope, Task
from workbench.curricula.readings import Question
from workbench.curricula.requirements import Requirement

CurriculumKey = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9-]*$")]
Version = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}\.[0-9]+$")]


class Status(StrEnum):
    """Whether new enrolments may be made on a version."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Source(Said, frozen=True, kw_only=True):
    """Where a statement of the file comes from, and when it was read there."""

    key: Key
    title: Words
    address: Words
    read: date
    uncertain: str = ""


class Phase(Said, frozen=True, kw_only=True):
    """A stretch of the treatment, from one numbered session to another, both inclusive."""

    key: Key
    name: Words
    first: AtLeastOne
    last: AtLeastOne


class Treatment(Said, frozen=True, kw_only=True):
    """The therapy that is learnt."""

    name: Words
    sessions: AtLeastOne
    usual_minutes: AtLeastOne
    phases: Annotated[tuple[Phase, ...], msgspec.Meta(min_length=1)]
    extra_session: Words
    """How a session after the last planned one is read, in words."""
    early_ending: Words
    """How a therapy that ends early is read, in words."""
    uncertain: str = ""
    """What the sources leave open of the sessions and phases, and the reading that is taken."""


class MilestoneKind(Said, frozen=True, kw_only=True):
    """Something that happens once in a training, and what is shown for it."""

    key: Key
    name: Words
    evidence: Words
    choices: tuple[Words, ...] = ()
    """Where one of several will do: one of these is named when the milestone is recorded."""


class Correction(Said, frozen=True, kw_only=True):
    """How soon an identifying detail that slipped into a document is to be corrected."""

    hours: AtLeastOne
    words: Words
    sources: tuple[str, ...] = ()
    uncertain: str = ""


class Gate(Said, frozen=True, kw_only=True):
    """A step of the training: everything that must be met to take it."""

    key: Key
    name: Words
    meaning: Words
    requirements: Annotated[tuple[Requirement, ...], msgspec.Meta(min_length=1)]


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_K = TypeVar("_K", bound=_Keyed)


def _keyed(things: Iterable[_K], key: str) -> _K | None:
    return next((thing for thing in things if thing.key == key), None)


class Curriculum(Said, frozen=True, kw_only=True):
    """One published version. The look-ups answer None for a key it does not have."""

    format: Literal[1]
    key: CurriculumKey
    version: Version
    title: Words
    language: Annotated[str, msgspec.Meta(pattern="^[a-z]{2}(-[A-Z]{2})?$")]
    body: Words
    status: Status
    succeeds: str | None = None
    notice: Words
    """What every page that shows a form of this curriculum says about its wording."""
    sources: tuple[Source, ...]
    treatment: Treatment
    activities: Annotated[tuple[Activity, ...], msgspec.Meta(min_length=1)]
    milestones: tuple[MilestoneKind, ...] = ()
    scales: tuple[Scale, ...] = ()
    tasks: tuple[Task, ...] = ()
    short_form: tuple[str, ...] = ()
    document_kinds: tuple[DocumentKind, ...] = ()
    correction: Correction | None = None
    measures: tuple[Measure, ...] = ()
    gates: Annotated[tuple[Gate, ...], msgspec.Meta(min_length=1)]
    questions: tuple[Question, ...] = ()
    """What the sources leave open, with the reading that the file takes and the others."""

    def phase_of(self, session_number: int) -> Phase:
        """The phase of a numbered session. One after the last stretches the last phase."""
        phases = self.treatment.phases
        return next((phase for phase in phases if session_number <= phase.last), phases[-1])

    def phase(self, key: str) -> Phase | None:
        """The phase of that key."""
        return _keyed(self.treatment.phases, key)

    def activity(self, key: str) -> Activity | None:
        """What may be logged under that key."""
        return _keyed(self.activities, key)

    def milestone(self, key: str) -> MilestoneKind | None:
        """The milestone of that key."""
        return _keyed(self.milestones, key)

    def scale(self, key: str) -> Scale | None:
        """The rating scale of that key."""
        return _keyed(self.scales, key)

    def task(self, key: str) -> Task | None:
        """The task of that key, on or off the model."""
        return _keyed(self.tasks, key)

    def document_kind(self, key: str) -> DocumentKind | None:
        """The kind of document of that key."""
        return _keyed(self.document_kinds, key)

    def measure(self, key: str) -> Measure | None:
        """The outcome measure of that key."""
        return _keyed(self.measures, key)

    def gate(self, key: str) -> Gate | None:
        """The gate of that key."""
        return _keyed(self.gates, key)

    def tasks_for(self, phase_key: str) -> tuple[Task, ...]:
        """What is rated in a session of a phase: its own tasks, then the cross-phase ones."""
        own = (task for task in self.tasks if task.phase == phase_key)
        return (*own, *(task for task in self.tasks if task.scope is Scope.CROSS_PHASE))

    def short_form_for(self, phase_key: str) -> tuple[Task, ...]:
        """The tasks of the phase and across phases that the short form keeps."""
        return tuple(task for task in self.tasks_for(phase_key) if task.key in self.short_form)

    @property
    def off_model(self) -> tuple[Task, ...]:
        """What leaves the model, to be marked beside the tasks."""
        return tuple(task for task in self.tasks if task.scope is Scope.OFF_MODEL)

    def anchors(self, task: Task, scale: Scale) -> tuple[str, ...]:
        """What each point of a scale looks like for a task: its own words, or the scale's."""
        own = task.anchors.get(scale.key)
        return own if own is not None else tuple(point.anchor for point in scale.points)
