"""A draft as others would read it: other words in its source, decisions carried, links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.anonymisation.gate import Decided, Deed
from workbench.curricula.library import Library
from workbench.documents.domain.carrying import carried
from workbench.documents.domain.drafted import (
    StillIdentifying,
    drafted,
    hides_a_name,
    hides_an_address,
    must_be_clear,
    with_words,
)
from workbench.documents.domain.text import render_section

IPAF = Library().get("dit-practitioner-5day-uk", "2026.1").document_kind("ipaf")


def test_a_finding_is_shown_with_the_words_that_it_stands_among():
    words = (
        "Nobody at home asks her how she is. She went to Leeds and then she came back again, late"
    )
    found = drafted(IPAF, {"self": f"One.\n\n{words}, to Leeds.\n\nTwo."})
    first, second = found.gate.findings

    assert found.around(first) == (
        "…home asks her how she is. She went to ",
        " and then she came back again, late, to…",
    )
    assert found.around(second)[1] == "."


def text_of(source):
    return render_section("self", source).text


@pytest.mark.parametrize(
    ("source", "passage", "wanted"),
    [
        ("Sarah copes.", "Sarah", "Alex copes."),
        ("*Sarah* copes.", "Sarah", "*Alex* copes."),
        ("One\n\n- Sarah\n- Tom", "Sarah", "One\n\n- Alex\n- Tom"),
    ],
)
def test_other_words_stand_in_the_source(source, passage, wanted):
    start = text_of(source).index(passage)

    changed = with_words(source, text_of(source), [(start, start + len(passage))], "Alex")

    assert changed == wanted


def test_just_the_place_meant_is_changed_and_several_at_once():
    source = "Sarah, Sarah and Sarah."

    first = with_words(source, source, [(7, 12)], "Alex")
    both = with_words(source, source, [(0, 5), (17, 22)], "Alex")

    assert first == "Sarah, Alex and Sarah."
    assert both == "Alex, Sarah and Alex."


@pytest.mark.parametrize("source", ["Sa*ra*h copes.", "&#83;arah copes.", "Sarah Sa**ra**h"])
def test_a_passage_that_the_source_does_not_hold_in_one_piece_is_left_to_a_person(source):
    assert with_words(source, text_of(source), [(0, 5)], "Alex") is None


def test_words_that_markdown_would_change_are_not_put_in():
    assert with_words("Sarah copes.", "Sarah copes.", [(0, 5)], "*Alex*") is None


def decision(text, passage, deed=Deed.DISMISSED):
    start = text.index(passage)
    return Decided("self", start, start + len(passage), deed, "a boat")


def test_a_decision_goes_with_its_passage_when_something_else_changes():
    old = "She sailed. The Loom was late, and nobody rang her about it that evening."
    new = "In June she sailed. The Loom was late, and nobody rang her about it that evening."
    one = decision(old, "Loom")

    moved = carried(old, new, [one])[one]

    assert new[moved.start : moved.end] == "Loom"
    assert (moved.deed, moved.reason) == (one.deed, one.reason)


def test_a_decision_never_goes_over_to_another_name():
    old = "She sailed. The Loom was late, and nobody rang her about it that evening."
    one = decision(old, "Loom")

    assert carried(old, old.replace("Loom", "Joan"), [one]) == {one: None}
    assert carried(old, "", [one]) == {one: None}


def test_nothing_changes_where_the_text_does_not():
    one = decision("The Loom", "Loom")

    assert carried("The Loom", "The Loom", [one]) == {one: one}


@given(
    st.text(alphabet="Loom Joan,.\n", max_size=60), st.text(alphabet="Loom Joan,.\n", max_size=60)
)
def test_a_carried_decision_stands_at_the_very_same_characters(old, new):
    spans = [(0, len(old) // 2), (len(old) // 2, len(old))]
    made = [Decided("self", a, b, Deed.DISMISSED) for a, b in spans if a < b]

    for one, now in carried(old, new, made).items():
        assert now is None or new[now.start : now.end] == old[one.start : one.end]


@pytest.mark.parametrize(
    ("source", "hides"),
    [
        ("[here](https://sarah.example/diary)", True),
        ("[write](mailto:sarah@example.org)", True),
        ("<https://example.org/a%20b>", False),
        ("<sarah@example.org>", False),
        ("https://example.org, without a link", False),
    ],
)
def test_an_address_behind_other_words_is_seen(source, hides):
    assert hides_an_address(render_section("self", source).html) is hides


@pytest.mark.parametrize(
    ("source", "hides"),
    [
        ("```Sarah Whitcombe\nShe copes.\n```", True),
        ("[a]: https://example.org 'Sarah Whitcombe'\n\nShe copes.", True),
        ("```\nSarah Whitcombe\n```", False),
        ("~~~\nShe copes.\n~~~", False),
        ("Sarah Whitcombe copes.", False),
    ],
)
def test_a_name_that_is_kept_and_not_shown_is_seen(source, hides):
    assert hides_a_name(source, text_of(source)) is hides


def test_no_attribute_carries_words_past_the_gate():
    html = render_section("self", "[https://x.org](https://x.org 'Sarah Whitcombe')").html

    assert "Sarah" not in html


def test_a_draft_with_nothing_in_it_is_clear():
    must_be_clear(drafted(IPAF, {"self": "She copes."}), IPAF)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sarah copes.", "1 detail must go"),
        ("Sarah and Joan cope.", "2 details must go"),
        ("She lives in Leeds.", "1 wants a look"),
        ("She lives in Leeds, a nurse.", "2 want a look"),
        ("Sarah lives in Leeds.", "1 detail must go and 1 wants a look"),
        ("See [this](https://example.org/sarah).", "something that no reader sees"),
    ],
)
def test_a_draft_that_tells_is_refused_in_words(text, said):
    with pytest.raises(StillIdentifying, match=said) as refused:
        must_be_clear(drafted(IPAF, {"self": text}), IPAF)

    assert "Sarah" not in refused.value.message
