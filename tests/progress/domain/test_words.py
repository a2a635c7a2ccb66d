"""Amounts and days in words."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.progress.domain import words


@pytest.mark.parametrize(
    ("amount", "reached", "to_go"),
    [
        (Fraction(14999, 100), "149.9", "150.0"),
        (Fraction(150), "150.0", "150.0"),
        (Fraction(1, 100), "0.0", "0.1"),
        (Fraction(0), "0.0", "0.0"),
    ],
)
def test_what_is_reached_rounds_down_and_what_is_missing_up(amount, reached, to_go):
    assert words.one_decimal(amount) == reached
    assert words.still_to_go(amount) == to_go


@given(st.fractions(min_value=0, max_value=1000), st.integers(0, 1000))
def test_no_fraction_ever_reads_as_a_pass(amount, needed):
    said = Fraction(words.one_decimal(amount))

    assert (said >= needed) is (amount >= needed)


@pytest.mark.parametrize(
    ("amount", "said", "plain"),
    [(Fraction(16), "16", "16"), (Fraction(5, 2), "2.5", "2.5"), (Fraction(4, 3), "1.3", "1.4")],
)
def test_whole_amounts_are_said_whole(amount, said, plain):
    assert words.amount(amount) == said
    assert words.plain(amount) == plain


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "no entries"), (1, "one entry"), (12, "twelve entries"), (13, "13 entries")],
)
def test_counts_are_words_up_to_twelve(count, said):
    assert words.entries(count) == said


def test_a_plain_noun_takes_an_s():
    assert words.counted(2, "day") == "two days"


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_parts_are_joined_as_in_speech(parts, said):
    assert words.listed(parts) == said


@pytest.mark.parametrize(
    ("on", "said", "on_day"),
    [
        (date(2026, 11, 21), "today", "today"),
        (date(2026, 11, 20), "yesterday", "yesterday"),
        (date(2026, 11, 15), "Sunday", "on Sunday"),
        (date(2026, 11, 14), "14 November", "on 14 November"),
        (date(2026, 11, 22), "22 November", "on 22 November"),
        (date(2025, 11, 14), "14 November 2025", "on 14 November 2025"),
    ],
)
def test_a_day_is_spoken_of_as_one_would(on, said, on_day):
    assert words.lately(on, date(2026, 11, 21)) == said
    assert words.on_day(on, date(2026, 11, 21)) == on_day


@pytest.mark.parametrize(
    ("text", "said"), [("done", "Done."), ("Done.", "Done."), ("done?", "Done?")]
)
def test_a_sentence_starts_and_ends(text, said):
    assert words.sentence(text) == said


def test_a_text_gives_its_first_sentence_to_another():
    assert words.within("Usual by session 4. Or later.") == "usual by session 4"
