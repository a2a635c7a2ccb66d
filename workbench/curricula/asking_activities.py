"""Does what may be logged count in a way that makes sense? Pure."""

from collections.abc import Iterator

from workbench.curricula.activities import (
    Activity,
    ActivityKind,
    Format,
    GroupCredit,
    GroupIs,
    Longer,
    Shorter,
    Unit,
)
from workbench.curricula.misfits import Misfit, at, keys, strangers
from workbench.curricula.model import Curriculum

WITH_A_LENGTH = {
    Unit.SESSION_IS_AN_HOUR: "is missing: how long must a session be to be an hour?",
    Unit.NOTHING_BELOW: "is missing: how long must a session be to count?",
}


def misfits_in_activities(curriculum: Curriculum) -> Iterator[Misfit]:
    """What an activity says that nothing comes of, or leaves out that is needed."""
    for activity in curriculum.activities:
        yield from _unit(activity)
        yield from _assessment(activity)
        yield from _group(activity)
        yield from strangers(
            ("activities", activity.key, "sources"), activity.sources, keys(curriculum.sources)
        )


def _unit(activity: Activity) -> Iterator[Misfit]:
    here = at("activities", activity.key, "session_minutes")
    missing = WITH_A_LENGTH.get(activity.unit)
    if missing is not None and activity.session_minutes is None:
        yield here(missing)
    if missing is None and activity.session_minutes is not None:
        yield here(f"says nothing with the unit “{activity.unit}”; leave it out")
    if activity.unit is not Unit.SESSION_IS_AN_HOUR:
        yield from _idle(activity, "shorter", activity.shorter is not Shorter.CLOCK)
        yield from _idle(activity, "longer", activity.longer is not Longer.CLOCK)


def _idle(activity: Activity, field: str, is_said: object) -> Iterator[Misfit]:
    if is_said:
        yield at("activities", activity.key, field)(
            f"says nothing with the unit “{activity.unit}”; leave it out"
        )


def _assessment(activity: Activity) -> Iterator[Misfit]:
    if activity.assessment_sessions and activity.kind is not ActivityKind.CLIENT_WORK:
        yield at("activities", activity.key, "assessment_sessions")(
            f"{activity.kind} has no sessions of a case; leave it out"
        )


def _group(activity: Activity) -> Iterator[Misfit]:
    yield from _half(activity)
    said = {
        "group_credit": activity.group_credit is not GroupCredit.FULL,
        "group_most": activity.group_most is not None,
        "group_is": activity.group_is is not GroupIs.PRESENT,
        "leader_shares": activity.leader_shares,
    }
    for field, is_said in said.items():
        if is_said and Format.GROUP not in activity.formats:
            yield at("activities", activity.key, field)(
                "says nothing without the format “group”; leave it out"
            )
    if activity.leader_shares and activity.group_credit is GroupCredit.FULL:
        yield at("activities", activity.key, "leader_shares")(
            "says nothing where everybody claims the whole; leave it out"
        )


def _half(activity: Activity) -> Iterator[Misfit]:
    here = at("activities", activity.key, "half_up_to")
    is_half = activity.group_credit is GroupCredit.HALF_OR_DIVIDED
    if is_half and activity.half_up_to is None:
        yield here("is missing: up to how many claim half of the time?")
    if not is_half and activity.half_up_to is not None:
        yield here(f"says nothing with the group_credit “{activity.group_credit}”; leave it out")
