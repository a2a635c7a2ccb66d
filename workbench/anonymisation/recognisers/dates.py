"""Days, months with their year, and years. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.windows import DIGIT, near

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
YEAR = r"(?:(?:1[789]|20)\d\d|['’]\d\d)"
DAYS = rf"{DAY}(?:\s?(?:,|-|–|/|and|to|or)\s?(?:on )?{DAY}){{0,4}}"
WEEKDAY = r"(?:mon|tues?|wed(?:nes|s)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
NAMED = rf"(?:{WEEKDAY},? (?:the )?)?"
FULL = re.compile(
    rf"\b{NAMED}{DAYS}(?:\s(?:of\s)?|[-./])?{MONTH},?(?:\s|[-./])?{YEAR}\b"
    rf"|\b{MONTH}\s{DAY},?\s{YEAR}\b"
    r"|(?<![\w./-])[0-3]?\d(?P<a>[./-])[01]?\d(?P=a)(?:(?:19|20)?\d\d)(?![\w/])"
    r"|(?<![\w./-])(?:19|20)\d\d(?P<b>[./-])[01]?\d(?P=b)[0-3]?\d(?!\d)"
    r"(?:[ T]\d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?)?",
    re.IGNORECASE,
)
ORDINAL = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    r"tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
    r"nineteenth|twentieth|thirtieth"
)
BORN = re.compile(
    r"\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?)[ :=]{1,3}(?:the )?"
    rf"(?P<born>(?:{ORDINAL})(?: of)?(?: the)?(?: [a-z-]{{3,12}}){{1,5}})(?= full stop|[.,;)\n]|$)",
    re.IGNORECASE,
)
#: A day and a month in figures: more than twelve, or said to be a day.
BIRTHDAY = re.compile(
    r"\b(?:dob|d\.o\.b\.?|date of birth|birthday|born)(?: is| was| on|:| =)* "
    rf"(?P<day>\d{{1,2}}[/.-]\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?: \d\d)?)(?![\w/.-]\d)",
    re.IGNORECASE,
)
SLASHED = re.compile(
    r"(?<![\w/.,])(?:0\d/(?:0[1-9]|1[0-2])|(?:[12]\d|3[01])/0[1-9]|(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[01])|"
    r"(?:(?<=on )|(?<=ended )|(?<=since )|(?<=until )|(?<=dated )|(?<=due ))"
    r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))(?![\w/%])"
)
#: The day and the month by their numbers: "29th of the second, sixty-four".
COUNTED = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL}) of the (?:{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))"
    rf"(?:,? (?:19|20)?\d\d\b|,? (?:(?:nineteen|twenty) )?"
    rf"(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    rf"(?:[- ][a-z]+)?)",
    re.IGNORECASE,
)
WORDED = re.compile(
    rf"\b(?:{ORDINAL})\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|"
    rf"October|November|December)\b(?P<year>,? (?:last year|this year|\d{{4}}|(?:nineteen|twenty)"
    rf"[ -][a-z]+(?:[ -][a-z]+)?|two thousand(?: and)?(?: [a-z]+)?))?",
    re.IGNORECASE,
)
PART = re.compile(
    rf"\b{NAMED}{DAY}\s(?:of\s)?{MONTH}(?!\s?{DAY}\b(?!:))|\b{MONTH}\s{DAY}(?:\s?(?:-|–|and|"
    rf"to)\s?{DAY})?(?![\d:])\b"
    rf"|\b{MONTH}(?:\s?(?:-|–|/|and|to)\s?{MONTH})?,?\s(?:of\s)?{YEAR}\b",
    re.IGNORECASE,
)
NUMBERED_DAY = re.compile(
    rf"\b{WEEKDAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b|\bon the \d{{1,2}}(?:st|nd|rd|"
    rf"th)\b(?! (?:session|meeting|week|floor|day|occasion|anniversary|birthday|"
    rf"attempt|page))|\b(?:of|by|since|until|till|before|after|for) the "
    rf"\d{{1,2}}(?:st|nd|rd|th)(?=[.,;:)]|$| (?:and|at|in|when|she|he|i|we)\b)",
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
#: The words of a date stand within so many characters of its figures.
REACH = 50
SHORT_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
SEASONS = ("winter", "winter", "spring", "spring", "spring", "summer", "summer", "summer",
           "autumn", "autumn", "autumn", "winter")  # fmt: skip


def dates(page: Page) -> Iterator[Span]:
    """Full dates must go; parts of dates and years are to be looked at."""
    text = page.text
    for first, last in near(text, DIGIT, REACH):
        yield from _figured(text, first, last)
    for match in WORDED.finditer(text):
        tier = Tier.MUST_GO if match["year"] else Tier.LOOK
        yield Span(*match.span(), Label.DATE, tier, "a date in words", _season(match[0]))
    for match in BIRTHDAY.finditer(text):
        yield Span(*match.span("day"), Label.DATE, Tier.MUST_GO, "a birthday", "")
    for match in COUNTED.finditer(text):
        yield Span(*match.span(), Label.DATE, Tier.MUST_GO, "an exact date in words", "")
    for match in BORN.finditer(text):
        yield Span(*match.span("born"), Label.DATE, Tier.MUST_GO, "a date of birth in words", "")
    for match in DECADE.finditer(text):
        yield _look(match.span(), "a decade", "some time ago")


def _figured(text: str, first: int, last: int) -> Iterator[Span]:
    """The dates that have a figure, between two places."""
    for match in FULL.finditer(text, first, last):
        reason = "an exact date"
        yield Span(*_span(match), Label.DATE, Tier.MUST_GO, reason, _season(match[0]))
    for pattern in (PART, NUMBERED_DAY, SLASHED):
        for match in pattern.finditer(text, first, last):
            if _is_day_of_month(match[0]):
                yield _look(_span(match), "a day, or a month with its year", _season(match[0]))
    for match in YEARS.finditer(text, first, last):
        if not _is_cited(text, match):
            yield _look(match.span(), "a year", _decade(match[0]))


def _span(match: re.Match[str]) -> tuple[int, int]:
    """A date without the full stop that may end its sentence."""
    return match.start(), match.end() - match[0].endswith(".")


def _look(span: tuple[int, int], reason: str, replacement: str) -> Span:
    return Span(*span, Label.DATE, Tier.LOOK, reason, replacement)


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
    for word in re.findall(r"[a-z]{3,}", written.lower()):
        if word[:3] in SHORT_MONTHS:
            return f"a day in {SEASONS[SHORT_MONTHS.index(word[:3])]}"
    return "around that time"


def _decade(written: str) -> str:
    """The decade of a year, as words that can stand in its place."""
    found = re.search(r"(1[789]|20)\d\d", written)
    if not found:
        return "around that time"
    year = int(found[0])
    part = ("early", "mid", "late")[min(year % 10 // 3, 2)]
    return f"the {part} {year // 10 * 10}s"
