"""Numbers that stand for one person: health service, insurance, bank, telephone, case. Pure."""

import re
from collections.abc import Iterator
from itertools import chain

import phonenumbers
from stdnum import iban, luhn
from stdnum.gb import nhs

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.windows import DIGIT, near

#: Figures with the separators that people put between them.
DIGITS = re.compile(
    r"(?<![\w.,/£$€-])(?:\+\s?|\(\+?)?\d(?:[ \u00a0]?[-.()/x–][ \u00a0]?\d|"
    r"[ \u00a0]{1,3}\d|\)[ \u00a0]?\d|[ \u00a0]\(\d|\d){4,30}(?![\w])"
)
INSURANCE = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b",
    re.IGNORECASE,
)
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b")
SORT_CODE = re.compile(r"(?<![\d-])\d\d-\d\d-\d\d(?![\d-])")
PLATE = re.compile(
    r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b|\b[A-HJ-NPR-TV-Y]\d{1,3} ?[A-Z]{3}\b|"
    r"\b[A-Z]{1,2}[IZ][A-Z]? \d{2,4}\b|"
    r"\b[A-Z]{3} ?\d{1,3}[A-Z]\b|(?<=reg )[A-Z]{2}\d\d\b|(?<=plate )[A-Z]{2}\d\d\b|"
    r"\b[a-hj-y]{2}\d{2} ?(?!am|pm)[a-z]{3}\b"
)
FIGURE = (
    r"(?:(?:double|treble|triple) )?(?:oh|o|nought|naught|zero|one|two|three|four|five|six|seven|"
    r"eight|nine)"
)
WORDED = (
    r"(?:ten|eleven|twelve|\w{3,6}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred)"
)
SPOKEN = re.compile(
    rf"\b(?:[A-Z]{{1,3}},? )?{FIGURE}(?:[ ,-]{{1,2}}(?:{FIGURE}|{WORDED})){{4,20}}\b", re.IGNORECASE
)
#: Lines that anybody may ring, and the Samaritans' and Shout's.
PUBLIC = frozenset(
    ["116123", "85258", "116111", "116000", "08001111", "08082000247", "03001233393", "08088010500",
     "08001123", "03001020500", "08006895652", "08001701566", "03444775774", "03001234567"]
)  # fmt: skip
LOGGED = re.compile(r"\b\d{1,5} of (?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{6,8})\b")
FRACTION = re.compile(r"(?<![\w./,-])\d{3,6}/\d{2,4}(?![\w/%])")
#: Letters and figures in one word, at least three of them figures: J66196812, AU-DL-4277974.
CODE = re.compile(
    r"\b(?=[A-Z0-9/-]{5,40}\b)(?=[A-Z/-]{0,12}\d)[A-Z0-9]{1,20}(?:[-/][A-Z0-9]{1,12}){0,5}\b"
)
SAID_TO_BE = re.compile(
    r"\b(?:national )?(?:hosp|hospital|patient|client|case|record|records|rio|mrn|ref|"
    r"reference|policy|"
    r"passport|licen[cs]e|"
    r"account|nhs|ni|insurance|membership|staff|payroll|employee|student|id|identity|"
    r"unit|crime|court|"
    r"application|appl|docket|serial|plot|badge|warrant|card|registration|reg|systmone|emis|pin|"
    r"collar|ext|extension|log|cad|urn|crn|ubrn|chi|shoulder|locker|gmc|nmc|hcpc|trust|contract|"
    r"order|booking|"
    r"visa|brp|prison|inmate|tenancy|claim|ticket|incident|file|user|plate|driver['’]s)s?"
    r"(?: (?:number|no|nos|num|id|ref|reference|code|card|licen[cs]e)s?\b\.?| ?#)?"
    r"(?:\s?[:#=]\s?|\s(?:is|was)\s|\s)(?:number |no\.? |nos\.? )?"
    r"((?-i:[A-Z&-]{1,6} )?(?=[A-Z0-9/.:-]{0,12}\d)"
    r"[A-Z0-9](?:[A-Z0-9/.:-]{1,30})?[A-Z0-9](?: \d{3,6}){0,2})\b",
    re.IGNORECASE,
)
#: Letters, then figures in groups: RX 448812, K448 1902.
GROUPED = re.compile(r"\b[A-Z]{1,4}\d{3,6} \d{3,6}\b|\b[A-Z]{1,4}\d{0,3}(?: ?/ ?| |-)\d{5,8}\b")
#: A reference of three or more parts, one of them a figure: TJO/44718-2/Askew.
PARTED = re.compile(r"\b(?=[\w/-]{0,24}\d{3})[A-Z]{1,5}/[\w-]{1,12}/[A-Za-z][\w-]{1,20}\b")
ENDING = re.compile(r"\b(?:ending|ends)(?: in| with)? (\d{3,4})\b")
LETTERLESS = re.compile(r"[\d/-]+")
NUMBERED = re.compile(r"\b[Nn]os?\. ?(\d{1,6}[/:.-]\d{1,6}(?:[/.]\d{1,4})*|\d{3,})\b")
ORDINARY = re.compile(r"(?:19|20)\d\d(?:[-–/ ](?:(?:19|20)?\d\d))?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
PRESSURE = re.compile(r"(?:[89]\d|[12]\d\d)/(?:[4-9]\d|1[0-3]\d)")
CASE_CODE = re.compile(r"[A-Z]{1,2}-?\d{1,2}|[A-Z]{2,6}-?\d{1,2}|\d{1,3}")
SHORT, SHORT_CODE = 5, 3
#: How far from a figure its cue may stand.
REACH = 50


#: Shapes that say what they are.
SHAPES = (
    (INSURANCE, "a National Insurance number"),
    (SORT_CODE, "a sort code or date"),
    (PLATE, "the plate of a vehicle"),
    (LOGGED, "a number of a log and its day"),
)


def numbers(page: Page) -> Iterator[Span]:
    """Everything that is a number of somebody, told by a checksum, a shape or the words before."""
    text = page.text
    for match in SPOKEN.finditer(text):
        yield _number(match.span(), "a number in words")
    for first, last in near(text, DIGIT, REACH):
        for match in DIGITS.finditer(text, first, last):
            yield from _digits(match)
        for match in IBAN.finditer(text, first, last):
            if iban.is_valid(match[0]):
                yield _number(match.span(), "a bank account (its check digits fit)")
        for pattern, reason in SHAPES:
            for match in pattern.finditer(text, first, last):
                yield _number(match.span(), reason)
        yield from _codes(text, first, last)


def _codes(text: str, first: int, last: int) -> Iterator[Span]:
    for match in SAID_TO_BE.finditer(text, first, last):
        code = match[1]
        if not (CASE_CODE.fullmatch(code) or ORDINARY.fullmatch(code) or len(code) < SHORT_CODE):
            yield _number(match.span(), "a number or code that stands for somebody")
    yield from _shaped(text, first, last)
    for match in ENDING.finditer(text, first, last):
        yield _number(match.span(1), "the end of a number")
    for match in NUMBERED.finditer(text, first, last):
        yield _number(match.span(1), "a number of a file or plot")


def _shaped(text: str, first: int, last: int) -> Iterator[Span]:
    """Codes that no word introduces, told by their shape."""
    for match in CODE.finditer(text, first, last):
        figures = sum(map(str.isdigit, match[0]))
        if figures > 2 and not LETTERLESS.fullmatch(match[0]):
            yield _number(match.span(), "a code made of letters and figures")
    for match in chain(GROUPED.finditer(text, first, last), PARTED.finditer(text, first, last)):
        yield _number(match.span(), "letters and figures in groups, as a file number has")
    for match in FRACTION.finditer(text, first, last):
        if not (PRESSURE.fullmatch(match[0]) or ORDINARY.fullmatch(match[0])):
            yield _number(match.span(), "a file number by its shape")


def _digits(match: re.Match[str]) -> Iterator[Span]:
    """One run of figures, explained as well as can be."""
    written = match[0]
    digits = "".join(filter(str.isdigit, written))
    if len(digits) < SHORT or digits in PUBLIC or ORDINARY.fullmatch(written.strip()):
        return
    reason = _meaning(written, digits)
    if reason:
        yield _number(match.span(), reason)


def _meaning(written: str, digits: str) -> str:
    if nhs.is_valid(digits):
        return "an NHS number (its check digit fits)"
    if 13 <= len(digits) <= 19 and luhn.is_valid(digits):
        return "a card number (its check digit fits)"
    if _is_telephone(written):
        return "a telephone number"
    if len(digits) == SHORT and not written.isdigit():
        return ""
    return "a long number that may stand for somebody"


def _is_telephone(written: str) -> bool:
    try:
        number = phonenumbers.parse(written, "GB")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) and written.lstrip("(")[:1] in "0+"


def _number(span: tuple[int, int], reason: str) -> Span:
    return Span(*span, Label.NUMBER, Tier.MUST_GO, reason, "[number removed]")
