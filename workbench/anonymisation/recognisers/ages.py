"""How old somebody is or was. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.windows import near
from workbench.anonymisation.wordlists import wordlist

UNITS = r"one|two|three|four|five|six|seven|eight|nine"
TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
WORDS = (
    rf"(?:(?:{TENS})(?:[- ](?:{UNITS}))?|{UNITS}|ten|eleven|twelve|thirteen|fourteen|"
    rf"fifteen|sixteen|seventeen|eighteen|nineteen)"
)
N = rf"(?:\d{{1,3}}(?:\.5|½)?|{WORDS})"
TEENS = (
    r"(?:three|four|five|six|seven|eight|nine) (?=by|and)|ten|eleven|twelve|thirteen|"
    rf"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:{TENS})(?:[- ](?:{UNITS}))?"
)
DECADES = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s)"
NOT_AGE = (
    r"(?!\s?(?:%|per|minutes?|mins?|hours?|days?|weeks?|months?|years?(?! old)|"
    r"yrs?(?! old)|sessions?|times|miles|points?|people|of|out|mg|am|pm|o'clock|/|:|"
    r"\.\d|-\s?(?:week|session|point|item|month|minute)|,\d{3}|(?:pounds?|stone|kg|"
    r"lbs?|percent|children|kids|cigarettes|units|others|siblings|brothers|sisters|"
    r"jobs|meetings|appointments|and a half (?:hours|years ago))))"
)
WHO = (
    r"(?:(?-i:[A-Z][a-z]+)|he|she|they|i|you|who|mum|dad|mother|father|brother|sister|son|daughter)"
)
FOLLOWED = (
    r"(?=[.,;:!?)]|\s(?:and|but|now|when|who|with|in|next|last|this|on|from|at|"
    r"she|he|you|i|they)\b|\s*$)"
)
NUMBERED = (
    r"(?:sessions?|weeks?|items?|tasks?|steps?|pages?|chapters?|section|table|"
    r"appendix|phase|case|band|"
    r"level|part|score|months?|days?|room|ward|core|figure|volume|question|criterion|stage|number|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|version|unit|group|radio|channel|covid)"
)
AGE = re.compile(
    rf"\b{N}(?:[- ]and[- ]a[- ]half)?[-\s]?(?:years?|yrs?|months?|weeks?)[-\s]?(?:old|"
    rf"olds|of age)\b"
    rf"|\b{N}\s?(?:y/o|yo|y\.o\.|yrs\.?)\b(?! (?:ago|later))"
    rf"|\b(?:aged|age|age of|ages|turned|turning|turns)(?:\s|:\s?)(?:just |only |about |around |"
    rf"between |roughly )?{N}(?:\s(?:and|to|or)\s{N})?\b(?!\s?(?:%|per\b|down|up|away))"
    rf"|\bthe age of {N}\b"
    rf"|(?<=[\w.])\s\((?:aged |age |now )?(?:\d{{1,2}}(?:\.5)?|\d{{1,2}} (?:months?|"
    rf"weeks?|yrs?|years?))(?=\)|,| and )"
    rf"|\b{WHO}\s(?:was|were|is|am|are|had been) "
    rf"(?:now |still |only |just |about |already |nearly |almost )*"
    rf"(?P<is>{N})\b{NOT_AGE}(?=[\s.,;:!?)]|$)"
    rf"|\b{WHO}['’](?:s|m|re) (?:now |still |only |just |about |already |nearly |almost )*"
    rf"(?P<short>{N})\b{NOT_AGE}{FOLLOWED}"
    rf"|\b(?:was|were|is|hes|shes) (?:now |still |only |just |"
    rf"nearly |almost )*(?P<was>\d{{1,2}})(?= (?:when|and (?:lives|works|has|had|was)|"
    rf"years old)|[.,;]? (?:He|She)\b)"
    rf"|\b(?:shes|hes) (?:now |only |just |nearly |almost )(?P<only>\d{{1,2}})\b{NOT_AGE}"
    rf"|, (?:who )?(?:is|was) (?P<told>{N})\b{NOT_AGE}{FOLLOWED}"
    rf"|\b(?:at|since|from|until|by) (?P<at>1?\d|[2-9]\d|{WORDS})(?=,? (?:he|she|they|"
    rf"i|when|her|his|and (?:was|had))\b)(?!\s?(?:am|pm))"
    rf"|,\s(?P<comma>[1-9]\d)(?=,\s(?:(?-i:[A-Z])|a|an|who|is|was|lives|works|married|single|from|"
    rf"and|[a-z]+(?:ist|er|or|ian|ant)?\b))"
    rf"|\bborn in (?:19|20)\d\d\b"
    rf"|\b(?:is|was) (?P<large>(?:{TENS})(?:[- ](?:{UNITS}))?)(?=[.,;]| and\b)"
    rf"|\b(?:about|around|nearly|almost|just|barely|approaching|past|over|under) "
    rf"(?P<about>(?:{TENS})(?:[- ](?:{UNITS}))?)(?=[.,;]| and (?:has|is|was|lives|works)\b)"
    rf"|(?<![\w-])(?P<compound>(?:{TENS})[- ](?:{UNITS}))\b{NOT_AGE}{FOLLOWED}"
    rf"|\bof (?P<of>(?:{TENS})[- ](?:{UNITS})|[2-9]\d)(?=[.,;]| (?:in|who|from|with|and|at)\b)"
    rf"|\bat (?P<young>{TEENS})(?=[.,;]| (?:and|by|to|with|in|from|for)\b)"
    rf"|\b(?:sent|taken|left|married|orphaned|adopted|widowed|died|born|school|boarding|home|away|"
    rf"care|mother|father|mum|dad)\b[^.,;\n]{{0,25}} at (?P<small>{UNITS}|\d)(?=[.,;)])"
    rf"|\b(?:adopted|fostered|died|left|lost|weaned|taken|placed|given)\b[^.,;\n]{{0,20}} at "
    rf"(?P<months>{N} (?:weeks|months|days))\b(?! (?:old|of age))"
    rf"|\b(?:will be|be|turn|gone|hitting|"
    rf"reached|reaching|not yet|only) "
    rf"(?P<reached>(?:{TENS})(?:[- ](?:{UNITS}))?|\w+teen)\b{NOT_AGE}{FOLLOWED}"
    rf"|\b(?:rising|pushing|knocking on|getting on for|coming up to|nudging|touching|nearing|"
    rf"the wrong "
    rf"side of|the right side of) (?:{TENS}|\w+teen)\b{NOT_AGE}"
    rf"|(?<=[,(] )(?P<tens>(?:early|mid|late)[- ]{DECADES})|(?<=\()(?P<tens2>(?:early|mid|"
    rf"late)[- ]{DECADES})"
    r"|(?-i:\b[A-Z]\.[A-Z]\.?|\b[A-Z]{2}),? (?P<coded>[2-9]\d)(?=,)"
    rf"|(?:^|[.!?] )(?P<alone>(?:{TENS})(?:[- ](?:{UNITS}))?|\w{{3,5}}teen)(?=\.| (?:is|was|and) )"
    rf"|\b(?P<dashed>[mf],? ?[1-9]\d)\b(?=[,;.)]|\s)"
    rf"|, (?P<apposed>(?:{TENS})(?:[- ](?:{UNITS}))?|(?:thir|four|fif|six|seven|eigh|"
    rf"nine)teen)(?=[,.;)])"
    rf"|\b(?P<span>(?:{TENS})[- ](?:{UNITS}) years)\b"
    rf"|\b(?!{NUMBERED})(?P<named>(?-i:[A-Z][a-z]+)) (?P<after>[1-9]\d)(?=[,;)])"
    r"|(?<=[a-z.]),\s(?P<last>[1-9]\d?(?: (?:months|weeks|yrs|years))?)(?=[;)])"
    r"|\b(?P<sexed>[1-9]\d ?[MF])\b(?=[.,;) ]|$)"
    rf"|\bin (?:his|her|their|my|your) (?:early |mid-?\s?|late )?{DECADES}\b"
    rf"|\b(?:early|mid|late)[- ](?:teens|(?!(?:nineteen|eighteen))(?:twenties|thirties|forties)|"
    rf"[2-9]0s)\b"
    rf"|\b{N}(?:st|nd|rd|th) birthday\b|\b(?:first|fourth|fifth|sixth|tenth|eighteenth|"
    rf"twenty-first|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth) "
    rf"birthday\b|\b(?:twenty|thirty|forty|fifty|sixty)[- ]?something\b"
    r"|\b(?:quadragenarian|quinquagenarian|sexagenarian|septuagenarian|octogenarian|"
    r"nonagenarian)\b",
    re.IGNORECASE,
)
#: Every age has one of these in it or near it: what stands far from them need not be read for ages.
ANCHOR = re.compile(
    rf"\d|\b(?:{TENS}|{UNITS}|ten|eleven|twelve)\b|teen|birthday|ties\b|genarian|something|"
    r"\bteens\b",
    re.IGNORECASE,
)
REACH = 60
YOUNG = ((4, "very young"), (12, "of primary school age"), (19, "teenage"))
TENTHS = ("", "", *TENS.split("|"), "ninety")
#: A number after one of these is a score: "PHQ-9 was 16", "total of 24".
SCORE = re.compile(
    r"(?:\b[A-Z]{3,}(?:[-‑]?\w+)?|(?i:\b(?:scores?|scored|total|rating|rated|mean|item|first|"
    r"last)))"
    r"[\s(=:]*(?:was|is|of|at|fell to|were)?[\s(=:]*$"
)


def ages(page: Page) -> Iterator[Span]:
    """How old somebody is or was."""
    text = page.text
    for first, last in near(text, ANCHOR, REACH):
        for match in AGE.finditer(text, first, last):
            if not SCORE.search(text, max(0, match.start() - 30), _number(match)[0]) and _fits(
                match
            ):
                start, end = _number(match)
                band = _age_band(text[start:end])
                yield Span(start, end, Label.AGE, Tier.LOOK, "an age", band)


def _number(match: re.Match[str]) -> tuple[int, int]:
    group = match.lastgroup
    start, end = match.span(group) if group else match.span()
    return start + len(match[0]) - len(match[0].lstrip(" (")) if not group else start, end


def _fits(match: re.Match[str]) -> bool:
    """Whether the capital before a bare number is somebody: "Ann 34," and not "First 19,"."""
    if match["named"] is None:
        return True
    key = folded(match["named"])
    facts = gazetteer().of(key)
    return (not facts and key not in wordlist("vocabulary")) or bool(facts & Fact.FIRST_NAME)


def _age_band(written: str) -> str:
    """An age as a band, in words that can stand in its place: a fifty-something."""
    low = written.lower()
    digits = re.search(r"\d+", low)
    ten = re.search(TENS, low)
    if "month" in low or "week" in low or "birthday" in low or not (digits or ten):
        return "of about that age"
    if ten:
        return f"{ten[0]}-something"
    years = int(digits[0]) if digits else 0
    for limit, band in YOUNG:
        if years <= limit:
            return band
    return f"{TENTHS[min(years // 10, len(TENTHS) - 1)]}-something"
