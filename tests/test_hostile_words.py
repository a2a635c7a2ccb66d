"""Whatever is typed into any field or put into any query is answered plainly, never by a crash."""

import re
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support.asking import KINDS

import workbench

ON_ONE = pytest.mark.parametrize("asking", ["sqlite"], indirect=True)

HOSTILE = {
    "a huge number": "9" * 40,
    "a number below nought": "-1",
    "one more than a row can have": str(2**31),
    "a number of another script": "\u0663",
    "no number at all": "NaN",
    "a number in another form": "1e400",
    "the first day there is": "0001-01-01",
    "the last day there is": "9999-12-31",
    "a day that is not": "2026-02-30",
    "a very long text": "word " * 4_000,
    "white space": "\u2003\t \u200b",
    "a direction turned round": "\u202egnp.exe",
    "letters outside the plane": "\U0001f32d\ufe0f e\u0301",
    "a formula": "=1+1",
    "a statement": "'; DROP TABLE people; --",
    "a template": "{{ 7 * 7 }}{% for x in y %}",
    "an element": "<script>alert(1)</script>",
    "a path": "../../etc/passwd",
    "a pattern": "(a+)+$[",
    "a format": "%s %d {0.__class__}",
}
NUMBERS = ("a huge number", "a number below nought", "one more than a row can have")


@cache
def queries():
    """Every name that a view reads from the address."""
    folder = Path(workbench.__file__).parent
    text = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    return sorted(set(re.findall(r"request\.(?:args|values)\.get\(\"(\w+)\"", text)))


def pages(asking):
    """Every page with everybody who may open it."""
    for visit in asking.visits():
        if visit.method == "GET":
            kinds = [kind for kind in KINDS if asking.expected(kind, visit) == 200]
            yield from ((kind, visit.path) for kind in kinds)


@cache
def forms(asking):
    """Every form of every page: who sends it, where to, and its fields as they stand."""
    found = {}
    for kind, path in pages(asking):
        response = asking(kind, "GET", path)
        if response.mimetype == "text/html":
            for form in BeautifulSoup(response.text, "html.parser").select("form[method=post]"):
                given = {one["name"]: standing(one) for one in form.select("[name]")}
                where = re.sub(r"#.*", "", form.get("action") or path)
                found.setdefault((where, *given), (kind, where, given))
    return list(found.values())


def standing(field):
    """What a field says as the page is opened."""
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        return chosen.get("value", "") if chosen else ""
    return field.text if field.name == "textarea" else field.get("value", "")


@ON_ONE
def test_a_field_takes_any_text_without_a_crash(asking):
    """Each field in turn, the others as they stand; each word comes to many fields."""
    words = cycle(HOSTILE.items())
    wrong = []
    for kind, path, given in forms(asking):
        for name in given:
            what, word = next(words)
            status = asking(kind, "POST", path, given | {name: word}).status_code
            wrong += [f"{path}: {status} for {what} in {name}"] if status >= 500 else []

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("what", NUMBERS)
def test_a_form_takes_a_number_out_of_range_in_every_field(asking, what):
    wrong = []
    for kind, path, given in forms(asking):
        status = asking(kind, "POST", path, dict.fromkeys(given, HOSTILE[what])).status_code
        wrong += [f"{path}: {status}"] if status >= 500 else []

    assert not wrong, "\n".join(wrong)


@ON_ONE
def test_a_query_takes_any_text_without_a_crash(asking):
    words = cycle(HOSTILE.values())
    wrong = []
    for kind, path in sorted(set(pages(asking))):
        huge = dict.fromkeys(queries(), HOSTILE["a huge number"])
        for given in (huge, {name: next(words) for name in queries()}):
            status = asking(kind, "GET", path, given).status_code
            wrong += [f"{path}: {status} for {given}"] if status >= 500 else []

    assert not wrong, "\n".join(wrong)
