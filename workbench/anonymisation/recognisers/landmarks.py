"""Places by a pattern of their own: wards, prisons, churches, saints in lower case. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page

NAME = r"[A-Z][\w’'-]+"
WARD = re.compile(
    r"\b[Ww]ard (?:\d{1,3}[A-Z]?|[A-Z]\d?)\b(?: (?:North|South|East|West))?"
    rf"(?:,? (?:at|in|of) (?:the )?{NAME}(?: {NAME})*)?"
    rf"|\b{NAME}(?: {NAME})? (?:[Ww]ard|[Ww]ing|[Uu]nit)\b(?:,? at (?:the )?{NAME}(?: {NAME})*)?"
)
NOT_A_WARD = re.compile(r"(?:The|This|That|My|Her|His|Our|Your|Each|Every|Any|No|A|An|On|In|When) ")
CROWN = re.compile(rf"\b(?:HMP|HMYOI|YOI|IRC|RAF|HMS|RNAS|RMB|MV|RMS|SS|RRS) {NAME}(?: {NAME})?")
CHURCH = re.compile(
    rf"\b(?:{NAME} ){{0,4}}(?:Church|Assembl(?:y|ies)|Tabernacle|Fellowship|Temple|Ministries|"
    rf"Chapel)"
    r" of (?:God|Christ|Jesus|the [A-Z]\w+|England|Scotland|Wales|Latter)\w*(?: in Christ)?"
    rf"|\b(?:New Testament|Mount Zion|Elim|Redeemed|Bethel|Ebenezer|"
    rf"Kingdom Hall)\b(?: {NAME}){{0,3}}"
)
#: Saints of rough notes: at st saviours; but not the high st.
SAINT = re.compile(
    r"\b(?:at|to|from|in|of|near|for|by|the|opp|outside|left|joined|mums?|dads?) "
    r"(?P<whole>st\.? (?!the\b|and\b|of\b|in\b|with\b|at\b|to\b|for\b)[a-z][a-z'’-]{2,})"
)
#: At King's, from Guy's: what a possessive stands for.
WHOSE = re.compile(
    rf"\b(?:at|from|to|in|into|for|outside|near) (?P<whose>(?:{NAME} )?[A-Z][\w-]+(?:['’]s|s['’]))"
    r"(?=[.,;:)\n]|$| (?:and|in|on|with|since|for|where|who|until|before|after|when|as|then|now|"
    r"next|last)\b)"
)
#: The Dog and Partridge.
PAIR = re.compile(
    r"\b(?:at|in|outside|down|behind|to|from|runs?|ran|keeps?|kept|landlord of|called|over) "
    r"[Tt]he (?P<pair>(?!Here )[A-Z][a-z]+ (?:and|&) [A-Z][a-z]+)\b(?! [A-Z])"
)
PUBS = (
    r"(?:kingfisher|swan|white hart|white horse|black horse|black bull|bull|red lion|white lion|"
    r"plough|"
    r"anchor|ship inn|crown|feathers|railway tavern|station hotel|king['’]?s (?:head|arms)|"
    r"queen['’]?s "
    r"(?:head|arms)|rose and crown|fox and hounds|dog and duck|coach and horses|"
    r"travellers['’]? rest|"
    r"wheatsheaf|greyhound|fountain|royal oak|nags? head|woolpack|talbot|bay horse|cricketers|"
    r"blue bell|new inn|[a-z]+ arms|[a-z]+ tavern|legion|con club|working men['’]?s|labour club|"
    r"trades club|social club|miners['’]? (?:welfare|institute))"
)
PUB = re.compile(
    rf"\b(?:at|in|down|outside|from|behind|to|landlord of|runs|ran) the (?P<pub>{PUBS})\b"
)


def landmarks(page: Page) -> Iterator[Span]:
    """Ward 4 North, HMP Someplace, the Assembly of God, st saviours, the red lion."""
    text = page.text
    for match in WARD.finditer(text):
        if not NOT_A_WARD.match(match[0]):
            yield _seen(*match.span(), Label.ORGANISATION, "a ward or unit")
    for pattern in (CROWN, CHURCH):
        for match in pattern.finditer(text):
            yield _seen(*match.span(), Label.ORGANISATION, "a place that goes by its name")
    for match in PUB.finditer(text.lower() if text.isascii() else text):
        yield _seen(*match.span("pub"), Label.ORGANISATION, "a pub or club")
    for match in (*PAIR.finditer(text), *WHOSE.finditer(text)):
        yield _seen(*match.span(match.lastgroup or 0), Label.ORGANISATION, "a place by its name")
    for match in SAINT.finditer(text):
        yield _seen(*match.span("whole"), Label.ORGANISATION, "a place named after a saint")


def _seen(start: int, end: int, label: Label, reason: str) -> Span:
    return Span(start, end, label, Tier.LOOK, reason)
