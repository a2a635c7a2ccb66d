"""Marks the words that the field, everyday life or an agreement accounts for. Pure."""

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.anonymisation.gazetteer import Fact, folded
from workbench.anonymisation.wordlists import cues, known_phrases, phrases_of, wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.anonymisation.page import Token

#: A text in which these letters are said to do something has them for therapist and patient.
ROLES = frozenset("TP")
PATIENTS = frozenset({"pt", "pts", "pt's"})
HISTORIES = frozenset({"FH", "FHx", "FHX"})
CITED = re.compile(
    r"\s*,?\s*\(?(?:18|19|20)\d\d[a-z]?\b|\s+et\s+al|['’]s (?!Mum|Dad|Mother|Father|GP)[A-Z]|"
    r"\s+on\s+(?:the|a|an|[\w-]+(?:ing|tion|ment|ness|ity|ism|ence|ance)s?|reverie|envy|mourning|loss|"
    r"grief|shame|guilt|love|hate|time-limited|technique|projective|internal|silence|play|dreams|"
    r"phantasy|fantasy|endings)\b|"
    r"\s+would (?:say|have said|call|put|argue|remind|suggest)\b|"
    r"['’]s \((?:18|19|20)\d\d|,? in terms of\b|['’]s (?:[a-z-]+ ){0,2}(?:theor|model|concept|idea|"
    r"work|notion|term|account|paper|chapter|book|view|writing|phrase|essay|lecture|alpha|kappa|"
    r"d\b|law|cycle|retreat|defence|envy|contain|third|capacity|frame|stance|distinction|formulation|"
    r"technique|triangle|fault|object|position|dead mother|squiggle|hierarchy|"
    r"poem|poetry|novel|play|line|sonnet)"
)
CONTRACTION = re.compile(
    r"(?:i|you|he|she|it|we|they|that|there|what|who|how|where|here|let)'(?:m|s|ve|d|"
    r"ll|re)|\w+n't"
)
EPONYM_HEADS = cues("eponym_heads")
#: How far one author may stand from another: "of Bion and of Klein".
REACH = 12
#: How far from an author who is cited another may stand: "Green? Britton? Someone said Benjamin."
COMPANY = 40
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? $")
WORDS = re.compile(r"[^\W\d_]+(?:['’‘`\-‐‑][^\W\d_]+)*")


def explain(text: str, tokens: "Sequence[Token]", agreed: frozenset[str]) -> None:
    """Mark each word that something accounts for."""
    vocabulary, authors = wordlist("vocabulary"), wordlist("first_theorists", "figures")
    titled = {"mr", "mrs", "ms", "miss"}
    previous = ""
    for token in tokens:
        if token.key in vocabulary:
            token.explained = token.shouted or not _is_short_for_a_name(token)
        elif token.key in authors:
            token.explained = token.opens or previous not in titled
        elif "-" in token.key or "'" in token.key:
            token.explained = _is_explained_in_parts(token, vocabulary)
        previous = token.key
    _mark_phrases(tokens)
    _mark_agreed(tokens, agreed)
    _mark_cited(text, tokens)
    _mark_eponyms(tokens)
    _mark_saints(tokens)


def _is_explained_in_parts(token: "Token", vocabulary: frozenset[str]) -> bool:
    """HADS-D, Self-Other, I'll: every part is a word of the field or a letter."""
    if CONTRACTION.fullmatch(token.key):
        return True
    first, *others = token.key.split("-")
    return first in vocabulary and all(part in vocabulary or len(part) == 1 for part in others)


def roles_of(tokens: "Sequence[Token]") -> frozenset[str]:
    """The single letters that stand for the two in the room, where a text uses both."""
    told = Counter(
        token.text if token.text in ROLES else "P"
        for token in tokens
        if token.text in ROLES or token.key in PATIENTS
    )
    if all(token.possessive for token in tokens if token.text == "T"):
        return frozenset()  # "T's mother": nobody tells of the therapist's only what they have
    both = len(told) == len(ROLES) and told.total() > len(ROLES)
    return ROLES if both else frozenset()


