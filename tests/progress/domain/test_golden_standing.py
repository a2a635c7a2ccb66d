"""Clocks, persons and signatures under shipped files, worked out by hand."""

from datetime import date

import msgspec
import pytest

from workbench.curricula.library import Library
from workbench.curricula.taking import taking
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import (
    AttestationFact,
    EnrolmentFact,
    EntryFact,
    Facts,
    MilestoneFact,
    PauseFact,
    PersonFact,
    SupervisionFact,
)
from workbench.progress.domain.findings import Standing


def as_read(facts):
    """The same facts as they come out of their JSON."""
    return msgspec.json.decode(msgspec.json.encode(facts), type=Facts)


def finding(file, requirement, *, on, readings=(), **known):
    rules = taking(Library().latest(file), dict(readings))
    known = {name: tuple(values) for name, values in known.items()}
    facts = Facts(enrolment=EnrolmentFact(started_on=date(2026, 1, 5)), **known)
    return next(
        one
        for gate in evaluate(rules, as_read(facts), on=on)
        for one in gate.findings
        if one.key == requirement
    )


def course(on, key="course_completed"):
    return MilestoneFact(key=key, on=on)


def first_session(on):
    return EntryFact(
        id=1, activity="dit_therapy", on=on, minutes=50, standing="countersigned", supervisor_id=7
    )


@pytest.mark.parametrize(
    ("session", "standing"),
    [
        # the course ended on 31 August 2026: six months later is 28 February 2027
        (date(2027, 2, 28), Standing.MET),
        (date(2027, 3, 1), Standing.SHORT),
    ],
)
def test_supervised_work_starts_within_six_months_of_the_course(session, standing):
    found = finding(
        "dit-practitioner-20day-uk",
        "start_in_6_months",
        on=date(2027, 6, 1),
        milestones=[course(date(2026, 8, 31))],
        entries=[first_session(session)],
    )

    assert found.due == date(2027, 2, 28)
    assert found.standing is standing


def test_a_refresher_opens_the_six_months_anew():
    """Refreshed on 1 May 2027: the new last day is 1 November 2027."""
    found = finding(
        "dit-practitioner-20day-uk",
        "start_in_6_months",
        on=date(2027, 6, 1),
        milestones=[course(date(2026, 8, 31)), course(date(2027, 5, 1), "refresher")],
    )

    assert (found.due, found.standing) == (date(2027, 11, 1), Standing.NOT_DUE)


@pytest.mark.parametrize(
    ("readings", "due"),
    [
        # three years after 29 February 2028 is 28 February 2031
        ({}, date(2031, 2, 28)),
        # 1 to 30 June 2029 are 30 days away: 28 February + 30 days is 30 March 2031
        ({"pauses": "extend"}, date(2031, 3, 30)),
    ],
)
def test_everything_within_three_years_of_the_twenty_ninth_of_february(readings, due):
    rules = Library().latest("dit-practitioner-20day-uk")
    if readings:
        [question] = [one for one in rules.questions if one.key == "pauses"]
        readings = {"pauses": question.readings[1].key}

    found = finding(
        "dit-practitioner-20day-uk",
        "done_in_36_months",
        on=date(2030, 1, 1),
        readings=readings,
        milestones=[course(date(2028, 2, 29))],
        pauses=[PauseFact(start=date(2029, 6, 1), end=date(2029, 6, 30))],
    )

    assert found.due == due


def meeting(number, on, supervisor_id=7):
    return EntryFact(
        id=number,
        activity="supervision",
        on=on,
        minutes=60,
        standing="countersigned",
        supervisor_id=supervisor_id,
        supervisor="Dr Ahmed",
    )


@pytest.mark.parametrize(
    ("own_therapist", "standing"),
    [(False, Standing.MET), (True, Standing.SHORT), (None, Standing.UNDER_WAY)],
)
def test_the_dutch_supervisor_was_never_therapist_to_the_trainee(own_therapist, standing):
    found = finding(
        "dit-register-nl",
        "not_own_therapist",
        on=date(2026, 11, 21),
        entries=[meeting(1, date(2026, 5, 4))],
        people=[PersonFact(id=7, name="Dr Ahmed", own_therapist=own_therapist)],
    )

    assert found.standing is standing
    assert not found.blocks


@pytest.mark.parametrize(("began", "is_met"), [(date(2026, 1, 4), False), (date(2026, 1, 5), True)])
def test_a_new_supervisor_did_not_supervise_before_qualifying(began, is_met):
    """Qualified on 5 January 2026: one who began on that day is new, the day before not."""
    found = finding(
        "dit-supervisor-uk",
        "new_supervisor",
        on=date(2026, 11, 21),
        milestones=[MilestoneFact(key="practitioner", on=date(2026, 1, 5))],
        entries=[meeting(1, date(2026, 5, 4))],
        supervisions=[SupervisionFact(supervisor="Dr Ahmed", supervisor_id=7, start=began)],
    )

    assert found.is_met is is_met


def test_the_manager_of_each_placement_signs_for_the_work_done_there():
    """Two placements, one of them signed for: 1 of 2."""
    entries = [
        EntryFact(
            id=number,
            activity="adults",
            on=date(2026, 3, number),
            minutes=50,
            standing="countersigned",
            placement=placement,
        )
        for number, placement in enumerate(["Harbour", "Quay"], 1)
    ]
    harbour, quay = (
        AttestationFact(
            by="placement_manager",
            start=date(2026, 3, 1),
            end=date(2026, 3, 31),
            signed_on=date(2026, 4, 2),
            placement=placement,
        )
        for placement in ("Harbour", "Quay")
    )

    one = finding(
        "ctld-log", "placement_signs", on=date(2026, 5, 1), entries=entries, attestations=[harbour]
    )
    both = finding(
        "ctld-log",
        "placement_signs",
        on=date(2026, 5, 1),
        entries=entries,
        attestations=[harbour, quay],
    )

    assert (one.have, one.needed) == (1, 2)
    assert both.is_met
