"""What people of a place call by one word and an article: in the Scrubs. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.wordlists import cues, wordlist

#: Ordinary heads that stand for one place when they stand alone: he left the Lodge.
ALONE = re.compile(
    r"(?<=[a-z,] )the (?P<name>Lodge|Legion|Hall|Order|Kirk|Institute|Welfare|Mission|Tabernacle|"
    r"Priory|Minster|Abbey|Cathedral|Harbour|Docks|Rec|Works|Pit|Mill|Home|Hotel|Manor|Club|Forum)"
    r"\b(?! (?:[A-Z]|Office\b))"
)
CAPITALISED = re.compile(
    r"\b(?:in|from|to|near|over|outside|off|by|on) the (?P<name>[A-Z][a-z]+)(?=[\s.,;:!?)’'])"
)


def haunts(page: Page) -> Iterator[Span]:
    """In the Scrubs, at the Emirates: what everybody there knows by one word."""
    plain = (
        wordlist("generic", "peoples", "org_heads", "figures") | cues("months") | cues("weekdays")
    )
    known = {
        token.start for token in page.tokens if token.explained or token.agreed or token.shouted
    }
    for match in ALONE.finditer(page.text):
        reason = "what people of the place call it"
        yield Span(*match.span("name"), Label.ORGANISATION, Tier.LOOK, reason)
    for match in CAPITALISED.finditer(page.text):
        start, end = match.span("name")
        after = page.text[end : end + 2]
        if start not in known and match["name"].lower() not in plain and not after[1:].isupper():
            reason = "what people of the place call it"
            yield Span(start, end, Label.ORGANISATION, Tier.LOOK, reason)
