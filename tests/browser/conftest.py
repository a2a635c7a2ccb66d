"""A real Chromium against a real server. Any console or page error fails the test."""

import os
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright
from werkzeug.serving import make_server

CHROMIUM = Path(os.environ.get("WORKBENCH_CHROMIUM", "/usr/bin/chromium"))
IS_REQUIRED = os.environ.get("WORKBENCH_REQUIRE_BROWSER") == "1"
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


# A browser that leaves a page drops the style sheets it was still reading: their files are then
# closed by the collector, which says so.
LEFT = "ignore:Exception ignored in.*static:pytest.PytestUnraisableExceptionWarning"


def pytest_collection_modifyitems(items):
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.filterwarnings(LEFT))


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM.exists():
        if IS_REQUIRED:
            pytest.fail(f"no Chromium at {CHROMIUM}, but it is required here")
        pytest.skip(f"no Chromium at {CHROMIUM}; set WORKBENCH_CHROMIUM")
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def database(sqlite):
    """One database is enough to see what a browser does; the door's tests run on both."""
    return sqlite.fresh()


@pytest.fixture
def server(app):
    """The app on a free port of the loopback address, in a thread."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(chromium, server):
    """Opens browsers of different people: `visit(width=360, dark=True, script=False)`."""
    opened, faults = [], []

    def open_one(*, width=1280, height=800, dark=False, script=True):
        context = chromium.new_context(
            base_url=server,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda m: faults.append(m.text) if _is_fault(m) else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        opened.append(context)
        return page

    yield open_one
    for context in opened:
        context.close()
    assert not faults, faults


@pytest.fixture
def violations():
    """What of WCAG 2.2 AA a page violates, and where."""

    def find(page, rules=WCAG):
        found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
        return [
            f"{page.url}: {one['id']} at {[node['target'] for node in one['nodes']][:3]}"
            for one in found.response["violations"]
        ]

    return find


@pytest.fixture
def axe(violations):
    """Fails on any WCAG 2.2 AA violation of a page."""

    def check(page):
        assert not (found := violations(page)), found

    return check


def _is_fault(message):
    """A refused form answers 4xx, which Chromium logs; all else in the console is a fault."""
    expected = "Failed to load resource" in message.text and " status of 4" in message.text
    return message.type in {"error", "warning"} and not expected
