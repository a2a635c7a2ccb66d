"""What belongs to a name beside it: wee Faith, al Tikriti, Grace T. Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace

from workbench.anonymisation.model import Label, Span
from workbench.anonymisation.page import Page
from workbench.anonymisation.wordlists import cues

BEFORE = re.compile(
    rf"\b(?:(?i:{'|'.join(sorted(cues('diminutives')))}) |"
    rf"(?:{'|'.join(sorted(cues('of_a_surname')))})[ -])$"
)
AFTER = re.compile(
    r" (?:bach|fach|mach|mawr|og|óg|beag|bheag|mòr|mhòr|mhor)\b| (?:mc|mac) ?[a-z]?\b|"
    r" (?!I\b)[A-Z]\.?(?=[\s,;:)]|$)"
)
#: The longest of what may stand before a name, with its space.
REACH = 8


def stretched(page: Page, spans: Iterable[Span]) -> list[Span]:
    """The spans, those of people with what belongs to the name before and after it."""
    return [_whole(page.text, span) if span.label is Label.PERSON else span for span in spans]


def _whole(text: str, span: Span) -> Span:
    before = BEFORE.search(text, max(0, span.start - REACH), span.start)
    after = AFTER.match(text, span.end)
    start = before.start() if before else span.start
    return replace(span, start=start, end=after.end() if after else span.end)
