"""Curricula and facts of every shape that the format knows, for what must hold of all of them."""

import types
from datetime import date
from enum import Enum
from typing import Annotated, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st
from made_facts import EVERYTHING

from workbench.curricula.activities import Activity
from workbench.curricula.asked_cases import RatedRecordings
from workbench.curricula.asked_supervision import GreatestGap, Monthly, SupervisionTiers, Tier
from workbench.curricula.asking import CHECKS
from workbench.curricula.asking_logged import Ask
from workbench.curricula.model import Gate
from workbench.curricula.requirements import Requirement
from workbench.progress.domain.facts import (
    AttestationFact,
    CaseFact,
    DocumentFact,
    EnrolmentFact,
    EntryFact,
    Facts,
    MilestoneFact,
    PauseFact,
    PersonFact,
    PriorFact,
    RatingFact,
    SessionFact,
    SupervisionFact,
)

TODAY = date(2026, 11, 21)
ACTIVITIES = ("practice", "seen", "own_therapy", "other")
MILESTONES = ("course", "role_play")
KINDS = ("ipaf", "letter", "case_study")
PHASES = ("initial", "middle", "ending")
TYPES = get_args(Requirement)

NAMES = {
    **dict.fromkeys(
        (
            *("activities", "activity", "practice", "of", "sessions_of"),
            *("from_first_of", "until_first_of"),
        ),
        ACTIVITIES,
    ),
    **dict.fromkeys(
        ("from_milestone", "to_milestone", "milestone", "restarted_by", "since"), MILESTONES
    ),
    **dict.fromkeys(("kind", "content", "contents"), KINDS),
    **dict.fromkeys(("phase", "other_case_than"), PHASES),
    "until_met": ("r0", "r1", "r2"),
    "scale": ("skill",),
    "case": ("A7", "B2", "C3"),
    "code": ("A7", "B2", "C3"),
    "patient": ("P1", "P2"),
    "placement": ("Harbour", "Hill"),
    "claimed_for": ("gate", "other"),
    "selected_by": ("supervisor", "random", "trainee"),
    "zone": ("Europe/London",),
    "starts": ("08:00", "09:30", "23:50"),
}
"""What a text may say, by the name of its field; any other says something."""
LARGEST = {"minutes": 240, "hours": 12, "sessions": 4, "session": 6, "number": 6, "year": 9999}

days = st.dates(date(2024, 2, 29), date(2026, 12, 31)) | st.sampled_from(
    [date.min, date(2024, 2, 29), date(2028, 2, 29), date.max]
)
near_days = st.dates(date(2026, 1, 5), date(2026, 11, 21))


def made(kind, *, on=days, **fixed):
    """Any value of a struct that the format could read."""
    hints = get_type_hints(kind, include_extras=True)
    fields = {
        name: fixed[name] if name in fixed else of_type(name, hint, on)
        for name, hint in hints.items()
    }
    return st.fixed_dictionaries(fields).map(lambda said: in_order(kind, said))


def in_order(kind, said):
    """What ends does not end before it begins."""
    for first, last in (("start", "end"), ("opened_on", "closed_on")):
        if said.get(last) is not None and said[last] < said[first]:
            said = {**said, first: said[last], last: said[first]}
    if kind is SupervisionTiers:
        said = {**said, "tiers": rising(said["tiers"])}
    return kind(**said)


def rising(tiers):
    """Tiers of which each is higher than the one before."""
    return tuple(
        Tier(up_to_hours=number * 3, minutes=number * 30) for number in range(1, len(tiers) + 1)
    )


def of_type(name, hint, on):
    limits = []
    while get_origin(hint) is Annotated:
        hint, *more = get_args(hint)
        limits += [one for one in more if isinstance(one, msgspec.Meta)]
    if get_origin(hint) in {Union, types.UnionType}:
        return st.one_of(
            *(st.none() if one is type(None) else of_type(name, one, on) for one in get_args(hint))
        )
    if get_origin(hint) is tuple:
        least = max([one.min_length or 0 for one in limits], default=0)
        inner = of_type(name, get_args(hint)[0], on)
        return st.lists(inner, min_size=least, max_size=3, unique_by=str).map(tuple)
    return plain(name, hint, limits, on)


