"""The gate over a text of several sections: what is found, decided, left, and kept of it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from workbench.anonymisation.gate import SENT_BACK, Decided, Deed, gate
from workbench.anonymisation.pseudonyms import SUGGESTED

TEXTS = [
    ("self", "Sarah Whitcombe copes. Her sister Joan does not."),
    ("other", "Sarah's mother, a nurse in Leeds, rang on 12 March 2026."),
]


def found(looked_at, passage, section=None):
    [one] = [
        one
        for one in looked_at.findings
        if one.passage == passage and section in {None, one.section}
    ]
    return one


def decided(finding, deed, reason=""):
    return Decided(finding.section, finding.start, finding.end, deed, reason)


def test_a_finding_stands_in_code_points_of_its_own_section():
    texts = dict(TEXTS)

    for one in gate(TEXTS).findings:
        assert texts[one.section][one.start : one.end] == one.passage


def test_findings_are_numbered_in_the_order_of_the_text():
    numbers = [one.number for one in gate(TEXTS).findings]

    assert numbers == list(range(1, len(numbers) + 1))


def test_a_name_must_go_and_a_job_wants_a_look():
    looked_at = gate(TEXTS)

    assert found(looked_at, "Sarah Whitcombe") in looked_at.must_go
    assert found(looked_at, "nurse") in looked_at.to_look


def test_every_form_of_a_name_is_the_same_person_and_another_is_not():
    looked_at = gate(TEXTS)
    sarah = found(looked_at, "Sarah Whitcombe")

    alike = [one.passage for one in looked_at.like(sarah)]

    assert alike == ["Sarah Whitcombe", "Sarah"]


def test_anything_but_a_name_is_alike_only_where_it_says_the_same():
    looked_at = gate([("self", "From Leeds to York, and back to Leeds.")])

    assert [one.start for one in looked_at.like(found(looked_at, "York"))] == [14]
    [leeds, _] = [one for one in looked_at.findings if one.passage == "Leeds"]
    assert len(looked_at.like(leeds)) == 2


def test_a_dismissed_name_no_longer_stands_in_the_way_and_another_does():
    joan = found(gate(TEXTS), "Joan")

    looked_at = gate(TEXTS, [decided(joan, Deed.DISMISSED, "a boat")])

    assert [one.passage for one in looked_at.dismissed] == ["Joan"]
    assert "Joan" not in [one.passage for one in looked_at.must_go]
    assert "Sarah Whitcombe" in [one.passage for one in looked_at.must_go]


def test_what_must_go_is_not_settled_by_a_look():
    joan = found(gate(TEXTS), "Joan")

    looked_at = gate(TEXTS, [decided(joan, Deed.ACKNOWLEDGED)])

    assert "Joan" in [one.passage for one in looked_at.must_go]
    assert not looked_at.acknowledged


def test_what_wants_a_look_is_settled_by_one():
    leeds = found(gate(TEXTS), "Leeds")

    looked_at = gate(TEXTS, [decided(leeds, Deed.ACKNOWLEDGED)])

    assert [one.passage for one in looked_at.acknowledged] == ["Leeds"]
    assert leeds.passage not in [one.passage for one in looked_at.open]


def test_a_decision_is_about_its_place_only():
    text = [("self", "Leeds is far. Leeds is cold.")]
    near, far = gate(text).findings

    looked_at = gate(text, [decided(near, Deed.ACKNOWLEDGED)])

    assert [one.start for one in looked_at.open] == [far.start]


def test_what_a_supervisor_marked_is_found_whatever_the_engine_thinks():
    marked = Decided("self", 0, 5, Deed.SENT_BACK)

    looked_at = gate([("self", "skipper of the only lifeboat"), ("other", "")], [marked])

    assert [(one.label, one.passage) for one in looked_at.must_go] == [(SENT_BACK, "skipp")]


def test_what_a_supervisor_marked_stands_once_and_not_in_a_section_that_is_gone():
    text = [("self", "Sarah copes.")]
    marks = [Decided("self", 0, 5, Deed.SENT_BACK), Decided("gone", 0, 5, Deed.SENT_BACK)]

    [one] = gate(text, marks).findings

    assert one.is_sent_back
    assert one.is_open


def test_agreed_pseudonyms_are_not_found_again_nor_any_word_of_them():
    looked_at = gate(TEXTS, agreed=frozenset({"Sarah Whitcombe", "Joan"}))

    assert not [one for one in looked_at.must_go if one.label == "person"]


def test_a_pseudonym_of_somebody_else_is_not_suggested_again():
    taken = found(gate(TEXTS), "Sarah Whitcombe").replacement

    again = gate(TEXTS, agreed=frozenset({taken}))

    suggested = {one.replacement for one in again.findings if one.label == "person"}
    assert taken not in suggested
    assert len(suggested) == 2


def test_where_every_pseudonym_is_taken_the_name_is_only_taken_out():
    looked_at = gate(TEXTS, agreed=frozenset(SUGGESTED))

    people = [one for one in looked_at.findings if one.label == "person"]
    assert {one.replacement for one in people} == {"[name removed]"}
    joan = found(looked_at, "Joan")
    assert looked_at.like(joan) == [joan]


def test_the_report_keeps_counts_places_and_reasons_and_no_word_of_the_text():
    joan = found(gate(TEXTS), "Joan")
    looked_at = gate(TEXTS, [decided(joan, Deed.DISMISSED, "a boat")])

    report = json.dumps(looked_at.report())

    assert "a boat" in report
    assert all(one.passage not in report for one in looked_at.findings)
    assert looked_at.report()["found"]["must go"]["person"] == 3


def test_no_passage_is_in_what_an_error_would_print():
    looked_at = gate(TEXTS)

    assert all(one.passage not in repr(one) for one in looked_at.findings)


def test_a_place_that_no_finding_has_has_none():
    assert gate(TEXTS).at("self", 1, 2) is None


@given(st.lists(st.text(alphabet="Sarah Leds.\n12", max_size=40), min_size=1, max_size=4))
def test_every_finding_lies_in_its_section(texts):
    sections = [(f"s{number}", text) for number, text in enumerate(texts)]

    for one in gate(sections).findings:
        assert 0 <= one.start < one.end <= len(dict(sections)[one.section])
