"""Names in a longer word, of a whole family, and in what a paper is called. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, Page, Token
from workbench.anonymisation.wordlists import cues, wordlist

PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: "Trelawney DIT FINAL final2": what stands before is a title, what stands before that a sentence.
FINISHED = re.compile(r"\b(?:FINAL|[Ff]inal ?\d|[Ff]inal [Ff]inal)(?: ?[Ff]inal)?(?: ?v?\d)?\b")
QUOTED = re.compile(r"[\"“‘]([^\"”’\n]{3,50})[\"”’]")
CALLED = "what a paper is called"
#: A title seldom has more words before it is final.
TITLE = 5
NO_TITLE = cues("stops") | cues("articles") | {"says", "reads", "title", "called", "draft:"}
LINKS = frozenset({" - ", " – ", " — ", ": "})
NOT_A_FAMILY = wordlist("peoples", "org_heads", "generic", "relations")
SHORTEST = 2
PREFIXES = cues("prefixes")
#: Fante-speaking, Derry-born: a tongue or a place, and nobody.
OF_A_PLACE = frozenset({"speaking", "born", "based", "educated", "trained", "bound", "wide"})
KNOWN = wordlist("vocabulary", "first_theorists", "theorists", "peoples", "figures")


def joined_names(page: Page) -> Iterator[Span]:
    """The Bests; the Morwenna-shaped hole; Joy - first draft; Field DIT FINAL 2."""
    for index, token in enumerate(page.tokens):
        if token.agreed:
            continue
        if _is_doubled(token):
            yield Span(token.start, token.end, Label.PERSON, Tier.MUST_GO, "a name said twice")
        elif "-" in token.key and not token.explained:
            yield from _parts(page, token)
        elif _is_family(page, index, token):
            reason = "a family by its surname"
            yield Span(token.start, token.end, Label.PERSON, Tier.LOOK, reason)
        elif _is_titled(page, index, token):
            reason = "a name in the title of a paper"
            yield Span(token.start, token.end, Label.PERSON, Tier.MUST_GO, reason)


def papers(page: Page) -> Iterator[Span]:
    """What papers are called, where a name is in it: "J Field letter 2"."""
    for match in FINISHED.finditer(page.text):
        yield from _title(page, match)
    for match in QUOTED.finditer(page.text):
        if _is_a_paper(page, match):
            yield Span(*match.span(1), Label.FILE, Tier.LOOK, CALLED, "[file]")


def _parts(page: Page, token: Token) -> Iterator[Span]:
    """The names among the parts of a word with hyphens that is no name as a whole."""
    parts = list(PARTS.finditer(token.text))
    if parts[-1][0] in OF_A_PLACE or token.shouted:
        return
    together = gazetteer().of(token.key.replace("-", ""))
    if token.capital and together & Fact.FIRST_NAME and not together & Fact.COMMON:
        yield Span(token.start, token.end, Label.PERSON, Tier.MUST_GO, "a name by its syllables")
    elif all(part[0][0].isupper() for part in parts):
        yield from _double(token, [folded(part[0]) for part in parts])
    else:
        yield from _among(page, token, parts)


def _among(page: Page, token: Token, parts: list[re.Match[str]]) -> Iterator[Span]:
    for part in parts:
        if part[0][0].isupper() and part[0] not in page.agreed and _is_a_name(part):
            start = token.start + part.start()
            reason = "a name within a longer word"
            yield Span(start, start + len(part[0]), Label.PERSON, Tier.MUST_GO, reason)


def _is_a_name(part: re.Match[str]) -> bool:
    key = folded(part[0])
    facts = gazetteer().of(key)
    if key in KNOWN or key.removesuffix("ian") in KNOWN:
        return False
    if part.start() == 0 and (facts & Fact.COMMON or key in PREFIXES):
        return False
    if len(key) < SHORTEST:
        return False
    return bool(facts & NAME) or not facts


def _is_doubled(token: Token) -> bool:
    """Jun-Jun; not bye-bye."""
    first, _, second = token.key.partition("-")
    return token.capital and first == second and not gazetteer().of(first) & Fact.WORD


def _double(token: Token, keys: list[str]) -> Iterator[Span]:
    """A double surname, of which one half is a word: Someska-Hall."""
    facts = [gazetteer().of(key) for key in keys]
    told = any(not fact or not fact & Fact.WORD for fact in facts)
    if told and not KNOWN.intersection(keys) and all(not f or f & NAME for f in facts):
        reason = "a double surname"
        yield Span(token.start, token.end, Label.PERSON, Tier.MUST_GO, reason)


def _is_family(page: Page, index: int, token: Token) -> bool:
    """Whether a surname stands in the plural after "the"."""
    if not token.capital or token.opens or token.shouted or token.explained:
        return False
    single = token.key.removesuffix("s")
    if (
        single == token.key
        or token.key in NOT_A_FAMILY | wordlist("vocabulary")
        or single in NOT_A_FAMILY
    ):
        return False
    before = page.before(index)
    led = before == "the" or (
        before in {"all", "other", "whole"} and page.before(index, 2) == "the"
    )
    following = page.tokens[index + 1 : index + 2]
    alone = not (following and following[0].capital and page.next_gap(index) == " ")
    return led and alone and bool(gazetteer().of(single) & Fact.SURNAME)


def _is_titled(page: Page, index: int, token: Token) -> bool:
    """Whether a first name stands before what papers are called: "Joy - first draft"."""
    if not token.capital or not token.has(Fact.FIRST_NAME) or not token.opens:
        return False
    near = {page.after(index), *(each.key for each in page.tokens[index + 1 : index + 4])}
    return page.next_gap(index) in LINKS and bool(near & cues("papers"))


def _title(page: Page, match: re.Match[str]) -> Iterator[Span]:
    """What is final, from its first word: the words before, up to one of a sentence."""
    first = match.start()
    before = page.between(match.start() - 80, match.start())
    for token in reversed(before[-TITLE:]):
        between = page.text[token.end : first]
        if token.key in NO_TITLE or token.possessive or between.strip(" _-") or "\n" in between:
            break
        first = token.start
    if first < match.start():
        yield Span(first, match.end(), Label.FILE, Tier.LOOK, CALLED, "[file]")


def _is_a_paper(page: Page, match: re.Match[str]) -> bool:
    """Whether a name and what a paper is called are all that is quoted: "J Field letter 2"."""
    inside = page.between(match.start(1), match.end(1))
    if not 1 < len(inside) <= TITLE or any(token.key in NO_TITLE for token in inside):
        return False
    named = any(
        token.capital and (token.has(NAME) or token.unknown) and not token.explained
        for token in inside
    )
    return named and inside[-1].key in cues("papers")
