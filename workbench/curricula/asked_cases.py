"""Requirements that ask for cases, recordings and documents. Pure."""

from enum import StrEnum
from typing import Annotated

import msgspec

from workbench.curricula.activities import Mode
from workbench.curricula.asked import Asked, AtLeastOne, NoneOrMore, RaterRole, Said


class CaseStanding(StrEnum):
    """How far a training case must have come to count."""

    OPEN = "open"
    COMPLETED = "completed"


class SessionsCounted(StrEnum):
    """Which therapy sessions of a case count towards its number."""

    ATTENDED = "attended"
    OFFERED = "offered"


class DocumentStanding(StrEnum):
    """What must have been said about a document: agreed by a supervisor, or passed by a marker."""

    AGREED = "agreed"
    PASSED = "passed"


class Selector(StrEnum):
    """Who chose which therapy session is rated."""

    SUPERVISOR = "supervisor"
    RANDOM = "random"
    TRAINEE = "trainee"


class AfterAFailure(StrEnum):
    """What follows when a rating of the first case did not pass."""

    MORE_OF_THE_FIRST = "more_of_the_first"
    """Another session of the first case is rated until enough have passed."""
    SAME_OF_THE_SECOND = "same_of_the_second"
    """As many sessions of the second case are rated as of the first."""


class Cases(Asked, frozen=True, kw_only=True, tag="cases"):
    """So many training cases with a standing and a number of therapy sessions each.

    Cases are concurrent when there is a day on which all of them were under way, from the first to
    the last attended therapy session of each. Two cases of one patient are one.
    """

    activity: str
    cases: AtLeastOne
    standing: CaseStanding = CaseStanding.COMPLETED
    sessions: AtLeastOne
    counted: SessionsCounted = SessionsCounted.ATTENDED
    concurrent: bool = False
    modes: tuple[Mode, ...] = ()
    """Where given, a case counts when the sessions that make up its number were all so held."""
    problems: NoneOrMore = 0
    """How many different presenting problems the counted cases must show together."""
    placements: NoneOrMore = 0
    """At how many different placements the counted cases must have been seen."""
    from_milestone: str | None = None
    """Where given, only cases opened on that day or later: further cases after qualifying."""


class Stratum(Said, frozen=True, kw_only=True):
    """So many of the rated recordings show some phase or content.

    At least one of ``phase`` and ``content`` is given. With ``each_case`` the number holds for each
    of the requirement's cases; without, for all of them together.
    """

    phase: str | None = None
    content: str | None = None
    """The kind of document that the session presents: ``ipaf`` for an IPAF session."""
    recordings: AtLeastOne = 1
    each_case: bool = False
    other_case_than: str | None = None
    """The phase whose recording must come from another case: middle and ending alternate."""


class RatedRecordings(Asked, frozen=True, kw_only=True, tag="rated_recordings"):
    """So many recorded therapy sessions rated and, on the scale's own pass rule, passed.

    ``per_case`` of them at least on each of ``cases`` different cases. One therapy session counts
    once, however often it was rated, and fills one stratum, however many it would fit.
    """

    recordings: AtLeastOne
    cases: AtLeastOne
    per_case: AtLeastOne
    scale: str
    rated_by: tuple[RaterRole, ...] = (RaterRole.SUPERVISOR,)
    selected_by: tuple[Selector, ...] = ()
    """Where given, a recording that somebody else chose does not count."""
    strata: tuple[Stratum, ...] = ()


class GraduatedRecordings(Asked, frozen=True, kw_only=True, tag="graduated_recordings"):
    """Fewer recordings of each further case, once those of the one before have passed.

    ``per_case`` says how many of the first case, the second and so on, in the order in which the
    cases were opened. Where a rater was in doubt, up to ``in_doubt`` more of that case are rated
    and must pass.
    """

    per_case: Annotated[tuple[AtLeastOne, ...], msgspec.Meta(min_length=1)]
    in_doubt: NoneOrMore = 0
    after_a_failure: AfterAFailure = AfterAFailure.MORE_OF_THE_FIRST
    scale: str
    rated_by: tuple[RaterRole, ...] = (RaterRole.SUPERVISOR,)
    selected_by: tuple[Selector, ...] = ()


class Documents(Asked, frozen=True, kw_only=True, tag="documents"):
    """A document of a kind has a standing: on each of ``cases`` different cases, or once.

    Without ``cases`` the document belongs to the enrolment, and one is enough.
    """

    kind: str
    standing: DocumentStanding
    cases: AtLeastOne | None = None

    @property
    def needed(self) -> int:
        """How many documents are asked for."""
        return self.cases or 1
