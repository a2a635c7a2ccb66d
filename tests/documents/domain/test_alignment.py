from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.domain.alignment import Block, align

WORDS = st.lists(st.sampled_from("abcdef"), max_size=40)


@given(WORDS, WORDS)
def test_blocks_are_the_same_on_both_sides_and_in_order(old, new):
    blocks = align(old, new)

    i = j = 0
    for block in blocks:
        assert block.size > 0
        assert block.old >= i
        assert block.new >= j
        i, j = block.old + block.size, block.new + block.size
        assert old[block.old : i] == new[block.new : j]
    assert i <= len(old)
    assert j <= len(new)


@given(WORDS)
def test_a_text_is_itself(words):
    assert align(words, words) == ([Block(0, 0, len(words))] if words else [])


def test_what_is_unique_is_kept_though_more_words_agree_elsewhere():
    old = [*"abac", "one", "two", "three", "four"]
    new = ["one", "two", "three", "four", *"abaca"]

    assert align(old, new) in (
        [Block(4, 0, 4)],
        [Block(0, 4, 4)],
    )


def test_where_nothing_is_unique_the_longest_common_part_is_kept():
    assert align("abab", "bbaa") != []


def test_two_long_texts_without_a_word_of_their_own_in_common_are_not_compared():
    old = ["a", *["x", "y"] * 1100, "b"]
    new = ["c", *["y", "x", "x"] * 800, "d"]

    assert align(old, new) == []
