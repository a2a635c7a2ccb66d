"""Odd addresses, odd methods and sends without a token: always a plain answer, never a crash."""

import pytest
from support.asking import HANDLED, KINDS, told
from support.marks import READERS, mark

ASTRAY = (
    "0",
    str(2**31 - 1),
    str(2**31),
    str(2**63),
    "9" * 400,
    "-1",
    "1e3",
    "%20",
    "%D9%A1",
    "%ED%A0%80",
)
"""Numbers that no row has, and what is no number: the 1 of another script, half a symbol."""
pytestmark = pytest.mark.parametrize("asking", ["sqlite"], indirect=True)
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"}
FEW = ("anonymous", "trainee", "administrator")


def let_in(asking, visit):
    """Somebody who may make a visit, if it leads anywhere."""
    return next((kind for kind in KINDS if asking.expected(kind, visit) == 200), None)


def reachable(asking, method):
    """Each way to send to or to open something, with somebody who may."""
    ways = [(let_in(asking, one), one) for one in asking.visits() if one.method == method]
    return [(kind, visit) for kind, visit in ways if kind is not None]


@pytest.mark.parametrize("number", ASTRAY)
def test_a_number_that_no_row_has_is_not_there(asking, number):
    wrong = []
    for kind, method in (("trainee", "GET"), ("supervisor", "GET"), ("administrator", "POST")):
        for rule, _ in asking.rules():
            if "row_id" in rule.arguments and method in rule.methods - HANDLED:
                path = asking.path(rule, 987_654_321).replace("987654321", number)
                status = asking(kind, method, path).status_code
                wrong += [f"{method} {path}: {status}"] if status not in {404, 405} else []

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("number", ["0", "2", str(2**31), str(2**63), "9" * 400, "%D9%A1"])
@pytest.mark.parametrize("rest", ["", "/letter", "/comments/new?section=self"])
def test_a_version_that_was_not_sent_is_not_there(asking, number, rest):
    document = asking.world.spots["sent document"].id

    response = asking("supervisor", "GET", f"/documents/{document}/versions/{number}{rest}")

    assert response.status_code == 404


def test_a_send_without_its_token_is_kept_out_whoever_sends_it(asking):
    for kind, visit in reachable(asking, "POST"):
        response = asking(kind, "POST", visit.path, token=False)
        assert response.status_code == 400, visit
        assert "load the page anew" in response.text


def test_a_send_from_another_site_is_kept_out_even_with_a_token(asking):
    for kind, visit in reachable(asking, "POST"):
        response = asking(kind, "POST", visit.path, headers={"Sec-Fetch-Site": "cross-site"})
        assert response.status_code == 403, visit


@pytest.mark.parametrize("kind", FEW)
def test_a_method_that_an_address_does_not_take_is_named_so(asking, kind):
    addresses = asking.app.url_map.bind("localhost")
    for path in {visit.path for visit in asking.visits()}:
        allowed = set(addresses.allowed_methods(path))
        for method in METHODS - allowed:
            response = asking(kind, method, path)
            assert response.status_code == 405, f"{method} {path}"
            assert set(response.headers["Allow"].split(", ")) == allowed


def test_a_head_is_a_get_without_its_body(asking):
    for kind, visit in reachable(asking, "GET"):
        head, get = (asking(kind, method, visit.path) for method in ("HEAD", "GET"))
        assert (head.status_code, head.data) == (get.status_code, b""), visit


@pytest.mark.parametrize("kind", FEW)
def test_options_tell_nothing_but_the_methods(asking, kind):
    for visit in asking.visits():
        response = asking(kind, "OPTIONS", visit.path)
        assert (response.status_code, response.data) == (200, b""), visit
        assert not any(mark(name) in told(response) for name in READERS)
