"""Words that may be a name here: whoever wrote them is asked. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, Page, Token
from workbench.anonymisation.recognisers.introduced import NOBODY, is_quoted
from workbench.anonymisation.recognisers.people import SEASONS
from workbench.anonymisation.recognisers.runs import in_heading
from workbench.anonymisation.wordlists import cues, wordlist

COMPANY = (
    cues("meeting")
    | cues("rough_before")
    | {"about", "w", "for", "to", "then", "poor", "re", "discussed"}
)
#: First names that are verbs more often than names after "to" and "for".
VERBS = frozenset({"will", "may", "love", "hope", "sue"})
SAID_TO_BE = frozenset({"is", "was", "as", "now"})
NOT_NAMED_AFTER = cues("articles") | {"this", "that", "these", "those", "no", "some", "any", "of"}
#: Nobody's name, but for words that also describe somebody: Young.
NOT_ASKED = NOBODY - cues("plain") | {"good", "new", "old"} | SEASONS
#: A word or a name that ends its line or its sentence.
ENDS = re.compile(r"\.? *(?:\n|$)|\. ")
#: What ends a sentence that says whose family somebody is of: "his wife was a Price".
ENDED = re.compile(r"[.,;)]|\n|$")
LATE = re.compile(r" (?:\(\d\d|\d{1,2} ?(?:mins?|m|hrs?)\b)")
#: What only people do.
CALLS = frozenset({"rang", "phoned", "texted", "emailed", "smiled", "laughed", "wept", "nodded"})
#: What is noted of who did not come.
ABSENT = frozenset({"not", "late", "off", "cancelled", "dna", "dnad", "again"})
NUMBERS = frozenset({"two", "three", "both", "2", "3"})
SHORTEST, LONG = 3, 4
ALONE = "a first name by itself"
REASON = "a word that may be a name here"


def perhaps_names(page: Page) -> Iterator[Span]:
    """Points for the reader: "Price"; at work she is summer; Precious. A wonderful page."""
    for index, token in enumerate(page.tokens):
        if token.agreed or token.explained or token.key in NOT_ASKED:
            continue
        if token.capital and _is_alone(page, index, token):
            yield Span(token.start, token.end, Label.PERSON, Tier.MUST_GO, ALONE)
            continue
        capital = token.capital and _is_perhaps_named(page, index, token)
        small = page.rough and not token.capital and _is_perhaps_small(page, index, token)
        if capital or small:
            yield Span(token.start, token.end, Label.PERSON, Tier.LOOK, REASON)


def _is_alone(page: Page, index: int, token: Token) -> bool:
    """Whether a first name begins a line and is all of it, or of its first sentence."""
    begins = not index or "\n" in token.gap
    return begins and token.has(Fact.FIRST_NAME) and bool(ENDS.match(page.text, token.end))


def _is_perhaps_named(page: Page, index: int, token: Token) -> bool:
    """A surname that is a word, in quotation marks or amid a sentence."""
    if not token.has(NAME):
        return False
    if token.has(Fact.SURNAME) and is_quoted(page, token):
        return True
    if token.opens and page.next_gap(index) == " " and page.after(index) in CALLS:
        return True
    if token.opens and token.has(Fact.FIRST_NAME) and page.text.startswith("!", token.end):
        return True
    return not token.shouted and _is_capital_within(page, index, token)


def _is_capital_within(page: Page, index: int, token: Token) -> bool:
    """Whether a surname that is a word stands in the middle of a sentence, by itself."""
    if token.gap != " " or token.opens or len(token.key) <= SHORTEST or in_heading(page, index):
        return False
    before, following = page.tokens[index - 1], page.tokens[index + 1 : index + 2]
    beside = following and following[0].capital and page.next_gap(index) == " "
    if before.key == "a" and page.before(index, 2) in {"was", "is"}:
        return not beside and bool(ENDED.match(page.text, token.end))
    return not (before.capital or beside or before.key in NOT_NAMED_AFTER)


def _is_perhaps_small(page: Page, index: int, token: Token) -> bool:
    """In rough notes: a first name that is a word, or a word nobody knows, where people stand."""
    before = page.before(index)
    if token.has(Fact.FIRST_NAME):
        return _is_beside_another(page, index) or _stands_as_a_name(page, index, token, before)
    if token.only_a_name and len(token.key) > LONG:
        return True
    if token.facts or len(token.key) < SHORTEST:
        return _is_counted(page, index, token)
    counted = _is_counted(page, index, token)
    return counted or before in COMPANY or page.after(index) in wordlist("verbs")


def _stands_as_a_name(page: Page, index: int, token: Token, before: str) -> bool:
    """Booked: mark; penny. sess 9; hope's hope; will 12 mins late; discussed faith."""
    if token.possessive or (token.only_a_name and len(token.key) == SHORTEST):
        return True
    ends = ENDS.match(page.text, token.end)
    if token.opens and (ends or LATE.match(page.text, token.end)):
        return True
    if token.key in VERBS or before in SAID_TO_BE:
        return before in SAID_TO_BE
    if token.gap.strip() == ":" or (token.opens and page.after(index) in ABSENT):
        return True
    return before in COMPANY and (before != "then" or bool(ends))


def _is_beside_another(page: Page, index: int) -> bool:
    """Mark & dawn: two first names with a sign between them."""
    for one, other in ((index, index + 1), (index - 1, index)):
        inside = one >= 0 and other < len(page.tokens)
        if inside and page.tokens[other].gap in {" & ", " + "}:
            return page.tokens[one].has(Fact.FIRST_NAME) and page.tokens[other].has(Fact.FIRST_NAME)
    return False


def _is_counted(page: Page, index: int, token: Token) -> bool:
    """Two wills; the sandhus: more than one of a name."""
    single = token.key.removesuffix("s")
    facts = gazetteer().of(single)
    if page.before(index) == "the" and facts & Fact.SURNAME and not facts & Fact.WORD:
        return single != token.key
    return (
        single in wordlist("weak_names") and page.before(index) in NUMBERS and single != token.key
    )
