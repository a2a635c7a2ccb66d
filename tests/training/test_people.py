"""The page of people, new-password links, and two providers that never see each other."""

import pytest
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.training.models import Role

CANARY = "Wilhelmina Canary"


@pytest.fixture
def elsewhere(make):
    """Another provider with one of everything, each named after the canary."""
    provider = make.provider(name=f"{CANARY} College")
    cohort = make.cohort(provider, name=f"{CANARY} 2026")
    enrolment = make.enrolment(make.person(CANARY), cohort)
    make.membership(Role.SUPERVISOR, provider=provider, person=make.person(f"Dr {CANARY}"))
    make.supervision(enrolment)
    return enrolment


@pytest.fixture
def desk(elsewhere, desk):
    """An administrator's browser; the other provider's rows are there first."""
    return desk


def test_everybody_of_the_provider_is_listed_with_what_they_are(make, desk, provider):
    make.enrolment(make.person("Mina Parry"), make.cohort(provider, name="2026a"))
    make.membership(Role.SUPERVISOR, provider=provider, person=make.person("Dr Anwar Ahmed"))
    make.invitation(provider, "Hana Brandt")

    page = desk.open("/people").text

    for words in ("Mina Parry", "2026a", "Dr Anwar Ahmed", "Jo Lindqvist", "Hana Brandt"):
        assert words in page


def test_people_are_found_by_name_whatever_the_capitals(make, desk, provider):
    cohort = make.cohort(provider)
    make.enrolment(make.person("Élodie Moe"), cohort)
    make.enrolment(make.person("Mina Parry"), cohort)

    page = desk.open("/people?q=élodie").select_one("main").text

    assert "Élodie Moe" in page
    assert "Mina Parry" not in page


@pytest.mark.parametrize("said", ["", "canary", "%", "' OR 1=1 --"])
def test_another_providers_people_are_never_listed_found_or_counted(desk, elsewhere, said):
    page = desk.client.get("/people", query_string={"q": said})

    assert page.status_code == 200
    assert CANARY not in page.text
    assert "no enrolments" in page.text


def test_what_belongs_to_another_provider_is_not_there(desk, elsewhere):
    paths = (
        f"/providers/{elsewhere.provider_id}/invitations",
        f"/providers/{elsewhere.provider_id}/cohorts/new",
        f"/cohorts/{elsewhere.cohort_id}/enrolments",
        f"/enrolments/{elsewhere.id}/arrangements",
        f"/enrolments/{elsewhere.id}/placements",
        "/supervisions/1/end",
        "/memberships/1/end",
    )

    for path in paths:
        response = desk.get(path)
        assert response.status_code == 404, path
        assert CANARY not in response.text


def test_what_belongs_to_another_provider_cannot_be_changed(desk, elsewhere, make):
    invitation = make.invitation(elsewhere.provider, CANARY)
    paths = (
        f"/people/{elsewhere.trainee_id}/link",
        f"/invitations/{invitation.id}/withdraw",
        f"/invitations/{invitation.id}/reissue",
        f"/enrolments/{elsewhere.id}/reopen",
    )

    for path in paths:
        response = desk.post(path)
        assert response.status_code == 404, path
        assert CANARY not in response.text


def test_one_person_administers_two_providers_and_sees_each_apart(
    make, signed_in, administrator, provider
):
    second = make.provider(name="River School")
    make.membership(provider=second, person=administrator)
    make.enrolment(make.person("Mina Parry"), make.cohort(second))

    page = signed_in(administrator).open("/people")

    assert [p.text for p in page.select("p.lab")] == ["Harbour Institute", "River School"]


def test_people_is_only_for_administrators(make, signed_in):
    assert signed_in(make.enrolment().trainee).get("/people").status_code == 404


def test_a_link_for_a_new_password_is_shown_once_and_noted(db, make, desk, provider, anonymous):
    trainee = make.enrolment(cohort=make.cohort(provider)).trainee

    status, page = desk.submit(f"/people/{trainee.id}/link")
    path = page.select_one("#link")["value"].removeprefix("http://127.0.0.1:8000")

    assert status == 200
    assert trainee.name in anonymous.open(path).text
    [line] = db.scalars(select(AuditLine).where(AuditLine.deed == "accounts.password_link"))
    assert (line.subject, line.provider_id) == (f"people:{trainee.id}", provider.id)


def test_no_link_for_somebody_who_is_known_in_another_provider_too(make, desk, provider, elsewhere):
    make.enrolment(elsewhere.trainee, make.cohort(provider))

    response = desk.post(f"/people/{elsewhere.trainee_id}/link")

    assert response.status_code == 409
    assert "whoever runs the workbench" in response.text
    assert "College" not in response.text


def test_no_link_for_a_stranger(make, desk):
    assert desk.post(f"/people/{make.person().id}/link").status_code == 404


def test_a_trainee_and_supervisor_in_two_providers_holds_each_role_where_it_was_given(
    make, signed_in, provider
):
    person = make.person("Dr Anwar Ahmed")
    own = make.enrolment(person, make.cohort(provider))
    theirs = make.enrolment(make.person("Mina Parry"), make.cohort(), supervisor=person)
    browser = signed_in(person)

    assert browser.get(f"/enrolments/{own.id}/placements").status_code == 200
    assert browser.get(f"/enrolments/{theirs.id}/placements").status_code == 403
    assert browser.get(f"/enrolments/{theirs.id}/arrangements").status_code == 403
    assert browser.get(f"/enrolments/{make.enrolment().id}/placements").status_code == 404
