from workbench.documents.domain.alignment import Block
from workbench.documents.domain.moves import (
    join_moved_runs,
    join_unique_sentences,
    pair_sentences,
)
from workbench.documents.domain.text_map import NOWHERE, TextMap
from workbench.documents.domain.tokens import tokenised

LONGING = "She has a quiet longing to be looked after."
AGAIN = "There was in her a quiet longing to be cared for."
NEARLY = "There was in him a quiet longing to be cared for."


def unjoined(old, new):
    return TextMap(tokenised(old), tokenised(new))


def paired(old, new):
    text_map = unjoined(old, new)
    pair_sentences(text_map)
    return text_map.to_new


def test_a_rewritten_sentence_is_paired_with_the_one_most_like_it():
    found = paired(LONGING, f"It rained all day in the harbour. {AGAIN}")

    assert set(found) > {NOWHERE}
    assert all(j == NOWHERE or j >= 8 for j in found)


def test_between_two_much_alike_there_is_no_pairing():
    assert set(paired(LONGING, f"{AGAIN} {NEARLY}")) == {NOWHERE}


def test_a_sentence_that_is_only_a_little_alike_is_found_in_its_own_place_alone():
    old = "Alpha beta gamma delta epsilon zeta eta theta."
    new = "Alpha beta gamma delta one two three four."
    text_map = unjoined(f"Here it is. {old} There it was.", f"There it was. Here it is. {new}")
    text_map.join(Block(0, 4, 4))
    text_map.join(Block(13, 0, 4))

    pair_sentences(text_map)

    assert set(paired(old, new)) > {NOWHERE}
    assert set(text_map.to_new[4:13]) == {NOWHERE}


def test_hardly_alike_is_not_alike():
    old = "Alpha beta gamma delta epsilon zeta eta theta."

    assert set(paired(old, "Alpha beta gamma one two three four five.")) == {NOWHERE}
    assert set(paired(old, "Alpha one two three four five six seven.")) == {NOWHERE}


def test_a_pair_takes_over_what_few_words_were_joined_before():
    text_map = unjoined(f"Quiet now. {AGAIN}", f"{NEARLY} So it goes on.")
    text_map.join(Block(0, 5, 1))

    pair_sentences(text_map)

    assert text_map.to_new[0] == NOWHERE
    assert text_map.to_old[5] == 8


def test_two_long_texts_of_other_sentences_are_not_compared():
    old = " ".join(f"Alpha beta gamma delta number{n}." for n in range(310))
    new = " ".join(f"Alpha beta gamma epsilon count{n}." for n in range(310))

    assert set(paired(old, new)) == {NOWHERE}


def test_a_long_run_is_found_again_only_where_nothing_else_fits():
    run = "a quiet longing to be looked after"
    once, twice = unjoined(f"So {run}.", f"Well, {run}!"), unjoined(f"So {run}.", f"{run}? {run}!")

    join_moved_runs(once)
    join_moved_runs(twice)

    assert once.to_new[1:8] == [2, 3, 4, 5, 6, 7, 8]
    assert set(twice.to_new) == {NOWHERE}


def test_a_run_of_common_words_or_marks_is_no_evidence():
    text_map = unjoined("- - - - - - a", "b - - - - - -")

    join_moved_runs(text_map)

    assert set(text_map.to_new) == {NOWHERE}


def test_a_short_sentence_is_no_evidence_though_unique():
    text_map = unjoined("So it was. Then.", "Then. But so. So it was.")

    join_unique_sentences(text_map)

    assert set(text_map.to_new) == {NOWHERE}


def test_a_run_grows_back_over_words_that_are_not_unique():
    text_map = unjoined(
        "so it is for her and so it is for her quiet longing",
        "so it is for her quiet longing but so it is for her",
    )

    join_moved_runs(text_map)

    assert text_map.to_new[6:13] == [0, 1, 2, 3, 4, 5, 6]
