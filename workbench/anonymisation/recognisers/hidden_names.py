"""Names without a capital, and names that are spelled out. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, Page, Token
from workbench.anonymisation.wordlists import cues, wordlist

SPELLED = re.compile(
    r"(?<![\w.'’-])[^\W\d_](?:([-–.]| ?[-–.] |\s)[^\W\d_])(?:\1[^\W\d_]){1,20}(?![\w'’])"
)
#: What a caller says between the two halves of a name.
SAID_BETWEEN = re.compile(r",? (?:hyphen|dash|space|apostrophe|new word|then|and then),? ")
LETTER_BY_LETTER = "a name, letter by letter"
#: No English word begins so.
GAELIC = re.compile(r"(?:mc|o['’](?!clock)|fitz)[a-z]{4,}")
VERBS_IN_NAMES = cues("verbs_in_names")
#: Single letters that are words, or short for words, in rough notes.
NO_INITIAL = frozenset("aiuvwxrns")
LONGEST_ABBREVIATION = 3
POSSESSIVES = cues("articles") | {"pt", "pts", "pt's"}
NICKNAMED = frozenset({' / "', ' "', ' ("', " “", " (“", " / “"})
COMPANY = frozenset({"she", "he", "him", "her", "me", "them", "they"})
NEGATED = frozenset({"cant", "wont", "didnt", "doesnt", "isnt", "wasnt", "hasnt", "couldnt"})
PERSON_VERBS = cues("tells") | cues("person_verbs") | {"came", "left", "keeps", "got"}
#: Where Unicode has the letters of the Latin alphabet: most, and those of Vietnam.
LATIN = ("\u024f", ("\u1e00", "\u1eff"))
SPELLING, DOTTED_WORDS = cues("spelling"), cues("dotted_words")
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
        elif token.unknown and (_is_run_together(token) or GAELIC.match(token.key)):
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
    if _is_a_nickname(page, index, token) or _is_explained_after(page, index, token):
        return True
    if page.rough and _does(page, index, token):
        return True
    if token.only_a_name and token.has(Fact.FIRST_NAME):
        known = len(token.key) > LONGEST_ABBREVIATION or token.key in wordlist("first_names")
        return known or _is_related(page, index)
    if page.rough and token.has(Fact.FIRST_NAME) and not token.has(Fact.EVERYDAY):
        return _is_told_of(page, index, token)
    if page.rough and token.key in wordlist("weak_names"):
        return _is_somebody(page, index, token)
    return _is_related(page, index) and _can_be_related(page, index, token)


def _is_explained_after(page: Page, index: int, token: Token) -> bool:
    """What follows says who it is: "pascoe (landlord)", "will = the partner", "gethy bach"."""
    after, gap = page.after(index), page.next_gap(index)
    if after in {"bach", "fach"}:
        return not token.has(Fact.EVERYDAY)
    if gap == " = ":
        relation = page.after(index, 2) if after in POSSESSIVES else after
        return relation in wordlist("kin") and (token.has(NAME) or token.unknown)
    told = wordlist("kin", "trades", "weak_trades")
    return gap == " (" and after in told and token.has(NAME) and not token.has(Fact.COMMON)


def _is_a_nickname(page: Page, index: int, token: Token) -> bool:
    """A word in quotation marks right after a name: jaswinder / "jazz"."""
    before = page.tokens[index - 1] if index else token
    named = before.has(Fact.FIRST_NAME) and not before.has(Fact.EVERYDAY)
    return named and token.gap in NICKNAMED and page.text[token.end : token.end + 1] in {'"', "”"}


def _does(page: Page, index: int, token: Token) -> bool:
    """In rough notes, a first name of any kind that does what people do: "trace wants him"."""
    if not token.has(Fact.FIRST_NAME) or page.next_gap(index) != " ":
        return False
    with_somebody = page.before(index) == "and" and page.before(index, 2) in COMPANY
    denied = page.after(index) in NEGATED
    told = page.before(index) in {"me", "that"} and page.before(index, 2) in cues("tells")
    if told and page.after(index) in wordlist("verbs"):
        return token.key not in {"will", "may"}
    return with_somebody or denied or (token.opens and page.after(index) in PERSON_VERBS)


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


def spelled_out(page: Page) -> Iterator[Span]:
    """S-A-R-A-H, s a r a h, L-Y-N hyphen K-A-Y."""
    start, end = 0, 0
    for match in SPELLED.finditer(page.text):
        if not _is_a_name_in_letters(match):
            continue
        if end and SAID_BETWEEN.fullmatch(page.text, end, match.start()):
            end = match.end()
            continue
        if end:
            yield _person(start, end, LETTER_BY_LETTER)
        start, end = match.span()
    if end:
        yield _person(start, end, LETTER_BY_LETTER)


def _is_a_name_in_letters(match: re.Match[str]) -> bool:
    letters = re.sub(r"[\W_]", "", match[0])
    named = letters.isupper() or gazetteer().of(folded(letters)) & NAME
    if match[1].isspace() and not named:
        return False
    return not set(letters.upper()) <= set("ABC") and letters.lower() not in DOTTED_WORDS


def in_other_letters(page: Page) -> Iterator[Span]:
    """A word in letters that English does not have: whoever writes one writes a name."""
    for token in page.tokens:
        if not _is_latin(token.text[0]) and len(token.text) > 1 and not token.agreed:
            yield _person(token.start, token.end, "a word in other letters")


def _is_latin(letter: str) -> bool:
    most, (first, last) = LATIN
    return letter <= most or first <= letter <= last


def in_signals(page: Page) -> Iterator[Span]:
    """Sierra Alpha Romeo Alpha Hotel."""
    first = 0
    for index, token in enumerate([*page.tokens, None]):
        if token is not None and token.key in SPELLING and not token.agreed:
            continue
        if index - first > 2:
            start, end = page.tokens[first].start, page.tokens[index - 1].end
            yield _person(start, end, LETTER_BY_LETTER)
        first = index + 1


def _person(start: int, end: int, reason: str) -> Span:
    return Span(start, end, Label.PERSON, Tier.MUST_GO, reason)
