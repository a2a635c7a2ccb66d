"""Which facts the requirements of a curriculum need, so that no form asks for others. Pure."""

from collections.abc import Iterator

from workbench.curricula.activities import Activity, ActivityKind, Format, GroupIs
from workbench.curricula.asked import RaterRole
from workbench.curricula.asked_cases import Cases, GraduatedRecordings, RatedRecordings
from workbench.curricula.asked_standing import Person, PersonIs, Signatory, Signatures, SignedEach
from workbench.curricula.asked_supervision import SupervisionPerCase
from workbench.curricula.materials import DocumentKind
from workbench.curricula.model import Curriculum
from workbench.curricula.requirements import Requirement


def requirements_of(curriculum: Curriculum) -> Iterator[Requirement]:
    """Every requirement of every gate."""
    for gate in curriculum.gates:
        yield from gate.requirements


def wants_group_contracted(activity: Activity) -> bool:
    """Whether a meeting of the activity is shared by all who belong to a group, whoever came."""
    return Format.GROUP in activity.formats and activity.group_is is GroupIs.CONTRACTED


def wants_case(curriculum: Curriculum, activity: Activity) -> bool:
    """Whether an entry of the activity must say which case it was about."""
    return activity.kind is ActivityKind.SUPERVISION and any(
        isinstance(one, SupervisionPerCase) and activity.key in one.activities
        for one in requirements_of(curriculum)
    )


def wants_problems(curriculum: Curriculum) -> bool:
    """Whether cases must show different presenting problems together."""
    return any(isinstance(one, Cases) and one.problems > 0 for one in requirements_of(curriculum))


def wants_closeness(curriculum: Curriculum) -> bool:
    """Whether some cases must be supervised closely."""
    return any(
        isinstance(one, SupervisionPerCase) and one.closely > 0
        for one in requirements_of(curriculum)
    )


def contents_wanted(curriculum: Curriculum, by: RaterRole) -> tuple[DocumentKind, ...]:
    """The kinds of document that a recording may have to present, where this rater's counts."""
    asked = {
        stratum.content
        for one in requirements_of(curriculum)
        if isinstance(one, RatedRecordings) and by in one.rated_by
        for stratum in one.strata
    }
    return tuple(kind for kind in curriculum.document_kinds if kind.key in asked)


def wants_doubt(curriculum: Curriculum, by: RaterRole) -> bool:
    """Whether it matters that this rater wants to see more."""
    return any(
        isinstance(one, GraduatedRecordings) and one.in_doubt > 0 and by in one.rated_by
        for one in requirements_of(curriculum)
    )


def wants_therapist(curriculum: Curriculum) -> bool:
    """Whether it matters who was the trainee's own therapist."""
    return any(
        isinstance(one, Person) and one.person_is is PersonIs.NOT_OWN_THERAPIST
        for one in requirements_of(curriculum)
    )


def wants_attestations(curriculum: Curriculum) -> bool:
    """Whether stretches of the log must be signed for, beside the countersignatures."""
    return any(
        isinstance(one, Signatures)
        and (one.each is not SignedEach.ENTRY or Signatory.PLACEMENT_MANAGER in one.by)
        for one in requirements_of(curriculum)
    )
