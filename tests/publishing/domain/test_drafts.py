"""Texts of drafts: copied, rewritten at their head, checked."""

import tomllib

import pytest
from publishing.conftest import SMALL

from workbench.curricula.library import Library, load_text
from workbench.errors import Refusal
from workbench.publishing.domain.drafts import (
    LARGEST,
    NotToBeRewritten,
    TooLong,
    checked,
    copied,
    frozen,
    kept_text,
    next_version,
    rewritten,
    title_of,
)

SHIPPED = Library().kept("dit-practitioner-5day-uk", "2026.1")


def test_freezing_changes_nothing_but_the_status():
    text = frozen(SMALL)

    assert load_text(text).status == "published"
    assert text.replace('status = "published"', 'status = "draft"') == SMALL
    assert frozen(text) == text


def test_a_copy_under_the_same_key_takes_over_from_its_source():
    source = load_text(SMALL)

    same = load_text(copied(SMALL, source, key="small", version="2027.1"))
    other = load_text(copied(SMALL, source, key="ours", version="2027.1"))

    assert (same.version, same.succeeds) == ("2027.1", "2026.1")
    assert (other.key, other.succeeds) == ("ours", None)


def test_a_copy_of_a_copy_names_the_newest_alone():
    second = copied(SMALL, load_text(SMALL), key="small", version="2027.1")

    third = load_text(copied(second, load_text(second), key="small", version="2028.1"))

    assert third.succeeds == "2027.1"


@pytest.mark.parametrize(
    "text",
    [
        'key = """\na"""\nversion = "2026.1"\nstatus = "draft"\n',
        'status = "draft"\nkey = [\n"a",\n]\nversion = "2026.1"',
    ],
)
def test_a_head_that_is_written_otherwise_is_refused_and_not_guessed(text):
    with pytest.raises(NotToBeRewritten):
        rewritten(text, key="b")


def test_a_text_of_one_line_alone_is_rewritten():
    assert rewritten('key = "a"', key="b") == 'key = "b"\n'


def test_the_shipped_file_is_copied_with_its_comments():
    text = copied(SHIPPED.text, SHIPPED.curriculum, key="harbour-dit", version="2027.3")

    assert text.splitlines()[0] == SHIPPED.text.splitlines()[0]
    assert tomllib.loads(text)["version"] == "2027.3"


@pytest.mark.parametrize(
    ("version", "year", "after"),
    [("2026.1", 2026, "2026.2"), ("2026.9", 2027, "2027.1"), ("2028.2", 2027, "2028.3")],
)
def test_the_next_version_is_of_this_year_or_counts_on(version, year, after):
    assert next_version(version, year=year) == after


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (SMALL, "Small"),
        ("not toml", "Untitled draft"),
        ("title = 5", "Untitled draft"),
        ('title = " "', "Untitled draft"),
        (f'title = "{"x" * 300}"', "x" * 200),
    ],
)
def test_a_draft_is_called_what_it_calls_itself(text, title):
    assert title_of(text) == title


def test_a_text_is_kept_with_plain_line_ends_and_up_to_its_limit():
    assert kept_text("a\r\nb\rc") == "a\nb\nc"
    assert len(kept_text("x" * LARGEST)) == LARGEST
    with pytest.raises(TooLong) as refused:
        kept_text("é" * (LARGEST // 2 + 1))
    assert isinstance(refused.value, Refusal)


def test_a_clean_draft_is_clean_and_one_in_the_way_is_not():
    assert checked(SMALL, taken=(), published=[("other", "2026.1")]).is_clean
    assert not checked(SMALL, taken=("small",), published=()).is_clean
    assert not checked("x", taken=(), published=()).is_clean


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 5000, "a = " + "9" * 5000, ".".join("a" * 50_000) + " = 1"]
)
def test_a_text_that_cannot_be_read_is_an_untitled_draft(text):
    assert title_of(text) == "Untitled draft"
    assert not checked(text, taken=(), published=()).is_clean
