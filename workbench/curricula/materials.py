"""What is worked with in a training: tasks, rating scales, documents and outcome measures. Pure."""

from enum import StrEnum
from typing import Annotated

import msgspec

from workbench.curricula.asked import AtLeastOne, Key, Said, Words

TaskKey = Annotated[str, msgspec.Meta(pattern="^[A-Za-z][A-Za-z0-9_]*$")]
NotNegative = Annotated[int, msgspec.Meta(ge=0)]


class Scope(StrEnum):
    """Where a task is due: in one phase, in every session, or nowhere (it leaves the model)."""

    PHASE = "phase"
    CROSS_PHASE = "cross_phase"
    OFF_MODEL = "off_model"


class Task(Said, frozen=True, kw_only=True):
    """Something a therapist does, or with ``off_model`` something that leaves the model."""

    key: TaskKey
    scope: Scope = Scope.PHASE
    phase: str | None = None
    label: Words
    meaning: Words
    looks_for: Words
    first: AtLeastOne | None = None
    """The usual sessions, from the first to the last. Both or neither."""
    last: AtLeastOne | None = None
    core: bool = False
    scales: tuple[str, ...] = ("extent", "skill")
    anchors: dict[str, tuple[Words, ...]] = msgspec.field(default_factory=dict)
    """For a scale's key, one anchor for each of its points, where the task has words of its own."""


class Point(Said, frozen=True, kw_only=True):
    """One value of a scale and what it looks like."""

    value: NotNegative
    label: Words
    anchor: Words


class AnswerKind(StrEnum):
    """What may be said instead of a score."""

    NOT_DUE = "not_due"
    NOT_DONE = "not_done"
    DEPARTED = "departed"


class Answer(Said, frozen=True, kw_only=True):
    """An answer beside the points. It counts as ``scores``, or is left out without it."""

    kind: AnswerKind
    label: Words
    meaning: Words
    asks_reason: bool = False
    scores: NotNegative | None = None


class PassRule(Said, frozen=True, kw_only=True):
    """A rating passes with a share of the highest possible total and no score under a floor.

    The share is of the scored tasks only. Fractions never round up to a pass.
    """

    percent: Annotated[int, msgspec.Meta(ge=0, le=100)]
    floor: NotNegative
    core_only: bool = True
    """Whether the floor holds for the core tasks only, or for every scored task."""
    words: Words


class OnlyAfter(Said, frozen=True, kw_only=True):
    """A scale that is asked only once another scale has reached a value."""

    scale: str
    least: NotNegative


class Scale(Said, frozen=True, kw_only=True):
    """What a task is rated on: its points in order, and the answers beside them."""

    key: Key
    name: Words
    meaning: Words
    points: Annotated[tuple[Point, ...], msgspec.Meta(min_length=2)]
    answers: tuple[Answer, ...] = ()
    only_after: OnlyAfter | None = None
    pass_rule: PassRule | None = None

    @property
    def lowest(self) -> int:
        """The value of the first point."""
        return self.points[0].value

    @property
    def highest(self) -> int:
        """The value of the last point."""
        return self.points[-1].value


class Owner(StrEnum):
    """What a document is about: one training case, or the training as a whole."""

    CASE = "case"
    ENROLMENT = "enrolment"


class Weight(StrEnum):
    """How much a section matters. A completeness check names the required and the advised."""

    REQUIRED = "required"
    ADVISED = "advised"
    OPTIONAL = "optional"


class Section(Said, frozen=True, kw_only=True):
    """A part of a document. ``called`` is its name within a sentence ("… is missing")."""

    key: Key
    title: Words
    called: Words
    prompt: Words
    weight: Weight = Weight.REQUIRED
    word_limit: AtLeastOne | None = None
    share: Annotated[int, msgspec.Meta(ge=1, le=100)] | None = None
    """Its rough share of the whole, in percent."""


class Level(Said, frozen=True, kw_only=True):
    """What a criterion looks like at a value."""

    value: NotNegative
    words: Words


class Criterion(Said, frozen=True, kw_only=True):
    """What a supervisor can comment against, with words for some of its levels."""

    key: TaskKey
    title: Words
    meaning: Words
    levels: tuple[Level, ...] = ()


class Snippet(Said, frozen=True, kw_only=True):
    """A starting text for a comment on a common fault, which the supervisor edits."""

    key: TaskKey
    fault: Words
    words: Words
    criterion: str | None = None


class When(Said, frozen=True, kw_only=True):
    """The sessions by which a document is usually drafted and shared, in words and numbers."""

    words: Words
    phase: str | None = None
    draft_by_session: AtLeastOne | None = None
    share_by_session: AtLeastOne | None = None


class DocumentKind(Said, frozen=True, kw_only=True):
    """A kind of document: its sections, its length, and what a supervisor looks at."""

    key: Key
    name: Words
    owner: Owner
    introduction: Words
    """Markdown."""
    sections: Annotated[tuple[Section, ...], msgspec.Meta(min_length=1)]
    least_words: AtLeastOne | None = None
    most_words: AtLeastOne | None = None
    when: When | None = None
    anonymised: Words
    """What the trainee declares before a version is submitted."""
    criterion_levels: tuple[Words, ...] = ()
    """What the values from 0 upwards mean for every criterion."""
    criteria: tuple[Criterion, ...] = ()
    snippets: tuple[Snippet, ...] = ()

    def section(self, key: str) -> Section | None:
        """The section of that key, if there is one."""
        return next((section for section in self.sections if section.key == key), None)


class Band(Said, frozen=True, kw_only=True):
    """A range of scores with a name, both ends inclusive."""

    name: Words
    first: int
    last: int


class Measure(Said, frozen=True, kw_only=True):
    """An outcome measure, of which the workbench holds the total and never the answers."""

    key: Key
    name: Words
    full_name: Words
    measures: Words
    """What it measures, in a word or two."""
    items: AtLeastOne
    minimum: int
    maximum: int
    bands: tuple[Band, ...]
    caseness: int
    """The lowest score that counts as a case."""
    reliable_change: AtLeastOne
    """The smallest change that is more than chance."""
    risk_question: str = ""
    """What to ask about risk beside the total. Empty where the measure has no such item."""
    licence: Words
    attribution: Words
    show_items: bool = False
    sources: tuple[str, ...] = ()
    uncertain: str = ""

    def band(self, score: int) -> Band | None:
        """The band that a score falls in, or nothing for a score outside the range."""
        return next((band for band in self.bands if band.first <= score <= band.last), None)
