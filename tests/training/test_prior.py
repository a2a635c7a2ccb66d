"""Hours of earlier years: recorded from a letter, verified, taken out, and shown."""

from datetime import date

import pytest
from sqlalchemy import select
from support.make import AT, CURRICULUM

from workbench.audit.models import AuditLine
from workbench.clock import today
from workbench.curricula.library import Library
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.progress.facts import facts_of
from workbench.training.commands import record_prior
from workbench.training.models import PriorHours

LETTER = {
    "activity": "psychodynamic_therapy",
    "hours": "87.5",
    "started_on": "2021-01-01",
    "ended_on": "2023-06-30",
    "document": "Letter of the North Clinic, July 2023",
}


@pytest.fixture
def enrolment(make):
    return make.enrolment()


@pytest.fixture
def desk(make, enrolment, signed_in):
    return signed_in(make.administrator(enrolment.provider))


def prior_of(db, enrolment):
    db.commit()
    return facts_of(db, enrolment).prior


def test_a_letter_is_recorded_and_waits_until_somebody_has_seen_it(db, desk, enrolment):
    status, page = desk.submit(f"/enrolments/{enrolment.id}/prior", LETTER)

    assert status == 200
    assert "To be verified" in page.text
    [fact] = prior_of(db, enrolment)
    assert (fact.minutes, fact.start, fact.end) == (5_250, date(2021, 1, 1), date(2023, 6, 30))
    assert (fact.document, fact.verified_on) == (LETTER["document"], None)


def test_whoever_saw_the_letter_verifies_it_once(db, make, desk, enrolment):
    letter = make.prior(enrolment)

    status, page = desk.submit(f"/prior/{letter.id}/verify")

    assert status == 200
    assert "Verified" in page.text
    [fact] = prior_of(db, enrolment)
    assert (fact.verified_by, fact.verified_on) == ("Jo Lindqvist", today("Europe/London"))
    assert desk.post(f"/prior/{letter.id}/verify").status_code == 409


def test_what_no_letter_attests_is_taken_out_and_the_trail_keeps_it(db, make, desk, enrolment):
    letter = make.prior(enrolment)

    assert desk.post(f"/prior/{letter.id}/remove").status_code == 303

    assert prior_of(db, enrolment) == ()
    assert desk.post(f"/prior/{letter.id}/remove").status_code == 404
    line = db.scalars(select(AuditLine).order_by(AuditLine.number.desc())).first()
    assert line.deed == "training.remove_prior"
    assert line.details["before"] == "psychodynamic_therapy, 7200 minutes"


@pytest.mark.parametrize(
    ("field", "typed", "status"),
    [
        ("activity", "", 422),
        ("activity", "canoeing", 422),
        ("hours", "many", 422),
        ("hours", "NaN", 422),
        ("hours", "-3", 422),
        ("hours", "20001", 422),
        ("hours", "0", 409),
        ("started_on", "", 422),
        ("ended_on", "2020-12-31", 409),
        ("ended_on", "2099-01-01", 409),
        ("document", "", 422),
        ("document", "x" * 121, 422),
    ],
)
def test_what_cannot_be_so_is_told_at_its_field(db, desk, enrolment, field, typed, status):
    answered, page = desk.submit(f"/enrolments/{enrolment.id}/prior", LETTER | {field: typed})

    assert answered == status
    assert page.select_one(f"#{field}-error")
    assert page.select_one("#ended_on")["value"] == (LETTER | {field: typed})["ended_on"]
    assert db.scalars(select(PriorHours)).all() == []


def test_only_the_provider_keeps_letters(make, signed_in, enrolment):
    letter = make.prior(enrolment)
    supervisor = make.supervision(enrolment).supervisor

    for person, status in ((enrolment.trainee, 403), (supervisor, 403), (make.person(), 404)):
        browser = signed_in(person)
        assert browser.get(f"/enrolments/{enrolment.id}/prior").status_code == status
        for deed in ("verify", "remove"):
            assert browser.post(f"/prior/{letter.id}/{deed}").status_code == status


def test_letters_stand_quietly_in_the_log_and_among_the_arrangements(
    make, desk, signed_in, enrolment
):
    make.prior(enrolment)

    log = signed_in(enrolment.trainee).open(f"/enrolments/{enrolment.id}/hours")
    arrangements = desk.open(f"/enrolments/{enrolment.id}/arrangements")

    assert "From earlier years: 120.0 h" in " ".join(log.text.split())
    assert "Letter of the North Clinic" in arrangements.select_one("#prior").find_parent().text + (
        arrangements.text
    )


def test_a_letter_about_a_kind_of_time_that_is_gone_is_still_shown(make, desk, enrolment):
    make.prior(enrolment, activity="canoeing")

    assert "canoeing" in desk.open(f"/enrolments/{enrolment.id}/prior").text
    assert "canoeing" in desk.open(f"/enrolments/{enrolment.id}/arrangements").text


def test_a_letter_is_about_a_kind_of_time_that_the_curriculum_knows(db, enrolment):
    curriculum, day = Library().get(*CURRICULUM), date(2021, 1, 1)
    given = {"activity": "canoeing", "minutes": 60, "document": "A letter", "at": AT}

    with pytest.raises(Refusal, match="kinds of time"):
        record_prior(
            db,
            Actor(person_id=1),
            enrolment,
            curriculum,
            started_on=day,
            ended_on=day,
            today=day,
            **given,
        )
