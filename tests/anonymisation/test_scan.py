"""What a scan finds, leaves alone and promises."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.anonymisation import Label, Tier, scan


def marked(text, **kwargs):
    return [text[span.start : span.end] for span in scan(text, **kwargs).spans]


def test_a_name_in_running_text_must_go():
    [span] = scan("She said that Leanne had not come.").spans

    assert (span.label, span.tier) == (Label.PERSON, Tier.MUST_GO)


@pytest.mark.parametrize(
    "text",
    [
        "PHQ-9 was 16 and GAD-7 was 11 in session 12 of sixteen.",
        "Winnicott (1960) and Lemma, Target and Fonagy describe the IPAF.",
        "On Tuesday she felt low, and in March the mood lifted.",
        "Will she come? May I ask? Hope and grace are not the same.",
        "Case A7 was discussed with the supervisor in week 3.",
    ],
)
def test_the_words_of_the_field_are_left_alone(text):
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("I saw Le\u200banne again.", "Le\u200banne"),
        ("I saw L\u0435anne again.", "L\u0435anne"),  # a Cyrillic letter
        ("I saw \uff2ceanne again.", "\uff2ceanne"),  # a full-width letter
    ],
)
def test_a_name_in_disguise_is_found_where_it_stands(text, hidden):
    assert marked(text) == [hidden]


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_within_it(text):
    spans = scan(text).spans

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
