"""One suggestion for each person of a text, the same in every place. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from workbench.anonymisation.gazetteer import folded
from workbench.anonymisation.model import Label, Span
from workbench.anonymisation.page import TITLES, WORD, Page
from workbench.anonymisation.wordlists import cues

#: First names of many kinds, none with the same beginning.
SUGGESTED = (
    "Alex", "Blake", "Casey", "Darcy", "Eden", "Fraser", "Gale", "Harper", "Imani", "Jules",
    "Kerry", "Logan", "Morgan", "Noa", "Oakley", "Parker", "Quinn", "Riley", "Sasha", "Toni",
    "Uma", "Vesper", "Wynne", "Xen", "Yael", "Zuri",
)  # fmt: skip


NO_NAMES = TITLES | cues("kin_titles") | cues("before_titles")
#: From so many letters a name may be shortened, and be misspelt by one letter or two.
SHORT, MISSPELT, LONG = 3, 5, 8
ALL_USED = "[name removed]"


@dataclass(slots=True)
class Somebody:
    """One person of a text, as far as the names tell."""

    pseudonym: str
    first: str
    words: set[str] = field(default_factory=set)

    def is_called(self, words: list[str]) -> bool:
        """Whether a name may be this person's: sisters who share a surname are two."""
        if len(words) == 1 or len(words[0]) == 1:
            return words[-1] in self.words
        alone = len(self.words) == 1
        same = _is_one_name(words[0], self.first)
        return same and (alone or not self.words.isdisjoint(words[1:]))

    def is_nearly(self, word: str) -> bool:
        """Whether a word is short for a name of this person, or misspelt by a letter."""
        return any(_is_one_name(word, each) for each in self.words)


def with_pseudonyms(page: Page, spans: Iterable[Span]) -> list[Span]:
    """The spans, each name of a person with a pseudonym that shares no initial with it."""
    known: list[Somebody] = []
    present = {token.key for token in page.tokens}
    spare = [name for name in SUGGESTED if folded(name) not in present]
    return [_named(page, span, known, spare) for span in spans]


def _named(page: Page, span: Span, known: list[Somebody], spare: list[str]) -> Span:
    if span.label is not Label.PERSON:
        return span
    words = _words(page.text[span.start : span.end])
    somebody = _recognised(words, known)
    if somebody is None:
        somebody = Somebody(_spare(words, spare), words[0])
        known.append(somebody)
    somebody.words.update(words)
    return replace(span, replacement=somebody.pseudonym)


def _words(name: str) -> list[str]:
    """The words of a name without titles; the whole where it is nothing else."""
    found = [folded(word.removesuffix("'s").removesuffix("’s")) for word in WORD.findall(name)]
    return [word for word in found if word not in NO_NAMES] or found or [name]


def _recognised(words: list[str], known: list[Somebody]) -> Somebody | None:
    """Who of those that were named before this is."""
    for somebody in known:
        if somebody.is_called(words):
            return somebody
    if len(words) > 1:
        return None
    return next((somebody for somebody in known if somebody.is_nearly(words[0])), None)


def _is_one_name(one: str, other: str) -> bool:
    """Gem and Gemma, Catherine and Katherine."""
    shorter, longer = sorted((one, other), key=len)
    if shorter == longer or (len(shorter) >= SHORT and longer.startswith(shorter)):
        return True
    slips = 2 if len(shorter) >= LONG else 1
    return len(shorter) >= MISSPELT and OSA.distance(one, other) <= slips


def _spare(words: list[str], spare: list[str]) -> str:
    """The next pseudonym without an initial of the name; a plain word when all are used."""
    for name in spare:
        if not any(word.startswith(name[0].lower()) for word in words):
            spare.remove(name)
            return name
    return ALL_USED
