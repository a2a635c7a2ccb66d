"""What is typed is kept while it is typed, and nothing is sent beside a save under way."""

from time import sleep

import pytest
from browser.hands import press, reads, sign_in
from support.make import PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def trainee(make, visit):
    """A trainee with one session of one case, signed in."""
    case = make.case(make.enrolment(supervisor=make.person("Dr Anwar Ahmed")))
    make.therapy_session(case)
    page = visit()
    sign_in(page, case.enrolment.trainee.email, PASSWORD)
    return page


def test_the_form_waits_for_a_save_that_is_under_way(trainee):
    def answer_late(route):
        if "application/json" not in route.request.headers["accept"]:
            return route.continue_()
        answer = route.fetch()
        sleep(0.4)
        return route.fulfill(response=answer)

    trainee.goto("/ratings")
    trainee.get_by_role("link", name="Rate A7, session 1").click()
    press(trainee, "Rate this session")
    trainee.route("**/ratings/*", answer_late)
    trainee.locator("#A01 textarea").first.fill("She wept.")
    press(trainee, "Keep for later")

    trainee.wait_for_load_state("networkidle")
    assert trainee.locator("#error-summary").count() == 0
    assert trainee.locator("#A01 textarea").first.input_value() == "She wept."


def test_words_typed_before_the_script_came_are_kept_too(trainee):
    held = []

    def hold_the_first(route):
        held.append(route)
        if len(held) > 1:
            route.continue_()

    trainee.route("**/autosave.js*", hold_the_first)
    trainee.goto("/documents")
    trainee.get_by_role("button", name="Start: IPAF, case A7").click(no_wait_after=True)
    trainee.locator("#part_self").fill("I am the one who copes.")
    held[0].continue_()

    with trainee.expect_response("**/draft"):
        trainee.locator("#part_other").focus()
    trainee.goto(trainee.url)
    assert trainee.locator("#part_self").input_value() == "I am the one who copes."


def test_words_that_could_not_be_sent_are_offered_again(trainee):
    trainee.goto("/documents")
    trainee.get_by_role("button", name="Start: IPAF, case A7").click()
    trainee.route("**/draft", lambda route: route.fulfill(status=401))
    trainee.locator("#part_self").fill("I am the one who copes.")
    trainee.locator("#part_other").focus()
    reads(trainee, "Not saved: your sign-in has ended.", within=".bottom")
    trainee.unroute("**/draft")

    trainee.once("dialog", lambda dialog: dialog.accept())
    trainee.reload()

    press(trainee, "Put them back")
    reads(trainee, "Saved", within=".bottom")
    trainee.reload()
    assert trainee.locator("#part_self").input_value() == "I am the one who copes."
