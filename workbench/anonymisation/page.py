"""A text as the recognisers read it: words with what is known about each. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.wordlists import cues, wordlist

WORD = re.compile(r"[^\W\d_]+(?:['’‘`\-‐‑][^\W\d_]+)*")
CONTRACTION = re.compile(
    r"(?:i|you|he|she|it|we|they|that|there|what|who|how|where|here|let)'(?:m|s|ve|d|"
    r"ll|re)|\w+n't"
)
SENTENCE_END = re.compile(r"[.!?…:;|•*]|\n|\s[-–—]\s*$|^\s*[-–—>]\s")
TITLES = cues("titles")
ABBREVIATED = TITLES | {"st"}
MONTHS = cues("months")
NAME = Fact.FIRST_NAME | Fact.SURNAME
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
    explained: bool = False
    agreed: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals throughout."""
        return len(self.text) > 1 and self.text.isupper()

    def has(self, fact: int) -> bool:
        """Whether any of these facts holds."""
        return bool(self.facts & fact)

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
    rough: bool = field(init=False)

    def __post_init__(self) -> None:
        """Read the words, then mark what explains them."""
        self.tokens = list(_tokens(self.text))
        self.rough = _is_rough(self.tokens)
        _explain(self)

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
            facts = _facts_of_parts(key)
        opens = not last or _opens(gap, previous)
        last, previous = start + len(bare), key
        yield Token(bare, key, start, last, facts, gap, opens, len(bare) < len(word))


def _without_possessive(word: str) -> str:
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’‘`":
        return word[:-2]
    return word


def _facts_of_parts(key: str) -> int:
    """What is known about a hyphenated word from its parts: Anne-Marie, not self-critical."""
    if "-" not in key:
        return int(Fact.WORD) if CONTRACTION.fullmatch(key) else 0
    facts = [gazetteer().of(part) for part in key.split("-")]
    if all(fact & Fact.WORD for fact in facts):
        return int(Fact.WORD)
    if any(fact & Fact.COMMON for fact in facts):
        return int(Fact.WORD)
    together = 0
    for fact in facts:
        together |= fact
    return together & ~int(Fact.WORD)


def _opens(gap: str, previous: str) -> bool:
    """Whether the word after a gap begins a sentence, a line or a quotation."""
    if gap == " ":
        return False
    if gap.startswith(".") and "\n" not in gap and (previous in ABBREVIATED or len(previous) == 1):
        return False
    if SENTENCE_END.search(gap):
        return True
    return gap.strip() in {'"', "“", "‘", "'", ',"', ', "', ", “", ",“", ", ‘", ", '"}


def _is_rough(tokens: list[Token]) -> bool:
    openings = [token for token in tokens if token.opens]
    capitals = sum(token.capital for token in openings)
    return len(tokens) > 3 and capitals < ROUGH * len(openings)


def _explain(page: Page) -> None:
    """Mark the words that the field, everyday life or an agreement accounts for."""
    vocabulary, authors = wordlist("vocabulary"), wordlist("first_theorists")
    for index, token in enumerate(page.tokens):
        if token.key in vocabulary:
            token.explained = token.shouted or not _is_short_for_a_name(token)
        elif token.key in authors:
            token.explained = page.before(index) not in {"mr", "mrs", "ms", "miss"}
    _mark_phrases(page)
    _mark_agreed(page)
    _mark_cited(page)
    _mark_eponyms(page)
    _mark_saints(page)


def _is_short_for_a_name(token: Token) -> bool:
    """Pip and Cat are people, though PIP is a benefit and CAT a therapy."""
    if not token.capital or token.has(Fact.EVERYDAY) or len(token.key) > 4:
        return False
    return token.has(Fact.FIRST_NAME)


def _mark_phrases(page: Page) -> None:
    phrases = _phrases(wordlist("phrases"))
    tokens = page.tokens
    for index, token in enumerate(tokens):
        for phrase in phrases.get(token.key, ()):
            if token.capital and _keys(tokens, index, len(phrase)) == phrase:
                for each in tokens[index : index + len(phrase)]:
                    each.explained = True


def _mark_agreed(page: Page) -> None:
    phrases = _phrases(folded(" ".join(WORD.findall(name))) for name in page.agreed)
    tokens = page.tokens
    for index, token in enumerate(tokens):
        for phrase in phrases.get(token.key, ()):
            if _keys(tokens, index, len(phrase)) == phrase:
                for each in tokens[index : index + len(phrase)]:
                    each.explained = each.agreed = True


def _phrases(names: "Iterator[str] | frozenset[str]") -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(name.split())
        if words:
            found.setdefault(words[0], []).append(words)
    return found


def _keys(tokens: list[Token], index: int, length: int) -> tuple[str, ...]:
    return tuple(token.key for token in tokens[index : index + length])


CITED = re.compile(
    r"\s*,?\s*\(?(?:18|19|20)\d\d[a-z]?\b|\s+et\s+al|'s (?:theor|model|concept|idea|"
    r"work|notion|term|account|paper|chapter|book|view|writing|phrase|essay|lecture)"
)
EPONYM_HEADS = cues("eponym_heads")


#: How far one author may stand from another: "of Bion and of Klein".
REACH = 12


def _mark_cited(page: Page) -> None:
    """A surname that authors of the field share with anybody counts only where it is cited."""
    authors = wordlist("theorists")
    cited = [t for t in page.tokens if t.key in authors and t.capital and not t.agreed]
    for first, second in pairwise(cited):
        if second.start - first.end < REACH and (
            first.explained or second.explained
        ):  # "X, Y and Z"
            first.explained = second.explained = True
    for token in cited:
        if CITED.match(page.text, token.end):
            token.explained = True
    for second, first in pairwise(reversed(cited)):
        if second.start - first.end < REACH and second.explained:
            first.explained = True


def _mark_eponyms(page: Page) -> None:
    """Hamilton in "the Hamilton scale" is no patient."""
    for index, token in enumerate(page.tokens):
        if token.key in EPONYM_HEADS and not token.opens:
            for back in (1, 2, 3):
                at = index - back
                if at < 0 or not _lends_its_name(page.tokens[at], token, page.tokens[at + 1]):
                    break
                page.tokens[at].explained = True


def _lends_its_name(token: Token, head: Token, following: Token) -> bool:
    """Whether a capital belongs to a scale or an illness: not in "Mark's position"."""
    if not token.capital or following.opens or following.gap.strip(" -’'"):
        return False
    return head.capital or not (token.possessive or token.has(Fact.FIRST_NAME))


def _mark_saints(page: Page) -> None:
    """St Mary's is a place: the saint is nobody's patient."""
    for saint, name in pairwise(page.tokens):
        if saint.text == "St" and name.capital and name.gap in {" ", ". "}:
            saint.explained = name.explained = True
