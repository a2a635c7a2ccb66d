"""Whoever countersigned, supervised or rated: accredited, no therapist of the trainee's, new."""

from datetime import date

import msgspec
import pytest
from made_facts import entry, facts, found, milestone, rating, session

from workbench.curricula.asked_standing import (
    DeadlineForce,
    OnTheDayOf,
    Person,
    PersonIs,
    Work,
)
from workbench.progress.domain.facts import PersonFact, SpanFact, SupervisionFact
from workbench.progress.domain.findings import Link, Standing, Unit, Whose

AHMED = 7
ACCREDITED = Person(
    key="accredited",
    title="An accredited supervisor",
    words="Your supervisor is accredited.",
    work=Work.SUPERVISING,
    activities=("supervision",),
    person_is=PersonIs.ACCREDITED,
)
NO_THERAPIST = msgspec.structs.replace(ACCREDITED, person_is=PersonIs.NOT_OWN_THERAPIST)
NEW = msgspec.structs.replace(ACCREDITED, person_is=PersonIs.NEW_AT_THIS_STAGE, since="course")
RATERS = msgspec.structs.replace(ACCREDITED, work=Work.RATING, activities=())
SIGNATURE = msgspec.structs.replace(ACCREDITED, on_the_day_of=OnTheDayOf.THE_SIGNATURE)

LAST_DAY = date(2026, 5, 31)
KNOWN = PersonFact(
    id=AHMED,
    name="Dr Ahmed",
    accredited=(SpanFact(start=date(2026, 1, 1), end=LAST_DAY),),
    own_therapist=False,
)


def meeting(on=date(2026, 5, 4), **fields):
    fields = {"supervisor_id": AHMED, "supervisor": "Dr Ahmed", **fields}
    return entry("supervision", 60, on=on, **fields)


@pytest.mark.parametrize(
    ("on", "standing"),
    [(LAST_DAY, Standing.MET), (date(2026, 6, 1), Standing.SHORT)],
)
def test_an_accreditation_holds_up_to_its_last_day(on, standing):
    finding = found(ACCREDITED, facts(entries=[meeting(on)], people=[KNOWN]))

    assert finding.standing is standing
    assert finding.unit is Unit.ENTRIES


@pytest.mark.parametrize(("asked", "is_met"), [(ACCREDITED, True), (SIGNATURE, False)])
def test_it_is_held_on_the_day_of_the_work_or_of_the_signature(asked, is_met):
    signed_late = meeting(LAST_DAY, countersigned_on=date(2026, 6, 1))

    assert found(asked, facts(entries=[signed_late], people=[KNOWN])).is_met is is_met


def test_work_with_somebody_unfit_is_named_and_must_be_put_right():
    log = [meeting(date(2026, 6, day)) for day in (1, 2, 3)]

    finding = found(ACCREDITED, facts(entries=[*log, meeting()], people=[KNOWN]))

    assert (finding.have, finding.needed) == (1, 4)
    assert finding.explanation == (
        "1 of 4 entries supervised by somebody accredited on the day: "
        "Dr Ahmed was not accredited on 1 June 2026 and two other days."
    )
    assert [left.id for left in finding.left_out] == [one.id for one in log]
    assert finding.left_out[0].reason == (
        "Not shown to be supervised by somebody accredited on the day."
    )
    assert finding.next_move.whose is Whose.PROVIDER


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"people": [PersonFact(id=AHMED, name="Dr Ahmed")]},
        {"people": [KNOWN], "entries": [meeting(supervisor_id=None)]},
    ],
)
@pytest.mark.parametrize("asked", [ACCREDITED, NO_THERAPIST])
def test_what_nobody_has_said_is_not_known_and_asked_for(asked, known):
    finding = found(asked, facts(**{"entries": [meeting()], **known}))

    assert finding.standing is Standing.UNDER_WAY
    assert finding.shortfalls == ("of Dr Ahmed it is not known: 4 May 2026",)
    assert finding.next_move.what == "Say what is known of Dr Ahmed"


def test_only_what_is_countersigned_is_judged():
    waits = meeting(date(2026, 6, 1), standing="submitted")

    assert found(ACCREDITED, facts(entries=[meeting(), waits], people=[KNOWN])).is_met


