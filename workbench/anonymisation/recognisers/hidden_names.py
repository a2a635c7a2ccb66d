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
        "DOB",
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
#: "SW - sup 14/5": whoever a note is about.
SIGNED = re.compile(r"^(?:[A-Z]\. ?){1,3}[A-Z][a-z'’-]+$", re.MULTILINE)
HEADED = re.compile(r"[A-Z]{2,3} ?[-–—] ?[a-z\d]")
LETTERED = cues("lettered")
DISCUSSED = frozenset({"discussed", "met", "saw", "seen", "client", "patient"})
AGREED_LETTERS = frozenset("ABCXYZ")
VERBS_IN_NAMES = cues("verbs_in_names")
SPEAKERS = frozenset("TPCQAS")
#: Single letters that are words, or short for words, in rough notes.
NO_INITIAL = frozenset("aiuvwxrns")
LONGEST_ABBREVIATION = 3
DOTTED_LOWER = re.compile(r"(?<![\w.])[a-z]\.\s?[a-z]\.(?!\s?[a-z]\.|\w)")
YES_OR_NO = frozenset("YN")
LATIN = frozenset(
    ["eg", "ie", "do", "am", "pm", "ps", "nb", "ca", "qv", "cf", "op", "pa", "ad", "bc"]
)
SPELLING = cues("spelling")
PRONOUNS, ROUGH_BEFORE = cues("pronouns"), cues("rough_before")
MEETING = cues("meeting") - {"and", "by", "with", "from"} | {"gave", "texted"}


def lower_case_names(page: Page) -> Iterator[Span]:
    """leanne; partner dean; her son jaxxon."""
    for index, token in enumerate(page.tokens):
        if token.text[0].isupper():
            continue
        if _is_lower_surname(page, index, token):
            yield _person(token.start, page.tokens[index + 1].end, "a name without its capital")
        elif token.explained:
            continue
        elif _is_lower_name(page, index, token):
            end = _with_surname(page, index)
            yield _person(token.start, page.tokens[end].end, "a name without its capital")
        elif token.unknown and _is_run_together(token):
            yield _person(token.start, token.end, "a name without its capital or apostrophe")


def _is_lower_surname(page: Page, index: int, token: Token) -> bool:
    """In rough notes: "p shah"."""
    following = page.tokens[index + 1 : index + 2]
    return (
        page.rough
        and len(token.key) == 1
        and token.key not in NO_INITIAL
        and page.next_gap(index) in {" ", ". "}
        and bool(following)
        and following[0].text[0].islower()
        and following[0].has(Fact.SURNAME)
        and not following[0].has(Fact.EVERYDAY)
        and not following[0].explained
    )


def _is_run_together(token: Token) -> bool:
    """Dannys, for Danny's."""
    stem = token.key.removesuffix("s")
    facts = gazetteer().of(stem)
    return (
        stem != token.key
        and len(stem) > LONGEST_ABBREVIATION
        and bool(facts & Fact.FIRST_NAME)
        and not facts & Fact.WORD
    )


def _is_lower_name(page: Page, index: int, token: Token) -> bool:
    if token.only_a_name and token.has(Fact.FIRST_NAME):
        known = len(token.key) > LONGEST_ABBREVIATION or token.key in wordlist("first_names")
        return known or _is_related(page, index)
    if page.rough and token.has(Fact.FIRST_NAME) and not token.has(Fact.EVERYDAY):
        return _is_told_of(page, index, token)
    if page.rough and token.key in wordlist("weak_names"):
        return _is_somebody(page, index, token)
    return _is_related(page, index) and _can_be_related(page, index, token)


def _can_be_related(page: Page, index: int, token: Token) -> bool:
    """After a word for a relation: "partner dean", "a boy called jaxxon"."""
    if len(token.key) < LONGEST_ABBREVIATION or token.key in wordlist("relations"):
        return False
    if token.unknown:
        return page.before(index) in {"called", "named", "nicknamed"} or page.rough
    if not token.has(Fact.FIRST_NAME) or token.key in {"will", "may"}:
        return False
    return page.rough or (not token.has(Fact.EVERYDAY) and token.key not in VERBS_IN_NAMES)


def _is_related(page: Page, index: int) -> bool:
    gap = page.tokens[index].gap
    return gap in {" ", ", ", " ("} and page.before(index) in wordlist("relations")


def _is_told_of(page: Page, index: int, token: Token) -> bool:
    """In rough notes: "jade v tearful", "met carol", "dean said", and rarer words at once."""
    if token.opens or not token.has(Fact.COMMON) or _is_related(page, index):
        return True
    before = page.before(index)
    if before in {"to", "for"} and token.key not in VERBS_IN_NAMES:
        return True
    return before in cues("meeting") | {"w"} or page.after(index) in wordlist("verbs")


def _is_somebody(page: Page, index: int, token: Token) -> bool:
    """In rough notes: "saw hope", "mark said", "will (his lad)"; not "i hope", "will you"."""
    before, after = page.before(index), page.after(index)
    if before in PRONOUNS:
        return False
    if page.next_gap(index) == " (" or before in MEETING:
        return True
    if token.opens and after in {"at", "from"}:
        return True
    if after in PRONOUNS - {"never", "always", "still"}:
        return False
    if after in wordlist("verbs"):
        return True
    return before in ROUGH_BEFORE and not (before == "with" and token.has(Fact.EVERYDAY))


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
    for match in DOTTED_LOWER.finditer(page.text):
        if re.sub(r"[\s.]", "", match[0]) not in LATIN:
            yield _person(*match.span(), "initials")
    yield from _alone_on_a_line(page)
    for index, token in enumerate(page.tokens):
        if (
            len(token.text) == 1
            and token.capital
            and token.text not in page.roles
            and not token.agreed
            and _is_initial(page, index, token)
        ):
            yield _person(token.start, token.end, "an initial")
        elif token.shouted and 1 < len(token.text) < 4 and _is_pair(page, index, token):
            yield _person(token.start, token.end, "initials that do or are something")


def _alone_on_a_line(page: Page) -> Iterator[Span]:
    """RT - supervision, 3 May; and, at its foot, R. Bishop."""
    for match in SIGNED.finditer(page.text):
        yield _person(*match.span(), "an initial and a surname, alone on a line")
    for token in page.tokens[:1]:
        if HEADED.match(page.text) and not token.explained and not token.agreed:
            yield _person(token.start, token.end, "initials at the head of a note")


def _is_initial(page: Page, index: int, token: Token) -> bool:
    text, before = page.text, page.before(index)
    if token.text == "I" or (token.text in YES_OR_NO and token.gap.startswith(":")):
        return False
    if not INITIAL.fullmatch(text, token.start, token.end + 2 * token.possessive):
        return False
    if not INITIAL.match(text, token.start):
        return False
    if (
        before in LETTERED
        and not token.gap.strip()
        and not (before in TITLES and token.text not in AGREED_LETTERS)
    ):
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
    if token.explained or (token.has(Fact.WORD) and not token.possessive):
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


def in_signals(page: Page) -> Iterator[Span]:
    """Sierra Alpha Romeo Alpha Hotel."""
    first = 0
    for index, token in enumerate([*page.tokens, None]):
        if token is not None and token.key in SPELLING and not token.agreed:
            continue
        if index - first > 2:
            start, end = page.tokens[first].start, page.tokens[index - 1].end
            yield _person(start, end, "a name, letter by letter")
        first = index + 1


def _person(start: int, end: int, reason: str) -> Span:
    return Span(start, end, Label.PERSON, Tier.MUST_GO, reason)
