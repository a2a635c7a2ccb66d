"""Days, months with their year, and years. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
YEAR = r"(?:(?:1[789]|20)\d\d|['’]\d\d)"
DAYS = rf"{DAY}(?:\s?(?:,|-|–|/|and|to|or)\s?(?:on )?{DAY}){{0,4}}"
FULL = re.compile(
    rf"\b{DAYS}(?:\s(?:of\s)?|[-./])?{MONTH},?(?:\s|[-./])?{YEAR}\b"
    rf"|\b{MONTH}\s{DAY},?\s{YEAR}\b"
    r"|(?<![\w./-])[0-3]?\d(?P<a>[./-])[01]?\d(?P=a)(?:(?:19|20)?\d\d)(?![\w/])"
    r"|(?<![\w./-])(?:19|20)\d\d(?P<b>[./-])[01]?\d(?P=b)[0-3]?\d(?!\d)"
    r"(?:[ T]\d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?)?",
    re.IGNORECASE,
)
PART = re.compile(
    rf"\b{DAY}\s(?:of\s)?{MONTH}(?!\s?{DAY}\b)|\b{MONTH}\s{DAY}(?:\s?(?:-|–|and|"
    rf"to)\s?{DAY})?(?![\d:])\b"
    rf"|\b{MONTH}(?:\s?(?:-|–|/|and|to)\s?{MONTH})?,?\s(?:of\s)?{YEAR}\b",
    re.IGNORECASE,
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes|s)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
NUMBERED_DAY = re.compile(
    rf"\b{WEEKDAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b|\bon the \d{{1,2}}(?:st|nd|rd|"
    rf"th)\b(?! (?:session|meeting|week|floor|day|occasion|anniversary|birthday|"
    rf"attempt|page))",
    re.IGNORECASE,
)
FEAST = (
    r"(?:christmas(?: (?:eve|day))?|boxing day|easter(?: (?:sunday|monday))?|new "
    r"year(?:['’]s (?:eve|day))?|halloween|bonfire night|spring|summer|autumn|winter|"
    r"eid|diwali|ramadan)"
)
YEARS = re.compile(
    rf"\b(?:{FEAST}(?: of|,)? )?(?<![\w£$€.,/-])(?:1[89]\d\d|"
    rf"20[0-4]\d)(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?(?![\w%,/]\d|\d|\s?(?:mg|ml|words|"
    rf"calories|kcal|people|hours|steps|pounds|miles|metres)\b|[-\w])",
    re.IGNORECASE,
)
DECADE = re.compile(
    r"\b(?:the )?(?:early |mid-?|late )?(?:19|20)\d0s\b|\bthe (?:early |mid-? ?|late "
    r")?(?:fifties|sixties|seventies|eighties|nineties)\b",
    re.IGNORECASE,
)
CITATION = re.compile(r"(?:et al\.?|[A-Z][\w’'-]+|&|and)[\s,(]{0,3}$")
ACT = re.compile(r"\b(?:Act|Regulations|Order|edition|Framework|Code|Convention)\s?\(?$")
SEASONS = ("winter", "winter", "spring", "spring", "spring", "summer", "summer", "summer",
           "autumn", "autumn", "autumn", "winter")  # fmt: skip


def dates(page: Page) -> Iterator[Span]:
    """Full dates must go; parts of dates and years are to be looked at."""
    text = page.text
    for match in FULL.finditer(text):
        reason = "an exact date"
        yield Span(*match.span(), Label.DATE, Tier.MUST_GO, reason, _season(match[0]))
    for match in (*PART.finditer(text), *NUMBERED_DAY.finditer(text)):
        if _is_day_of_month(match[0]):
            reason = "a day, or a month with its year"
            yield Span(*match.span(), Label.DATE, Tier.LOOK, reason, _season(match[0]))
    for match in DECADE.finditer(text):
        yield Span(*match.span(), Label.DATE, Tier.LOOK, "a decade", "some time ago")
    for match in YEARS.finditer(text):
        if not _is_cited(text, match):
            yield Span(*match.span(), Label.DATE, Tier.LOOK, "a year", _decade(match[0]))


def _is_day_of_month(written: str) -> bool:
    """Not "may 5" in lower case, which is a verb as often as a month."""
    return not (written.startswith("may ") and written[4:5].isdigit())


def _is_cited(text: str, match: re.Match[str]) -> bool:
    """Whether a year belongs to a book, a theory or a law."""
    before = text[max(0, match.start() - 40) : match.start()]
    if ACT.search(before):
        return True
    after = text[match.end() : match.end() + 1]
    in_brackets = after in {")", ";", ":"} and ("(" in before or ";" in before)
    return in_brackets and bool(CITATION.search(before))


def _season(written: str) -> str:
    """The season of a date, as words that can stand in its place."""
    found = re.search(r"[a-z]{3,}", written.lower())
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    if found and found[0][:3] in names:
        return f"a day in {SEASONS[names.index(found[0][:3])]}"
    return "around that time"


def _decade(written: str) -> str:
    """The decade of a year, as words that can stand in its place."""
    found = re.search(r"(1[789]|20)\d\d", written)
    if not found:
        return "around that time"
    year = int(found[0])
    part = ("early", "mid", "late")[min(year % 10 // 3, 2)]
    return f"the {part} {year // 10 * 10}s"
