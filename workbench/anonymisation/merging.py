"""Makes one list of spans, without overlaps, from what all recognisers found. Pure."""

from collections.abc import Iterable

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.recognisers.places import EMPLOYER


def merged(spans: Iterable[Span]) -> list[Span]:
    """The union: where two overlap, one span covers both and the graver tier stands."""
    united: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if united and span.start < united[-1].end:
            united[-1] = _together(united[-1], span)
        else:
            united.append(span)
    return united


def without_names_in_organisations(spans: Iterable[Span]) -> list[Span]:
    """Queen Alexandra in "Queen Alexandra Hospital" is no person of the story."""
    found = list(spans)
    wholes = [span for span in found if span.label is Label.ORGANISATION and span.replacement]
    return [
        span
        for span in found
        if span.label is not Label.PERSON or not any(_is_part(span, each) for each in wholes)
    ]


def _is_part(span: Span, whole: Span) -> bool:
    """Whether a name is only a part of a longer one, or the whole of one that everybody knows."""
    if not whole.start <= span.start <= span.end <= whole.end:
        return False
    return span.end < whole.end or whole.reason == EMPLOYER


def _together(one: Span, other: Span) -> Span:
    """Two overlapping spans as one, named after the graver, then the longer."""
    leading = min(one, other, key=lambda each: (each.tier, each.start - each.end))
    end = max(one.end, other.end)
    if leading.tier is Tier.LOOK and one.end >= other.end and leading is not one:
        leading = one
    return Span(one.start, end, leading.label, leading.tier, leading.reason, leading.replacement)


def without_agreed(page: Page, spans: Iterable[Span]) -> list[Span]:
    """Names and places with the agreed pseudonyms cut out of them."""
    agreed = [(token.start, token.end) for token in page.tokens if token.agreed]
    kept: list[Span] = []
    for span in spans:
        kept.extend(_cut(page.text, span, agreed) if agreed else [span])
    return kept


def _cut(text: str, span: Span, agreed: list[tuple[int, int]]) -> list[Span]:
    if span.label in {Label.CONTACT, Label.FILE, Label.NUMBER}:
        return [span]
    start, pieces = span.start, []
    for first, last in agreed:
        if last <= span.start or first >= span.end:
            continue
        pieces.append((start, first))
        start = last
    pieces.append((start, span.end))
    return [
        Span(a, b, span.label, span.tier, span.reason, span.replacement)
        for a, b in (_stripped(text, a, b) for a, b in pieces)
        if a < b and text[a:b] not in {"'s", "’s"}
    ]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end
