"""Flagged once is flagged in every form: possessive, first name, lower case, misspelt. Pure."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import TITLES, WORD, Page, Token
from workbench.anonymisation.recognisers.introduced import IN_BRACKETS
from workbench.anonymisation.recognisers.people import acts
from workbench.anonymisation.recognisers.titles import LED_BY
from workbench.anonymisation.wordlists import cues, wordlist

#: Shorter names are too like other words to look for misspellings of them.
SPELLING, LONG = 5, 8
INSIDE = 4
LONG_WORD = re.compile(r"\w{6,80}")
SHORT, LONGEST = 3, 20
#: In notes, "will to read the letter" begins with a person, "will read it" does not.
BEGUN_WITH = frozenset({"to", "has", "had", "is", "was", "says", "said", "asked", "thinks"})
#: What is written together with marks between: the name of a file, of an account.
COMPOUND = re.compile(r"(?<!\w)(?=\w{0,40}[_.])\w+(?:[_.-]\w+)+")
PARTS = re.compile(r"[\W\d_]+")
OFFICES, ASKED = cues("offices"), cues("asked")
PERSON_VERBS = cues("tells") | cues("person_verbs")
PREDICATES = cues("predicates")


def propagated(page: Page, spans: Iterable[Span]) -> Iterator[Span]:
    """More spans: every other form of the names among these."""
    people = [s for s in spans if s.label is Label.PERSON and s.tier is Tier.MUST_GO]
    yield from _same_initials(page, people)
    names, ordinary = _names(page, people)
    if not names and not ordinary:
        return
    starts = set(_beginnings(names | ordinary))
    for index, token in enumerate(page.tokens):
        if token.agreed:
            continue
        shortened = token.key in starts and _is_short_for(page, index)
        if shortened or _is_form_of(page, index, names, ordinary):
            yield _again(token.start, token.end)
    yield from _inside_other_words(page, names)
    yield from _in_file_names(page, names | ordinary)
    yield from _written_small(page, people)


def _names(page: Page, spans: list[Span]) -> tuple[set[str], set[str]]:
    """The words of all names: those that are nothing else, and those that are also English."""
    names: set[str] = set()
    ordinary: set[str] = set()
    facts = {token.key: token for token in page.tokens}
    facts = {**{part: token for key, token in facts.items() for part in key.split("-")}, **facts}
    heads = wordlist("org_heads", "generic") | OFFICES
    for span in spans:
        for word in _words_and_parts(page, span):
            key = folded(word.removesuffix("'s").removesuffix("’s"))
            token = facts.get(key)
            if token is None or len(key) < 3 or key in TITLES:
                continue
            if token.explained and (token.agreed or not _is_surname_here(page, span, token)):
                continue
            known = token.facts if key == token.key else gazetteer().of(key)
            if not known & Fact.WORD or (known & Fact.FIRST_NAME and not known & Fact.COMMON):
                names.add(key)
            elif span.reason == LED_BY or key not in heads:
                ordinary.add(key)
    return names, ordinary


def _is_surname_here(page: Page, span: Span, token: Token) -> bool:
    """Whether a word of the field is a surname: Mrs Best, Jamie Best, the consultant (Best)."""
    if not token.has(Fact.SURNAME):
        return False
    alone = page.text[span.start : span.end].casefold() == token.key
    return not alone or span.reason in {LED_BY, IN_BRACKETS}


def _beginnings(names: set[str]) -> Iterator[str]:
    """What the names may be shortened to."""
    for name in names:
        for length in range(SHORT, min(len(name), LONGEST)):
            yield name[:length]


def _same_initials(page: Page, people: list[Span]) -> Iterator[Span]:
    """JS, wherever it stands, when it stands for somebody once."""
    told = (page.text[span.start : span.end].removesuffix("'s") for span in people)
    pairs = {re.sub(r"[.\s]", "", each) if "." in each else each for each in told}
    pairs = {pair for pair in pairs if 1 < len(pair) < INSIDE and pair.isupper()}
    for token in page.tokens:
        if token.text in pairs and not token.agreed:
            yield _again(token.start, token.end)


def _is_form_of(page: Page, index: int, names: set[str], ordinary: set[str]) -> bool:
    token = page.tokens[index]
    if token.key in names or token.key.removesuffix("s") in names:
        return True
    if token.key in ordinary and token.capital and token.explained:
        verbs = wordlist("verbs") | PERSON_VERBS
        return not token.opens or (page.next_gap(index) == " " and page.after(index) in verbs)
    if token.key in ordinary and token.capital:
        named = token.has(Fact.FIRST_NAME) and page.after(index) not in ASKED
        surely = not token.opens or named or not token.has(Fact.COMMON)
        return surely or acts(page, index, page.after(index)) or _predicates(page, index)
    if page.rough and token.only_a_name and _is_pet_form(token.key, names):
        return True
    if page.rough and not token.has(Fact.EVERYDAY):
        return token.key in ordinary or token.key.removesuffix("s") in ordinary
    return bool(not token.facts and not token.explained and _is_misspelt(token.key, names))


def _predicates(page: Page, index: int) -> bool:
    """Whether the word after one that is a name elsewhere is a verb or leads to one."""
    after = page.after(index)
    if page.next_gap(index).startswith((".", "!", "?", ";", " -", " –")):
        return page.tokens[index].gap.count("\n") == 0
    if page.next_gap(index) != " " or not after:
        return False
    return after in PERSON_VERBS or after in PREDICATES or after.endswith(("ed", "s", "ly"))


def _is_short_for(page: Page, index: int) -> bool:
    """Gem for Gemma, jord for Jordan: the beginning of a name, if it is no word here."""
    token = page.tokens[index]
    if token.explained or token.has(Fact.EVERYDAY):
        return False
    if token.unknown or token.only_a_name:
        return True
    return (token.capital or page.rough) and acts(page, index, page.after(index))


def _is_pet_form(key: str, names: set[str]) -> bool:
    """Tomek beside tomasz: a name that begins as one of the text does."""
    return len(key) > SHORT and any(name.startswith(key[:SHORT]) for name in names)


def _is_misspelt(key: str, names: set[str]) -> bool:
    if len(key) < SPELLING or not names:
        return False
    slips = 2 if len(key) >= LONG else 1
    return process.extractOne(key, names, scorer=OSA.distance, score_cutoff=slips) is not None


def _inside_other_words(page: Page, names: set[str]) -> Iterator[Span]:
    """leannesmum, #teamleanne, leanne_2: a name within a longer word."""
    long = sorted(name for name in names if len(name) > INSIDE)
    if not long:
        return
    pattern = re.compile("|".join(map(re.escape, long)))
    lower = page.text.lower()
    if len(lower) != len(page.text):
        return
    for match in LONG_WORD.finditer(lower):
        if pattern.search(match[0]):
            yield _again(*match.span())


