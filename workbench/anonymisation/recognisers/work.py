"""What somebody does for a living. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.anonymisation.clauses import to_edge
from workbench.anonymisation.gazetteer import Fact, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.wordlists import cues, known_phrases, wordlist

ARTICLES = cues("articles")
STOPS = cues("stops")
PLAIN = cues("plain")
UNTELLING = STOPS | ARTICLES | PLAIN | cues("untelling")
COMMON_ROLES = cues("common_roles")
THEIR = cues("articles") - {"a", "an"}
SAID_TO_BE = frozenset(
    {"is", "was", "as", "became", "becoming", "be", "being", "also", "now", "am", "are", "were"}
    | {"been", "for", "still", "once", "formerly"}
)
#: After these a trade is a likeness: "like a judge", "as if I were the receptionist".
LIKENED = frozenset({"like", "than", "though", "if", "at", "not", "sort", "any"})
#: Whom somebody lives with is not anybody: "married a nurse".
LED_TO = frozenset({"married", "marry", "marrying", "with", "and", "years", "job", "once"})
#: What people are for one another in a session, and few for a living.
FIGURATIVE = frozenset({"host", "judge", "referee", "king", "queen", "prince", "clown", "guard"})
IS = frozenset({"is", "was", "am", "now", "he's", "she's", "hes", "shes", "been"})
PLACED = frozenset({"at", "in", "with", "for", "on", "to", "from"})
PLURALS = (
    ("women", "woman"), ("men", "man"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", ""),
)  # fmt: skip
TAIL = re.compile(
    r" (?:to|of|at|for|in|on) (?:an?|the) (?!time|same|end|moment|session|room)[a-zA-Z]|"
    r" (?:at|for|with) (?!me|him|her|them|us|you|it|a|all|the|years|now|once|six|two|"
    r"three)[a-zA-Z]|"
    r" who (?!is |was |had |has )"
)
BECOMING = frozenset({"become", "became", "made", "qualified"})
FORMERLY = cues("formerly")
#: PE teacher, HR manager: a narrowing of two letters.
LONGER = 4


def jobs(page: Page) -> Iterator[Span]:
    """Work, with the words that narrow it: a lighthouse engineer."""
    several = known_phrases("trades", "callings", "crafts")
    for index, token in enumerate(page.tokens):
        if _is_work(page, index, token):
            first, told = _modifiers(page, index)
            weak = {token.key, singular(token.key)} & wordlist("weak_trades")
            if (told or not weak) and not _is_likened(page, first):
                yield _job(page.tokens[first].start, _with_tail(page, token.end))
        if token.key in several:
            yield from _by_several_words(page, index, several[token.key])


def _with_tail(page: Page, end: int) -> int:
    """The end of what says whose, where or for whom the work is: "to a bishop"."""
    return to_edge(page.text, end) if TAIL.match(page.text, end) else end


def _by_several_words(page: Page, index: int, phrases: list[tuple[str, ...]]) -> Iterator[Span]:
    """Work that only several words tell, or what is done: a dinner lady, bus driving."""
    for phrase in phrases:
        tokens = page.tokens[index : index + len(phrase)]
        if len(tokens) == len(phrase) and (len(phrase) > 1 or phrase[0] in wordlist("crafts")):
            keys = (*(token.key for token in tokens[:-1]), singular(tokens[-1].key))
            written = (*keys[:-1], tokens[-1].key)
            if phrase in {keys, written} and not tokens[0].agreed and not _is_likened(page, index):
                first, _ = _modifiers(page, index)
                yield _job(page.tokens[first].start, _with_tail(page, tokens[-1].end))


@cache
def named_work() -> frozenset[str]:
    """Every word for somebody at work that a list has, and its plural."""
    one = wordlist("trades", "callings", "weak_trades")
    return one | {
        word.removesuffix(ending) + plural for word in one for plural, ending in PLURALS
        if word.endswith(ending)
    }  # fmt: skip


def singular(word: str) -> str:
    """One of those whom a plural names: seamen, postmistresses, ladies."""
    if word[-1:] not in {"s", "n"}:
        return word
    for ending, instead in PLURALS:
        if word.endswith(ending) and len(word) > LONGER:
            return word.removesuffix(ending) + instead
    return word


def _is_work(page: Page, index: int, token: Token) -> bool:
    """Whether a word names a trade here; with a capital it may be a surname."""
    if token.agreed:
        return False
    if not token.has(Fact.TRADE):
        if token.key.startswith("ex-") and gazetteer().of(token.key[3:]) & Fact.TRADE:
            return True
        return token.key in named_work() and (not token.capital or token.opens)
    if not token.capital or (token.opens and not token.has(Fact.SURNAME)) or page.rough:
        return True
    return page.before(index) in ARTICLES | {"is", "was"}


def _modifiers(page: Page, index: int) -> tuple[int, bool]:
    """The first word that narrows a trade, and whether the passage says that somebody has it."""
    first = index
    while first > max(0, index - 3) and _narrows(page, first - 1):
        first -= 1
    before = page.before(first)
    if _is_a_whole_piece(page, first, index):
        return first, page.tokens[index].key not in wordlist("clinic")
    told = _is_told_alone if first == index else _is_told
    return first, told(page, first, index) or _describes(before)


def _is_likened(page: Page, first: int) -> bool:
    before, further = page.before(first), page.before(first, 2)
    if before not in ARTICLES:
        return before in LIKENED
    return further in LIKENED or (further == "were" and page.before(first, 4) in LIKENED)


def _is_told(page: Page, first: int, index: int) -> bool:
    """Whether a trade with what narrows it is somebody's: "a lighthouse engineer"."""
    before = page.before(first)
    if _is_anybodys(page, first, index, before):
        return False
    return before in ARTICLES | PLAIN | SAID_TO_BE | {""}


