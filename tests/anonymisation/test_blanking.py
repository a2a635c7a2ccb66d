"""Taking a detail out of a text: nothing of it is left but its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.anonymisation.blanking import Detail, blanked, blanked_html


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Joan Whitfield came.", "████ █████████ came."),
        ("joan\n  whitfield came.", "████\n  █████████ came."),
        ("Joan's boat, and Whitfield.", "████'s boat, and █████████."),
        ("Joanna and Whitfields stay.", "Joanna and Whitfields stay."),
        ("", ""),
    ],
)
def test_every_form_of_a_name_goes_and_its_like_stays(text, left):
    assert Detail(["Joan Whitfield"]).blank(text) == left


@pytest.mark.parametrize("text", ["O'Hara rang.", "O\u2019Hara rang.", "o`hara rang."])
def test_a_quote_is_a_quote_whichever_was_typed(text):
    assert Detail(["O'Hara"]).blank(text) == "██████ rang."


def test_a_detail_that_is_no_name_goes_as_a_whole_only():
    detail = Detail(["skipper of the lifeboat"])

    assert detail.is_in("the Skipper of  the lifeboat")
    assert not detail.is_in("a skipper, and a lifeboat")


def test_no_words_are_in_no_text():
    assert Detail(["", "  "]).places("anything") == []


def test_a_detail_says_nothing_of_itself():
    assert "Joan" not in repr(Detail(["Joan"]))


@given(st.text(max_size=60), st.text(min_size=1, max_size=8))
def test_the_length_stays_and_nothing_is_found_again(text, words):
    detail = Detail([words])

    left = detail.blank(text)

    assert len(left) == len(text)
    assert not [place for place in detail.places(left) if "█" not in words]


def test_places_that_follow_one_another_are_all_taken_out():
    assert blanked("a b c d", [(0, 1), (4, 7)]) == "█ b █ █"


def test_a_fragment_keeps_its_marks_and_loses_the_words_across_them():
    html = '<ol start="2"><li>Jo<strong>an</strong> &amp; she</li></ol>'

    assert blanked_html(html, [(0, 4)]) == (
        '<ol start="2"><li>██<strong>██</strong> &amp; she</li></ol>'
    )


def test_a_link_leads_nowhere_any_more():
    html = '<p><a href="mailto:joan@example.org" rel="nofollow">joan@example.org</a></p>'

    assert blanked_html(html, [(0, 16)]) == "<p>████████████████</p>"
