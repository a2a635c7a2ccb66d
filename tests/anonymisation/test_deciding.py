"""What may be decided of one finding, and in which words."""

import pytest

from workbench.anonymisation.deciding import (
    NotToBeDecided,
    may_keep,
    pseudonym_in,
    reason_for,
    replacement_for,
)
from workbench.anonymisation.gate import Decided, Deed, gate

[SARAH, LEEDS] = gate([("self", "Sarah Whitcombe lives in Leeds.")]).findings
[MARKED] = gate([("self", "skipper")], [Decided("self", 0, 7, Deed.SENT_BACK)]).findings


def test_a_reason_is_kept_as_it_is():
    assert reason_for(SARAH, "an author of the field") == "an author of the field"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "Say why"),
        ("x" * 201, "201 characters"),
        ("sarah whitcombe is a boat", "without repeating"),
        ("it is Joan's boat", "without repeating"),
    ],
)
def test_a_reason_says_something_short_and_not_the_detail(reason, said):
    with pytest.raises(NotToBeDecided, match=said) as refused:
        reason_for(SARAH, reason)

    assert refused.value.field == "reason"


def test_what_wants_a_look_may_be_kept_and_what_must_go_may_not():
    may_keep(LEEDS)

    with pytest.raises(NotToBeDecided, match="must go"):
        may_keep(SARAH)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Write what"),
        ("x" * 61, "61 characters"),
        ("Sarah B.", "repeats a part"),
        ("Ms WHITCOMBE", "repeats a part"),
        ("Susan", "begins like"),
        ("A.W.", "repeats|begins"),
        ("Alex Green", None),
    ],
)
def test_other_words_do_not_give_the_name_away_again(words, said):
    if said is None:
        assert replacement_for(SARAH, words) == words
        return
    with pytest.raises(NotToBeDecided, match=said) as refused:
        replacement_for(SARAH, words)
    assert refused.value.field == "words"


def test_a_place_may_begin_alike():
    assert replacement_for(LEEDS, "a large town") == "a large town"


def test_a_name_may_be_a_pseudonym_already_and_a_town_may_not():
    assert pseudonym_in(SARAH) == "Sarah Whitcombe"
    with pytest.raises(NotToBeDecided, match="Only a name"):
        pseudonym_in(LEEDS)


@pytest.mark.parametrize(
    "deed",
    [lambda: reason_for(MARKED, "x"), lambda: may_keep(MARKED), lambda: pseudonym_in(MARKED)],
)
def test_what_a_supervisor_marked_is_only_replaced(deed):
    with pytest.raises(NotToBeDecided, match="Your supervisor marked this"):
        deed()

    assert replacement_for(MARKED, "in that work") == "in that work"
