"""Roads, buses, trains and trams by their number or name. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page

ROAD = re.compile(
    r"\b(?:on|off|along|down|up|by|near|of|from|via|to|onto|over) the "
    r"(?P<road>[AMB]\d{1,4}(?:\(M\))?)\b"
    r"|\bthe (?P<long>[AB]\d{3,4})\b"
)
BUS = re.compile(
    r"\b(?:on|by|off|catch(?:es)?|caught|takes?|took|taking|gets?|got|miss(?:ed)?|rode|rides) the "
    r"(?P<alone>[A-Z]?\d{1,3}[A-Z]?(?: (?:to|from|into|via) (?:the )?[A-Z]\w+)?)\b"
    r"(?!\s?(?:%|per|of|st|nd|rd|th|points?|mg))"
    r"|\b(?:the |a )?(?P<bus>(?:number|no\.?) \d{1,3}[A-Za-z]? (?:bus|tram)"
    r"|[XNW]?\d{1,3}[A-Z]? (?:bus|tram)\b)"
    r"|\((?:the )?(?P<letter>[XN]\d{1,3})\)"
    r"|\bthe (?:(?P<night>[XN]\d{1,3})\b|(?P<towards>[A-Z]?\d{1,3}[A-Z]? "
    r"(?:to|from|into|out to|via) (?:the )?[A-Z]\w+)"
    r"|(?P<number>(?:number|no\.?) \d{1,3}[A-Za-z]?)\b(?! (?:of|one|thing|priority)\b))"
)
LINE = re.compile(
    r"\b(?:Piccadilly|Central|Northern|Jubilee|District|Circle|Victoria|Bakerloo|Metropolitan|"
    r"Elizabeth|Hammersmith (?:and|&) City|Waterloo (?:and|&) City|[A-Z][a-z]{3,}) [Ll]ine\b"
    r"|\b(?:piccadilly|jubilee|bakerloo|metropolitan) line\b"
)
NOT_A_LINE = re.compile(
    r"(?:Duty|Crisis|Help|Phone|Story|Time|Advice|Bottom|Punch|First|Front|Hot|On) "
)


def routes(page: Page) -> Iterator[Span]:
    """On the M62, the number 38 bus, the Northern line."""
    for match in ROAD.finditer(page.text):
        yield _route(match.span(match.lastgroup or 0), "a road", "a main road")
    for match in BUS.finditer(page.text):
        yield _route(match.span(match.lastgroup or 0), "a bus by its number", "a bus")
    for match in LINE.finditer(page.text):
        if not NOT_A_LINE.match(match[0]):
            reason = "a railway line"
            yield Span(*match.span(), Label.ORGANISATION, Tier.LOOK, reason, "the railway")


def _route(span: tuple[int, int], reason: str, replacement: str) -> Span:
    return Span(*span, Label.PLACE, Tier.LOOK, reason, replacement)
