"""The gate by keyboard: next, replace, dismiss, keep; and the same without a script."""

import pytest
from browser.hands import press, reads, sign_in
from playwright.sync_api import expect
from sqlalchemy import select
from support.make import PASSWORD

from workbench.documents.models import Comment, DocumentVersion

pytestmark = pytest.mark.browser

TEXT = "Sarah Whitcombe copes. Sarah has a boat called Joan, and a sister who is a nurse."
PATH = "/documents/1"


@pytest.fixture
def scene(make):
    supervisor = make.person("Dr Anwar Ahmed")
    case = make.case(make.enrolment(supervisor=supervisor))
    return case, supervisor


def drafted(page, case, words):
    sign_in(page, case.enrolment.trainee.email, PASSWORD)
    page.goto("/documents")
    page.get_by_role("button", name="Start: IPAF, case A7").click()
    page.locator("#part_self").fill(words)
    press(page, "Check and send")
    page.wait_for_url("**/submit*")


def declare(page):
    page.get_by_role("radio", name="Disguised").check()
    page.locator("#recognised-0").check()
    page.locator("#declared").check()
    press(page, "Send to your supervisor")


def test_each_finding_takes_one_key_and_the_next_has_its_turn(scene, visit, db):
    case, _ = scene
    page = visit()
    drafted(page, case, TEXT)
    expect(page.locator("#f1")).to_be_focused()

    page.keyboard.press("r")
    reads(page, "Replaced in two places.")
    page.keyboard.press("n")
    page.keyboard.press("p")
    page.keyboard.press("d")
    page.keyboard.type("the name of a boat")
    page.keyboard.press("Enter")
    reads(page, "One detail wants a look.")
    page.keyboard.press("a")
    reads(page, "Every finding is decided.")
    declare(page)

    reads(page, "Version 1 is with your supervisor.")
    [version] = db.scalars(select(DocumentVersion)).all()
    assert "Sarah" not in version.text
    assert [one["reason"] for one in version.gate["dismissed"]] == ["the name of a boat"]


def test_the_keys_rest_while_somebody_types(scene, visit):
    case, _ = scene
    page = visit()
    drafted(page, case, TEXT)

    page.locator("#words-1").focus()
    page.keyboard.type("nard")

    expect(page.locator("#words-1")).to_have_value("nardAlex")


def test_a_name_in_a_comment_is_replaced_and_kept_by_two_keys(scene, visit, db, axe):
    case, supervisor = scene
    trainee = visit()
    drafted(trainee, case, "She copes.")
    declare(trainee)
    page = visit()
    sign_in(page, supervisor.email, PASSWORD, target=PATH)
    page.goto(f"{PATH}/versions/1/comments/new?section=self")
    page.locator("input[name=passage]").first.check()
    page.get_by_label("Your comment").fill("Ask Joan Whitfield.")
    press(page, "Keep in my review")
    reads(page, "One detail must go")
    axe(page)

    page.keyboard.press("n")
    page.keyboard.press("r")

    reads(page, "Kept in your review.")
    assert [one.words for one in db.scalars(select(Comment))] == ["Ask Alex."]


def test_a_question_that_names_somebody_is_held_in_its_row_on_a_phone_too(scene, make, visit, axe):
    case, supervisor = scene
    make.entry(case.enrolment, supervisor_id=supervisor.id)
    page = visit(width=360, dark=True)
    sign_in(page, supervisor.email, PASSWORD, target="/hours/waiting")
    page.locator("button[name=query]").click()
    page.locator("textarea[name=words]").fill("Was Joan Whitfield there?")
    press(page, "Ask")
    reads(page, "One detail must go")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    page.get_by_role("button", name="Replace finding 1").click()

    reads(page, "Your question is sent.")


def test_without_script_every_finding_is_decided_by_its_buttons(scene, visit):
    case, _ = scene
    page = visit(script=False)
    drafted(page, case, TEXT)

    page.locator("#f1 button[value=replace]").click()
    page.locator("#f1 input[name=reason]").fill("the name of a boat")
    page.locator("#f1 button[value=dismiss]").click()
    page.locator("button[value=acknowledge]").first.click()
    reads(page, "Every finding is decided.")
    declare(page)

    reads(page, "Version 1 is with your supervisor.")


def test_what_identifies_is_selected_and_sent_back(scene, visit, axe):
    case, supervisor = scene
    trainee = visit()
    drafted(trainee, case, "She keeps the light, and copes.")
    declare(trainee)
    page = visit(width=360)
    sign_in(page, supervisor.email, PASSWORD, target=PATH)
    page.goto(f"{PATH}/versions/1/send-back")
    axe(page)
    page.evaluate(
        """() => {
            const text = document.querySelector("[data-detail-source] p").firstChild;
            getSelection().setBaseAndExtent(text, 4, text, 19);
        }"""
    )
    press(page, "This identifies")
    expect(page.locator("textarea")).to_have_value("keeps the light")
    press(page, "Send it back")

    reads(page, "Sent back: identifying detail")
    axe(page)
    trainee.goto(PATH)
    axe(trainee)
    trainee.get_by_role("link", name="Go to the marked place").click()
    expect(trainee.locator("mark.must-go")).to_have_text("keeps the light")
