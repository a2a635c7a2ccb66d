"""Inviting somebody, and following the link."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from support.make import PASSWORD

from workbench.accounts.models import OneTimeLink, Person
from workbench.clock import now
from workbench.training.models import Enrolment, Invitation, Membership, Role

NEW = "seven lanterns by the quiet harbour"


def asked(as_="supervisor", email="anwar@example.org", **values):
    return {"name": "Dr Anwar Ahmed", "email": email, "invited_as": as_, "cohort": ""} | values


def link_of(page):
    return re.search(r"/invitations/[\w-]+", page.select_one("#link")["value"])[0]


@pytest.fixture
def invited(signed_in, administrator, provider):
    """The path of an invitation's link."""

    def invite(**values):
        status, page = signed_in(administrator).submit(
            f"/providers/{provider.id}/invitations", asked(**values)
        )
        assert status == 200, page.text
        return link_of(page)

    return invite


def test_a_new_person_accepts_and_holds_the_role_at_once(db, anonymous, invited):
    path = invited(registration="HCPC PYL00000")

    page = anonymous.open(path)
    response = anonymous.post(path, {"name": "Dr Anwar Ahmed", "password": NEW})

    assert "as a supervisor" in page.text
    assert response.status_code == 303, response.text
    assert anonymous.open("/account")
    [member] = db.scalars(select(Membership).where(Membership.role == Role.SUPERVISOR))
    assert member.registration == "HCPC PYL00000"


def test_a_trainee_is_enrolled_in_the_cohort_that_they_were_invited_to(
    db, make, anonymous, invited, provider
):
    cohort = make.cohort(provider)

    path = invited(as_="trainee", cohort=str(cohort.id))
    anonymous.post(path, {"name": "Mina Parry", "password": NEW})

    [enrolment] = db.scalars(select(Enrolment))
    assert (enrolment.cohort_id, enrolment.curriculum_version) == (cohort.id, "2026.1")
    assert enrolment.counter == 1


@pytest.mark.parametrize("days", [-60, 30])
def test_a_training_begins_with_its_cohort_or_with_the_acceptance_before_it(
    db, make, anonymous, invited, provider, days
):
    day = now().date()
    cohort = make.cohort(provider, starts_on=day + timedelta(days=days))

    path = invited(as_="trainee", cohort=str(cohort.id))
    anonymous.post(path, {"name": "Mina Parry", "password": NEW})

    assert db.scalar(select(Enrolment.started_on)) == min(day, cohort.starts_on)


def test_a_known_person_signs_in_and_accepts_with_one_button(db, make, signed_in, invited):
    known = make.person("Dr Anwar Ahmed")
    path = invited(email=known.email.upper())

    page = signed_in(known).open(path)
    response = signed_in(known).post(path)

    assert page.select_one("main form button").text == "Accept"
    assert response.status_code == 303
    assert db.scalar(select(Membership.person_id).where(Membership.role == Role.SUPERVISOR)) == (
        known.id
    )


def test_a_known_address_gets_no_second_account_and_keeps_its_password(
    db, make, anonymous, invited
):
    known = make.person("Dr Anwar Ahmed")
    path = invited(email=known.email)

    status, page = anonymous.submit(path, {"name": "Somebody Else", "password": NEW})
    response = anonymous.post("/sign-in", {"email": known.email, "password": PASSWORD})

    assert status == 409
    assert "cannot be made for this address" in page.text
    assert page.select_one("#name")["value"] == "Somebody Else"
    assert response.status_code == 303
    assert db.scalar(select(func.count()).select_from(Person)) == 2


def test_the_answer_is_the_same_for_known_and_unknown_addresses(
    make, signed_in, administrator, provider, anonymous
):
    known = make.person("Dr Anwar Ahmed")
    pages = []
    for email in (known.email, "nobody9@example.org"):
        status, page = signed_in(administrator).submit(
            f"/providers/{provider.id}/invitations", asked(email=email)
        )
        shown = anonymous.open(link_of(page))
        pages.append((status, said(page, email), said(shown, email)))

    assert pages[0] == pages[1]


