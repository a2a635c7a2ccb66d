"""Every page of the demo in a real browser: WCAG 2.2 AA, light, dark, at 320 pixels."""

from collections import deque
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from browser.hands import sign_in

from workbench.demo.cast import PASSWORD

pytestmark = pytest.mark.browser

TOLD_BY_LOOKS = [
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
]
"""The rules that width and colours decide; the others were held to before."""
WITHOUT_A_NAME = ("/sign-in", "/verify", "/patterns", "/help", "/nowhere")
FILES = (".json", ".toml", ".zip", ".css", "/pdf", "/csv", "/json", "/zip")
TELLING = ("tab", "gate")
"""Of a query, what makes another page and not only another choice of rows."""


@pytest.fixture
def database(demo):
    return demo()


@pytest.fixture
def faults(violations):
    """What is wrong with the page that is open: wide and light, narrow and dark."""

    def find(page):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        yield from violations(page)
        page.set_viewport_size({"width": 320, "height": 640})
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        yield from violations(page, TOLD_BY_LOOKS)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"{page.url}: scrolls sideways"

    return find


@pytest.fixture
def kind_of(app):
    """What kind of page a path leads to: the same kind is looked at once."""
    adapter = app.url_map.bind("localhost")

    def kind(path):
        parts = urlsplit(path)
        endpoint, _ = adapter.match(parts.path)
        asked = parse_qs(parts.query)
        return endpoint, *((name, *asked[name]) for name in TELLING if name in asked)

    return kind


@pytest.mark.parametrize("email", ["parry", "ahmed", "lindqvist"])
def test_every_page_within_reach_keeps_wcag(visit, faults, kind_of, email):
    page = visit()
    sign_in(page, f"{email}@harbour.example", PASSWORD)
    queue, seen, found = deque(["/"]), set(), []

    while queue:
        path = queue.popleft()
        kind = kind_of(path)
        if kind in seen or urlsplit(path).path.endswith(FILES):
            continue
        seen.add(kind)
        page.goto(path)
        queue.extend(links(page))
        found.extend(faults(page))

    assert not found, found
    assert len(seen) > 15


@pytest.mark.parametrize("path", WITHOUT_A_NAME)
def test_every_page_without_a_name_keeps_wcag(visit, faults, path):
    page = visit()

    page.goto(path)

    assert not (found := list(faults(page))), found


def links(page):
    """Where the page leads to on this site."""
    here = urlsplit(page.url)
    for href in page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))"):
        there = urlsplit(urljoin(page.url, href))
        if there.netloc == here.netloc:
            yield there.path + (f"?{there.query}" if there.query else "")
