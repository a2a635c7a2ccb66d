"""What single keys do on the pages of documents and ratings."""

import pytest
from browser.hands import press, reads, sign_in, tab_to
from playwright.sync_api import expect
from support.make import PASSWORD

from workbench.demo.cast import PASSWORD as DEMO_PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def rating(make, visit):
    """A trainee before the form of their own session."""
    case = make.case(make.enrolment())
    held = make.therapy_session(case)
    page = visit()
    sign_in(page, case.enrolment.trainee.email, PASSWORD, target=f"/sessions/{held.id}/ratings")
    press(page, "Rate this session")
    page.wait_for_url("**/ratings/*")
    return page


def test_a_number_chooses_on_the_scale_and_the_page_counts_along(rating):
    tab_to(rating, "#A01 [name=A01-extent]")
    rating.keyboard.press("3")
    tab_to(rating, "#A01 [name=A01-skill]")
    with rating.expect_response(lambda answer: "skill=5" in (answer.request.post_data or "")):
        rating.keyboard.press("5")

    expect(rating.locator("#A01-fold summary")).to_contain_text("extent 3, skill 5")
    expect(rating.locator(".rate-list li").first).to_contain_text("extent 3, skill 5")
    reads(rating, "1 of ", within=".bottom")
    rating.reload()
    expect(rating.locator("#A01-fold summary")).to_contain_text("extent 3, skill 5")


class TestInTheDemo:
    @pytest.fixture
    def database(self, demo):
        return demo()

    def test_brackets_lead_from_one_open_comment_to_the_next(self, visit):
        page = visit()
        sign_in(page, "ahmed@harbour.example", DEMO_PASSWORD, target="/documents/1")

        page.keyboard.press("]")
        first = page.evaluate("document.activeElement.id")
        page.keyboard.press("]")
        second = page.evaluate("document.activeElement.id")
        page.keyboard.press("[")

        assert first != second
        assert page.evaluate("document.activeElement.id") == first
        assert page.evaluate("document.activeElement.matches('.thread')")
