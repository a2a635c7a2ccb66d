"""Letters that stand for people: J.M., R's mother, JS. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import TITLES, Page, Token
from workbench.anonymisation.wordlists import cues, wordlist

DOTTED = re.compile(
    r"(?<![\w.])(?:(?:[A-Z]\.\s?){2,4}(?:[A-Z](?!\w))?|[A-Z]\.[A-Z]-[A-Z]\.?(?!\w))"
)
INITIAL = re.compile(r"(?<![\w.'’/&+-])[A-Z](?:['’]s\b)?(?![\w/&+’'-]|\.[\w])")
DOTTED_WORDS = cues("dotted_words")
#: "SW - sup 14/5": whoever a note is about.
SIGNED = re.compile(r"^(?:[A-Z]\. ?){1,3}[A-Z][a-z'’-]+$", re.MULTILINE)
#: GP = patient: a letter pair that a text explains, whatever it stands for elsewhere.
DEFINED = re.compile(
    r"\b([A-Z]{2,3}) ?= ?(?:the |my |his |her )?(?:patient|client|pt|supervisee|husband|wife|"
    r"partner|mother|father|mum|dad|son|daughter|brother|sister|friend)\b"
)
CASE = re.compile(
    r"\b(?:[Cc]ase|[Cc]lient|[Pp]atient|[Pp]t) ?\d{0,2} ?(?:=|:|[-–—]) ?([A-Z]{2,3})\b"
)
SIGNED_BY = re.compile(r"\b[Ss]igned:? ([A-Z]{2,3})\b")
SIGNS = re.compile(r"(?:[–—-] |\b[Ss]igned:? [A-Z]{2,3} ?/ ?)([A-Z]{2,3})(?=\]| ?/|  |\n|$)")
#: What makes somebody of letters that stand for a title or a place: Mr G.P., signed M.A.
SOMEBODYS = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|[Ss]igned|[Pp]atient|[Cc]lient|[Rr]e)[.:]? )$")
#: Wish, response of the other, response of the self: the letters of a method.
METHOD = frozenset({"ro", "rs"})
EXPLAINED = "initials that the text explains or quotes, or that sign it"
SEXED = re.compile(r"\d,? ?$")
QUOTED = re.compile(r"(?<=[\"“])([A-Z])\.(?=[\"”])|(?<=[\"“‘'])([D-HJ-NR-SU-WYZ])(?=[\"”’'])")
HEADED = re.compile(r"[A-Z]{2,3}(?: [-–—] ?|[–—])[a-z\d]")
LETTERED = cues("lettered")
DISCUSSED = frozenset({"discussed", "met", "saw", "seen", "client", "patient"})
AGREED_LETTERS = frozenset("ABCXYZ")
TITLED_LETTER = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev)\.? ([ABCYZ])(?![\w/&+’'-]|\.\w)")
DOTTED_LOWER = re.compile(r"(?<![\w.])[a-z]\.\s?[a-z]\.(?!\s?[a-z]\.|\w)")
ROMAN = frozenset("IVX")
YES_OR_NO = frozenset("YN")
LATIN = frozenset(
    ["eg", "ie", "ak", "am", "pm", "ps", "nb", "ca", "qv", "cf", "op", "pa", "ad", "bc"]
)
SPEAKERS = frozenset("TPCQAS")
#: What lines of a scheme or of a talk begin with: self, other, affect; a mother, a father.
#: What somebody says, not what a heading is of.
SPEECH = re.compile(r" ?: ?[\"“]")
HEADED_BY = re.compile(r" [-–—] [A-Z][a-z]|\. ?\d")
HEADINGS = frozenset("ABCDFIMOPQST")
#: Whoever speaks so often is somebody.
TURNS = 2


def initials(page: Page) -> Iterator[Span]:
    """J.M., and a single capital that stands for a person."""
    yield from _with_full_stops(page)
    yield from _alone_on_a_line(page)
    yield from _named_by_a_letter(page)
    for index, token in enumerate(page.tokens):
        if token.agreed or not token.capital:
            continue
        if len(token.text) == 1 and token.text not in page.roles:
            if _is_initial(page, index, token):
                yield _person(token.start, token.end, "an initial")
        elif token.shouted and 1 < len(token.text) < 4 and _is_pair(page, index, token):
            yield _person(token.start, token.end, "initials that do or are something")


def _with_full_stops(page: Page) -> Iterator[Span]:
    method = METHOD if "R.O." in page.text and "R.S." in page.text else frozenset()
    for pattern, ordinary in ((DOTTED, DOTTED_WORDS | method), (DOTTED_LOWER, LATIN)):
        for match in pattern.finditer(page.text):
            written = match[0].rstrip()
            somebodys = SOMEBODYS.search(page.text, max(0, match.start() - 10), match.start())
            if somebodys or re.sub(r"[\s.]", "", written).lower() not in ordinary:
                yield _person(match.start(), match.start() + len(written), "initials")
    for pattern in (QUOTED, DEFINED, SIGNED_BY, CASE, SIGNS):
        for match in pattern.finditer(page.text):
            letters = match[match.lastindex or 0]
            word = pattern in {CASE, SIGNS} and letters.lower() in wordlist("vocabulary")
            if letters not in page.agreed and not word:
                yield _person(*match.span(match.lastindex or 0), EXPLAINED)


def _alone_on_a_line(page: Page) -> Iterator[Span]:
    """RT - supervision, 3 May; and, at its foot, R. Bishop."""
    for match in SIGNED.finditer(page.text):
        if page.lettered:
            break  # these are the points of a list
        yield _person(*match.span(), "an initial and a surname, alone on a line")
    for token in page.tokens[:1]:
        if HEADED.match(page.text) and not token.explained and not token.agreed:
            yield _person(token.start, token.end, "initials at the head of a note")


def _is_initial(page: Page, index: int, token: Token) -> bool:
    if token.text in {"I", "X"} or (token.text in YES_OR_NO and token.gap[:1] in {":", "?", "="}):
        return False
    if token.text in "MF" and SEXED.search(page.text, max(0, token.start - 4), token.start):
        return False
    if not INITIAL.match(page.text, token.start) or _is_lettered(page, index, token):
        return False
    if token.text == "A":
        return token.possessive or (page.text.startswith(".", token.end) and not token.opens)
    return not _heads_a_line(page, index, token)


def _is_lettered(page: Page, index: int, token: Token) -> bool:
    """Whether it names a thing, or a case as reports do: "type B", "Ms A"."""
    before = page.before(index)
    if before not in LETTERED or token.gap.strip():
        return False
    return before not in TITLES or token.text in AGREED_LETTERS


def _heads_a_line(page: Page, index: int, token: Token) -> bool:
    """Whether it is a point of a list, or one of the two in the room: "b) ...", "T: ..."."""
    line_start = page.text.rfind("\n", 0, token.start) + 1 == token.start
    after = page.text[token.end : token.end + 2].lstrip(" ")[:1]
    if line_start and HEADED_BY.match(page.text, token.end):
        return True
    if line_start and SPEECH.match(page.text, token.end) and token.text not in SPEAKERS:
        return False
    if line_start and after == ":" and token.text not in HEADINGS:
        return len(re.findall(rf"^{token.text} ?:", page.text, re.MULTILINE)) < TURNS
    if after == ":" and token.text not in HEADINGS | SPEAKERS and not line_start:
        return False
    if line_start and page.text.startswith(". ", token.end) and _is_a_point(page, token):
        return True
    known = line_start or token.text in SPEAKERS or page.before(index) == ""
    return after in {":", ")", "="} and known


def _is_a_point(page: Page, token: Token) -> bool:
    """Whether a letter numbers the points of a list: "V. The letter", "A. Self", "B. Other"."""
    return token.text in ROMAN or page.lettered


def _named_by_a_letter(page: Page) -> Iterator[Span]:
    """Mrs B: a disguise as often as the letter that her own name begins with."""
    for match in TITLED_LETTER.finditer(page.text):
        if match[1] not in page.agreed:
            reason = "a letter for a name: is it the letter that the name begins with?"
            yield Span(*match.span(1), Label.PERSON, Tier.LOOK, reason)


def _is_pair(page: Page, index: int, token: Token) -> bool:
    if token.agreed:
        return False
    if token.gap == " " and page.before(index) in DISCUSSED and not token.explained:
        return True
    if token.explained or (token.has(Fact.WORD) and not token.possessive):
        return False
    return (
        token.possessive
        or page.after(index) in wordlist("verbs")
        or page.before(index) in wordlist("relations")
    )


def _person(start: int, end: int, reason: str) -> Span:
    return Span(start, end, Label.PERSON, Tier.MUST_GO, reason)