def plain(name, hint, limits, on):
    if hint is date:
        return on
    if hint is bool:
        return st.booleans()
    if hint is int:
        least = max([one.ge for one in limits if one.ge is not None], default=0)
        most = min([one.le for one in limits if one.le is not None], default=60)
        return st.integers(least, max(least, min(most, LARGEST.get(name, 60))))
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    if issubclass(hint, msgspec.Struct):
        return made(hint, on=on)
    return st.sampled_from(NAMES.get(name, ("Said.",)))


def numbered(kind, most, **fields):
    """A list of facts of a kind, each with a number of its own where it has one."""
    listed = st.lists(made(kind, **fields), max_size=most)
    if "id" not in kind.__struct_fields__:
        return listed.map(tuple)
    return listed.map(
        lambda facts: tuple(
            msgspec.structs.replace(one, id=number) for number, one in enumerate(facts, 1)
        )
    )


links = {"corrects": st.none() | st.integers(1, 15), "corrected_by": st.none() | st.integers(1, 15)}
entries = numbered(EntryFact, 15, **links)
plain_entries = numbered(EntryFact, 15, corrects=st.none(), corrected_by=st.none(), on=near_days)

lawful = st.builds(
    Facts,
    enrolment=made(EnrolmentFact),
    entries=entries,
    sessions=numbered(SessionFact, 6),
    cases=numbered(CaseFact, 3).map(
        lambda cases: tuple({case.code: case for case in cases}.values())
    ),
    documents=numbered(DocumentFact, 3),
    ratings=numbered(RatingFact, 5),
    milestones=numbered(MilestoneFact, 3, key=st.sampled_from(MILESTONES)),
    pauses=numbered(PauseFact, 2),
    supervisions=numbered(SupervisionFact, 2),
    people=numbered(PersonFact, 2),
    attestations=numbered(AttestationFact, 2),
    prior=numbered(PriorFact, 3),
)


def activity(key):
    return made(Activity, key=st.just(key), sources=st.just(()))


def requirement(kind, number):
    return made(kind, key=st.just(f"r{number}"), sources=st.just(())).map(fitted)


def fitted(asked):
    """What chance alone would seldom bring together."""
    match asked:
        case Monthly() | GreatestGap():
            return apart(asked)
        case RatedRecordings():
            return with_room(asked)
        case _:
            return asked


def apart(asked):
    """Supervision is no practice, and nobody's own therapy is supervision."""
    meetings = tuple(key for key in asked.activities if key != "own_therapy") or ("seen",)
    practice = [key for key in asked.practice if key not in meetings]
    others = tuple(practice or [key for key in ACTIVITIES if key not in meetings][:1])
    return msgspec.structs.replace(asked, activities=meetings, practice=others)


def with_room(asked):
    """Each stratum shows something, and there are recordings enough for all that is asked."""
    strata = [
        one if one.phase or one.content else msgspec.structs.replace(one, phase="middle")
        for one in asked.strata
    ]
    strata = tuple(
        one if alternates(one, strata) else msgspec.structs.replace(one, other_case_than=None)
        for one in strata
    )
    shown = sum(one.recordings * (asked.cases if one.each_case else 1) for one in strata)
    least = max(asked.recordings, asked.per_case * asked.cases, shown)
    return msgspec.structs.replace(asked, recordings=least, strata=strata)


def alternates(stratum, strata):
    """Whether what it shows can lie on another case than what a further one shows."""
    others = [one for one in strata if one.phase == stratum.other_case_than]
    shared = others and stratum not in others
    return shared and not any(one.each_case for one in (stratum, *others))


def with_requirements(activities, asked):
    gate = Gate(key="gate", name="Gate", meaning="A step.", requirements=asked)
    return msgspec.structs.replace(EVERYTHING, activities=activities, gates=(gate,))


def curricula(*kinds, also=bool):
    """Curricula with three requirements of some kinds, whose parts fit together."""
    asked = st.tuples(
        *(
            st.one_of(*(requirement(kind, number) for kind in kinds)).filter(fits_alone)
            for number in range(3)
        )
    )
    return st.builds(with_requirements, st.tuples(*map(activity, ACTIVITIES)), asked).filter(also)


def fits_alone(asked):
    """Whether nothing is wrong with a requirement by itself, whatever the activities are like."""
    curriculum = with_requirements(EVERYTHING.activities, (asked,))
    found = CHECKS[type(asked)](Ask(curriculum, curriculum.gates[0], ()), asked)
    return all("nothing is called" in misfit.message for misfit in found)
