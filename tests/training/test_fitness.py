"""What a provider knows of its supervisors: when accredited, and whose therapist they were."""

from datetime import date

import pytest
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.progress.facts import facts_of
from workbench.training.models import Accreditation, Enrolment, Role

DUTCH = ("dit-register-nl", "2026.1")


@pytest.fixture
def member(make, provider):
    return make.membership(Role.SUPERVISOR, provider, make.person("Dr Anwar Ahmed"))


@pytest.fixture
def enrolment(make, provider, member):
    return make.enrolment(cohort=make.cohort(provider, curriculum=DUTCH), supervisor=member.person)


def counter(db, enrolment):
    db.commit()
    return db.scalar(select(Enrolment.counter).where(Enrolment.id == enrolment.id))


def deeds(db):
    db.commit()
    return db.scalars(select(AuditLine.deed).order_by(AuditLine.number)).all()


def people(db, enrolment):
    db.commit()
    return facts_of(db, enrolment).people


def test_an_accreditation_is_recorded_and_every_enrolment_is_worked_out_anew(
    db, desk, member, enrolment
):
    where = f"/memberships/{member.id}/accreditations"
    assert "it is not known whether" in desk.open(where).text

    status, page = desk.submit(where, {"started_on": "2024-01-01", "ended_on": "2026-12-31"})

    assert status == 200
    assert "The accreditation is recorded." in page.text
    [person] = people(db, enrolment)
    assert (person.name, person.own_therapist) == ("Dr Anwar Ahmed", None)
    [held] = person.accredited
    assert (held.start, held.end) == (date(2024, 1, 1), date(2026, 12, 31))
    assert counter(db, enrolment) == 1
    assert deeds(db) == ["training.accredit"]


def test_a_stretch_is_recorded_once_and_ends_after_it_began(desk, member):
    where = f"/memberships/{member.id}/accreditations"
    desk.submit(where, {"started_on": "2024-01-01", "ended_on": ""})

    twice, page = desk.submit(where, {"started_on": "2025-01-01", "ended_on": ""})
    before, backwards = desk.submit(where, {"started_on": "2020-01-02", "ended_on": "2020-01-01"})
    unread, _ = desk.submit(where, {"started_on": "", "ended_on": "soon"})

    assert (twice, before, unread) == (409, 409, 422)
    assert "accredited in those days already" in page.select_one("#started_on-error").text
    assert backwards.select_one("#ended_on-error")
    assert "goes on" in desk.open(where).text


def test_an_accreditation_by_mistake_is_taken_out(db, make, desk, member, enrolment):
    held = make.accreditation(member)

    assert desk.post(f"/accreditations/{held.id}/remove").status_code == 303

    assert people(db, enrolment) == ()
    assert desk.post(f"/accreditations/{held.id}/remove").status_code == 404
    assert deeds(db)[-1] == "training.remove_accreditation"
    assert counter(db, enrolment) == 1


def test_only_those_who_have_to_do_with_an_enrolment_are_facts_of_it(
    db, make, provider, member, enrolment
):
    make.accreditation(make.membership(Role.SUPERVISOR, provider, make.person("Dr Ines Okafor")))
    make.accreditation(make.membership(Role.SUPERVISOR, person=member.person))

    assert people(db, enrolment) == ()


def test_nobody_else_says_who_is_accredited(db, make, signed_in, member, enrolment):
    held = make.accreditation(member)

    for person in (member.person, enrolment.trainee, make.administrator(make.provider())):
        browser = signed_in(person)
        assert browser.get(f"/memberships/{member.id}/accreditations").status_code == 404
        assert browser.post(f"/accreditations/{held.id}/remove").status_code == 404
    assert db.scalars(select(Accreditation.id)).all() == [held.id]


@pytest.mark.parametrize(
    ("answer", "known", "words"),
    [("yes", True, "Is or was their therapist"), ("no", False, "Never their therapist")],
)
def test_whether_a_supervisor_was_the_therapist_is_said(
    db, desk, enrolment, make, answer, known, words
):
    supervision = make.supervision(enrolment)
    where = f"/supervisions/{supervision.id}/therapist"
    assert "Their therapist?" in desk.open(f"/enrolments/{enrolment.id}/arrangements").text

    status, page = desk.submit(where, {"own_therapist": answer})

    assert status == 200
    assert words in page.text
    assert [one.own_therapist for one in people(db, enrolment)] == [known]
    assert desk.open(where).select_one("input[checked]")["value"] == answer
    desk.submit(where, {"own_therapist": ""})
    assert people(db, enrolment) == ()


def test_one_who_was_the_therapist_once_is_so_in_every_supervision(db, make, enrolment, member):
    for own_therapist in (True, False):
        make.supervision(enrolment, member.person, own_therapist=own_therapist)

    assert [one.own_therapist for one in people(db, enrolment)] == [True]


def test_an_answer_that_is_none_is_told(db, desk, make, enrolment):
    supervision = make.supervision(enrolment)

    status, page = desk.submit(
        f"/supervisions/{supervision.id}/therapist", {"own_therapist": "perhaps"}
    )

    assert status == 422
    assert page.select_one("#own_therapist-error")


def test_the_question_is_asked_only_where_it_matters(make, signed_in):
    enrolment = make.enrolment()
    make.supervision(enrolment)
    desk = signed_in(make.administrator(enrolment.provider))

    page = desk.open(f"/enrolments/{enrolment.id}/arrangements")

    assert "therapist?" not in page.text


def test_only_the_provider_answers_it(make, signed_in, enrolment, member):
    supervision = make.supervision(enrolment)
    where = f"/supervisions/{supervision.id}/therapist"

    asked = [signed_in(one).get(where).status_code for one in (enrolment.trainee, member.person)]

    assert asked == [403, 403]


def test_the_page_of_people_leads_to_a_supervisors_accreditation(desk, member):
    page = desk.open("/people")

    assert page.select_one(f"a[href='/memberships/{member.id}/accreditations']")
    assert len(page.select("a[href$='/accreditations']")) == 1
