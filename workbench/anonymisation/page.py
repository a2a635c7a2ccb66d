"""A text as the recognisers read it: words with what is known about each. Pure."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.anonymisation.explaining import CONTRACTION, explain, kin_letters, roles_of
from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.wordlists import cues

WORD = re.compile(r"[^\W\d_]+(?:['’‘`\-‐‑][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…:;|•*]|\n|\s[-–—]\s*$|^\s*[-–—>]\s")
TITLES = cues("titles")
ABBREVIATED = cues("abbreviated")
#: Words that begin a sentence even after "A&E.": no name begins with them.
OPENERS = cues("asked")
NAME = Fact.FIRST_NAME | Fact.SURNAME
BEGINS = re.compile(
    r"^(?:over|under|hyper|hypo|re|un|non|pre|post|self|counter|inter|intra|mis|dis|co|de|anti|meta|"
    r"micro|neuro|psycho|multi|sub|super|pseudo|semi|mini)-?"
)
ENDS = re.compile(
    r"(?:ness|ing|ings|ed|ly|i[sz](?:e|ed|es|ing|ation)|ation|able|less|like|ish|ism|ist|ists|ity|"
    r"ful|fulness|er|ers|est|y|ic|al|s|es)$"
)
CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
QUOTES = frozenset("\"“”‘’'")
#: A stem with fewer letters proves nothing: Overton, Underhill.
SHORTEST = 4
#: Below this share of sentences that open with a capital, a text is rough notes.
ROUGH = 0.4


@dataclass(slots=True)
class Token:
    """One word of a page, without a possessive ending."""

    text: str
    key: str
    start: int
    end: int
    facts: int
    gap: str
    opens: bool
    possessive: bool
    #: Whether it begins with a capital letter.
    capital: bool
    explained: bool = False
    agreed: bool = False

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals throughout."""
        return len(self.text) > 1 and self.text.isupper()

    def has(self, fact: int) -> bool:
        """Whether any of these facts holds."""
        return int.__and__(self.facts, fact) != 0  # as plain numbers: making flags is slow

    @property
    def only_a_name(self) -> bool:
        """A name that is no English word."""
        return self.has(NAME) and not self.has(Fact.WORD)

    @property
    def unknown(self) -> bool:
        """A word nobody has heard of."""
        return self.facts == 0


@dataclass(slots=True)
class Page:
    """A normalised text, its words, and which of them are explained by the field."""

    text: str
    agreed: frozenset[str] = frozenset()
    tokens: list[Token] = field(init=False)
    starts: list[int] = field(init=False)
    rough: bool = field(init=False)
    roles: frozenset[str] = field(init=False)
    #: Whether letters number the points of a list in it.
    lettered: bool = field(init=False)

    def __post_init__(self) -> None:
        """Read the words, then mark what explains them."""
        self.tokens = list(_tokens(self.text))
        self.starts = [token.start for token in self.tokens]
        self.rough = _is_rough(self.tokens)
        self.lettered = "\nB. " in self.text and "\nA. " in f"\n{self.text}"
        self.roles = roles_of(self.tokens) | kin_letters(self.tokens)
        explain(self.text, self.tokens, self.agreed)

    def between(self, start: int, end: int) -> list[Token]:
        """The words that begin between two places, the first of them included."""
        starts = self.starts
        return self.tokens[bisect_left(starts, start) : bisect_left(starts, end)]

    def before(self, index: int, steps: int = 1) -> str:
        """The word some steps before, folded; empty at the start or across a sentence's end."""
        at = index - steps
        if at < 0 or any(token.opens for token in self.tokens[at + 1 : index + 1]):
            return ""
        return self.tokens[at].key

    def after(self, index: int, steps: int = 1) -> str:
        """The word some steps after, folded; empty at the end or across a sentence's end."""
        at = index + steps
        if at >= len(self.tokens) or any(t.opens for t in self.tokens[index + 1 : at + 1]):
            return ""
        return self.tokens[at].key

    def next_gap(self, index: int) -> str:
        """What stands between a word and the next."""
        at = index + 1
        if at < len(self.tokens):
            return self.text[self.tokens[index].end : self.tokens[at].start]
        return self.text[self.tokens[index].end :]


