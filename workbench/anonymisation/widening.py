"""Widens a marked place to the words that say what is there: the farm near Someplace. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.wordlists import cues, wordlist

WIDENED = frozenset({Label.PLACE, Label.ORGANISATION, Label.ADDRESS})
WHERE = cues("where")
ARTICLES = cues("articles")
STOPS = cues("stops") - {"of"}
NOTHING_THERE = cues("nothing_there")
#: How many words may describe what is there: "the old chip shop at".
FURTHEST = 4


def widened(page: Page, spans: Iterable[Span]) -> Iterator[Span]:
    """The places and organisations among these, with what is told to be there."""
    for span in spans:
        if span.label in WIDENED:
            first = _first_word(page, bisect_left(page.starts, span.start))
            if first is not None:
                start = page.tokens[first].start
                there = _what(page, first, span.start)
                yield replace(span, start=start, replacement=f"{there} elsewhere")


def _what(page: Page, first: int, end: int) -> str:
    """The words that say what is there, without where."""
    words = page.text[page.tokens[first].start : end].split()
    while words and words[-1].lower() in WHERE | ARTICLES:
        words.pop()
    return " ".join(words)


def _first_word(page: Page, index: int) -> int | None:
    """The first word of what is told to be at a place; None where nothing is."""
    head = _head(page, index)
    if head is None:
        return None
    for first in range(head, max(-1, head - FURTHEST), -1):
        if not _describes(page.tokens[first]) or page.tokens[first].opens:
            return None
        if page.before(first) in ARTICLES and page.tokens[first].gap == " ":
            return first
        if page.tokens[first].gap not in {" ", "-"}:
            return None
    return None


def _head(page: Page, index: int) -> int | None:
    """The word before "in the" or "near" that a place is the place of."""
    if not 0 < index < len(page.tokens) or page.tokens[index].opens:
        return None
    at = index - 1 - (page.tokens[index - 1].key in {"the", "a"})
    if at < 1 or page.tokens[at].key not in WHERE:
        return None
    if any(token.opens or token.gap != " " for token in page.tokens[at : index + 1]):
        return None
    head = page.tokens[at - 1]
    return at - 1 if _describes(head) and head.key not in NOTHING_THERE else None


def _describes(token: Token) -> bool:
    if token.capital or token.agreed or token.key in STOPS or token.has(Fact.FIRST_NAME):
        return False
    return token.key not in wordlist("relations") and not token.key.endswith("ly")
