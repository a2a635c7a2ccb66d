"""A text as words and marks with their places, and as sentences. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_TOKEN = re.compile(r"\w[\w\u0300-\u036f]*(?:['\u2019][\w\u0300-\u036f]+)*|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?\u2026]")
_LINE_END = re.compile(r"[.!?:;\u2026]")
_CLOSING = re.compile(r"[)\]\"'\u201d\u2019\u00bb]")
_PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-",
})  # fmt: skip

Stretch = tuple[int, int]
"""The first token of a stretch, and the first one after it."""


@dataclass(frozen=True)
class Tokens:
    """A text's tokens: where each stands, and its key, which case and kinds of quotes do not touch.

    `sentences` and `paragraphs` follow one another without a gap. A blank line parts paragraphs.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]
    sentences: Sequence[Stretch]
    paragraphs: Sequence[Stretch]

    def __len__(self) -> int:
        """How many tokens the text has."""
        return len(self.keys)

    @cached_property
    def sentence_of(self) -> Sequence[Stretch]:
        """For each token the sentence that it stands in."""
        return [(start, end) for start, end in self.sentences for _ in range(start, end)]

    @cached_property
    def sentence_edges(self) -> frozenset[int]:
        """Where sentences begin, and the number of tokens, where the last one ends."""
        return frozenset({0, *(end for _, end in self.sentences)})

    @cached_property
    def paragraph_edges(self) -> frozenset[int]:
        """Where paragraphs begin, and the number of tokens, where the last one ends."""
        return frozenset({0, *(end for _, end in self.paragraphs)})


def tokenised(text: str) -> Tokens:
    """The tokens of a text; spaces are none."""
    found = list(_TOKEN.finditer(text))
    between = [text[before.end() : after.start()] for before, after in pairwise(found)]
    sentences = [place for place, space in enumerate(between, 1) if _parts(space, found, place)]
    paragraphs = [place for place, space in enumerate(between, 1) if space.count("\n") > 1]
    return Tokens(
        starts=[match.start() for match in found],
        ends=[match.end() for match in found],
        keys=[plain(match.group()) for match in found],
        sentences=list(pairwise([0, *sentences, len(found)])),
        paragraphs=list(pairwise([0, *paragraphs, len(found)])),
    )


def plain(text: str) -> str:
    """The text without what typing and programs change of themselves: case, quotes, composition."""
    return unicodedata.normalize("NFC", text).translate(_PLAIN).casefold()


def is_word(key: str) -> bool:
    """Whether a token is a word or number, not a mark."""
    return key[0].isalnum() or key[0] == "_"


def _parts(space: str, found: Sequence[re.Match[str]], place: int) -> bool:
    """Whether the space before a token parts two sentences.

    A line break alone does not: lines are wrapped in the middle of sentences too.
    """
    if space.count("\n") > 1:
        return True
    last = place - 1
    while last > 0 and _CLOSING.fullmatch(found[last].group()):
        last -= 1
    ends = _LINE_END if "\n" in space else _SENTENCE_END
    is_end = ends.fullmatch(found[last].group()) is not None
    return bool(space) and is_end and not found[place].group()[0].islower()
