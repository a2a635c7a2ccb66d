import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.documents.domain.anchors import PlaceStatus
from workbench.documents.domain.reanchor import Placer

CARRIED, MOVED, ORPHANED = PlaceStatus.CARRIED, PlaceStatus.MOVED, PlaceStatus.ORPHANED

FIRST = "She takes herself to be someone who is kept on only while she is useful to others."
SECOND = "Others are busy, important and easily burdened, and look away when she falters."
THIRD = "What she can feel is a flat resentment and a tiredness in the arms by evening."
FOURTH = "Her mood drops within a day of each withdrawal, and nobody is told about it."
SENTENCES = [FIRST, SECOND, THIRD, FOURTH]
TEXT = "\n\n".join(SENTENCES)


def placed(old, passage, new):
    start = old.index(passage)
    place = Placer(old, new).place(start, start + len(passage))
    words = None if place.start is None else new[place.start : place.end]
    return place.status, words


def test_a_passage_stays_when_others_change():
    new = TEXT.replace("busy, important", "busy and grand").replace("flat", "dull") + "\n\nMore."

    assert placed(TEXT, "kept on only", new) == (CARRIED, "kept on only")
    assert placed(TEXT, FOURTH, new) == (CARRIED, FOURTH)


def test_wrapping_a_line_anew_is_no_change():
    new = TEXT.replace("kept on", "kept\non")

    assert placed(TEXT, "is kept on only", new) == (CARRIED, "is kept\non only")


def test_an_edited_passage_has_to_be_checked():
    new = TEXT.replace("a flat resentment and a tiredness", "a resentment, never said aloud,")

    status, words = placed(TEXT, THIRD, new)

    assert status is MOVED
    assert words == THIRD.replace(
        "a flat resentment and a tiredness", "a resentment, never said aloud,"
    )


def test_a_passage_that_moved_word_for_word_is_found():
    new = f"{THIRD}\n\n{FOURTH}\n\n{FIRST}\n\n{SECOND}"

    for sentence in SENTENCES:
        assert placed(TEXT, sentence, new) == (CARRIED, sentence)
    assert placed(TEXT, "easily burdened", new) == (CARRIED, "easily burdened")


def test_a_passage_that_moved_and_changed_is_found_to_be_checked():
    changed = THIRD.replace("by evening", "at night")
    new = f"{changed}\n\n{FIRST}\n\n{SECOND}\n\n{FOURTH}"

    assert placed(TEXT, THIRD, new) == (MOVED, changed)


def test_a_rewritten_sentence_is_found_in_the_place_of_the_old():
    old = f"{FIRST} Underneath there may be a fear of being left alone again. {FOURTH}"
    new = f"{FIRST} Nearer now is her fear of being dropped and left alone again soon. {FOURTH}"

    status, words = placed(old, "Underneath there may be a fear of being left alone again.", new)

    assert status is MOVED
    assert words == "Nearer now is her fear of being dropped and left alone again soon."


def test_a_deleted_passage_is_gone():
    new = f"{FIRST}\n\n{SECOND}\n\n{FOURTH}"

    assert placed(TEXT, THIRD, new) == (ORPHANED, None)
    assert placed(TEXT, "resentment", new) == (ORPHANED, None)


def test_a_deleted_passage_is_never_taken_for_its_look_alike():
    looks = [
        f"Session {n} took place on {n} March: she arrived {n} minutes late and spoke of loss."
        for n in range(1, 6)
    ]
    old = "\n\n".join(looks)
    new = "\n\n".join(look for look in looks if look != looks[2])

    assert placed(old, looks[2], new) == (ORPHANED, None)
    assert placed(old, looks[3], new) == (CARRIED, looks[3])


def test_look_alikes_that_changed_places_keep_their_own_comments():
    looks = [f"In session {n} she could name the feeling and link it to Ms {n}." for n in range(5)]
    new = "\n\n".join([looks[0], looks[3], looks[2], looks[1], looks[4]])

    for look in looks:
        assert placed("\n\n".join(looks), look, new) == (CARRIED, look)


def test_where_two_new_places_fit_there_is_no_guess():
    phrase = "a plain and steady longing to be looked after without asking"
    old = f"{FIRST} It shows as {phrase}. {FOURTH}"
    new = (
        f"{SECOND} Here is {phrase}, they say. Nothing else was kept of it.\n\n"
        f"{THIRD} There was {phrase}, we heard. Quite another matter."
    )

    assert placed(old, phrase, new) == (ORPHANED, None)


def test_a_rewritten_sentence_with_two_likely_heirs_has_none():
    old = f"{FIRST} A steady wish to be looked after shows there. {FOURTH}"
    new = (
        f"{SECOND} A steady wish to be cared for shows there. "
        f"A steady need to be looked after shows up. {THIRD}"
    )

    status, _ = placed(old, "A steady wish to be looked after shows there.", new)

    assert status is not CARRIED


