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

    @pytest.mark.parametrize(
        ("email", "path"),
        [
            ("parry", "/"),
            ("parry", "/documents/1/draft"),
            ("ahmed", "/documents"),
            ("ahmed", "/documents/1"),
            ("lindqvist", "/cohorts/2"),
        ],
    )
    def test_the_tab_key_leads_through_every_page_and_out_of_it(self, visit, email, path):
        """Skip link first, then down the page; each stop shows the focus; none is a trap."""
        page = visit()
        sign_in(page, f"{email}@harbour.example", DEMO_PASSWORD, target=path)
        page.locator("main").wait_for()

        tab_to(page, ".skip")
        tab_to(page, ".brand")
        tab_to(page, "main *")
        tab_to(page, ".foot *")
        tab_to(page, "[name=theme]:last-of-type")

    def test_a_letter_is_printed_without_its_frame(self, visit):
        page = visit()
        sign_in(
            page, "parry@harbour.example", DEMO_PASSWORD, target="/documents/2/versions/1/letter"
        )
        page.evaluate("window.print = () => { document.title = 'printed' }")

        press(page, "Print")

        assert page.title() == "printed"
        page.emulate_media(media="print")
        assert page.locator(".letter").is_visible()
        assert not page.locator(".masthead, .foot, .btn").first.is_visible()

    def test_a_records_entries_are_on_its_paper(self, visit):
        page = visit()
        sign_in(page, "lindqvist@harbour.example", DEMO_PASSWORD, target="/records/1")

        page.emulate_media(media="print")

        assert page.locator("details.printed tbody tr").first.is_visible()

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
