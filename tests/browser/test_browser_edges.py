"""Nothing there yet, and names as long as they may be: the pages hold at 320 pixels."""

from datetime import timedelta

import pytest
from browser.hands import sign_in
from support.make import PASSWORD

from workbench.clock import now
from workbench.training.models import Role

pytestmark = pytest.mark.browser

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 3
OWN = ("/", "/hours", "/cases", "/documents", "/ratings", "/records", "/account")
SUPERVISING = ("/inbox", "/inbox?tab=documents", "/inbox?tab=ratings", "/trainees", "/documents")
ADMINISTERING = ("/cohorts", "/people", "/records", "/curricula")

TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll("body *")]
        .filter((one) => one.getBoundingClientRect().right > innerWidth)
        .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def hold(visit, violations):
    """Opens pages as somebody and holds each to its width and to WCAG."""

    def hold(person, paths):
        page = visit(width=320, height=640)
        sign_in(page, person.email, PASSWORD, target=paths[0])
        for path in paths:
            page.goto(path)
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            assert not (found := violations(page)), found
            assert not (wide := page.evaluate(TOO_WIDE)), (path, wide)

    return hold


def test_a_trainee_who_begins_finds_what_will_appear(make, hold):
    hold(make.enrolment().trainee, OWN)


def test_a_supervisor_without_work_finds_what_will_appear(make, hold):
    hold(make.supervision(make.enrolment()).supervisor, SUPERVISING)


def test_a_provider_without_anybody_finds_what_will_appear(make, hold):
    hold(make.administrator(make.provider()), ADMINISTERING)


def test_long_names_break_no_page_of_a_provider(make, hold):
    provider = make.provider(name=LONG)
    cohort = make.cohort(provider, name=LONG[:60])
    supervisor = make.membership(Role.SUPERVISOR, provider, make.person(LONG)).person
    enrolment = make.enrolment(make.person(LONG), cohort, supervisor)
    make.placement(enrolment, LONG[:80])
    make.invitation(provider, name=LONG)

    hold(
        make.administrator(provider),
        (
            *ADMINISTERING,
            f"/cohorts/{cohort.id}",
            f"/cohorts/{cohort.id}/enrolments",
            f"/enrolments/{enrolment.id}",
            f"/enrolments/{enrolment.id}/arrangements",
            f"/enrolments/{enrolment.id}/record",
        ),
    )


def test_long_names_break_no_page_of_those_who_work_together(make, hold):
    supervisor = make.person(LONG)
    enrolment = make.enrolment(make.person(LONG), supervisor=supervisor)
    case = make.case(enrolment, code="WWWWWWW8", placement=make.placement(enrolment, LONG[:80]))
    held_on = now().date() - timedelta(days=1)
    session = make.therapy_session(case, 200, held_on=held_on)
    made = make.entry(
        enrolment,
        worked_on=held_on,
        logged_at=now(),
        therapy_session=session,
        activity="dit_therapy",
        note=LONG * 4,
    )

    hold(enrolment.trainee, (*OWN, f"/cases/{case.id}", f"/hours/entries/{made.id}"))
    hold(supervisor, (*SUPERVISING, f"/hours/entries/{made.id}"))


def test_the_name_of_a_version_is_read_whole_on_a_phone(make, visit):
    provider = make.provider()
    page = visit(width=360)
    sign_in(page, make.administrator(provider).email, PASSWORD)
    page.goto(f"/cohorts/{make.cohort(provider).id}/version")

    assert page.locator("#to").bounding_box()["width"] > 300
