"""What is known about single words: are they English, a name, a place, a trade. Pure.

The facts are compiled by `scripts/compile_gazetteer.py` into one file; NOTICE names the sources.
"""

import unicodedata
import zlib
from dataclasses import dataclass
from enum import IntFlag
from functools import cache
from pathlib import Path

from workbench.anonymisation.wordlists import wordlist

SHIPPED = Path(__file__).parent / "gazetteer.bin"

#: Letters that Unicode does not take apart into a base and an accent.
UNACCENTED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


class Fact(IntFlag):
    """One thing known about a word; a word may have several."""

    WORD = 1
    COMMON = 2
    EVERYDAY = 4
    FIRST_NAME = 8
    SURNAME = 16
    PLACE = 32
    UK_PLACE = 64
    TRADE = 128


def folded(word: str) -> str:
    """A word as it is looked up: lower case, straight apostrophes, no accents."""
    low = word.lower()
    if low.isascii():
        return low
    bare = unicodedata.normalize("NFKD", low.replace("’", "'").translate(UNACCENTED))
    return "".join(each for each in bare if not unicodedata.combining(each))


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Words with their facts, and places of several words."""

    facts: dict[str, int]
    places: frozenset[str]
    longest: int

    def of(self, key: str) -> int:
        """The facts about a folded word, as a bit set; 0 for a word nobody knows."""
        return self.facts.get(key, 0)


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    words, facts, places = zlib.decompress(SHIPPED.read_bytes()).decode().split("\0\0")
    phrases = frozenset(places.split("\n"))
    known = dict(zip(words.split("\n"), bytes.fromhex(facts), strict=True))
    for late in wordlist("late_names"):
        known[late] = known.get(late, 0) | int(Fact.FIRST_NAME)
    return Gazetteer(known, phrases, max(phrase.count(" ") for phrase in phrases) + 1)