def test_a_signature_without_a_day_is_not_known():
    assert not found(SIGNATURE, facts(entries=[meeting()], people=[KNOWN])).is_met


def test_one_who_is_not_named_is_spoken_of_all_the_same():
    finding = found(ACCREDITED, facts(entries=[meeting(supervisor_id=None, supervisor=None)]))

    assert finding.shortfalls == ("of Somebody who is not named it is not known: 4 May 2026",)
    assert finding.next_move.what == "Say what is known of whoever signed"


@pytest.mark.parametrize(("is_therapist", "is_met"), [(False, True), (True, False)])
def test_nobody_supervises_who_is_or_was_the_trainees_therapist(is_therapist, is_met):
    known = msgspec.structs.replace(KNOWN, own_therapist=is_therapist)

    assert found(NO_THERAPIST, facts(entries=[meeting()], people=[known])).is_met is is_met


STAGE = milestone("course", date(2026, 4, 1))


def test_somebody_new_has_not_supervised_before_the_stage_began():
    assert found(NEW, facts(entries=[meeting()], milestones=[STAGE])).is_met


@pytest.mark.parametrize(
    "before",
    [
        {"entries": [meeting(), meeting(date(2026, 3, 31))]},
        {
            "supervisions": [
                SupervisionFact(supervisor="Dr Ahmed", supervisor_id=AHMED, start=date(2026, 1, 5))
            ]
        },
    ],
)
def test_one_who_supervised_before_is_not_new(before):
    finding = found(NEW, facts(**{"entries": [meeting()], "milestones": [STAGE], **before}))

    assert finding.standing is Standing.SHORT
    assert finding.shortfalls == ("Dr Ahmed supervised the trainee before this stage: 4 May 2026",)


def test_without_a_number_a_supervisor_is_known_by_name():
    nameless = meeting(supervisor_id=None, supervisor=None)
    by_name = [meeting(supervisor_id=None), meeting(date(2026, 3, 1), supervisor_id=None)]

    assert found(NEW, facts(entries=by_name, milestones=[STAGE])).standing is Standing.SHORT
    assert found(NEW, facts(entries=[nameless], milestones=[STAGE])).standing is (
        Standing.UNDER_WAY
    )


def test_before_the_stage_there_is_nothing_to_judge():
    finding = found(NEW, facts(entries=[meeting()]))

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.explanation == "Nothing to judge until “Course” has happened."
    unnamed = msgspec.structs.replace(NEW, since="mystery")
    assert "“mystery”" in found(unnamed, facts()).explanation
    assert found(ACCREDITED, facts()).explanation == "Nothing to judge yet."


def test_practice_with_a_supervisor_before_the_stage_is_no_supervision_by_them():
    practised = entry(on=date(2026, 3, 1), supervisor_id=AHMED)

    assert found(NEW, facts(entries=[meeting(), practised], milestones=[STAGE])).is_met


def test_raters_are_judged_on_the_day_of_the_therapy_session():
    in_time = [session("A7", 3, on=LAST_DAY)]
    ratings = [
        rating("A7", 3, rater_id=AHMED, rater="Dr Ahmed", signed_on=date(2026, 6, 9)),
        rating("A7", 3, by="self", rater_id=1),
        rating("A7", 4, rater_id=AHMED, signed_on=None),
    ]

    finding = found(RATERS, facts(ratings=ratings, sessions=in_time, people=[KNOWN]))
    unheld = found(RATERS, facts(ratings=ratings, people=[KNOWN]))

    assert finding.is_met
    assert (finding.unit, finding.of) == (Unit.RECORDINGS, Link.RATING)
    assert finding.counted == (ratings[0].id,)
    assert unheld.standing is Standing.SHORT
    assert unheld.left_out == ()
    assert "0 of 1 rating rated by" in unheld.explanation


def test_a_rule_that_is_only_advised_keeps_no_gate_shut():
    advised = msgspec.structs.replace(ACCREDITED, force=DeadlineForce.ADVISED)

    assert not found(advised, facts()).blocks
