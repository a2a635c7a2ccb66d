"""Capitals on ordinary words: Pickle, Spud. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import TITLES, Page, Token
from workbench.anonymisation.recognisers.people import acts
from workbench.anonymisation.recognisers.runs import in_heading
from workbench.anonymisation.wordlists import cues, wordlist

#: Somebody who writes more words than this with a capital writes ideas with one.
IDEAS = 2
NO_NAME_AFTER = cues("articles") | {"this", "that", "these", "those", "more", "less", "no", "some"}
ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|[ae]nce|ity|ism|ics|ing|ship|hood|ure|ies|ques?)s?$")
NUMBERED = re.compile(r"s? ?[\d§(]")
#: Capitals that everybody writes.
EVERYBODYS = TITLES | cues("months") | cues("weekdays") | cues("kin_titles") | cues("everybodys")
REASON = "an ordinary word with a capital, as a nickname has"


def strays(page: Page) -> Iterator[Span]:
    """Each ordinary word that stands with a capital where no sentence begins."""
    for key, places in _found(page):
        tier = Tier.MUST_GO if _is_somebody(page, places) else Tier.LOOK
        for index in (*places, *_at_starts(page, key)):
            token = page.tokens[index]
            yield Span(token.start, token.end, Label.PERSON, tier, REASON)


def _found(page: Page) -> Iterator[tuple[str, list[int]]]:
    """The words, with where they stand; of somebody who writes ideas with capitals, fewer."""
    within = [i for i, token in enumerate(page.tokens) if _is_capital_within(page, i, token)]
    alone = [index for index in within if _is_alone(page, index, page.tokens[index])]
    many = len({page.tokens[index].key for index in alone}) > IDEAS
    lower = {token.key for token in page.tokens if not token.capital}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index in alone:
        if _is_stray(page.tokens[index]):
            found[page.tokens[index].key].append(index)
    for key, places in found.items():
        once = len(places) == 1
        everyday = page.tokens[places[0]].has(Fact.EVERYDAY)
        if not (many or everyday if once else many and key in lower):
            yield key, places


def _is_capital_within(page: Page, index: int, token: Token) -> bool:
    """Whether an ordinary word has a capital that no sentence, heading or calendar asks for."""
    if not token.capital or token.opens or token.agreed or token.shouted or len(token.key) < 3:
        return False
    if not token.has(Fact.COMMON) or token.has(Fact.FIRST_NAME) or token.key in EVERYBODYS:
        return False
    return token.key not in wordlist("peoples") and not in_heading(page, index)


def _is_stray(token: Token) -> bool:
    if token.explained or token.has(Fact.PLACE) or ABSTRACT.search(token.key):
        return False
    return token.key not in wordlist("generic", "org_heads", "brands")


def _is_alone(page: Page, index: int, token: Token) -> bool:
    """No capital beside it, no article before it, no number after it: "Article 8" is a heading."""
    if NUMBERED.match(page.text, token.end):
        return False
    before, gap = page.tokens[index - 1], page.next_gap(index)
    if (
        token.gap.strip("\"“‘' ,")
        or before.key in NO_NAME_AFTER
        or (before.capital and not before.opens)
    ):
        return False
    following = page.tokens[index + 1 : index + 2]
    return not (
        following and following[0].capital and following[0].text != "I" and gap in {" ", "-"}
    )


def _is_somebody(page: Page, places: list[int]) -> bool:
    """Whether it does what people do, at least once, or comes again."""
    return len(places) > 1 or any(page.tokens[index].possessive for index in places)


def _at_starts(page: Page, key: str) -> Iterator[int]:
    """Where the same word opens a sentence as a name would."""
    for index, token in enumerate(page.tokens):
        if token.key == key and token.capital and token.opens and not token.agreed:
            followed = page.next_gap(index)[:1] in {",", "."}
            if followed or acts(page, index, page.after(index)):
                yield index
