"""Logging and countersigning by keyboard, and without script, in a real browser."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from support.make import PASSWORD

from workbench.clock import now
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import Countersignature, HoursEntry, Verdict
from workbench.training.queries import supervisors_of

pytestmark = pytest.mark.browser


@pytest.fixture
def case(make):
    enrolment = make.enrolment()
    make.placement(enrolment, "North Clinic")
    make.supervision(enrolment)
    case = make.case(enrolment, code="A7")
    for number in range(1, 10):
        held_on = now().date() - timedelta(days=3 * (11 - number))
        session = make.therapy_session(case, number, held_on=held_on)
        values = {"therapy_session": session, "activity": "dit_therapy", "minutes": 50}
        make.entry(enrolment, worked_on=held_on, logged_at=now(), **values)
    return case


def sign_in(page, person, target):
    page.goto(f"/sign-in?next={target}")
    page.fill("#email", person.email)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".who").wait_for()
    page.wait_for_load_state("load")  # the keys work once the scripts have run


def test_the_usual_session_is_logged_again_with_two_keys(db, case, visit):
    page = visit()
    sign_in(page, case.enrolment.trainee, "/cases")

    page.keyboard.press("n")
    page.keyboard.press("Enter")

    page.get_by_text("Logged 50 min for A7, session 10.").wait_for()
    page.keyboard.press("z")
    page.get_by_text("Undone").wait_for()
    db.commit()
    assert db.scalar(select(func.count(HoursEntry.id))) == 9


def test_the_bar_says_how_it_reads_while_it_is_typed(case, visit):
    page = visit()
    sign_in(page, case.enrolment.trainee, "/cases")

    page.keyboard.press("n")
    page.keyboard.type("50 A7 yesterday")

    page.locator("#q-reads", has_text="case A7, session 10, DIT with a training case").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("Logged 50 min for A7, session 10.").wait_for()


def test_entries_are_countersigned_with_three_keys(db, case, visit):
    page = visit()
    sign_in(page, case_supervisor(db, case), "/hours/waiting")

    page.keyboard.press("*")
    page.keyboard.press("v")

    page.get_by_text("Countersigned 9 entries").wait_for()
    db.commit()
    assert db.scalar(select(func.count(Countersignature.id))) == 1


def test_what_is_picked_is_counted_along(db, case, visit):
    page = visit()
    sign_in(page, case_supervisor(db, case), "/hours/waiting")

    page.keyboard.press("j")
    page.keyboard.press("x")

    assert "these 8 entries" in page.locator("[data-pick-statement]").inner_text()
    page.keyboard.press("v")
    page.get_by_text("Countersigned 8 entries").wait_for()


def test_a_question_is_asked_and_the_rest_signed_without_script(db, case, visit):
    page = visit(script=False)
    sign_in(page, case_supervisor(db, case), "/hours/waiting")

    page.get_by_role("button", name="Query").first.click()
    page.get_by_label("Your question").fill("One long session or two?")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("button", name="Countersign 8").click()

    page.get_by_text("Countersigned 8 entries").wait_for()
    db.commit()
    asked = select(func.count(HoursEntry.id)).where(HoursEntry.standing == Standing.QUERIED)
    assert db.scalar(asked) == 1


def test_on_a_phone_the_statement_is_shown_before_it_is_signed(db, case, visit):
    page = visit(width=360, height=640)
    sign_in(page, case_supervisor(db, case), "/hours/waiting")

    page.get_by_role("button", name="Countersign", exact=True).click()
    page.get_by_text("these 9 entries are a true account").wait_for()
    page.get_by_role("button", name="Countersign 9 (7.5 h)").click()

    page.get_by_text("Countersigned 9 entries").wait_for()


def test_on_a_phone_a_question_stands_above_its_buttons_and_a_day_beside_what_was_done(
    db, case, visit
):
    asked = db.scalars(select(HoursEntry).order_by(HoursEntry.id)).first()
    supervisor = case_supervisor(db, case)
    asked.standing = Standing.QUERIED
    words = "Was this the usual fifty minutes? The room was booked for longer than that."
    said = {"kind": VerdictKind.QUERY, "words": words, "at": now()}
    db.add(Verdict(entry=asked, author=supervisor, **said))
    db.commit()
    page = visit(width=360, height=640)
    sign_in(page, supervisor, "/hours/waiting")

    row = page.locator("tr", has=page.get_by_text("Query open"))

    assert bottom(row.locator(".rest")) <= row.locator(".acts").bounding_box()["y"] + 1
    day = row.locator("th a").bounding_box()
    assert day["x"] + day["width"] <= row.locator("th + td").bounding_box()["x"]


def bottom(locator):
    box = locator.bounding_box()
    return box["y"] + box["height"]


@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), (1280, True), (360, False), (320, True)]
)
def test_the_pages_keep_wcag(db, case, visit, axe, width, dark):
    trainee, enrolment = visit(width=width, dark=dark), case.enrolment_id
    sign_in(trainee, case.enrolment.trainee, "/cases")
    entry = db.scalars(select(HoursEntry.id)).first()
    for path in (
        "/cases",
        f"/cases/{case.id}",
        f"/cases/{case.id}/sessions/new",
        f"/enrolments/{enrolment}/cases/new",
        "/hours",
        f"/enrolments/{enrolment}/hours/new",
        f"/enrolments/{enrolment}/hours/new?activity=supervision",
        f"/hours/entries/{entry}",
    ):
        trainee.goto(path)
        check(trainee, axe)
    supervisor = visit(width=width, dark=dark)
    sign_in(supervisor, case_supervisor(db, case), "/hours/waiting")
    check(supervisor, axe)


def check(page, axe):
    """At the foot of the page, so that a bar that stays covers nothing by half."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def case_supervisor(db, case):
    return supervisors_of(db, case.enrolment, now().date())[0]