def kin_letters(tokens: "Iterable[Token]") -> frozenset[str]:
    """M and F after "FH": a mother and a father in a family history."""
    return frozenset("MF") if any(token.text in HISTORIES for token in tokens) else frozenset()


def _is_short_for_a_name(token: "Token") -> bool:
    """Pip and Cat are people, though PIP is a benefit and CAT a therapy."""
    if not token.capital or token.has(Fact.EVERYDAY) or len(token.key) > 4:
        return False
    return token.has(Fact.FIRST_NAME)


def _mark_phrases(tokens: "Sequence[Token]") -> None:
    phrases = known_phrases("phrases", "figures")
    for index, token in enumerate(tokens):
        for phrase in phrases.get(token.key, ()):
            if token.capital and _keys(tokens, index, len(phrase)) == phrase:
                for each in tokens[index : index + len(phrase)]:
                    each.explained = True


def _mark_agreed(tokens: "Sequence[Token]", agreed: frozenset[str]) -> None:
    phrases = phrases_of(folded(" ".join(WORDS.findall(name))) for name in agreed)
    for index, token in enumerate(tokens):
        for phrase in phrases.get(token.key, ()):
            if _keys(tokens, index, len(phrase)) == phrase:
                for each in tokens[index : index + len(phrase)]:
                    each.explained = each.agreed = True


def _keys(tokens: "Sequence[Token]", index: int, length: int) -> tuple[str, ...]:
    return tuple(token.key for token in tokens[index : index + length])


def _mark_cited(text: str, tokens: "Sequence[Token]") -> None:
    """A surname that authors of the field share with anybody counts only where it is cited."""
    authors = wordlist("theorists", "first_theorists")
    cited = [t for t in tokens if t.key in authors and t.capital and not t.agreed]
    for first, second in pairwise(cited):
        apart = first.key == second.key and second.opens  # "Dr Young. Young": no company
        if second.start - first.end < REACH and not apart:  # "X, Y and Z"
            first.explained = second.explained = True
    for token in cited:
        led = text[: token.start].endswith(("what ", "following ", "cf. ", "cf "))
        if led or CITED.match(text, token.end) or _is_in_brackets(text, token):
            token.explained = True
    _mark_company(text, cited)
    _mark_company(text, cited[::-1])


def _mark_company(text: str, cited: "Sequence[Token]") -> None:
    """Green and Benjamin near an author who is cited are cited too: one way through the text."""
    for known, token in pairwise(cited):
        apart = max(known.start, token.start) - min(known.end, token.end)
        if known.explained and apart < COMPANY and not _is_titled(text, token):
            token.explained = True


def _is_titled(text: str, token: "Token") -> bool:
    """Whether a title stands before a surname: nobody cites Mrs Green."""
    return bool(TITLED.search(text, max(0, token.start - 10), token.start))


def _is_in_brackets(text: str, token: "Token") -> bool:
    """Whether an author stands in brackets: object relations (Klein)."""
    after = text[token.end : token.end + 1]
    return text[: token.start].endswith(("(", "see ")) and after in {")", ",", ";"}


def _mark_eponyms(tokens: "Sequence[Token]") -> None:
    """Hamilton in "the Hamilton scale" is no patient."""
    for index, token in enumerate(tokens):
        if token.key in EPONYM_HEADS and not token.opens:
            for back in (1, 2, 3):
                at = index - back
                if at < 0 or not _lends_its_name(tokens[at], token, tokens[at + 1]):
                    break
                tokens[at].explained = True


def _lends_its_name(token: "Token", head: "Token", following: "Token") -> bool:
    """Whether a capital belongs to a scale or an illness: not in "Mark's position"."""
    if not token.capital or following.opens or following.gap.strip(" -’'"):
        return False
    return head.capital or not (token.possessive or token.has(Fact.FIRST_NAME))


def _mark_saints(tokens: "Sequence[Token]") -> None:
    """St Mary's is a place: the saint is nobody's patient."""
    for saint, name in pairwise(tokens):
        if saint.text == "St" and name.capital and name.gap in {" ", ". "}:
            saint.explained = name.explained = True
