"""What describes a person to those who know them: age, people, family, work, events. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
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
    rf"|\b(?:aged|age|age of|ages|turned|turning|turns)\s(?:just |only |about |around |"
    rf"between |roughly )?{N}(?:\s(?:and|to|or)\s{N})?\b(?!\s?(?:%|per\b|down|up|away))"
    rf"|\bthe age of {N}\b"
    rf"|(?<=[\w.])\s\((?:aged |age |now )?(?:\d{{1,2}}(?:\.5)?|\d{{1,2}} (?:months?|"
    rf"weeks?|yrs?|years?))(?=\)|,| and )"
    rf"|\b{WHO} (?:was|were|is|am|are|'s|’s|had been) (?:now |still |only |just |about "
    rf"|already |nearly |almost )*(?P<is>{N})\b{NOT_AGE}(?=[\s.,;:!?)]|$)"
    rf"|\b(?:was|were|is|I'm|I’m|he's|she's|he’s|she’s) (?:now |still |only |just |"
    rf"nearly |almost )*(?P<was>\d{{1,2}})(?= (?:when|and (?:lives|works|has|had|was)|"
    rf"years old)|[.,;]? (?:He|She)\b)"
    rf"|\b(?:at|since|from|until|by) (?P<at>1?\d|[2-9]\d|{WORDS})(?=,? (?:he|she|they|"
    rf"i|when|her|his|and (?:was|had))\b)(?!\s?(?:am|pm))"
    rf"|,\s(?P<comma>[1-9]\d)(?=,\s(?:a|an|who|is|was|lives|works|married|single|from|and)\b)"
    rf"|\bborn in (?:19|20)\d\d\b"
    rf"|\b(?:is|was) (?P<large>(?:{TENS})(?:[- ](?:{UNITS}))?)(?=[.,;]| and\b)"
    rf"|\bof (?P<of>(?:{TENS})[- ](?:{UNITS})|[2-9]\d)(?=[.,;]| (?:in|who|from|with|and|at)\b)"
    rf"|\bat (?P<young>{TEENS})(?=[.,;]| (?:and|by|to|with|in|from|for)\b)"
    rf"|\b(?!{NUMBERED})(?-i:[A-Z][a-z]+) (?P<after>[1-9]\d)(?=[,;)])"
    r"|(?<=[a-z.]),\s(?P<last>[1-9]\d?(?: (?:months|weeks|yrs|years))?)(?=[;)])"
    r"|\bin (?:his|her|their|my|your) (?:early |mid-?\s?|late )?(?:teens|twenties|"
    r"thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s)\b"
    rf"|\b{N}(?:st|nd|rd|th) birthday\b|\b(?:first|fourth|fifth|sixth|tenth|eighteenth|"
    rf"twenty-first|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth) "
    rf"birthday\b",
    re.IGNORECASE,
)
PERSONS = r"(?:mother|father|mum|mom|dad|parent|grandmother|grandfather|daddy|mummy|mama)"
FAMILY = re.compile(
    rf"\b{PERSONS} (?:of|to) (?:{N}|twins|triplets)\b(?: (?:children|kids|boys|girls|"
    rf"daughters|sons|young children))?"
    rf"|\b(?:youngest|eldest|oldest|middle|second|third|fourth|fifth|sixth|seventh|one|"
    rf"first|last) (?:child |born |son |daughter |boy |girl )?of (?:{WORDS}|\d+)(?: "
    rf"(?:children|siblings|brothers|sisters|boys|girls|kids|daughters|sons))?\b"
    rf"|\b{N} (?:kids|kiddos)\b|\b(?!(?:one|two|three|[123])\b)(?:{N}) (?:children|"
    rf"siblings|brothers|sisters|sons|daughters|"
    rf"wives|husbands|grandchildren|step-?children|half-brothers|half-sisters|foster "
    rf"(?:children|carers|homes|families|placements))\b"
    r"|\b(?:identical |non-identical |fraternal )?(?:twins?|triplets?|"
    r"quadruplets?)\b(?: (?:brother|sister|boys|girls))?"
    r"|\bonly child\b|\b(?:was |been )?adopted (?:from|at|by|as|in)\b|\bfoster(?:ed| "
    r"care| carers?| mother| father| family)\b"
    r"|\b(?:divorced|widowed|widower|widow|twice[- ]married|twice[- ]divorced|thrice "
    r"married|bigam\w+)\b"
    r"|(?<![.!?] )(?<!^)\bmarried (?:with|life|to an?)\b|\bMarried\b|\b(?:single|"
    r"divorced|widowed) (?:mother|father|mum|dad|parent|mom)\b"
    r"|\b(?:surrogate|surrogacy|sperm donor|donor[- ]conceived|arranged marriage|"
    r"forced marriage)\b",
    re.MULTILINE,
)
PEOPLE_NEXT = (
    r"(?:[- ](?:man|woman|boy|girl|origin|descent|heritage|background|national|"
    r"speaker|speaking|family|parents|community|immigrant|refugee))?"
)
ETHNIC = re.compile(
    rf"\b(?:[Ww]hite|[Bb]lack|[Mm]ixed|[Aa]sian|[Ss]outh Asian|[Ee]ast "
    rf"Asian)[- ](?:British|English|European|African|Caribbean|Irish|American|race|"
    rf"heritage|Asian|Welsh|Scottish|[Oo]ther|and (?:Black|Asian|White)(?: "
    rf"\w+)?)\b{PEOPLE_NEXT}"
    r"|\b(?:mixed[- ]race|mixed[- ]heritage|dual[- ]heritage|[Bb]iracial)\b|"
    r"\bBritish[- ][A-Z][a-z]+\b|\b[A-Z][a-z]+[- ]British\b"
    r"|\b(?:asylum[- ]seekers?|refugees?|[Tt]raveller (?:family|community|man|woman|"
    r"girl|boy)|Gypsy|undocumented)\b"
    r"|\b(?:gay|lesbian|bisexual|transgender|non-binary|intersex|trans (?:man|woman|"
    r"boy|girl)|queer)\b"
    r"|\b(?:deaf|blind|wheelchair|albin\w+|amputee|dwarfism)\b(?! (?:ear|eye|spot|"
    r"date|alley|to|faith|rage|panic|bound))",
)
QUOTE = re.compile(r"[\"“]([^\"“”\n]{60,600})[\"”]")
CURRENCY = (
    r"(?:pounds(?: sterling)?|euros?|dollars|rupees|zlotys?|liras?|kroner|kronor|marks|francs|"
    r"schillings|rou?bles|tolars|forints?|guilders|pesetas|drachmas?|escudos|lire|crowns|grand)"
)
CODES = (
    r"(?:EUR|GBP|USD|TRL|TRY|FRF|ITL|DEM|PLN|PLZ|ATS|SEK|NOK|DKK|CHF|SIT|FIM|CYP|HUF|CZK|SKK|BGL|"
    r"ROL|RUB|RUR|UAH|GRD|PTE|ESP|BEF|NLG|IEP|INR|PKR|NGN|JPY|CNY|AUD|CAD|BDT|LKR|ZAR|GHS|KES)"
)
AMOUNT = r"\d(?:[\d,.]*\d)?(?:\s?(?:million|thousand|billion|k|m|bn)\b)?"
MONEY = re.compile(
    rf"(?:\bapprox(?:imately|\.)\s)?(?:(?<!\w)[£$€₹]|\b{CODES}\s)\s?{AMOUNT}"
    rf"|(?:\bapproximately\s)?\b\d[\d,.]{{1,20}}\s(?:million\s)?(?:[A-Z][a-z]+\s){{0,2}}"
    rf"(?:(?i:{CURRENCY})|{CODES})\b(?:\s\([A-Z]{{2,4}}\))?",
)
LONG_QUOTE = 12


def ages(page: Page) -> Iterator[Span]:
    """How old somebody is or was."""
    for match in AGE.finditer(page.text):
        group = match.lastgroup
        start, end = match.span(group) if group else match.span()
        start += len(match[0]) - len(match[0].lstrip(" (")) if not group else 0
        yield _look(start, end, Label.AGE, "an age", _age_band(page.text[start:end]))


def families(page: Page) -> Iterator[Span]:
    """A family that few have."""
    for match in FAMILY.finditer(page.text):
        yield _look(*match.span(), Label.FAMILY, "a family that relatives would recognise", "")


def peoples(page: Page) -> Iterator[Span]:
    """Nationality, people, faith, tongue, and what else sorts people."""
    listed = wordlist("peoples")
    for token in page.tokens:
        singular = token.key.removesuffix("s")
        parts = token.key.split("-")
        if (
            token.capital
            and not token.agreed
            and (token.key in listed or singular in listed or parts[-1] in listed)
        ):
            yield _look(token.start, token.end, Label.PEOPLE, "a people, faith or tongue", "")
    for match in ETHNIC.finditer(page.text):
        yield _look(*match.span(), Label.PEOPLE, "a group that somebody belongs to", "")


def money(page: Page) -> Iterator[Span]:
    """Sums that a newspaper or a court may have told."""
    for match in MONEY.finditer(page.text):
        if sum(map(str.isdigit, match[0])) > 3 or match[0][0] not in "£$€₹":
            yield _look(*match.span(), Label.MONEY, "an exact sum", "a sum of money")


def quotations(page: Page) -> Iterator[Span]:
    """The exact words of somebody, when they are long."""
    for match in QUOTE.finditer(page.text):
        if match[1].count(" ") >= LONG_QUOTE:
            reason = "somebody's exact words, at length"
            yield _look(match.start(), match.end(), Label.QUOTATION, reason, "")


def _look(start: int, end: int, label: Label, reason: str, replacement: str) -> Span:
    return Span(start, end, label, Tier.LOOK, reason, replacement)


def _age_band(written: str) -> str:
    """An age as a band, in words that can stand in its place."""
    digits = re.search(r"\d+", written)
    if not digits or "month" in written or "week" in written:
        return "of that age"
    years = int(digits[0])
    bands = ((5, "very young"), (12, "of school age"), (19, "in the teens"))
    for limit, band in bands:
        if years <= limit:
            return band
    third = ("early", "mid", "late")[min(years % 10 // 4, 2)]
    return f"in the {third} {years // 10 * 10}s"
