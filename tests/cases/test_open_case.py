"""Opening a training case by a code."""

import pytest

OPENING = {
    "code": "a7",
    "opened_on": "2026-03-09",
    "usual_minutes": "50",
    "usual_mode": "in_person",
    "placement": "",
}


def test_a_trainee_opens_a_case_by_a_code(make, signed_in):
    enrolment = make.enrolment()

    status, page = signed_in(enrolment.trainee).submit(
        f"/enrolments/{enrolment.id}/cases/new", OPENING
    )

    assert status == 200
    assert page.h1.text == "Case A7"
    assert "Case A7 is open." in page.text


def test_a_case_is_seen_at_one_of_the_trainees_placements(make, signed_in):
    place = make.placement(name="North Clinic")
    browser = signed_in(place.enrolment.trainee)
    form = browser.open(f"/enrolments/{place.enrolment_id}/cases/new")
    assert form.select_one("#placement option[selected]").text == "North Clinic"

    _, page = browser.submit(
        f"/enrolments/{place.enrolment_id}/cases/new", OPENING | {"placement": str(place.id)}
    )

    assert "North Clinic" in page.select_one(".head").text


def test_what_cannot_be_read_is_told(make, signed_in):
    enrolment = make.enrolment()

    status, page = signed_in(enrolment.trainee).submit(
        f"/enrolments/{enrolment.id}/cases/new", OPENING | {"opened_on": "someday"}
    )

    assert status == 422
    assert page.select_one("#opened_on-error")


@pytest.mark.parametrize("code", ["MP", "Mina Parry", "M.P.", "1985-02-03", "4857773456"])
def test_a_code_that_could_tell_who_it_is_is_refused_with_a_reason(make, signed_in, code):
    enrolment = make.enrolment()

    status, page = signed_in(enrolment.trainee).submit(
        f"/enrolments/{enrolment.id}/cases/new", OPENING | {"code": code}
    )

    assert status == 409
    assert page.select_one("#code")["value"] == code
    assert page.select_one("#code-error")


def test_a_code_is_taken_once_in_a_training(make, signed_in):
    case = make.case(code="A7")

    status, page = signed_in(case.enrolment.trainee).submit(
        f"/enrolments/{case.enrolment_id}/cases/new", OPENING
    )

    assert status == 409
    assert "You have a case A7 already" in page.select_one("#code-error").text


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("opened_on", "2999-01-01", "still to come"),
        ("opened_on", "2020-01-01", "outside your training"),
        ("usual_minutes", "0", "between 1 and 240"),
        ("usual_minutes", "1500", "between 1 and 240"),
        ("placement", "999999", "one of your placements"),
        ("code", "PHQ9", "name of a measure"),
    ],
)
def test_what_cannot_be_so_is_told_at_its_field(make, signed_in, field, value, words):
    enrolment = make.enrolment()

    status, page = signed_in(enrolment.trainee).submit(
        f"/enrolments/{enrolment.id}/cases/new", OPENING | {field: value}
    )

    assert status == 409
    assert words in page.select_one(f"#{field}-error").text


def test_the_list_shows_each_case_with_its_session_and_phase(make, signed_in):
    case = make.case(code="A7")
    for number in range(1, 6):
        make.therapy_session(case, number)

    page = signed_in(case.enrolment.trainee).open("/cases")

    assert "Session 6 of 16 comes next, middle" in page.text


def test_somebody_without_a_training_sees_what_will_appear(make, signed_in):
    page = signed_in(make.person()).open("/cases")

    assert "No training yet" in page.text


@pytest.mark.parametrize(
    ("who", "status"),
    [("peer", 404), ("stranger", 404), ("other_supervisor", 404), ("administrator", 404)],
)
def test_nobody_else_reads_a_case(make, signed_in, who, status):
    case = make.case(code="Q77")
    provider = case.enrolment.provider
    people = {
        "peer": lambda: make.enrolment(cohort=case.enrolment.cohort).trainee,
        "stranger": make.person,
        "other_supervisor": lambda: make.supervision(make.enrolment()).supervisor,
        "administrator": lambda: make.administrator(provider),
    }

    response = signed_in(people[who]()).get(f"/cases/{case.id}")

    assert response.status_code == status
    assert "Q77" not in response.text


def test_a_supervisor_reads_a_case_and_may_not_change_it(make, signed_in):
    case = make.case(code="A7")
    supervisor = make.supervision(case.enrolment).supervisor
    browser = signed_in(supervisor)

    page = browser.open(f"/cases/{case.id}")

    assert page.h1.text == "Case A7"
    assert not page.select("main form[method=post]")
    for deed in ("close", "reopen", "sessions/new"):
        assert browser.post(f"/cases/{case.id}/{deed}").status_code == 403
    assert browser.get(f"/enrolments/{case.enrolment_id}/cases/new").status_code == 403
    assert browser.open(f"/enrolments/{case.enrolment_id}/cases").h1.text == "Cases of Mina Parry"


def test_an_administrator_sees_no_case_of_a_trainee(make, signed_in):
    case = make.case(code="A7")
    browser = signed_in(make.administrator(case.enrolment.provider))

    assert browser.get(f"/enrolments/{case.enrolment_id}/cases").status_code == 403
