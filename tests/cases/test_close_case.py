"""Ending a training case, and taking an ending back."""

from datetime import date

import pytest

from workbench.cases.commands import close_case
from workbench.cases.models import CaseStanding
from workbench.cases.queries import find_case
from workbench.clock import now
from workbench.errors import Refusal
from workbench.policy import Actor


def test_a_case_ends_as_completed(db, make, signed_in):
    case = make.case()

    status, page = signed_in(case.enrolment.trainee).submit(
        f"/cases/{case.id}/close", {"standing": "completed", "closed_on": "2026-07-01"}
    )

    assert status == 200
    assert "Completed on 1 Jul 2026" in page.text
    db.refresh(case)
    assert case.standing is CaseStanding.COMPLETED


def test_a_case_ends_early_and_can_be_opened_again(db, make, signed_in):
    case = make.case(standing=CaseStanding.DROPPED_OUT, closed_on=date(2026, 7, 1))
    browser = signed_in(case.enrolment.trainee)

    assert "Ended early on 1 Jul 2026" in browser.open(f"/cases/{case.id}").text
    browser.post(f"/cases/{case.id}/reopen")

    db.refresh(case)
    assert (case.standing, case.closed_on) == (CaseStanding.OPEN, None)


def test_what_has_ended_does_not_end_twice(make, signed_in):
    case = make.case(standing=CaseStanding.COMPLETED, closed_on=date(2026, 7, 1))

    status, page = signed_in(case.enrolment.trainee).submit(
        f"/cases/{case.id}/close", {"standing": "completed", "closed_on": "2026-07-01"}
    )

    assert status == 409
    assert "has ended already" in page.text


def test_an_open_case_is_not_opened_again(make, signed_in):
    case = make.case()

    assert signed_in(case.enrolment.trainee).post(f"/cases/{case.id}/reopen").status_code == 409


@pytest.mark.parametrize(
    ("standing", "day", "status"),
    [
        ("completed", "2999-01-01", 409),
        ("completed", "2026-03-01", 409),
        ("open", "2026-07-01", 422),
        ("nonsense", "2026-07-01", 422),
        ("", "2026-07-01", 422),
        ("completed", "someday", 422),
    ],
)
def test_an_ending_that_cannot_be_is_told(make, signed_in, standing, day, status):
    case = make.case()

    answer, page = signed_in(case.enrolment.trainee).submit(
        f"/cases/{case.id}/close", {"standing": standing, "closed_on": day}
    )

    assert answer == status
    assert page.select_one(".summary")


def test_an_ending_has_to_be_one(db, make):
    case = make.case()
    day = case.opened_on
    actor = Actor(person_id=case.enrolment.trainee_id)
    loaded = find_case(db, actor, case.id)

    with pytest.raises(Refusal, match="completed or ended early"):
        close_case(
            db, loaded, actor, standing=CaseStanding.OPEN, closed_on=day, today=day, at=now()
        )
