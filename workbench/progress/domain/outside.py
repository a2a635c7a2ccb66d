"""Entries that no requirement asks for, told so that nothing logged goes without a word. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.curricula.activities import Unit
from workbench.curricula.model import Curriculum
from workbench.curricula.requirements import Requirement
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.reasons import Reason

NAMES_ACTIVITIES = ("activities", "practice", "sessions_of", "from_first_of", "until_first_of")
NOT_ASKED_FOR = "No requirement of this curriculum asks for the activity."


@dataclass(frozen=True, slots=True)
class Outside:
    """All entries of one activity that no requirement asks for, in the order of their numbers."""

    activity: str
    entries: tuple[int, ...]
    minutes: int
    reason: str


def outside(curriculum: Curriculum, facts: Facts) -> tuple[Outside, ...]:
    """What was logged beside everything that is asked for, by activity."""
    asked = {
        key for gate in curriculum.gates for one in gate.requirements for key in _activities(one)
    }
    beside = sorted({entry.activity for entry in facts.entries} - asked)
    return tuple(_of(activity, curriculum, facts) for activity in beside)


def _activities(asked: Requirement) -> Iterator[str]:
    for name in NAMES_ACTIVITIES:
        yield from getattr(asked, name, ())
    if (activity := getattr(asked, "activity", None)) is not None:
        yield activity


def _of(activity: str, curriculum: Curriculum, facts: Facts) -> Outside:
    entries = sorted((one.id, one.minutes) for one in facts.entries if one.activity == activity)
    return Outside(
        activity,
        tuple(number for number, _ in entries),
        sum(minutes for _, minutes in entries),
        _reason(activity, curriculum),
    )


def _reason(activity: str, curriculum: Curriculum) -> str:
    known = curriculum.activity(activity)
    if known is None:
        return Reason.UNKNOWN.words
    return Reason.NO_CREDIT.words if known.unit is Unit.NOTHING else NOT_ASKED_FOR
