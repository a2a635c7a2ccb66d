"""Where people work, learn, meet or pray, by what everybody there calls it. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.clauses import BEFORE
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.wordlists import cues, wordlist

HEADS = (
    r"(?:factory|mill|steelworks|ironworks|gasworks|foundry|brewery|abattoir|quarry|pit|plant|"
    r"depot|dockyard|shipyard|boatyard|"
    r"harbour|fairground|circus|butcher['’]?s|baker['’]?s|bakery|chippy|chip shop|tannery|"
    r"farm shop|"
    r"hospice shop|hospice|convent|seminary|cathedral|minster|castle|barracks|swimming baths|"
    r"baths|lido|gurdwara|mosque|synagogue|"
    r"mandir|chapel|meeting[- ]house|church hall|choir|bowls club|golf club|rugby club|"
    r"boxing club|working men['’]?s club|legion|allotments?|"
    r"masonic lodge|bell ?tower|lighthouse|observatory|crown court|county court|"
    r"magistrates['’]? court|"
    r"stroke ward|burns unit|food bank|charity shop|bridal shop|cattle market|saturday market|"
    r"fish market|"
    r"steiner school|mission school|convent school|boarding school|grammar school|special school|"
    r"village school|choir school|prep school|army camp|refugee camp|detention centre|"
    r"contact centre|"
    r"recycling plant|power station|call centre|car plant|post office|registry office|"
    r"sorting office|"
    r"ring road|sea ?front|promenade|pier|ferry|oil rig|rigs|trawlers?|caravan site|"
    r"travellers['’]? site|actors['’] church)"
)
HAUNT = re.compile(rf"\b{HEADS}(?![\w-])")
#: The article and the one word that may narrow a haunt, before it.
BEFORE_A_HAUNT = re.compile(
    r"(?:\b(?:an?|the|his|her|your|their|my|our) )?"
    r"(?:(?!(?:in|on|at|to|of|and|the|from|was|is|for|with|by|as|or|that|my|her|his|your|a|an|"
    r"old)\b|"
    r"year-old)\b[a-z][a-z’'-]+ )?$"
)
CAPITALISED = re.compile(
    r"\b(?:in|from|to|near|over|outside|off|by|on) the (?P<name>[A-Z][a-z]+)(?=[\s.,;:!?)’'])"
)


def haunts(page: Page) -> Iterator[Span]:
    """The biscuit factory, the saddler's; in the Scrubs, at the Emirates."""
    lower = page.text.lower()
    yield from _haunts(lower if len(lower) == len(page.text) else page.text)
    yield from _known_by_the_article(page)


def _haunts(text: str) -> Iterator[Span]:
    """The biscuit factory, the saddler's: with the word that narrows it."""
    for match in HAUNT.finditer(text):
        left = max(0, match.start() - BEFORE)
        led = BEFORE_A_HAUNT.search(text, left, match.start())
        start = led.start() if led else match.start()
        reason = "where people work, learn, meet or pray"
        yield Span(start, match.end(), Label.ORGANISATION, Tier.LOOK, reason)


def _known_by_the_article(page: Page) -> Iterator[Span]:
    """In the Scrubs, at the Emirates: what everybody there knows by one word."""
    plain = (
        wordlist("generic", "peoples", "org_heads", "figures") | cues("months") | cues("weekdays")
    )
    known = {
        token.start for token in page.tokens if token.explained or token.agreed or token.shouted
    }
    for match in CAPITALISED.finditer(page.text):
        start, end = match.span("name")
        after = page.text[end : end + 2]
        if start not in known and match["name"].lower() not in plain and not after[1:].isupper():
            reason = "what people of the place call it"
            yield Span(start, end, Label.ORGANISATION, Tier.LOOK, reason)
