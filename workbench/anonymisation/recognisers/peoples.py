"""Who somebody is, in a word: people, faith, tongue, colour. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.wordlists import cues, known_phrases, wordlist

PEOPLE_NEXT = (
    r"(?:[- ](?:man|woman|boy|girl|origin|descent|heritage|background|national|"
    r"speaker|speaking|family|parents|community|immigrant|refugee))?"
)
ETHNIC = re.compile(
    rf"\b(?:(?:[Ww]hite|[Bb]lack|[Mm]ixed|[Aa]sian|[Ss]outh Asian|[Ee]ast "
    rf"Asian)[- ](?:British|English|European|African|Caribbean|Irish|American|race|"
    rf"heritage|Asian|Welsh|Scottish|[Oo]ther|and (?:Black|Asian|White)(?: "
    rf"\w+)?)\b{PEOPLE_NEXT}"
    r"|(?:mixed[- ]race|mixed[- ]heritage|dual[- ]heritage|[Bb]iracial)\b|"
    r"\bBritish[- ][A-Z][a-z]+\b|[A-Z][a-z]+[- ]British\b"
    r"|(?<=[a-z,] )(?:Black|White)\b(?! [A-Z])"
    r"|(?:asylum[- ]seekers?|refugees?|[Tt]raveller (?:family|community|man|woman|"
    r"girl|boy)|Gypsy|undocumented)\b"
    r"|(?:gay|lesbian|bisexual|transgender|non-binary|intersex|trans(?! fats?)(?: (?:man|woman|"
    r"boy|girl|masc|femme))?|queer)\b"
    r"|(?:deaf|blind|wheelchair|albin\w+|amputee|dwarfism)\b(?! (?:ear|eye|spot|"
    r"date|alley|to|faith|rage|panic|bound)))",
)
#: Two words for one people, with or without their capitals.
OF_TWO_WORDS = re.compile(
    r"\b(?:sri lankan|south african|west african|east african|north african|hong kong|"
    r"saudi arabian|"
    r"new zealander|northern irish|sierra leonean|costa rican|puerto rican|cape verdean|"
    r"st lucian|latin american|middle eastern|south asian|central asian|hong kong chinese|"
    r"church of (?:england|scotland|ireland|wales)|free church|wee free|free presbyterian|plymouth "
    r"brethren|exclusive brethren|jehovah['’]?s witness(?:es)?|seventh[- ]day adventists?|"
    r"latter[- ]day saints?|hare krishna|born[- ]again|greek orthodox|russian orthodox)\b"
)
#: What somebody says of skin: a wall or a mood may be black too.
COLOUR = re.compile(
    r"\b(?:I|he|she|they|you|we|who|both|therapist|patient|client|pt|mum|dad|mother|father|being|"
    r"as a|"
    r"am|['’]s|['’]m|['’]re)(?: am| is| are| was| were| feel| felt| feeling)? "
    r"(?:very |so |also |both |the only |another )?(?P<colour>[Ww]hite|[Bb]lack|[Bb]rown)"
    r"(?=[.,;:)?!]| (?:and|but|too|in a|to|therapist|woman|women|man|men|girl|boy|person|people)\b)"
)
TRAVELLERS = re.compile(
    r"\b(?:is|are|were|was|from|of|an?|irish|romany|the) (?P<who>(?:new age |irish |romany )?"
    r"(?:travellers?|gyps(?:y|ies)|roma))\b(?! (?:cheque|lodge|site))"
)
#: Things and habits bear these names too, and in lower case nothing tells them apart.
PLAIN = cues("plain_peoples")
THINGS = cues("things")


def peoples(page: Page) -> Iterator[Span]:
    """Nationality, people, faith, tongue, and what else sorts people."""
    seen = known_phrases("observances", "visible")
    for index, token in enumerate(page.tokens):
        if _is_of_a_people(token) and page.after(index) not in THINGS and not token.agreed:
            yield _people(token.start, token.end, "a people, faith or tongue")
        if token.key in seen:
            yield from _observed(page, index, seen[token.key])
    for match in ETHNIC.finditer(page.text):
        yield _people(*match.span(), "a group that somebody belongs to")
    for match in COLOUR.finditer(page.text):
        yield _people(*match.span("colour"), "a group that somebody belongs to")
    lower = page.text.lower()
    read = lower if len(lower) == len(page.text) else page.text
    for match in OF_TWO_WORDS.finditer(read):
        yield _people(*match.span(), "a people, faith or tongue")
    for match in TRAVELLERS.finditer(read):
        yield _people(*match.span("who"), "a people, faith or tongue")


def _is_of_a_people(token: Token) -> bool:
    """Whether a word is Welsh, welsh or Yoruba; not the polish for the table."""
    listed = wordlist("peoples")
    key = token.key
    if not (key in listed or key.removesuffix("s") in listed or _last_part(key) in listed):
        return False
    return token.capital or (token.key not in PLAIN)


def _last_part(key: str) -> str:
    """The end of a word of several parts: Greek-Cypriot."""
    return key.rpartition("-")[2] if "-" in key else ""


def _observed(page: Page, index: int, phrases: list[tuple[str, ...]]) -> Iterator[Span]:
    """The turban, the guide dog: what tells a faith without naming it, and what everybody sees."""
    for phrase in phrases:
        tokens = page.tokens[index : index + len(phrase)]
        if tuple(token.key for token in tokens) == phrase and not tokens[0].agreed:
            yield _people(tokens[0].start, tokens[-1].end, "what everybody sees of somebody")


def _people(start: int, end: int, reason: str) -> Span:
    return Span(start, end, Label.PEOPLE, Tier.LOOK, reason)
