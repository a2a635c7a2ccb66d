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
    reads(page, "Replaced in two places.", within="[data-gate-said]")
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


def test_a_decision_is_made_in_place_and_what_was_typed_elsewhere_stays(scene, visit, axe):
    case, _ = scene
    page = visit()
    drafted(page, case, TEXT)
    page.evaluate("window.stands = true")
    page.locator("#words-4").fill("somebody who cares for others")
    page.locator("#method-1").check()
    page.locator("#f1").focus()

    page.keyboard.press("r")

    said = page.locator("[data-gate-said]")
    expect(said).to_have_text("Replaced in two places. 1 must go, 1 to look at")
    expect(said).to_have_attribute("role", "status")
    expect(page.locator("#f1")).to_be_focused()
    expect(page.locator("#words-2")).to_have_value("somebody who cares for others")
    expect(page.locator("#method-1")).to_be_checked()
    assert page.evaluate("window.stands"), "the page was loaded anew"
    axe(page)


def test_what_is_refused_in_place_has_the_focus_at_its_field(scene, visit):
    case, _ = scene
    page = visit()
    drafted(page, case, TEXT)

    page.locator("#words-1").fill("Sarah")
    page.keyboard.press("Enter")

    reads(page, "repeats a part of what must go", within="[data-gate-said]")
    expect(page.locator("#words-1")).to_be_focused()
    expect(page.locator("#words-1")).to_have_value("Sarah")


def test_without_a_line_nothing_is_decided_and_nothing_typed_is_lost(scene, visit):
    case, _ = scene
    page = visit()
    drafted(page, case, TEXT)
    page.locator("#reason-3").fill("the name of a boat")
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no line')); }")

    page.keyboard.press("Enter")

    reads(page, "the line is down", within="[data-gate-said]")
    expect(page.locator("#reason-3")).to_have_value("the name of a boat")


def test_a_second_tab_learns_in_place_that_the_draft_changed(scene, visit):
    case, _ = scene
    page = visit()
    drafted(page, case, TEXT)
    other = page.context.new_page()
    other.goto(page.url)
    page.keyboard.press("r")
    reads(page, "Replaced in two places.", within="[data-gate-said]")

    other.locator("#f1").focus()
    other.keyboard.press("r")

    reads(other, "changed after you opened this page", within="[data-gate-said]")
    expect(other.locator("[data-finding]")).to_have_count(2)
    expect(other.locator(".summary")).to_be_focused()


def test_an_answer_that_is_no_gate_is_shown_as_it_would_be_without_script(scene, visit):
    case, _ = scene
    page = visit()
    drafted(page, case, TEXT)
    page.context.clear_cookies()

    page.keyboard.press("r")

    page.wait_for_url("**/findings")
    reads(page, "your sign-in ended")


def test_the_next_finding_is_one_touch_away_on_a_phone(scene, visit, axe):
    case, _ = scene
    page = visit(width=360)
    drafted(page, case, "She copes.\n\n" * 40 + TEXT)
    axe(page)

    page.get_by_role("link", name="Next finding").click()
    expect(page.locator("#f1")).to_be_in_viewport()
    page.get_by_role("link", name="Next finding").click()

    expect(page.locator("#f2")).to_be_focused()
    expect(page.locator("#f2")).to_be_in_viewport()


def test_a_key_decides_only_the_finding_that_has_the_focus(scene, visit):
    case, _ = scene
    page = visit()
    drafted(page, case, TEXT)
    expect(page.locator("#f1")).to_be_focused()

    page.keyboard.press("a")
    page.locator("#f4").focus()
    page.keyboard.press("a")

    expect(page.locator("[data-gate-said]")).to_have_text("3 must go")
    expect(page.locator("#f4")).to_contain_text("Looked at, and kept")


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
