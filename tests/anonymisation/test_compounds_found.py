"""Ordinary nouns that the word before them makes one of their kind."""

import pytest

from workbench.anonymisation import scan


def told(text):
    return [text[s.start : s.end] for s in scan(text).spans]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("It began after the tractor accident.", "the tractor accident"),
        ("She speaks of the scaffolding collapse often.", "the scaffolding collapse"),
        ("She was there for the fire two streets along.", "the fire two streets along"),
        ("Nobody forgot the sewage protest.", "the sewage protest"),
        ("The accident on the slipway was never spoken of.", "The accident on the slipway"),
        ("They met at the Pendle show.", "the Pendle show"),
        ("He captained the county under-21s then.", "the county under-21s"),
        ("They live above the carpet warehouse.", "the carpet warehouse"),
        ("She sat by the Cobden monument.", "the Cobden monument"),
        ("There is a bench by the paddling pool.", "the paddling pool"),
        ("They meet at the allotments.", "allotments"),
        ("He prays at the gurdwara.", "gurdwara"),
    ],
)
def test_a_noun_that_is_narrowed_is_marked(text, detail):
    assert any(detail in each for each in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Your scores fell, and there is one gap.",
        "I had better show you my draft.",
        "The fire door was open.",
        "She had a panic attack in the coffee shop.",
        "He went to the shop and then to the park.",
        "It was the worst case, a whole new stage.",
        "The choir sang, as choirs do.",
    ],
)
def test_a_noun_that_is_everywhere_is_left_alone(text):
    assert told(text) == []
