"""Drawing up and issuing a record."""

import json

import pytest
from records.conftest import GATE

from workbench.clock import now
from workbench.records.drafts import draft_of
from workbench.records.models import CompetencyRecord
from workbench.training.models import Milestone


def path(enrolment, gate=GATE):
    return f"/enrolments/{enrolment.id}/record?gate={gate}"


def read_token(page):
    return page.select_one("input[name=read]")["value"]


def test_an_administrator_reads_the_draft_and_issues_it(qualified, signed_in):
    enrolment, administrator = qualified(short_name="HI")
    browser = signed_in(administrator)
    page = browser.open(path(enrolment))

    status, record = browser.submit(path(enrolment), {"read": read_token(page), "sure": "y"})

    assert status == 200
    assert record.h1.text.startswith("Record HI-20")
    assert record.h1.text.endswith("-0001")
    assert "150.0" in record.text
    assert "Daniel Achebe" in record.text


def test_nothing_is_issued_without_the_confirmation(qualified, signed_in, db):
    enrolment, administrator = qualified()
    browser = signed_in(administrator)
    page = browser.open(path(enrolment))

    status, page = browser.submit(path(enrolment), {"read": read_token(page)})

    assert status == 422
    assert "Tick the box" in page.text
    assert db.query(CompetencyRecord).count() == 0


def test_what_is_missing_is_named_and_nothing_can_be_issued(make, signed_in):
    enrolment = make.enrolment()
    browser = signed_in(make.administrator(enrolment.provider))

    page = browser.open(path(enrolment))

    assert "Supervised psychodynamic practice" in page.select_one(".note").text
    assert not page.select("input[name=sure]")


def test_an_unmet_gate_is_refused_with_words(make, signed_in, db, pinned):
    enrolment = make.enrolment()
    browser = signed_in(make.administrator(enrolment.provider))
    token = draft_of(db, enrolment, pinned, GATE, now()).token

    status, page = browser.submit(path(enrolment), {"read": token, "sure": "y"})

    assert status == 409
    assert "is not met yet" in page.select_one(".summary").text


def test_a_figure_that_moved_meanwhile_refuses_the_issue(qualified, signed_in, db):
    enrolment, administrator = qualified()
    browser = signed_in(administrator)
    token = read_token(browser.open(path(enrolment)))
    db.query(Milestone).filter_by(key="theory").one().happened_on = enrolment.started_on
    db.commit()

    status, page = browser.submit(path(enrolment), {"read": token, "sure": "y"})

    assert status == 409
    assert "Something changed since you opened this page" in page.text
    assert read_token(page) != token


def test_a_second_click_has_no_second_effect(qualified, signed_in, db):
    enrolment, administrator = qualified()
    browser = signed_in(administrator)
    sent = {"read": read_token(browser.open(path(enrolment))), "sure": "y"}
    browser.post(path(enrolment), sent)

    again = browser.post(path(enrolment), sent)

    assert again.status_code == 409
    assert db.query(CompetencyRecord).count() == 1


def test_a_second_record_supersedes_the_first_and_points_back(qualified, issued, db):
    enrolment, administrator = qualified(short_name="HI")
    first, _ = issued(enrolment, administrator)

    second, _ = issued(enrolment, administrator)

    db.expire_all()
    assert (first.number, second.number) == ("HI-2026-0001", "HI-2026-0002")
    assert first.superseded_by_id == second.id
    assert json.loads(second.payload)["replaces"] == first.number
    assert second.public_id != first.public_id
    assert len(second.public_id) == 32


def test_an_unknown_gate_is_not_found(qualified, signed_in):
    enrolment, administrator = qualified()

    assert signed_in(administrator).get(path(enrolment, "nonsense")).status_code == 404


def test_nothing_is_issued_for_an_unknown_gate(qualified, signed_in, db):
    enrolment, administrator = qualified()

    response = signed_in(administrator).post(
        path(enrolment, "nonsense"), {"read": "x", "sure": "y"}
    )

    assert response.status_code == 404
    assert db.query(CompetencyRecord).count() == 0


def test_without_a_gate_the_last_met_one_is_drawn_up(qualified, signed_in):
    enrolment, administrator = qualified()

    page = signed_in(administrator).open(f"/enrolments/{enrolment.id}/record")

    assert "Eligibility" in page.select_one(".head").text


OUTSIDERS = {"trainee": 403, "supervisor": 403, "stranger": 404, "other": 404}


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_draws_up_or_issues(make, qualified, signed_in, who, method):
    enrolment, _ = qualified()
    supervisor = make.person("Dr Ines Okafor")
    make.supervision(enrolment, supervisor)
    people = {
        "trainee": enrolment.trainee,
        "supervisor": supervisor,
        "stranger": make.person(),
        "other": make.membership().person,
    }

    response = getattr(signed_in(people[who]), method)(path(enrolment))

    assert response.status_code == OUTSIDERS[who]
    assert "150.0" not in response.text


def test_an_anonymous_visitor_is_asked_to_sign_in(qualified, anonymous):
    enrolment, _ = qualified()

    assert anonymous.get(path(enrolment)).status_code == 303
