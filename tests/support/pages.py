"""A test client that holds every page it opens to the same rules."""

from functools import cached_property

import html5lib
from bs4 import BeautifulSoup

from workbench.accounts.commands import open_web_session
from workbench.clock import now


class Browser:
    """One browser: its own cookies, its own person."""

    def __init__(self, app):
        self.client = app.test_client()

    def carrying(self, db, person):
        """Sign a person in without the form, which has tests of its own."""
        token = open_web_session(db, person, shared=False, browser="test", at=now())
        db.commit()
        with self.client.session_transaction() as cookie:
            cookie["_user_id"] = token
            cookie["_fresh"] = True
        return self

    def get(self, path, **kwargs):
        return self.client.get(path, **kwargs)

    def open(self, path, status=200):
        """Open a page and hold it to the rules of every page."""
        response = self.client.get(path)
        assert response.status_code == status, f"{response.status} {response.text[:2000]}"
        return hold_to_the_rules(response.text)

    def post(self, path, data=None, **kwargs):
        """Send a form with its token."""
        token = self._token
        return self.client.post(path, data={**(data or {}), "csrf_token": token}, **kwargs)

    def submit(self, path, data=None):
        """Send a form and return the page that answers it, held to the rules."""
        response = self.post(path, data, follow_redirects=True)
        return response.status_code, hold_to_the_rules(response.text)

    @cached_property
    def _token(self):
        """The form's token lasts as long as the cookie, so one page tells it for all."""
        page = BeautifulSoup(self.client.get("/sign-in").text, "html.parser")
        return page.select_one("input[name=csrf_token]")["value"]


def hold_to_the_rules(text):
    """Parse strictly; one h1 that the title names; unique ids; a label for every field."""
    html5lib.HTMLParser(strict=True).parse(text)
    page = BeautifulSoup(text, "html.parser")
    headings = page.select("h1")
    assert len(headings) == 1, "one h1 a page"
    assert headings[0].get_text(" ", strip=True) in page.title.text, "the title names the page"
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids)), f"an id names one element: {ids}"
    for field in page.select("input:not([type=hidden]), select, textarea, meter"):
        assert _is_labelled(page, field), f"unlabelled {field}"
    for form in page.select("form[method=post]"):
        assert form.select("input[name=csrf_token]"), f"a form without its token: {form}"
    assert not page.select("[style]"), "no inline style"
    assert not page.select("script:not([src]), style"), "no inline script or style sheet"
    return page


def _is_labelled(page, field):
    return (
        field.get("aria-label")
        or field.get("aria-labelledby")
        or field.find_parent("label")
        or (field.get("id") and page.select(f"label[for='{field['id']}']"))
    )