def _is_told_alone(page: Page, first: int, _index: int) -> bool:
    before = page.before(first)
    if page.tokens[first].key in FIGURATIVE or (
        page.before(first, 2) == "with" and page.tokens[first].key in wordlist("clinic")
    ):
        return False
    if before in {"a", "an", "the"}:
        return _is_stated(page, first - 1, page.before(first, 2), before)
    return before in BECOMING | FORMERLY or _says_is(page, first)


def _is_a_whole_piece(page: Page, first: int, index: int) -> bool:
    """Whether the words for a trade are all that stands between two commas: ", home carer,"."""
    gap, after = page.tokens[first].gap.rstrip(" "), page.next_gap(index)
    begins = gap.endswith((",", "-", "–", "(")) or (page.tokens[first].opens and first < index)
    placed = first < index and after == " " and page.after(index) in PLACED
    return begins and (placed or after.startswith((",", ".", ";", "\n", ")")))


def _says_is(page: Page, index: int) -> bool:
    """In notes without articles: "dad was bosun", "he's sous at"."""
    before = page.tokens[index - 1] if index else None
    if before is None or page.tokens[index].opens or before.opens:
        return False
    return before.key in IS or before.key.endswith(("'s", "'m"))


def _is_stated(page: Page, article: int, further: str, which: str) -> bool:
    """Whether somebody is said to be one: "mum was a nurse", "dad's a plumber", "Ann, a vet"."""
    if further in SAID_TO_BE or further.endswith(("'s", "'m", "'re")):
        return True
    if which != "the" and further in LED_TO:
        return True
    return "," in page.tokens[article].gap or (article > 0 and page.tokens[article - 1].possessive)


def _is_anybodys(page: Page, first: int, index: int, before: str) -> bool:
    """Her support worker, the line manager: those whom everybody has."""
    narrowing = {page.tokens[at].key for at in range(first, index)}
    if page.tokens[index].key in wordlist("clinic"):
        return narrowing <= COMMON_ROLES | wordlist("generic")
    return narrowing <= COMMON_ROLES and before in THEIR


def _describes(before: str) -> bool:
    return before.endswith(("old", "-born")) or before in wordlist("peoples")


def _narrows(page: Page, index: int) -> bool:
    token, following = page.tokens[index], page.tokens[index + 1]
    if following.opens or following.gap not in {" ", "-", "'s ", "’s ", "' ", "’ "}:
        return False
    if token.key in FORMERLY or (token.shouted and len(token.text) < LONGER):
        return True
    if token.capital or token.explained or token.key in UNTELLING:
        return False
    if token.key in wordlist("relations"):
        return page.before(index) in {"a", "an"}
    return not token.key.endswith(("ly", "old"))


def _job(start: int, end: int, replacement: str = "person in similar work") -> Span:
    return Span(start, end, Label.JOB, Tier.LOOK, "what somebody does for a living", replacement)
