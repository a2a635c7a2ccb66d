"""What describes a person to those who know them: family, money, quotations. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.counting import N
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.windows import DIGIT, near

MANY = (
    r"(?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|"
    r"(?:twenty|thirty|forty|fifty)-[a-z]+|[6-9]|1[0-9]|[2-9][0-9])"
)
FAMILY = re.compile(
    rf"\b(?:(?:[Mm]other|[Ff]ather|mum|mom|dad|parent|grandmother|grandfather|daddy|mummy|mama) "
    rf"(?:of|to) (?:{N}|twins|triplets)\b(?: (?:children|kids|boys|girls|daughters|sons|young "
    r"children))?"
    rf"|(?:youngest|eldest|oldest|middle|second|third|fourth|fifth|sixth|seventh|last) "
    rf"(?:child |born |son |daughter |boy |girl )?of (?:{MANY}|four|five|[45])(?: "
    rf"(?:children|siblings|brothers|sisters|boys|girls|kids|daughters|sons))?\b"
    rf"|{N} (?:kiddos|(?<=[.!?] \d )kids|wives|husbands|foster (?:children|carers|homes|families|"
    r"placements))\b"
    rf"|{MANY} (?:children|kids|siblings|brothers|sisters|sons|daughters|boys|girls|"
    rf"grandchildren|step-?children|half-brothers|half-sisters)\b"
    r"|(?:surviving |identical |non-identical |fraternal |conjoined )?(?:twins?|triplets?|"
    r"quadruplets?)\b(?: (?:brother|sister|boys|girls))?"
    rf"|(?:one|1) of (?:{MANY})(?=[.,;)]| (?:children|kids|siblings)\b)"
    r"|(?:adopted|fostered) (?:[\w-]+ ){1,2}(?:brothers|sisters|boys|girls|children|twins|"
    r"siblings)\b"
    r"|only child\b|(?:was |been )?adopted (?:from|at|by|as|in)\b"
    r"|foster(?:ed| care| carers?| mother| father| family)\b"
    r"|(?:widowed|widower|twice[- ]married|twice[- ]divorced|thrice married|bigam\w+)\b"
    r"|(?<=[,(] )divorced(?=[,.;)])|(?:I am|I'm|she's|he's) divorced\b"
    r"|(?<![.!?] )(?<!^)married (?:with|life|to an?)\b|Married\b(?! young)"
    r"|(?:single|divorced|widowed) (?:mother|father|mum|dad|parent|mom)\b"
    r"|(?:surrogate|surrogacy|sperm donor|donor[- ]conceived|arranged marriage|"
    r"forced marriage|cousin marriage|cot death|stillbirth|half-brothers?|half-sisters?)\b)",
    re.MULTILINE,
)
QUOTE = re.compile(r"[\"“]([^\"“”\n]{1,600})[\"”]")
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
LONG_QUOTE = 24
#: How far a currency may stand from its figures.
REACH = 50


def families(page: Page) -> Iterator[Span]:
    """A family that few have."""
    for match in FAMILY.finditer(page.text):
        yield _look(*match.span(), Label.FAMILY, "a family that relatives would recognise", "")


def money(page: Page) -> Iterator[Span]:
    """Sums that a newspaper or a court may have told."""
    for first, last in near(page.text, DIGIT, REACH):
        for match in MONEY.finditer(page.text, first, last):
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
