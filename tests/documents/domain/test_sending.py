"""When a document may be begun and sent, and where a thread goes next."""

import pytest
from support.make import CURRICULUM

from workbench.curricula.library import Library
from workbench.documents.domain.anchors import PlaceStatus
from workbench.documents.domain.opening import NotOpenYet, must_be_open, opens_at
from workbench.documents.domain.passages import passages_of
from workbench.documents.domain.placement import GONE, Stood, next_place
from workbench.documents.domain.reanchor import Placer
from workbench.documents.domain.sending import NothingNew, must_be_new

DIT = Library().get(*CURRICULUM)
LETTER = DIT.document_kind("goodbye_letter")


@pytest.mark.parametrize(("kind", "first"), [("ipaf", 1), ("goodbye_letter", 13)])
def test_a_kind_opens_with_its_phase(kind, first):
    assert opens_at(DIT.document_kind(kind), DIT) == first


def test_a_letter_is_begun_when_its_phase_is_next_or_the_therapy_was_closed():
    must_be_open(LETTER, DIT, case="A7", held=12, is_closed=False)
    must_be_open(LETTER, DIT, case="A7", held=3, is_closed=True)

    with pytest.raises(NotOpenYet, match="Case A7 is at session 11"):
        must_be_open(LETTER, DIT, case="A7", held=11, is_closed=False)


@pytest.mark.parametrize(
    ("draft", "last"), [({}, None), ({"self": " \n"}, None), ({"self": "x"}, {"self": "x"})]
)
def test_what_says_nothing_new_is_not_sent(draft, last):
    with pytest.raises(NothingNew):
        must_be_new(draft, last)


def test_a_change_is_new():
    must_be_new({"self": "y"}, {"self": "x"})


def test_what_was_gone_stays_gone_and_a_guess_stays_a_guess():
    text = "One sentence here. Another sentence there."
    placer = Placer(text, text)

    assert next_place(placer, GONE) == GONE
    assert next_place(placer, Stood(PlaceStatus.MOVED, 0, 18)).status is PlaceStatus.MOVED
    assert next_place(placer, Stood(PlaceStatus.MADE, 0, 18)).status is PlaceStatus.CARRIED


def test_a_paragraph_is_offered_with_its_sentences_unless_it_has_only_one():
    text = "One. Two 🌧 wet.\n\nAlone."

    offered = passages_of(text)

    assert [(one.text, one.is_paragraph) for one in offered] == [
        ("One. Two 🌧 wet.", True),
        ("One.", False),
        ("Two 🌧 wet.", False),
        ("Alone.", True),
    ]
    assert all(text[one.start : one.end] == one.text for one in offered)
    assert passages_of("") == []