def _tokens(text: str) -> Iterator[Token]:
    known = gazetteer().facts
    last, previous = 0, ""
    for match in WORD.finditer(text):
        word, start = match[0], match.start()
        gap = text[last:start]
        bare = _without_possessive(word)
        key = folded(bare)
        facts = known.get(key)
        if facts is None:
            facts = _facts_of_parts(key) or _facts_of_camel(bare)
        opens = not last or _opens(gap, previous, key)
        if opens and gap[-1:] in QUOTES and text[match.end() : match.end() + 1] in QUOTES:
            opens = bool(SENTENCE_END.search(gap))
        last, previous = start + len(bare), bare
        capital = bare[0].isupper()
        yield Token(bare, key, start, last, facts, gap, opens, len(bare) < len(word), capital)


def _without_possessive(word: str) -> str:
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’‘`":
        return word[:-2]
    return word


def _facts_of_parts(key: str) -> int:
    """What is known about a word from its parts: Anne-Marie, not self-critical or overcautious."""
    if "-" not in key:
        return int(Fact.WORD) if CONTRACTION.fullmatch(key) or _is_derived(key) else 0
    facts = [gazetteer().of(part) for part in key.split("-")]
    if all(fact & NAME and not fact & Fact.EVERYDAY for fact in facts) and not all(
        fact & Fact.WORD for fact in facts
    ):
        return int(Fact.FIRST_NAME | Fact.SURNAME)
    if all(fact & Fact.COMMON for fact in facts):
        return int(Fact.WORD | Fact.COMMON)
    if all(fact & Fact.WORD for fact in facts) or any(fact & Fact.COMMON for fact in facts):
        return int(Fact.WORD | Fact.COMMON)
    together = 0
    for fact in facts:
        together |= fact
    return together & ~int(Fact.WORD)


def _is_derived(key: str) -> bool:
    """Whether a word no list has is built from a common one: overfunctioning, unformulated."""
    of = gazetteer().of
    bare = BEGINS.sub("", key)
    stems = [bare] if bare != key else []
    ending = ENDS.search(bare)
    if ending and len(bare) > SHORTEST:
        stem = bare[: ending.start()]
        stems += [stem, f"{stem}e", f"{stem}y", stem[:-1]]
    return any(len(stem) > SHORTEST and of(stem) & Fact.COMMON for stem in stems)


def _facts_of_camel(word: str) -> int:
    """FamilyFirst, GPs: words run together, and abbreviations in the plural."""
    if word.islower() or word[1:].islower():
        return 0
    if word[:-1].isupper() and word.endswith("s"):
        return int(Fact.WORD | Fact.COMMON)
    parts = CAMEL.findall(word)
    if len(parts) > 1 and all(gazetteer().of(folded(part)) & Fact.WORD for part in parts):
        return int(Fact.WORD | Fact.COMMON)
    return 0


def _is_shortened(word: str) -> bool:
    """Whether a full stop after a word need not end a sentence: "Mrs.", "J."."""
    return folded(word) in ABBREVIATED or (len(word) == 1 and word.isupper())


def _opens(gap: str, previous: str, key: str) -> bool:
    """Whether the word after a gap begins a sentence, a line or a quotation."""
    if gap == " ":
        return False
    if gap.startswith(".") and "\n" not in gap and _is_shortened(previous) and key not in OPENERS:
        return False
    if SENTENCE_END.search(gap):
        return True
    return gap.strip() in {'"', "“", "‘", "'", ',"', ', "', ", “", ",“", ", ‘", ", '"}


def _is_rough(tokens: list[Token]) -> bool:
    openings = [token for token in tokens if token.opens]
    capitals = sum(token.capital for token in openings)
    return len(tokens) > 3 and capitals < ROUGH * len(openings)
