"""A text in which every suggestion was taken, and one pseudonym for one person."""

import pytest
from anonymisation.corpus import documents
from hypothesis import given
from hypothesis import strategies as st

from workbench.anonymisation import Label, Tier, scan
from workbench.anonymisation.pseudonyms import ALL_USED, SUGGESTED

EVERY = [text for name in ("planted", "voices", "clean", "traps") for text in documents(name)]
PEOPLE = ("Leanne", "Gurpreet", "Tomasz Kowal", "Mrs Okonkwo", "Rhys", "Mr K", "J.S.", "@lee_84")
CROWD = (
    "Zbigniew", "Gurpreet", "Oluwaseun", "Siobhan", "Tomasz", "Farah", "Wojtek", "Niamh", "Vikram",
    "Chidinma", "Ieuan", "Parveen", "Kwabena", "Mhairi", "Dmitri", "Aaliyah", "Jaspreet",
    "Rukhsana", "Bronwen", "Lukasz", "Efua", "Hamza", "Ngozi", "Angharad", "Sukhvinder", "Yusra",
    "Caoimhe", "Gethin", "Malgorzata", "Babatunde", "Xiaoli", "Fergus",
)  # fmt: skip
FRAMES = (
    "I saw {} on Monday. ", "{} said so. ", "She lives with {}. ", "It was {}'s turn. ",
    "Then ({}) wept; I waited. ", "Dear {},\n\nThank you for coming.\n",
)  # fmt: skip


def accepted(text):
    """The text with every suggestion taken, and the pseudonyms that are agreed by that."""
    spans = scan(text).spans
    agreed = frozenset(span.replacement for span in spans if span.label is Label.PERSON)
    for span in reversed(spans):
        if span.replacement:
            text = text[: span.start] + span.replacement + text[span.end :]
    return text, agreed


def left(text):
    replaced, agreed = accepted(text)
    spans = scan(replaced, agreed=agreed).spans
    return [replaced[span.start : span.end] for span in spans if span.tier is Tier.MUST_GO]


@pytest.mark.parametrize("document", EVERY, ids=lambda document: document.kind)
def test_nothing_that_must_go_is_left_when_every_suggestion_is_taken(document):
    assert left(document.text) == []


@given(st.lists(st.tuples(st.sampled_from(FRAMES), st.sampled_from(PEOPLE)), max_size=8))
def test_suggestions_settle_whatever_names_stand_in_a_text(parts):
    assert left("".join(frame.format(name) for frame, name in parts)) == []


def pseudonyms(text):
    spans = scan(text).spans
    return {
        text[span.start : span.end]: span.replacement
        for span in spans
        if span.label is Label.PERSON
    }


def test_short_and_misspelt_forms_are_the_same_person():
    named = pseudonyms("I met Katherine. Then Catherine came, and Kath wept with Leanne.")

    assert named["Katherine"] == named["Catherine"] == named["Kath"] != named["Leanne"]


def test_sisters_with_one_surname_are_two_people():
    named = pseudonyms("I met Manjit Johal and Parveen Johal. Manjit wept, and Mrs Johal rang.")

    assert named["Manjit Johal"] == named["Manjit"] != named["Parveen Johal"]


def test_two_with_one_first_name_are_two_people():
    named = pseudonyms("I met Leanne Okoro. Later Leanne Kowalski came, and L. Okoro rang.")

    assert named["Leanne Okoro"] == named["L. Okoro"] != named["Leanne Kowalski"]


def test_when_all_pseudonyms_are_used_a_plain_word_stands():
    replacements = [span.replacement for span in scan(". I saw ".join(CROWD)).spans]

    assert len(CROWD) > len(SUGGESTED)
    assert ALL_USED in replacements