def said(page, email):
    for field in page.select("#link, input[name=csrf_token], input[name=next]"):
        field["value"] = ""
    text = page.select_one("main").decode().replace(email, "ADDRESS")
    return re.sub(r"/invitations/[\w-]+", "LINK", text)


def test_a_link_works_once(anonymous, signed_in, make, invited):
    path = invited()
    anonymous.post(path, {"name": "Dr Anwar Ahmed", "password": NEW})

    assert signed_in(make.person()).get(path).status_code == 404
    assert "no longer works" in signed_in(make.person()).open(path, status=404).text


def test_somebody_else_signed_in_cannot_accept(db, make, signed_in, invited):
    path = invited()
    other = signed_in(make.person("Hana Brandt"))

    page = other.open(path)
    response = other.post(path)

    assert "signed in as" in page.text
    assert response.status_code == 403
    assert db.scalar(select(func.count()).where(OneTimeLink.used_at.is_not(None))) == 0


def test_a_weak_password_is_refused_and_the_link_still_works(anonymous, invited):
    path = invited()

    status, page = anonymous.submit(path, {"name": "Dr Anwar Ahmed", "password": "ahmedanwar"})

    assert status == 409
    assert "Use at least 12" in page.text
    assert anonymous.get(path).status_code == 200


def test_an_invitation_can_be_withdrawn(db, signed_in, anonymous, administrator, invited):
    path = invited()
    [invitation] = db.scalars(select(Invitation))

    response = signed_in(administrator).post(f"/invitations/{invitation.id}/withdraw")

    assert response.status_code == 303
    assert anonymous.get(path).status_code == 404
    again = signed_in(administrator).post(f"/invitations/{invitation.id}/withdraw")
    assert again.status_code == 409


def test_a_new_link_makes_the_old_one_worthless(db, signed_in, anonymous, administrator, invited):
    path = invited()
    [invitation] = db.scalars(select(Invitation))

    _, page = signed_in(administrator).submit(f"/invitations/{invitation.id}/reissue")

    assert anonymous.get(path).status_code == 404
    assert anonymous.get(link_of(page)).status_code == 200


def test_inviting_again_withdraws_the_earlier_link(anonymous, invited):
    first, second = invited(), invited()

    assert anonymous.get(first).status_code == 404
    assert anonymous.get(second).status_code == 200


def test_an_administrator_does_not_enrol_themself(make, signed_in, administrator, provider):
    cohort = make.cohort(provider)
    data = asked(as_="trainee", cohort=str(cohort.id), email=administrator.email)

    status, page = signed_in(administrator).submit(f"/providers/{provider.id}/invitations", data)

    assert status == 409
    assert "cannot enrol yourself" in page.text


def test_a_trainee_needs_a_cohort_of_this_provider(make, signed_in, administrator, provider):
    elsewhere = make.cohort()
    data = asked(as_="trainee", cohort=str(elsewhere.id))

    status, page = signed_in(administrator).submit(f"/providers/{provider.id}/invitations", data)

    assert status == 422
    assert "Choose the cohort" in page.text
    assert page.select_one("#name")["value"] == "Dr Anwar Ahmed"


def test_accepting_a_role_that_one_holds_changes_nothing_but_the_registration(
    db, make, signed_in, invited, provider
):
    held = make.membership(Role.SUPERVISOR, provider=provider)
    path = invited(email=held.person.email, registration="HCPC PYL11111")

    signed_in(held.person).post(path)

    db.rollback()
    db.expire_all()
    [member] = db.scalars(select(Membership).where(Membership.role == Role.SUPERVISOR))
    assert (member.id, member.registration) == (held.id, "HCPC PYL11111")


def test_accepting_a_cohort_that_one_is_in_changes_nothing(db, make, signed_in, invited, provider):
    enrolment = make.enrolment(cohort=make.cohort(provider))
    path = invited(as_="trainee", email=enrolment.trainee.email, cohort=str(enrolment.cohort_id))

    response = signed_in(enrolment.trainee).post(path)

    assert response.status_code == 303
    assert db.scalar(select(func.count()).select_from(Enrolment)) == 1
