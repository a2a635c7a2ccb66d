"""Names that only what stands around them gives away, whatever the word is. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, TITLES, Page, Token
from workbench.anonymisation.recognisers.people import AGED_AFTER
from workbench.anonymisation.recognisers.runs import in_heading
from workbench.anonymisation.wordlists import cues, wordlist

NOBODY = (
    TITLES
    | cues("pronouns")
    | cues("nobody")
    | cues("kin_titles")
    | cues("everybodys")
    | cues("months")
    | cues("weekdays")
    | cues("stops")
    | cues("asked")
    | wordlist("relations", "org_heads", "generic", "peoples", "trades", "weak_trades", "verbs")
)
GREETINGS = frozenset({"dear", "hi", "hello", "hiya", "hey"})
NOBODY_GREETED = frozenset(
    {
        "all",
        "both",
        "everyone",
        "team",
        "colleague",
        "colleagues",
        "friend",
        "doctor",
        "sir",
        "madam",
        "counsellor",
        "therapist",
        "reader",
    }
)
CALLING = frozenset({"call", "calls", "called", "calling", "name", "named", "naming", "nicknamed"})
CLOSING = re.compile(
    r"(?:wishes|regards|sincerely|faithfully|truly|love|yours|thanks|cheers|care|from|affection|"
    r"respect|warmly|you|always),?\s*\n\s*$",
    re.IGNORECASE,
)
#: What may follow a name in the line with which somebody signs: the first letter of another.
QUOTED = re.compile(r"(?:\W?[\"“]_[\"”].?)|(?:\W?‘_’\W?)", re.DOTALL)
ALONE = re.compile(r"(?: [A-Z]\b)?[ .x]*", re.IGNORECASE)
SURNAME = re.compile(r"surname,? ?[:=]?[\"“‘]? ?$", re.IGNORECASE)
LABEL = re.compile(
    r"(?:\b(?:née|nee|alias|formerly known as)|\ba\.?k\.?a\.?) $|"
    r"\b(?:(?:full |first |last |given |preferred |patient |client |pet )?(?:sur|fore|nick)?"
    r"name[sd]?(?: used(?: in this report)?)?|(?:case|client|patient|pt) ?\d{1,2}|"
    r"pref(?:erred)?|known as|a\.?k\.?a\.?|n\.?o\.?k\.?|next of kin)"
    r"(?:\s?[:=]| [-–—]|, |\s(?:is|was)|['’]s)\s*$",
    re.IGNORECASE,
)
PRONOUNS_AFTER = re.compile(r" \((?:she|he|they|ze|aged \d|\d{1,2} ?(?:y/o|yrs?)\b)")
AGE_AFTER = re.compile(r" \(\d{1,2}\)")
OLD_AFTER = re.compile(
    r" (?:is|was) (?:now )?(?:an? )?(?:\d{1,2}|[a-z]+(?:ty|teen)?(?:-[a-z]+)?)[- ]years?[- ]old"
)
RELATED_AFTER = re.compile(
    r", (?:who|whom|whose|(?:his|her|my|their|our|the) (?:\w+ )?(?:wife|husband|mother|father|mum|"
    r"dad|son|daughter|brother|sister|partner|friend|twin|boyfriend|girlfriend|baby|dog|cat|aunt|"
    r"uncle|"
    r"nan|gran|cousin|eldest|youngest|carer|boss|manager|neighbour|ex)\b)"
)
KIN_AFTER = re.compile(
    rf"(?: is| was|[’']s| =) (?:(?:the|his|her|my|their|our|your|pt['’]?s) )?"
    rf"(?:(?:\w+er|\w+est|twin|half|step|"
    rf"late|ex)[- ])?(?:{'|'.join(sorted(wordlist('kin')))})\b"
)
SOMEBODY_AFTER = re.compile(
    r"(?: is| was) an? (?:[\w-]+ ){0,2}"
    r"(?:woman|man|person|boy|girl|patient|client|lady|lad|gentleman)\b"
)
FAMILY_AFTER = re.compile(
    r" (?:family|children|household|boys|girls|twins|brothers|sisters|kids|clan|siblings|"
    r"daughters?|sons?|girl|boy|lads?)\b"
)
DOUBTLESS = (PRONOUNS_AFTER, OLD_AFTER, KIN_AFTER, SOMEBODY_AFTER)
ARTICLES = cues("articles")
PERSON_VERBS = cues("tells") | cues("person_verbs")
MEETING = cues("meeting") - {"and", "by", "with", "from", "see", "ask"} | {"tell", "gave"}
#: Beginnings of sentences that a comma follows.
LEADING = re.compile(r"(?:ly|wards|wise|less|ing|ed|while|more|ever|over|ally)$")
ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|[ae]nce|ity|ism|ics|ship|hood|apy|sis)s?$")
REASON = "a word that stands where a name stands"
IN_BRACKETS = "a word in brackets that says who somebody is"
#: How far before a word its label may begin.
REACH = 40


def introduced(page: Page) -> Iterator[Span]:
    """Treacle lives above the shop; call her Bear; Wolf, his wife; with best wishes, Noble."""
    for index, token in enumerate(page.tokens):
        if _could_be_somebody(page, token) and (
            _is_named(page, index) or _is_treated_so(page, index)
        ):
            why = IN_BRACKETS if _is_in_brackets(page, index) else REASON
            yield Span(token.start, token.end, Label.PERSON, Tier.MUST_GO, why)


def _could_be_somebody(page: Page, token: Token) -> bool:
    if not token.capital or token.agreed or len(token.text) < 2:
        return False
    if token.has(Fact.SURNAME) and SURNAME.search(page.text, max(0, token.start - 12), token.start):
        return True
    if _is_cried(page, token):
        return True
    return not token.has(Fact.TRADE) and token.key not in NOBODY


def _is_named(page: Page, index: int) -> bool:
    """What leaves no doubt, be the word as common as it may."""
    token = page.tokens[index]
    before = page.before(index)
    if before in GREETINGS and page.tokens[index - 1].opens:
        return token.key not in NOBODY_GREETED and not token.shouted
    if (
        _is_quoted_name(page, token)
        or _is_cried(page, token)
        or _is_in_brackets(page, index)
        or _is_hailed(page, index)
        or _is_filed(page, index)
    ):
        return True
    if token.has(NAME) and _is_of_a_family(page, token, before):
        return True
    if _is_called(page, index) or _is_labelled(page, token):
        return not token.shouted
    return not token.explained and (_is_told_to_be(page, index, before) or _signs(page, token))


def _is_told_to_be(page: Page, index: int, before: str) -> bool:
    """What stands around it says that it is somebody: "Wing is the brother", "the Best family"."""
    token = page.tokens[index]
    if any(pattern.match(page.text, token.end) for pattern in DOUBTLESS):
        return True
    back = 2 if before == "the" else 1  # they called you the Hawk
    whom, calling = page.before(index, back), page.before(index, back + 1)
    called = whom in {"her", "him", "them", "me", "you"} and calling in CALLING
    return called or (before == "call" and not token.opens)


def _is_of_a_family(page: Page, token: Token, before: str) -> bool:
    """Best, her manager; the Best children."""
    if RELATED_AFTER.match(page.text, token.end):
        return not token.shouted
    return before == "the" and bool(FAMILY_AFTER.match(page.text, token.end))


def _is_called(page: Page, index: int) -> bool:
    """Whether somebody is said to be called so: "a lad called Best"."""
    if page.before(index) not in {"called", "named"} or page.tokens[index].opens:
        return False
    return page.before(index, 2) in wordlist("kin", "relations")


def _is_labelled(page: Page, token: Token) -> bool:
    """Whether a form or a sentence says that a name follows: "Preferred name: Bear"."""
    before = LABEL.search(page.text[max(0, token.start - REACH) : token.start])
    return bool(before) and (not token.explained or token.has(Fact.SURNAME))


def _is_in_brackets(page: Page, index: int) -> bool:
    """Whether a word alone in brackets says who somebody is: "the consultant (Best)"."""
    token = page.tokens[index]
    if token.gap != " (" or page.text[token.end : token.end + 1] not in {")", ","} or token.shouted:
        return False
    return token.has(NAME) and page.tokens[index - 1].key in wordlist(
        "relations", "weak_trades", "trades"
    )


def _is_quoted_name(page: Page, token: Token) -> bool:
    return token.has(Fact.FIRST_NAME) and is_quoted(page, token)


def _is_cried(page: Page, token: Token) -> bool:
    """Whether somebody calls it out: "Summer! It's your counsellor"."""
    cried = token.gap[-1:] in {'"', "“"} and page.text[token.end : token.end + 1] in {"!", ",", "?"}
    return cried and token.has(Fact.FIRST_NAME)


def is_quoted(page: Page, token: Token) -> bool:
    """Whether a word stands alone in quotation marks, as one that is talked about."""
    marks = page.text[max(0, token.start - 2) : token.start], page.text[token.end : token.end + 2]
    return bool(QUOTED.fullmatch("_".join(marks)))


def _is_hailed(page: Page, index: int) -> bool:
    """Whether a first name stands alone on its line before a comma, as a letter may begin."""
    token = page.tokens[index]
    start = page.text.rfind("\n", 0, token.start) + 1
    alone = start == token.start and page.text.startswith(",\n", token.end)
    return alone and token.has(Fact.FIRST_NAME)


def _is_filed(page: Page, index: int) -> bool:
    """Whether a surname in capitals stands before a first name: "BIRD, Jason"."""
    token, following = page.tokens[index], page.tokens[index + 1 : index + 2]
    if not (token.shouted and token.has(NAME) and following and following[0].gap == ", "):
        return False
    return following[0].capital and following[0].has(Fact.FIRST_NAME) and len(token.text) > 3


def _signs(page: Page, token: Token) -> bool:
    """Whether a word stands alone on a line after the end of a letter."""
    line = page.text[token.end : token.end + 8].split("\n")[0]
    return bool(ALONE.fullmatch(line)) and bool(
        CLOSING.search(page.text, max(0, token.start - REACH), token.start)
    )


def _is_treated_so(page: Page, index: int) -> bool:
    """Whether a word that is not of every day is treated as a person is."""
    token = page.tokens[index]
    if token.explained or token.shouted or token.has(Fact.EVERYDAY | Fact.PLACE):
        return False
    if LEADING.search(token.key) or ABSTRACT.search(token.key) or in_heading(page, index):
        return False
    return _is_told_of(page, token) or _acts(page, index, token)


def _is_told_of(page: Page, token: Token) -> bool:
    """Whether an age or a relation follows."""
    told = (AGE_AFTER, AGED_AFTER, RELATED_AFTER)
    return any(pattern.match(page.text, token.end) for pattern in told)


def _acts(page: Page, index: int, token: Token) -> bool:
    """Whether it does what people do, has what people have, or is met."""
    before, after, gap = page.before(index), page.after(index), page.next_gap(index)
    if after in PERSON_VERBS and gap == " ":
        return before not in ARTICLES
    if token.opens:
        return token.possessive and gap.startswith(("'s ", "’s "))
    return before in MEETING or (after == "who" and gap == " ")