def test_a_common_word_in_a_new_text_is_chance():
    assert placed(TEXT, "others", "It was raining on all the others that day.") == (ORPHANED, None)


def test_a_word_with_other_words_on_both_sides_has_to_be_checked():
    old = f"{FIRST} There are tools to mend such things. {FOURTH}"
    new = f"{FIRST} There exist tools which mend such things. {FOURTH}"

    assert placed(old, "tools", new) == (MOVED, "tools")


def test_a_short_telling_phrase_in_other_surroundings_has_to_be_checked():
    old = f"{FIRST} We heard of the unbearable quiet at home. {SECOND}"
    new = f"{FIRST} {SECOND}\n\n{THIRD} {FOURTH} So the unbearable quiet at home began."

    status, words = placed(old, "the unbearable quiet at home", new)

    assert (status, words) == (MOVED, "the unbearable quiet at home")


def test_a_misspelt_word_that_was_mended_has_to_be_checked():
    old = TEXT.replace("resentment", "resentmnet")

    assert placed(old, "resentmnet", TEXT) == (MOVED, "resentment")


def test_a_passage_may_begin_and_end_inside_words():
    new = f"Much is new here. {TEXT}"

    assert placed(TEXT, "esentment and a tired", new) == (CARRIED, "esentment and a tired")
    assert placed(TEXT, "esent", new) == (CARRIED, "esent")


def test_a_passage_inside_a_word_that_got_shorter_is_placed_on_the_word():
    old = TEXT.replace("tiredness", "tirednesses")

    status, words = placed(old, "es in", TEXT)

    assert status is MOVED
    assert words.endswith("in")


def test_a_commented_paragraph_takes_in_what_was_added_at_its_end():
    paragraph = f"{FIRST} {SECOND} The last words are of little weight here."
    grown = f"{FIRST} {SECOND} Quite something else, and longer, stands in this place now."

    status, words = placed(f"{paragraph}\n\n{THIRD}", paragraph, f"{grown}\n\n{THIRD}")

    assert (status, words) == (MOVED, grown)


def test_what_took_the_place_of_a_passages_rim_belongs_to_it():
    new = TEXT.replace("important and easily burdened", "important and quickly tired out")

    assert placed(TEXT, "busy, important and easily burdened", new) == (
        MOVED,
        "busy, important and quickly tired out",
    )


@pytest.mark.parametrize("passage", [(0, 0), (3, 3), (3, 4)])
def test_a_passage_without_words_has_no_place(passage):
    place = Placer("one two", "one two").place(*passage)

    assert place.status is ORPHANED


@pytest.mark.parametrize(("old", "new"), [("one two three", ""), ("one two three", "x")])
def test_from_an_emptied_text_everything_is_gone(old, new):
    assert Placer(old, new).place(0, len(old)).status is ORPHANED


EDITS = st.tuples(
    st.integers(0, 3), st.sampled_from(["", "New words stand here.", FIRST[:40], "x " * 20])
)


@given(st.lists(EDITS, max_size=3), st.integers(0, 3))
def test_an_untouched_sentence_survives_edits_elsewhere(edits, kept):
    sentences = list(SENTENCES)
    for place, words in edits:
        if place != kept:
            sentences[place] = words

    assert placed(TEXT, SENTENCES[kept], "\n\n".join(sentences)) == (CARRIED, SENTENCES[kept])


WORDS = ["she", "feels", "angry", "and", "the", "letter", "session", "others", "unseen", "loss"]
DRAFTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), max_size=6
).map(lambda sentences: ". ".join([*sentences, ""]))


@settings(max_examples=300)
@given(DRAFTS, DRAFTS, st.data())
def test_a_place_is_always_inside_the_text_and_a_carried_one_has_the_same_words(old, new, data):
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))

    place = Placer(old, new).place(start, end)

    if place.status is ORPHANED:
        assert place.start is place.end is None
    else:
        assert 0 <= place.start < place.end <= len(new)
    if place.status is CARRIED:
        assert new[place.start : place.end].split() == old[start:end].split()


@given(DRAFTS, st.data())
def test_in_an_unchanged_text_every_passage_keeps_its_place(text, data):
    tokens = [place for place in range(len(text)) if text[place].isalnum()]
    if not tokens:
        return
    start = data.draw(st.sampled_from(tokens))
    end = data.draw(st.sampled_from([place for place in tokens if place >= start])) + 1

    place = Placer(text, text).place(start, end)

    assert (place.status, place.start, place.end) == (CARRIED, start, end)
