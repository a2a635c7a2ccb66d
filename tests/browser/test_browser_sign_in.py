"""Signing in, in a real browser."""

import pytest
from support.make import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
def test_a_person_signs_in_with_and_without_script(make, visit, script):
    person = make.person()
    page = visit(script=script)

    page.goto("/")
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    page.get_by_role("link", name=person.name).wait_for()


@pytest.mark.parametrize(("width", "dark"), [(320, False), (360, True), (1280, False)])
def test_the_sign_in_page_is_within_reach_of_everybody(visit, axe, width, dark):
    page = visit(width=width, dark=dark)

    page.goto("/sign-in")

    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
