import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.domain.anchors import (
    Anchor,
    as_web_annotation,
    code_points,
    make_anchor,
)


def test_an_anchor_remembers_the_passage_and_what_stands_round_it():
    text = "x" * 40 + "here" + "y" * 40

    anchor = make_anchor(text, 40, 44)

    assert anchor == Anchor(40, 44, "here", "x" * 32, "y" * 32)


def test_at_the_rim_of_a_text_there_is_less_to_remember():
    assert make_anchor("a here b", 2, 6) == Anchor(2, 6, "here", "a ", " b")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 6)])
def test_only_a_real_passage_has_an_anchor(start, end):
    with pytest.raises(ValueError, match="No passage"):
        make_anchor("short", start, end)


def test_an_anchor_is_two_web_annotation_selectors():
    position, quote = as_web_annotation(make_anchor("a here b", 2, 6))

    assert position == {"type": "TextPositionSelector", "start": 2, "end": 6}
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "here",
        "prefix": "a ",
        "suffix": " b",
    }


@given(st.text(), st.data())
def test_utf16_offsets_are_reckoned_in_code_points(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    def units(part):
        return len(part.encode("utf-16-le", "surrogatepass")) // 2

    assert code_points(text, units(text[:start]), units(text[:end])) == (start, end)


def test_an_offset_inside_a_pair_is_the_start_of_its_character():
    assert code_points("a😀b", 2, 3) == (1, 2)
