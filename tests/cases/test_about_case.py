"""Saying of a case where it is seen, what it came for, whose it is, and how it is supervised."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.clock import today
from workbench.training.models import Enrolment

BABCP = ("babcp-provisional", "2026.1")
TODAY = today("Europe/London")
NOTHING = {"placement": "", "problems": "", "same_patient_as": ""}


@pytest.fixture
def enrolment(make):
    return make.enrolment(cohort=make.cohort(curriculum=BABCP))


@pytest.fixture
def case(make, enrolment):
    return make.case(enrolment, activity="practice")


@pytest.fixture
def trainee(signed_in, enrolment):
    return signed_in(enrolment.trainee)


def fresh(db, row):
    db.commit()
    return db.get(type(row), row.id, populate_existing=True)


def deeds(db):
    db.commit()
    done = db.scalars(select(AuditLine.deed).order_by(AuditLine.number))
    return [deed for deed in done if not deed.endswith(".refused")]


def test_a_case_says_where_it_is_seen_and_what_it_came_for(db, make, enrolment, case, trainee):
    place = make.placement(enrolment, name="North Clinic")
    said = {"placement": str(place.id), "problems": "Panic, depression", "same_patient_as": ""}

    status, page = trainee.submit(f"/cases/{case.id}/about", said)

    assert status == 200
    assert "North Clinic" in page.text
    assert "panic, depression" in page.text
    assert fresh(db, case).problems == ["panic", "depression"]
    assert deeds(db)[-1] == "cases.describe"
    assert db.scalar(select(Enrolment.counter)) == 1


def test_what_was_said_stands_in_the_form_again_and_can_be_taken_away(db, make, case, trainee):
    trainee.submit(f"/cases/{case.id}/about", NOTHING | {"problems": "panic"})

    form = trainee.open(f"/cases/{case.id}/about")
    trainee.submit(f"/cases/{case.id}/about", NOTHING)

    assert form.select_one("#problems")["value"] == "panic"
    assert fresh(db, case).problems == []


def test_a_story_is_refused_and_nothing_typed_is_lost(db, case, trainee):
    words = "low for a very long time now"

    status, page = trainee.submit(f"/cases/{case.id}/about", NOTHING | {"problems": words})

    assert status == 409
    assert page.select_one("#problems")["value"] == words
    assert "too long" in page.select_one("#problems-error").text
    assert fresh(db, case).problems == []


def test_who_somebody_is_stops_at_the_gate(db, case, trainee):
    status, page = trainee.submit(
        f"/cases/{case.id}/about", NOTHING | {"problems": "panic, Mrs Margaret Whitfield"}
    )

    assert status == 409
    assert page.select_one(".gate-box")
    assert fresh(db, case).problems == []


def test_problems_are_asked_only_where_the_curriculum_counts_them(make, signed_in):
    case = make.case()

    page = signed_in(case.enrolment.trainee).open(f"/cases/{case.id}/about")

    assert page.select_one("#problems") is None
    assert page.select_one("#same_patient_as")


def test_cases_of_one_patient_share_the_first_of_them(db, make, enrolment, trainee):
    first, second, third = (
        make.case(enrolment, code=code, activity="practice") for code in ("A1", "B2", "C3")
    )
    trainee.submit(f"/cases/{third.id}/about", NOTHING | {"same_patient_as": str(second.id)})
    trainee.submit(f"/cases/{second.id}/about", NOTHING | {"same_patient_as": str(first.id)})

    page = trainee.open(f"/cases/{third.id}")

    assert "A1; the two count as one case" in page.text
    assert [fresh(db, one).same_patient_as_id for one in (first, second, third)] == [
        None,
        first.id,
        first.id,
    ]


def test_a_case_is_not_of_its_own_patient_twice_over(make, enrolment, trainee):
    first, second = (make.case(enrolment, code=code) for code in ("A1", "B2"))
    trainee.submit(f"/cases/{second.id}/about", NOTHING | {"same_patient_as": str(first.id)})

    status, page = trainee.submit(
        f"/cases/{first.id}/about", NOTHING | {"same_patient_as": str(second.id)}
    )

    assert status == 409
    assert "already" in page.select_one("#same_patient_as-error").text


@pytest.mark.parametrize("field", ["placement", "same_patient_as"])
def test_what_is_not_ones_own_is_refused_at_its_field(make, case, trainee, field):
    other = {"placement": make.placement, "same_patient_as": make.case}[field]()

    status, page = trainee.submit(f"/cases/{case.id}/about", NOTHING | {field: str(other.id + 1)})

    assert status == 409
    assert page.select_one(f"#{field}-error")


def test_a_supervisor_vouches_that_a_case_is_closely_supervised(
    db, make, enrolment, case, trainee, signed_in
):
    supervisor = signed_in(make.supervision(enrolment).supervisor)
    where = f"/cases/{case.id}/closely"

    status, page = supervisor.submit(where)

    assert status == 200
    assert "Yes, a supervisor vouches for it" in page.text
    assert fresh(db, case).closely_supervised
    assert supervisor.post(where).status_code == 409
    assert trainee.post(where).status_code == 403
    assert supervisor.post(f"{where}/back").status_code == 303
    assert supervisor.post(f"{where}/back").status_code == 409
    assert deeds(db)[-2:] == ["cases.supervise_closely", "cases.take_back_closely"]


def test_closeness_is_shown_only_where_the_curriculum_asks_for_it(make, case, trainee, signed_in):
    plain = make.case()

    assert "Closely supervised" in trainee.open(f"/cases/{case.id}").text
    own = signed_in(plain.enrolment.trainee)
    assert "Closely supervised" not in own.open(f"/cases/{plain.id}").text


def test_withdrawn_consent_ends_what_recordings_count_for(db, make, case, trainee):
    session = make.therapy_session(case, phase="whole")

    form = trainee.open(f"/cases/{case.id}/consent")
    status, page = trainee.submit(f"/cases/{case.id}/consent", {"withdrawn_on": "2026-11-02"})

    assert "count no more" in form.text
    assert status == 200
    assert "Withdrawn on 2 November 2026" in page.text
    assert fresh(db, case).consent_withdrawn_on == date(2026, 11, 2)
    assert trainee.post(f"/sessions/{session.id}/ratings").status_code == 409
    again = trainee.post(f"/cases/{case.id}/consent", {"withdrawn_on": "2026-11-03"})
    assert again.status_code == 409


@pytest.mark.parametrize(
    ("day", "status"),
    [("", 422), ("soon", 422), ("2026-03-01", 409), (str(TODAY + timedelta(days=3)), 409)],
)
def test_a_day_on_which_consent_cannot_have_ended_is_told(case, trainee, day, status):
    answered, page = trainee.submit(f"/cases/{case.id}/consent", {"withdrawn_on": day})

    assert answered == status
    assert page.select_one("#withdrawn_on-error")


def test_a_withdrawal_that_was_a_mistake_is_taken_back(db, case, trainee):
    trainee.post(f"/cases/{case.id}/consent", {"withdrawn_on": "2026-11-02"})
    assert "Take the withdrawal back?" in trainee.open(f"/cases/{case.id}/consent").text

    assert trainee.post(f"/cases/{case.id}/consent/restore").status_code == 303

    assert fresh(db, case).consent_withdrawn_on is None
    assert trainee.post(f"/cases/{case.id}/consent/restore").status_code == 409
    assert deeds(db)[-2:] == ["cases.withdraw_consent", "cases.restore_consent"]


@pytest.mark.parametrize("path", ["about", "consent", "consent/restore"])
def test_nobody_else_says_anything_of_a_case(make, enrolment, case, signed_in, path):
    supervisor = make.supervision(enrolment).supervisor
    administrator = make.administrator(enrolment.provider)

    where = f"/cases/{case.id}/{path}"
    asked = [signed_in(one).post(where).status_code for one in (supervisor, administrator)]

    assert asked == [403, 404]
