"""Does every requirement of a curriculum ask for something that the curriculum has? Pure."""

from collections.abc import Iterator, Sequence

from workbench.curricula.activities import ActivityKind, Unit
from workbench.curricula.asked_cases import Cases, Documents, RatedRecordings
from workbench.curricula.asked_hours import Duration, HoursTotal
from workbench.curricula.asked_standing import Deadline, Milestone
from workbench.curricula.asked_supervision import Supervision
from workbench.curricula.materials import Owner
from workbench.curricula.misfits import Misfit, at, keys, strangers
from workbench.curricula.model import Curriculum, Gate
from workbench.curricula.requirements import Requirement

Place = tuple[str, ...]


def misfits_in_requirements(curriculum: Curriculum) -> Iterator[Misfit]:
    """What the requirements ask for in vain."""
    for gate in curriculum.gates:
        for number, asked in enumerate(gate.requirements, start=1):
            name = f"requirement {number} ({asked.__struct_config__.tag})"
            place = ("gates", gate.key, name)
            yield from strangers((*place, "sources"), asked.sources, keys(curriculum.sources))
            yield from _asked(curriculum, gate, asked, place)


def _asked(
    curriculum: Curriculum, gate: Gate, asked: Requirement, place: Place
) -> Iterator[Misfit]:
    match asked:
        case HoursTotal() | Duration():
            yield from _logged(curriculum, asked.activities, (*place, "activities"))
        case Milestone():
            known = keys(curriculum.milestones)
            yield from strangers((*place, "milestone"), [asked.milestone], known)
        case Deadline():
            yield from _deadline(curriculum, gate, asked, place)
        case Cases():
            yield from _cases(curriculum, asked, place)
        case Supervision():
            yield from _supervision(curriculum, asked, place)
        case RatedRecordings():
            yield from _recordings(curriculum, asked, place)
        case Documents():
            yield from _documents(curriculum, asked, place)


def _logged(
    curriculum: Curriculum,
    named: Sequence[str],
    place: Place,
    *,
    kind: ActivityKind | None = None,
) -> Iterator[Misfit]:
    """Activities that do not exist, never count, or are of another kind than is asked for."""
    yield from strangers(place, named, keys(curriculum.activities))
    for activity in curriculum.activities:
        if activity.key not in named:
            continue
        if activity.unit is Unit.NOTHING:
            yield at(*place)(f"“{activity.key}” is an activity that never counts")
        if kind is not None and activity.kind is not kind:
            yield at(*place)(f"“{activity.key}” is {activity.kind}: expected {kind}")


def _deadline(
    curriculum: Curriculum, gate: Gate, asked: Deadline, place: Place
) -> Iterator[Misfit]:
    if (asked.from_milestone is None) == (not asked.from_first_of):
        yield at(*place)("give one of from_milestone and from_first_of: when does the clock start?")
    if (not asked.until_first_of) == (not asked.until_met):
        yield at(*place)("give one of until_first_of and until_met: what must have happened?")
    start = [asked.from_milestone] if asked.from_milestone is not None else []
    yield from strangers((*place, "from_milestone"), start, keys(curriculum.milestones))
    yield from _logged(curriculum, asked.from_first_of, (*place, "from_first_of"))
    yield from _logged(curriculum, asked.until_first_of, (*place, "until_first_of"))
    others = [other.key for other in gate.requirements if not isinstance(other, Deadline)]
    yield from strangers((*place, "until_met"), asked.until_met, others)


def _cases(curriculum: Curriculum, asked: Cases, place: Place) -> Iterator[Misfit]:
    yield from _logged(
        curriculum, [asked.activity], (*place, "activity"), kind=ActivityKind.CLIENT_WORK
    )
    most = curriculum.treatment.sessions
    if asked.sessions > most:
        yield at(*place, "sessions")(f"{asked.sessions} of a treatment of {most} sessions")
    if asked.concurrent and asked.cases == 1:
        yield at(*place, "concurrent")("one case cannot be concurrent; leave it out")


def _supervision(curriculum: Curriculum, asked: Supervision, place: Place) -> Iterator[Misfit]:
    yield from _logged(
        curriculum, asked.activities, (*place, "activities"), kind=ActivityKind.SUPERVISION
    )
    yield from _logged(
        curriculum, asked.sessions_of, (*place, "sessions_of"), kind=ActivityKind.CLIENT_WORK
    )


def _recordings(curriculum: Curriculum, asked: RatedRecordings, place: Place) -> Iterator[Misfit]:
    yield from strangers((*place, "scale"), [asked.scale], keys(curriculum.scales))
    scale = curriculum.scale(asked.scale)
    if scale is not None and scale.pass_rule is None:
        yield at(*place, "scale")(f"“{asked.scale}” has no pass rule, so nothing can pass on it")
    if asked.cases * asked.per_case > asked.recordings:
        least = asked.cases * asked.per_case
        yield at(*place, "recordings")(
            f"{asked.per_case} on each of {asked.cases} cases are {least}: expected at least that"
        )


def _documents(curriculum: Curriculum, asked: Documents, place: Place) -> Iterator[Misfit]:
    yield from strangers((*place, "kind"), [asked.kind], keys(curriculum.document_kinds))
    kind = curriculum.document_kind(asked.kind)
    if kind is None:
        return
    if kind.owner is Owner.CASE and asked.cases is None:
        yield at(*place, "cases")(f"is missing: on how many cases is a “{kind.key}” asked for?")
    if kind.owner is Owner.ENROLMENT and asked.cases is not None:
        yield at(*place, "cases")(f"a “{kind.key}” is about no single case; leave it out")
