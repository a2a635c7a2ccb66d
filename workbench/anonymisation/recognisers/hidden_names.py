"""Names without a capital, initials, and names that are spelled out. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, TITLES, Page, Token
from workbench.anonymisation.wordlists import cues, wordlist

SPELLED = re.compile(
    r"(?<![\w.'’-])[^\W\d_](?:([-–.]| ?[-–.] |\s)[^\W\d_])(?:\1[^\W\d_]){1,20}(?![\w'’])"
)
DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){2,4}(?:[A-Z](?!\w))?")
INITIAL = re.compile(r"(?<![\w.'’/&+-])[A-Z](?![\w/&+’'-]|\.[\w])(?:['’]s)?")
ORDINARY_DOTTED = frozenset(
    [
        "US",
        "UK",
        "BA",
        "MA",
        "PS",
        "NB",
        "AM",
        "PM",
        "EU",
        "UN",
        "USA",
        "USSR",
        "NHS",
        "GP",
        "DC",
        "BC",
        "AD",
        "CE",
        "PHD",
        "MD",
        "ID",
        "TV",
        "OK",
        "EG",
        "IE",
        "BSC",
        "MSC",
        "UAE",
        "QC",
        "KC",
        "PPS",
        "RIP",
    ]
)
LETTERED = cues("lettered")
DISCUSSED = frozenset({"discussed", "met", "saw", "seen", "client", "patient"})
AGREED_LETTERS = frozenset("ABCXYZ")
VERBS_IN_NAMES = cues("verbs_in_names")
SPEAKERS = frozenset("TPCQAS")


def lower_case_names(page: Page) -> Iterator[Span]:
    """leanne; partner dean; her son jaxxon."""
    for index, token in enumerate(page.tokens):
        if token.text[0].islower() and not token.explained and _is_lower_name(page, index, token):
            end = _with_surname(page, index)
            yield _person(token.start, page.tokens[end].end, "a name without its capital")


def _is_lower_name(page: Page, index: int, token: Token) -> bool:
    related = _is_related(page, index)
    if token.only_a_name and token.has(Fact.FIRST_NAME):
        return len(token.key) > 3 or page.rough or related
    if page.rough and token.has(Fact.FIRST_NAME) and not token.has(Fact.EVERYDAY):
        return _is_told_of(page, index, token)
    if not related or len(token.key) < 3 or token.key in wordlist("relations"):
        return False
    if token.unknown:
        return page.before(index) in {"called", "named", "nicknamed"} or page.rough
    if token.has(Fact.FIRST_NAME) and token.key not in {"will", "may"}:
        return page.rough or (not token.has(Fact.EVERYDAY) and token.key not in VERBS_IN_NAMES)
    return False


def _is_related(page: Page, index: int) -> bool:
    gap = page.tokens[index].gap
    return gap in {" ", ", ", " ("} and page.before(index) in wordlist("relations")


def _is_told_of(page: Page, index: int, token: Token) -> bool:
    """In rough notes: "jade v tearful", "met carol", "dean said", and rarer words at once."""
    if token.opens or not token.has(Fact.COMMON) or _is_related(page, index):
        return True
    return page.before(index) in cues("meeting") | {"w"} or page.after(index) in wordlist("verbs")


def _with_surname(page: Page, index: int) -> int:
    """The index of the surname that follows a first name, or of the name itself."""
    at = index + 1
    if at < len(page.tokens) and page.next_gap(index) == " " and not page.tokens[index].possessive:
        following = page.tokens[at]
        if following.explained or following.opens or following.has(Fact.EVERYDAY):
            return index
        if following.has(Fact.SURNAME) or following.unknown:
            return at
    return index


def initials(page: Page) -> Iterator[Span]:
    """J.M., and a single capital that stands for a person."""
    for match in DOTTED.finditer(page.text):
        if re.sub(r"[\s.]", "", match[0]) not in ORDINARY_DOTTED:
            yield _person(match.start(), match.start() + len(match[0].rstrip()), "initials")
    for index, token in enumerate(page.tokens):
        if (
            len(token.text) == 1
            and token.capital
            and not token.agreed
            and _is_initial(page, index, token)
        ):
            yield _person(token.start, token.end, "an initial")
        elif token.shouted and 1 < len(token.text) < 4 and _is_pair(page, index, token):
            yield _person(token.start, token.end, "initials that do or are something")


def _is_initial(page: Page, index: int, token: Token) -> bool:
    text, before = page.text, page.before(index)
    if token.text == "I" or not INITIAL.fullmatch(
        text, token.start, token.end + 2 * token.possessive
    ):
        return False
    if not INITIAL.match(text, token.start):
        return False
    if before in LETTERED and not (before in TITLES and token.text not in AGREED_LETTERS):
        return False
    if token.text == "A":
        return token.possessive or (text.startswith(".", token.end) and not token.opens)
    line_start = text.rfind("\n", 0, token.start) + 1 == token.start
    after = text[token.end : token.end + 2].lstrip(" ")[:1]
    return not (after in {":", ")", "="} and (line_start or token.text in SPEAKERS or before == ""))


def _is_pair(page: Page, index: int, token: Token) -> bool:
    if token.agreed:
        return False
    if page.before(index) in DISCUSSED:
        return True
    if token.explained or token.has(Fact.WORD):
        return False
    return (
        token.possessive
        or page.after(index) in wordlist("verbs")
        or page.before(index) in wordlist("relations")
    )


def spelled_out(page: Page) -> Iterator[Span]:
    """S-A-R-A-H, s a r a h."""
    for match in SPELLED.finditer(page.text):
        letters = re.sub(r"[\W_]", "", match[0])
        if (
            match[1].isspace()
            and not letters.isupper()
            and not gazetteer().of(folded(letters)) & NAME
        ):
            continue
        if set(letters.upper()) <= set("ABC") or letters.upper() in ORDINARY_DOTTED:
            continue
        yield _person(*match.span(), "a name, letter by letter")


def _person(start: int, end: int, reason: str) -> Span:
    return Span(start, end, Label.PERSON, Tier.MUST_GO, reason)
