"""Words that may be a name here: whoever wrote them is asked. Pure."""

from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.recognisers.introduced import NOBODY, is_quoted
from workbench.anonymisation.wordlists import cues, wordlist

COMPANY = cues("meeting") | cues("rough_before") | {"about", "w", "for", "to"}
SAID_TO_BE = frozenset({"is", "was", "as", "now"})
SHORTEST = 3
REASON = "a word that may be a name here"


def perhaps_names(page: Page) -> Iterator[Span]:
    """Points for the reader: "Price"; at work she is summer; Precious. A wonderful page."""
    for index, token in enumerate(page.tokens):
        if token.agreed or token.explained or token.shouted or token.key in NOBODY:
            continue
        capital = token.capital and _is_perhaps_named(page, index, token)
        small = page.rough and not token.capital and _is_perhaps_small(page, index, token)
        if capital or small:
            yield Span(token.start, token.end, Label.PERSON, Tier.LOOK, REASON)


def _is_perhaps_named(page: Page, index: int, token: Token) -> bool:
    """A surname that is a word, in quotation marks, or a first name that is all of a sentence."""
    if token.has(Fact.FIRST_NAME) and "\n" in token.gap:
        return page.next_gap(index).startswith(". ")
    return token.has(Fact.SURNAME) and is_quoted(page, token)


def _is_perhaps_small(page: Page, index: int, token: Token) -> bool:
    """In rough notes: a first name that is a word, or a word nobody knows, where people stand."""
    before = page.before(index)
    if token.has(Fact.FIRST_NAME) and before in SAID_TO_BE:
        return True
    if token.facts or len(token.key) < SHORTEST:
        return False
    return before in COMPANY or page.after(index) in wordlist("verbs")
