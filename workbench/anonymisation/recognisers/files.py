"""Names of files, where they say whose they are. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.recognisers.contacts import PIECE, tells
from workbench.anonymisation.wordlists import cues, wordlist

FILE = re.compile(
    r"(?<![\w/\\])(?:[A-Z]:\\(?:[\w ]{1,40}\\){1,8}(?:[\w-]+ ){0,5})?"
    r"(?=[\w()&+.,\\/-])[\w()&+,\\/-]{1,120}(?:\.[\w()&+,\\/-]{1,60}){0,4}"
    r"\.(?:docx?|pdf|odt|rtf|txt|pages|xlsx?|csv|pptx?|m4a|mp3|mp4|wav|mov|wma|aac|jpe?g|png|heic|"
    r"zip|eml|msg|ics|vcf|db)\b",
    re.IGNORECASE,
)
#: Two or three capitals, or none, between the marks that part a name of a file: ZT_bundle.pdf.
INITIALS = re.compile(r"(?:^|[_/-])([A-Z]{2,3})(?=[_-])")
#: Words of the sentence that names a file.
SENTENCE = cues("stops") - {"with", "for", "of", "to", "from", "on", "and", "by"}
SENTENCE |= {"delete", "open", "see", "called"}
#: How many words before the ending may belong to a name of a file with spaces.
WORDS_BACK = 8
#: What papers are called, before the name of whom they are about.
PAPERS = cues("papers") | cues("about")
APART = re.compile(r"[ ,()&+_–\d-]{1,8}")


def file_names(page: Page) -> Iterator[Span]:
    """Names of files that have a name of somebody, or a long number, in them."""
    for match in FILE.finditer(page.text):
        start = _start_over_spaces(page, match.start())
        stem = match[0].rpartition(".")[0]
        if start < match.start() or _tells_of_somebody(stem):
            reason = "the name of a file, with a name in it"
            yield Span(start, match.end(), Label.FILE, Tier.MUST_GO, reason, "[file]")


def _tells_of_somebody(stem: str) -> bool:
    if any(tells(piece) for piece in PIECE.findall(stem)):
        return True
    return any(found.lower() not in wordlist("vocabulary") for found in INITIALS.findall(stem))


def _start_over_spaces(page: Page, start: int) -> int:
    """Where a name of a file begins that has spaces: "Siddle, Brian - letter.docx"."""
    before = page.between(start - 80, start)[-WORDS_BACK:]
    first, right, told = start, start, False
    for token in reversed(before):
        if not APART.fullmatch(page.text[token.end : right]):
            return right if told else start  # a colon, a quotation mark, a line: it began there
        if token.key in SENTENCE:
            break
        right = token.start
        told = told or _is_somebody(token) or _tells_of_somebody(page.text[token.start : start])
        if _is_somebody(token) or token.key in PAPERS:
            first = token.start
    return first if told else start


def _is_somebody(token: Token) -> bool:
    if token.explained:
        return False
    if not token.capital:
        return token.only_a_name or token.unknown
    return token.only_a_name or token.unknown or (token.has(Fact.FIRST_NAME) and not token.opens)
