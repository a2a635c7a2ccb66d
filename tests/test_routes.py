"""Every address, asked for by every kind of person: who gets in, and what nobody else reads."""

from urllib.parse import quote

import pytest
from support.asking import HANDLED, KINDS, NOBODY, PARTS, READERS, WORDS, reader_of, told
from support.marks import SUPERVISORS, mark, marks_hidden_from, marks_read_by
from werkzeug.routing import IntegerConverter

PUBLIC = {
    "accounts.new_password",
    "accounts.sign_in",
    "accounts.sign_in_help",
    "help.accessibility",
    "help.help_page",
    "help.shortcuts",
    "patterns.patterns",
    "records.jwks",
    "records.verify",
    "records.verify_name",
    "static",
    "training.invitation",
    "web.theme",
}
"""Whoever makes a page public says so here too."""
SENT_BY_READERS = {
    "documents.answers",
    "documents.attach",
    "documents.reopen_resolved",
    "documents.resolve",
    "documents.settle",
}
"""What both sides of a conversation do, so that being able to read it is enough."""
SENT_BY_ANYBODY = {
    "accounts.account",
    "accounts.change_password",
    "accounts.end_browser",
    "accounts.sign_out",
    "accounts.sign_out_everywhere",
    "hours.countersign",
    "hours.undo_countersign",
}
"""What changes one's own account, or what a query scopes to the entries that one supervises."""
ON_ONE = pytest.mark.parametrize("asking", ["sqlite"], indirect=True)
SOMEBODY = [kind for kind in KINDS if kind not in NOBODY]


def fits(status, expected):
    """Whether a status is the one of a refusal, or some way of being let in."""
    if expected != 200:
        return status == expected
    return status < 500 and status not in {401, 403, 404, 405}


def leaks(kind, response, expected):
    """Marks that the answer should not hold: of a refusal any, but the asker's own name."""
    said = told(response)
    hidden = marks_hidden_from(kind if expected == 200 else "nobody")
    own = mark(f"name of the {kind}") if kind in {"trainee", "peer"} else ""
    return [word for word in hidden if word in said and word != own]


def complaints(asking, kind, visit, data=None):
    response, expected = asking(kind, visit.method, visit.path, data), asking.expected(kind, visit)
    if not fits(response.status_code, expected):
        yield f"{visit}: {response.status_code} instead of {expected}"
    for word in leaks(kind, response, expected):
        yield f"{visit}: {response.status_code} tells {word}"


def test_every_route_is_asked_for_at_every_row_that_it_can_name(asking):
    for rule, view in asking.rules():
        others, reader = rule.arguments - {"row_id"}, reader_of(rule, view)
        if view.door == "public":
            continue
        if "row_id" in rule.arguments:
            known = isinstance(rule._converters["row_id"], IntegerConverter)  # noqa: SLF001
            assert known, f"{rule.endpoint} finds its row by something else than a number"
            assert reader in READERS, f"say in READERS who reads the row of {rule.endpoint}"
        else:
            assert view.door == "signed in", f"{rule.endpoint} has a permission and no row"
        if reader not in READERS or "row_id" in rule.arguments:
            told = set(PARTS.get(rule.endpoint, {}))
            assert others == told, f"say in PARTS what {rule.endpoint} names"


def test_each_address_has_one_view(asking):
    addresses = [
        (rule.rule, method) for rule, _ in asking.rules() for method in rule.methods - HANDLED
    ]

    assert len(addresses) == len(set(addresses))


def test_the_public_pages_are_these_and_no_others(asking):
    assert {rule.endpoint for rule, view in asking.rules() if view.door == "public"} == PUBLIC


def test_what_is_sent_needs_more_than_to_be_able_to_read(asking):
    doors = {rule.endpoint: view.door for rule, view in asking.rules() if "POST" in rule.methods}

    assert {name for name, door in doors.items() if door.endswith(".read")} == SENT_BY_READERS
    assert {name for name, door in doors.items() if door == "signed in"} == SENT_BY_ANYBODY


@pytest.mark.parametrize("kind", KINDS)
def test_each_person_is_let_in_where_the_policy_says_and_reads_nothing_else(asking, kind):
    wrong = [
        complaint
        for visit in asking.visits()
        for complaint in complaints(asking, kind, visit, WORDS.get(visit.endpoint))
    ]

    assert not wrong, "\n".join(wrong)


@ON_ONE
@pytest.mark.parametrize("kind", SOMEBODY)
def test_a_search_finds_nobody_whom_one_may_not_read(asking, kind):
    wrong = [
        complaint
        for visit in asking.visits()
        if visit.row is None and visit.method == "GET"
        for complaint in complaints(asking, kind, visit, {"q": "zq"})
    ]

    assert not wrong, "\n".join(wrong)


@ON_ONE
def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(asking):
    for visit in asking.visits():
        if visit.method == "GET":
            response = asking("anonymous", "GET", visit.path)
            assert response.location == f"/sign-in?next={quote(visit.path)}"


@pytest.mark.parametrize("kind", SOMEBODY)
def test_what_a_body_names_is_scoped_as_what_an_address_names(asking, kind):
    entry = asking.world.spots["submitted entry"].id
    words = asking(kind, "POST", "/hours/countersign", {"query": entry})
    signed = asking(kind, "POST", "/hours/countersign", {"pick": f"{entry}:1", "said": "1"})

    is_theirs = kind in SUPERVISORS
    assert words.status_code == (200 if is_theirs else 404)
    assert signed.status_code == (303 if is_theirs else 409)
    assert not leaks(kind, words, 200 if is_theirs else 404)
    assert not leaks(kind, signed, 200 if is_theirs else 409)


@ON_ONE
@pytest.mark.parametrize("kind", SOMEBODY)
def test_what_somebody_may_read_is_shown_to_them_somewhere(asking, kind):
    """Or else the marks that are looked for above would be no proof."""
    said = [
        told(asking(kind, visit.method, visit.path))
        for visit in asking.visits()
        if visit.method == "GET" and asking.expected(kind, visit) == 200
    ]

    unread = {word for word in marks_read_by(kind) if not any(word in one for one in said)}
    assert unread == set()
