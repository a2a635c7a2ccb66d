"""Flagged once is flagged in every form: possessive, first name, lower case, misspelt. Pure."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from workbench.anonymisation.gazetteer import Fact, folded
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import TITLES, WORD, Page, Token

#: Shorter names are too like other words to look for misspellings of them.
SPELLING, LONG = 5, 8
INSIDE = 4


def propagated(page: Page, spans: Iterable[Span]) -> Iterator[Span]:
    """More spans: every other form of the names among these."""
    names, ordinary = _names(
        page, [s for s in spans if s.label is Label.PERSON and s.tier is Tier.MUST_GO]
    )
    if not names and not ordinary:
        return
    for token in page.tokens:
        if not token.agreed and _is_form_of(page, token, names, ordinary):
            yield _again(token.start, token.end)
    yield from _inside_other_words(page, names)


def _names(page: Page, spans: list[Span]) -> tuple[set[str], set[str]]:
    """The words of all names: those that are nothing else, and those that are also English."""
    names: set[str] = set()
    ordinary: set[str] = set()
    facts = {token.key: token for token in page.tokens}
    for span in spans:
        for word in WORD.findall(page.text[span.start : span.end]):
            key = folded(word.removesuffix("'s").removesuffix("’s"))
            token = facts.get(key)
            if token is None or len(key) < 3 or key in TITLES or token.explained:
                continue
            (ordinary if token.has(Fact.WORD) else names).add(key)
    return names, ordinary


def _is_form_of(page: Page, token: Token, names: set[str], ordinary: set[str]) -> bool:
    if token.key in names or token.key.removesuffix("s") in names:
        return True
    if token.key in ordinary and (token.capital and not token.opens):
        return True
    if page.rough and not token.has(Fact.EVERYDAY):
        return token.key in ordinary or token.key.removesuffix("s") in ordinary
    return bool(not token.facts and not token.explained and _is_misspelt(token.key, names))


def _is_misspelt(key: str, names: set[str]) -> bool:
    if len(key) < SPELLING or not names:
        return False
    slips = 2 if len(key) >= LONG else 1
    return process.extractOne(key, names, scorer=OSA.distance, score_cutoff=slips) is not None


def _inside_other_words(page: Page, names: set[str]) -> Iterator[Span]:
    """leannesmum, #teamleanne, leanne_2: a name within a longer word."""
    long = sorted(name for name in names if len(name) > INSIDE)
    if not long:
        return
    pattern = re.compile("|".join(map(re.escape, long)))
    for match in re.finditer(r"\w{6,80}", page.text.lower()):
        if pattern.search(match[0]) and len(page.text.lower()) == len(page.text):
            yield _again(*match.span())


def _again(start: int, end: int) -> Span:
    return Span(
        start, end, Label.PERSON, Tier.MUST_GO, "a form of a name found elsewhere in the text"
    )
