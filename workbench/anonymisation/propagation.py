"""Flagged once is flagged in every form: possessive, first name, lower case, misspelt. Pure."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from workbench.anonymisation.gazetteer import Fact, folded
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import TITLES, WORD, Page
from workbench.anonymisation.recognisers.people import acts
from workbench.anonymisation.recognisers.titles import LED_BY
from workbench.anonymisation.wordlists import cues, wordlist

#: Shorter names are too like other words to look for misspellings of them.
SPELLING, LONG = 5, 8
INSIDE = 4
LONG_WORD = re.compile(r"\w{6,80}")
SHORT, LONGEST = 3, 20
OFFICES, ASKED = cues("offices"), cues("asked")


def propagated(page: Page, spans: Iterable[Span]) -> Iterator[Span]:
    """More spans: every other form of the names among these."""
    people = [s for s in spans if s.label is Label.PERSON and s.tier is Tier.MUST_GO]
    yield from _same_initials(page, people)
    names, ordinary = _names(page, people)
    if not names and not ordinary:
        return
    starts = set(_beginnings(names | ordinary))
    for index, token in enumerate(page.tokens):
        if token.agreed:
            continue
        shortened = token.key in starts and _is_short_for(page, index)
        if shortened or _is_form_of(page, index, names, ordinary):
            yield _again(token.start, token.end)
    yield from _inside_other_words(page, names)


def _names(page: Page, spans: list[Span]) -> tuple[set[str], set[str]]:
    """The words of all names: those that are nothing else, and those that are also English."""
    names: set[str] = set()
    ordinary: set[str] = set()
    facts = {token.key: token for token in page.tokens}
    heads = wordlist("org_heads", "generic") | OFFICES
    for span in spans:
        for word in WORD.findall(page.text[span.start : span.end]):
            key = folded(word.removesuffix("'s").removesuffix("’s"))
            token = facts.get(key)
            if token is None or len(key) < 3 or key in TITLES or token.explained:
                continue
            if not token.has(Fact.WORD):
                names.add(key)
            elif span.reason == LED_BY or key not in heads:
                ordinary.add(key)
    return names, ordinary


def _beginnings(names: set[str]) -> Iterator[str]:
    """What the names may be shortened to."""
    for name in names:
        for length in range(SHORT, min(len(name), LONGEST)):
            yield name[:length]


def _same_initials(page: Page, people: list[Span]) -> Iterator[Span]:
    """JS, wherever it stands, when it stands for somebody once."""
    pairs = {page.text[span.start : span.end].removesuffix("'s") for span in people}
    pairs = {pair for pair in pairs if 1 < len(pair) < INSIDE and pair.isupper()}
    for token in page.tokens:
        if token.text in pairs and not token.agreed:
            yield _again(token.start, token.end)


def _is_form_of(page: Page, index: int, names: set[str], ordinary: set[str]) -> bool:
    token = page.tokens[index]
    if token.key in names or token.key.removesuffix("s") in names:
        return True
    if token.key in ordinary and token.capital:
        named = token.has(Fact.FIRST_NAME) and page.after(index) not in ASKED
        surely = not token.opens or named or not token.has(Fact.COMMON)
        return surely or acts(page, index, page.after(index))
    if page.rough and not token.has(Fact.EVERYDAY):
        return token.key in ordinary or token.key.removesuffix("s") in ordinary
    return bool(not token.facts and not token.explained and _is_misspelt(token.key, names))


def _is_short_for(page: Page, index: int) -> bool:
    """Gem for Gemma, jord for Jordan: the beginning of a name, if it is no word here."""
    token = page.tokens[index]
    if token.explained or token.has(Fact.EVERYDAY):
        return False
    if token.unknown or token.only_a_name:
        return True
    return (token.capital or page.rough) and acts(page, index, page.after(index))


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
    lower = page.text.lower()
    if len(lower) != len(page.text):
        return
    for match in LONG_WORD.finditer(lower):
        if pattern.search(match[0]):
            yield _again(*match.span())


def _again(start: int, end: int) -> Span:
    return Span(
        start, end, Label.PERSON, Tier.MUST_GO, "a form of a name found elsewhere in the text"
    )
