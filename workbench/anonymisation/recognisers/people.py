"""Names of people, by what stands around them as much as by what they are. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, TITLES, Page, Token
from workbench.anonymisation.recognisers.runs import Run, runs
from workbench.anonymisation.wordlists import cues, wordlist

IN_A_PLACE = frozenset(["in", "near", "at", "around", "outside", "across", "throughout"])
TOWARDS = cues("towards")
MEETING = cues("meeting")
MONTHLIKE = frozenset(["may", "april", "june", "jan", "dec", "summer", "autumn"])
MONTHS, AND = cues("months"), frozenset({"and", "or", "to"})
MONTH_CUES = cues("month_cues")
PRONOUNS = cues("pronouns")
SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: |-|/|\.)$")
YEAR_AFTER = re.compile(r"[ .,/-]{1,2}(?:\d|['’]\d)")
FOLLOWS_A_COMMA = cues("follows_a_comma")
AND_WHOM = frozenset({"her", "his", "i", "my", "the"})
ABSTRACT = frozenset(
    ["hope", "grace", "faith", "joy", "patience", "charity", "mercy", "harmony", "will", "may"]
)

TELLS = cues("tells")
AGED_AFTER = re.compile(
    r" (?:is|was) (?:now |just |nearly )?"
    r"(?:[1-9]\d?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|six|seven|eight|nine|ten|"
    r"eleven|twelve|\w{3,6}teen)(?=[,.]| and\b| on\b| in\b|$)"
)
LONGEST_ACRONYM, SHORTEST_SHOUTED = 5, 3

UNEXPLAINED = "a capital letter that neither the field nor everyday life explains"
KNOWN = "a name of somebody"


def people(page: Page) -> Iterator[Span]:
    """Every name of a person, and every capital that may be one."""
    last = -2
    for run in runs(page):
        found = list(_in_run(page, run)) or list(_alongside(page, run, last))
        last = run.last if found else -2
        yield from found


def _alongside(page: Page, run: Run, last: int) -> Iterator[Span]:
    """A surname or first name that is also a word, in a list with a name before it."""
    token = page.tokens[run.first]
    gap, between = token.gap.strip(), run.first - last - 1
    listed = (between == 0 and gap in {",", "&", "/"}) or (
        between == 1 and page.before(run.first) == "and"
    )
    if token.key in wordlist("org_heads") or page.after(run.last) == "of":
        return
    if listed and not token.opens and token.has(NAME) and len(token.text) > 1:
        yield _person(token.start, page.tokens[run.last].end, "a name beside another")


def _in_run(page: Page, run: Run) -> Iterator[Span]:
    tokens = page.tokens[run.first : run.last + 1]
    if len(tokens) == 1:
        yield from _single(page, run)
    elif any(_suspicious(page, run.first + at, token) for at, token in enumerate(tokens)):
        yield _several(page, run, tokens)


def _suspicious(page: Page, index: int, token: Token) -> bool:
    """Whether one word of a run says that the run is a name."""
    if len(token.text) == 1:
        return False
    if token.only_a_name or token.unknown or _is_after_initial(page, index, token):
        return True
    if token.has(Fact.FIRST_NAME):
        return not (token.key in MONTHLIKE and _is_month(page, index))
    return not token.has(Fact.WORD)


def _is_after_initial(page: Page, index: int, token: Token) -> bool:
    """D. Fash: whatever the word is, it ends a name."""
    first = page.tokens[index - 1] if index else token
    return token.gap == ". " and len(first.text) == 1 and not token.has(Fact.COMMON)


def _several(page: Page, run: Run, tokens: list[Token]) -> Span:
    start, end = tokens[0].start, tokens[-1].end
    before = page.before(run.first)
    if before in IN_A_PLACE and not tokens[0].has(Fact.FIRST_NAME):
        return _place(start, end)
    if before in TOWARDS and all(_place_rather_than_person(token) for token in tokens):
        return _place(start, end)
    return _person(start, end, KNOWN)


def _place_rather_than_person(token: Token) -> bool:
    return token.unknown or (token.has(Fact.PLACE) and not token.has(Fact.FIRST_NAME))


def _single(page: Page, run: Run) -> Iterator[Span]:
    index = run.first
    token = page.tokens[index]
    if len(token.text) == 1 or (token.shouted and _is_acronym(token)) or _is_brand(token):
        return
    if token.key in MONTHLIKE and _is_month(page, index):
        return
    if token.only_a_name or token.unknown or not token.has(Fact.WORD):
        yield _by_itself(page, index, token)
    elif _is_name_in_context(page, index, token):
        yield _person(token.start, token.end, "a word that is a name here")
    elif token.opens or run.heading:
        return
    elif not token.has(Fact.COMMON) and len(token.key) > 3:
        yield _person(token.start, token.end, UNEXPLAINED, Tier.LOOK)


def _is_brand(token: Token) -> bool:
    return token.key in wordlist("brands") and not token.has(Fact.FIRST_NAME)


def _by_itself(page: Page, index: int, token: Token) -> Span:
    """One capital word that is no English word: a place where the words before say so."""
    before = page.before(index)
    if token.has(Fact.PLACE) and (not token.has(Fact.FIRST_NAME) or before in IN_A_PLACE | TOWARDS):
        return _place(token.start, token.end)
    surname = token.has(Fact.SURNAME) and not token.has(Fact.FIRST_NAME)
    if surname and before in {"at", "near", "outside"} and not token.possessive:
        return _place(token.start, token.end)
    if token.unknown and (before in IN_A_PLACE or before == "on"):
        return _place(token.start, token.end)
    return _person(token.start, token.end, KNOWN if token.has(NAME) else UNEXPLAINED)


def _is_acronym(token: Token) -> bool:
    """KHAN is somebody and PICU a ward, though both may be surnames."""
    if token.has(Fact.FIRST_NAME) or len(token.text) > LONGEST_ACRONYM:
        return False
    return not (token.only_a_name and len(token.text) > SHORTEST_SHOUTED)


def _is_name_in_context(page: Page, index: int, token: Token) -> bool:
    """Will, May, Grace, Young: told from the words by what stands around them."""
    before, after = page.before(index), page.after(index)
    if _is_introduced(page, index, before):
        return not token.explained and token.key not in TITLES
    if token.has(Fact.FIRST_NAME):
        return _is_first_name(page, index, after)
    if token.opens or token.explained:
        return False
    return _is_told_about(page, index, after) or (
        token.has(Fact.SURNAME) and _does_what_people_do(page, index, before, after)
    )


def _is_first_name(page: Page, index: int, after: str) -> bool:
    """Whether a first name that is also a word is one here."""
    token = page.tokens[index]
    if not token.has(Fact.COMMON) or token.key in wordlist("strong_names"):
        return True
    if (token.key in MONTHLIKE and _is_month(page, index)) or page.before(index) in {"a", "an"}:
        return False
    return not token.opens or acts(page, index, after)


def _does_what_people_do(page: Page, index: int, before: str, after: str) -> bool:
    if after in {"had", "has"}:
        after = page.after(index, 2)
    return before in MEETING - {"and"} or after in TELLS


def _is_told_about(page: Page, index: int, after: str) -> bool:
    """Whether a capital is said to be a person: "Sooty, who", "Bell (my first teacher)"."""
    gap = page.next_gap(index)
    if gap == ", ":
        return after in {"who", "whom", "whose"}
    return gap == " (" and after in {"my", "his", "her", "their", "our", "aged", "who", "not"}


def _is_introduced(page: Page, index: int, before: str) -> bool:
    """Whether the words before a capital lead up to a name: "her dog, Biscuit", "known as Pip"."""
    token = page.tokens[index]
    if token.opens or token.gap.strip(" ,(\"'“‘") or token.key in PRONOUNS:
        return False
    if before == "as":
        return page.before(index, 2) in {"known", "named"}
    if before in {"herself", "himself", "themselves"}:
        return page.before(index, 2) in {"calls", "called", "call", "named"}
    return before in wordlist("relations") and not page.tokens[index - 1].possessive


def _is_month(page: Page, index: int) -> bool:
    token = page.tokens[index]
    return not token.possessive and bool(
        page.before(index) in MONTH_CUES
        or _is_beside_a_month(page, index)
        or DAY_BEFORE.search(page.text, max(0, token.start - 6), token.start)
        or YEAR_AFTER.match(page.text, token.end)
    )


def _is_beside_a_month(page: Page, index: int) -> bool:
    """May and June; April or May."""
    after = page.after(index) in AND and page.after(index, 2) in MONTHS
    return after or (page.before(index) in AND and page.before(index, 2) in MONTHS)


def acts(page: Page, index: int, after: str) -> bool:
    """Whether what follows a word at the start of a sentence is what follows a name."""
    token = page.tokens[index]
    aged = AGED_AFTER.match(page.text, token.end)
    if token.possessive or aged or _stands_alone(page, index):
        return True
    match page.next_gap(index).strip():
        case ",":
            return after in FOLLOWS_A_COMMA
        case "(" | ":":
            return True
        case "":
            return _does_something(page, index, after)
        case _:
            return False


def _does_something(page: Page, index: int, after: str) -> bool:
    if after == "and":
        return page.after(index, 2) in AND_WHOM or page.tokens[index + 2].capital
    if after in {"is", "was"} and page.tokens[index].key in ABSTRACT:
        return False
    if page.tokens[index].key in SEASONS and after not in TELLS:
        return False
    return after in wordlist("verbs") or (after.endswith("ed") and len(after) > 4)


def _stands_alone(page: Page, index: int) -> bool:
    """A word alone on the last line, or after a line that ends in a comma: a signature."""
    token = page.tokens[index]
    before, after = page.text[: token.start].rstrip(" "), page.text[token.end : token.end + 40]
    ends = not after.strip(" .x") or after.lstrip(" .x").startswith("\n")
    return ends and before.endswith("\n") and (before.rstrip().endswith(",") or not after.strip())


def _person(start: int, end: int, reason: str, tier: Tier = Tier.MUST_GO) -> Span:
    return Span(start, end, Label.PERSON, tier, reason)


def _place(start: int, end: int) -> Span:
    return Span(start, end, Label.PLACE, Tier.LOOK, "a place", "another town")
