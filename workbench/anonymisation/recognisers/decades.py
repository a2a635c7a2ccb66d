"""Ages told by the ten: in her fifties, a sixty-something, born in 1968. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.counting import TENS, N
from workbench.anonymisation.windows import near

DECADES = r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s)"
DECADE = re.compile(
    rf"\b(?:in (?:his|her|their|my|your) (?:early |mid-?\s?|late )?(?:teens|{DECADES})\b"
    rf"|(?:early|mid|late)[- ](?:teens|(?:twenties|thirties|forties)|[2-9]0s)\b"
    rf"|(?<=[,(] )(?:early|mid|late)[- ]{DECADES}|(?<=\()(?:early|mid|late)[- ]{DECADES}"
    rf"|{N}(?:st|nd|rd|th) birthday\b|(?:tenth|eighteenth|twenty-first|thirtieth|fortieth|"
    r"fiftieth|sixtieth|seventieth|eightieth) birthday\b"
    r"|(?:twenty|thirty|forty|fifty|sixty)[- ]?something\b"
    r"|[2-9]0s(?= (?:male|female|man|woman|lady|gentleman)\b)"
    r"|(?:quadra|quinqua|sexa|septua|octo|nona)genarian\b"
    r"|(?:in|into|teach(?:es)?|taught|from|of|started|repeat(?:ed|ing)?|excluded from) (?:year "
    r"(?:[1-9]|1[0-3]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?! of\b| on\b|"
    r" and\b)|"
    r"primary [1-7]|reception class|sixth form|upper sixth|lower sixth)\b"
    r"|born in (?:19|20)\d\d\b)",
)
ANCHOR = re.compile(
    r"birthday|ties\b|\d0s\b|genarian|something|teens\b|born in|year |primary|sixth|reception",
)
REACH = 30
YOUNGER = ((4, "very young"), (12, "of primary school age"), (19, "teenage"))
TENTHS = ("", "", *TENS.split("|"), "ninety")


def decades(text: str) -> Iterator[tuple[int, int]]:
    """Where ages are told by the ten, or by a birth."""
    lower = text.lower()
    read = lower if len(lower) == len(text) else text
    for first, last in near(read, ANCHOR, REACH):
        for match in DECADE.finditer(read, first, last):
            yield match.span()


def band(written: str) -> str:
    """An age as a band, in words that can stand in its place: a fifty-something."""
    low = written.lower()
    digits = re.search(r"\d+", low)
    ten = re.search(TENS, low)
    if "month" in low or "week" in low or "birthday" in low or not (digits or ten):
        return "of about that age"
    if ten:
        return f"{ten[0]}-something"
    years = int(digits[0]) if digits else 0
    for limit, band in YOUNGER:
        if years <= limit:
            return band
    return f"{TENTHS[min(years // 10, len(TENTHS) - 1)]}-something"