def _in_file_names(page: Page, names: set[str]) -> Iterator[Span]:
    """bird_m_session5.mp3, where Mrs Bird is known."""
    for match in COMPOUND.finditer(page.text):
        if names.intersection(PARTS.split(match[0].lower())):
            yield _again(*match.span())


def _written_small(page: Page, people: list[Span]) -> Iterator[Span]:
    """A name that its writer gives no capital once has none elsewhere either: "her mick"."""
    small = {page.text[span.start : span.end] for span in people}
    small = {word for word in small if len(word) > SHORT and word.isalpha() and word.islower()}
    capital = {word.casefold() for span in people for word in _words(page, span)}
    for index, token in enumerate(page.tokens):
        if token.text in capital and token.opens and page.after(index) in BEGUN_WITH - {"to"}:
            yield _again(token.start, token.end)
        if token.text not in small or token.agreed:
            continue
        if not token.has(Fact.EVERYDAY) or (token.opens and page.after(index) in BEGUN_WITH):
            yield _again(token.start, token.end)


def _words_and_parts(page: Page, span: Span) -> list[str]:
    """The words of a name, and the parts of those with a hyphen: kelly-anne, kelly, anne."""
    words = _words(page, span)
    return words + [part for word in words if "-" in word for part in word.split("-")]


def _words(page: Page, span: Span) -> list[str]:
    return WORD.findall(page.text[span.start : span.end])


def _again(start: int, end: int) -> Span:
    return Span(
        start, end, Label.PERSON, Tier.MUST_GO, "a form of a name found elsewhere in the text"
    )
