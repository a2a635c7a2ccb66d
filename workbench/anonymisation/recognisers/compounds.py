"""Plain nouns that the word before makes one of their kind: the quad bike accident. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbench.anonymisation.clauses import to_edge
from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.wordlists import cues, wordlist

ARTICLES = cues("articles")
THE = frozenset({"the", "that"})
#: Where something was: told after a happening, this makes it one that a place remembers.
PLACING = frozenset({"at", "on", "in", "near", "outside", "off", "under", "below", "down", "by"})
#: Where somebody lives or stands: over the takeaway, opposite the bingo.
VICINITY = frozenset({
    "over", "above", "opposite", "opp", "behind", "beside", "near", "outside", "below", "under",
    "by", "round", "past",
})  # fmt: skip
#: After a happening these tell which: "the vigil against", "the accident that".
TELLING = PLACING | {"that", "when", "where", "against", "over", "involving"}
BESIDE = frozenset({"by", "outside", "opposite", "behind", "near", "beside", "opp"})
EVENT = "an event that others may have heard of"
HAUNT = "where people work, learn, meet or pray"
SIGHT = "what everybody there can see, or goes to"
#: How many words may narrow a noun: "the old fish dock".
FURTHEST = 3
VERBS_TOO = frozenset({"works", "shops", "plants", "stores", "mills"})
#: A lower-case word with fewer letters is rather a slip than a name.
LONGER = 3
#: After "the fire" or "the crash" these make it something that every building or person has.
FITTINGS = cues("fittings")


@dataclass(frozen=True, slots=True)
class Kind:
    """A list of nouns, and what makes one of them a detail."""

    words: str
    label: Label
    reason: str
    alone: frozenset[str] | None = None
    bare: bool = True
    named: bool = False
    placed: bool = False
    onwards: bool = False


#: The first list that has a noun decides. None of `alone`: never without a word that narrows it;
#: not `bare`: in lower case only with an article before, for many are verbs too; `named`: only
#: after a name, which need not have its capital.
KINDS = (
    Kind("haunts", Label.ORGANISATION, HAUNT, alone=frozenset()),
    Kind("happenings", Label.EVENT, EVENT, alone=THE, placed=True, onwards=True),
    Kind("workplaces", Label.ORGANISATION, HAUNT),
    Kind("gatherings", Label.EVENT, EVENT, bare=False),
    Kind("landmarks", Label.PLACE, SIGHT, bare=False),
    Kind("place_heads", Label.PLACE, "a place", named=True),
    Kind("weak_happenings", Label.EVENT, EVENT, bare=False, placed=True, onwards=True),
)


@cache
def heads() -> dict[str, list[tuple[tuple[str, ...], Kind]]]:
    """The nouns of all kinds, in words, by their first word; the longest first."""
    kinds = {noun: kind for kind in reversed(KINDS) for noun in wordlist(kind.words)}
    found: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for noun in sorted(kinds, key=len, reverse=True):
        words = tuple(word.removesuffix("'s") for word in noun.split())
        found.setdefault(words[0], []).append((words, kinds[noun]))
    return found


@cache
def untelling() -> frozenset[str]:
    """Words that narrow no noun behind them."""
    return (
        cues("untelling") | cues("everywhere") | cues("stops") | cues("plain") | cues("pronouns")
        | wordlist("verbs", "relations", "generic")
    )  # fmt: skip


def compounds(page: Page) -> Iterator[Span]:
    """The kebab shop, the tripe stall, the street fair, the cladding fire two blocks along."""
    known = heads()
    for index, token in enumerate(page.tokens):
        for words, kind in known.get(token.key, ()):
            last = index + len(words) - 1
            if _follow(page, index, words):
                first = narrowed_from(page, index)
                told = _tells_alone if first == index else _tells
                if told(page, first, index, last, kind):
                    yield _span(page, first, last, kind)
                break


def _follow(page: Page, index: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand here, one after another."""
    tokens = page.tokens[index : index + len(words)]
    if tuple(token.key for token in tokens) != words or any(each.agreed for each in tokens):
        return False
    return all(each.gap in {" ", "-"} for each in tokens[1:])


def narrowed_from(page: Page, index: int) -> int:
    """The first of the nouns and names before a noun that say which one; the noun where none do."""
    first = index
    while first > max(0, index - FURTHEST) and _narrows(page.tokens[first - 1], page.tokens[first]):
        first -= 1
    return first


def _narrows(token: Token, following: Token) -> bool:
    if following.opens or following.gap not in {" ", "-", "'s ", "’s ", "' ", "’ "} or token.agreed:
        return False
    if token.capital and (token.opens or token.explained):
        return False
    if token.key in untelling() or len(token.key) < 3:
        return token.shouted and not token.explained
    return not token.key.endswith(("ly", "old", "n't"))


def _is_name(token: Token) -> bool:
    """Whether a word before a noun is a name: Whipps Cross, walthamstow marshes."""
    return token.capital or (len(token.key) > LONGER and not token.has(Fact.WORD))


def _tells(page: Page, first: int, index: int, last: int, kind: Kind) -> bool:
    """Whether a noun with what narrows it is one of a kind."""
    if page.after(last) in FITTINGS:
        return False
    if page.tokens[index].key in VERBS_TOO and page.before(first) not in ARTICLES:
        return False  # her sister Bernadette works nights
    if any(_is_name(token) for token in page.tokens[first:index]):
        return True
    if kind.named:
        return False
    if page.tokens[index - 1].key.endswith("s") and page.tokens[index].gap == " ":
        return kind.bare
    return kind.bare or page.before(first) in (THE if kind.reason == SIGHT else ARTICLES)


def _tells_alone(page: Page, _first: int, index: int, last: int, kind: Kind) -> bool:
    if page.after(last) in FITTINGS:
        return False
    if page.before(index) == "the" and page.before(index, 2) in VICINITY and kind.reason == HAUNT:
        return True
    if kind.alone is not None and (not kind.alone or page.before(index) in kind.alone):
        return True
    if page.before(index) not in THE:
        return False
    if kind.placed:
        return page.after(last) in TELLING
    return not kind.named and _stands_somewhere(page, last)


def _stands_somewhere(page: Page, last: int) -> bool:
    """The stall by the bus station; the garage on the ring road."""
    if page.after(last) in BESIDE:
        return page.after(last, 2) in ARTICLES
    if page.after(last) not in {"on", "at", "in"}:
        return False
    further = page.tokens[last + 2 : last + 3]
    return bool(further) and (
        further[0].key == "the" or (further[0].capital and not further[0].explained)
    )


def _span(page: Page, first: int, last: int, kind: Kind) -> Span:
    start, end = page.tokens[first].start, page.tokens[last].end
    if page.before(first) in ARTICLES and page.tokens[first].gap == " ":
        start = page.tokens[first - 1].start
    if kind.onwards or page.after(last) in PLACING:
        end = to_edge(page.text, end)
    return Span(start, end, kind.label, Tier.LOOK, kind.reason)
