"""Words with capital letters that stand side by side. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.wordlists import cues, wordlist

PARTICLES = cues("particles")
OPENING, CLOSING = frozenset('"“‘'), frozenset('"”’')
CALENDAR = cues("months") | cues("weekdays")
#: A line of at most so many words, mostly capitals, is a heading.
HEADING, LONG_LINE = 9, 100


@dataclass(frozen=True, slots=True)
class Run:
    """From the first to the last of some tokens that may make one name."""

    first: int
    last: int
    heading: bool


def runs(page: Page) -> Iterator[Run]:
    """Every run of capitals that nothing explains, without the common words it may open with."""
    index, count = 0, len(page.tokens)
    while index < count:
        if not _may_be_in_a_name(page.tokens[index]):
            index += 1
            continue
        last = _end_of_run(page, index)
        yield from _trimmed(page, index, last)
        index = last + 1


def _may_be_in_a_name(token: Token) -> bool:
    if not token.capital or token.explained or token.key in wordlist("peoples"):
        return False
    return not (token.gap.endswith("#") and token.has(Fact.WORD))


def _is_surname(first: Token, token: Token) -> bool:
    """Whether a word of the field ends a name: Ruby Page, Tom Best; not Tom Monday."""
    if not token.capital or token.shouted or not token.explained or token.agreed:
        return False
    if (
        not first.has(Fact.FIRST_NAME)
        or first.explained
        or (first.opens and first.has(Fact.COMMON))
    ):
        return False
    return token.has(Fact.SURNAME) and token.key not in CALENDAR


def _end_of_run(page: Page, first: int) -> int:
    last = first
    while True:
        following = _next_of_run(page, last)
        if following is None:
            return last
        last = following


def _next_of_run(page: Page, last: int) -> int | None:
    """The next word of the same name, stepping over particles: Maria van der Berg."""
    if page.tokens[last].possessive:
        return None
    for step in (1, 2, 3):
        at = last + step
        if at >= len(page.tokens) or not _joins(page, at):
            return None
        if _may_be_in_a_name(page.tokens[at]):
            return at
        if step == 1 and _is_surname(page.tokens[last], page.tokens[at]):
            return at
        if page.tokens[at].text not in PARTICLES:
            return None
    return None


def _joins(page: Page, at: int) -> bool:
    gap = page.tokens[at].gap
    if page.tokens[at].opens:
        return False
    short = len(page.tokens[at - 1].text) == 1
    return gap in {" ", "\u00a0", "  "} or (short and gap in {". ", "."})


def _trimmed(page: Page, first: int, last: int) -> Iterator[Run]:
    tokens = page.tokens
    while (
        first < last
        and tokens[first].opens
        and not _is_quoted(page, first, last)
        and _is_opening_word(tokens[first], tokens[first + 1])
    ):
        first += 1
    yield Run(first, last, in_heading(page, first))


def _is_quoted(page: Page, first: int, last: int) -> bool:
    """Whether a run is all that stands in quotation marks: "Tan Mei Ling"."""
    opened = page.tokens[first].gap[-1:] in OPENING
    return opened and page.text[page.tokens[last].end :][:1] in CLOSING


def _is_opening_word(token: Token, following: Token) -> bool:
    """Whether a capital at the start of a sentence is only that."""
    if token.has(Fact.FIRST_NAME) and not token.has(Fact.EVERYDAY):
        return False
    if token.has(Fact.FIRST_NAME) and not following.has(Fact.FIRST_NAME):
        return False
    return token.has(Fact.WORD)


def in_heading(page: Page, index: int) -> bool:
    """Whether a word stands in a short line with capitals."""
    at = page.tokens[index].start
    start = page.text.rfind("\n", max(0, at - LONG_LINE), at) + 1
    end = page.text.find("\n", at, at + LONG_LINE)
    if (not start and at >= LONG_LINE) or (end < 0 and len(page.text) > at + LONG_LINE):
        return False
    line = page.text[start : end if end >= 0 else None]
    if len(line) > LONG_LINE:
        return False
    words = [word for word in line.split() if len(word) > 3]
    if len(words) > HEADING or len(words) < 2 or line.rstrip().endswith((".", ",")):
        return False
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)
