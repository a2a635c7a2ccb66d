"""What a life is made of, told without a cue for it: work, haunts, kin, what befell. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.wordlists import cues, wordlist

EDGE = re.compile(
    r"[.,;:!?\n()“”\"]|\s[-–—]\s|\s(?:and|but|when|because|so|after|before|while|since|if|although|"
    r"until|as)\s"
)
#: How far the words that tell more may go.
REACH, BEFORE = 60, 40

CRAFT = re.compile(
    r"\b(?:the one who )?(?:do|does|did|doing|done|fix(?:es|ed|ing)?|mend(?:s|ed|ing)?|"
    r"fit(?:s|ted|ting)?|"
    r"repair(?:s|ed|ing)?|restor(?:es|ed|ing)|servic(?:es|ed|ing)|make|makes|made|making|"
    r"sells?|sold|"
    r"selling|keeps?|kept|keeping|breeds?|bred|breeding|trains?|trained|training|grows?|grew|"
    r"shears?|"
    r"shoes?|paint(?:s|ed|ing)?|writes|tunes?|tuned|lays?|laid|laying|digs?|dug|sweeps?|swept|"
    r"cleans?|cleaned|cleaning|deliver(?:s|ed|ing)|drives?|drove|driving|flies|flew|presents|"
    r"reads|edits) (?:the |up )?"
    r"(?:nails|hair|lashes|eyebrows|security|tattoos|lifts|boilers|roofs|tyres|engines|cars|bikes|"
    r"bicycles|phones|computers|shoes|watches|clocks?|pianos?|violins?|guitars?|organs?|"
    r"saddles|boats?|"
    r"furniture|jewellery|cheese|candles|pots|cider|cakes|wedding cakes|documentaries|"
    r"stained glass|"
    r"hats|wigs|kites|puppets|bees|honey|pigs|sheep|goats|pigeons|ferrets|greyhounds|alpacas|hens|"
    r"payroll|accounts|books at|bins|windows|chimneys|graves|bricks|tiles|carpets|floors|hedges|"
    r"drains|portraits|murals|signs|scenery|parcels|post|milk|papers|lorries|hgvs?|horses|"
    r"racehorses|"
    r"guide dogs|planes|helicopters|gliders|the news|the weather|weddings|funerals|balloons|"
    r"doors at)\b"
    r"|\b(?:drives?|driving|drove) (?:the )?(?:number )?[a-z]?\d{1,3}\b"
    r"|\bsleep(?:s|ing)? (?:rough|in (?:the|a|his|her) (?:van|car|caravan|tent|doorway|shed))\b"
    r"|\b(?:drives?|plays?|played|rides?|rode|boxe[sd]|skated?|swam|swims|ran|runs|rows|rowed|"
    r"cooks?|"
    r"cooked|sings|sang|danced|dances) (?:for|professionally|in the (?:choir|band|orchestra|"
    r"ballet))\b",
)
DESCENT = re.compile(
    r"\bof [A-Z][\w-]+(?: [A-Z][\w-]+)?(?:[ -]and [A-Z][\w-]+)? (?:heritage|descent|origin|"
    r"extraction|stock|parentage|background|blood|ancestry)\b"
)
KIN_AT = re.compile(
    r"\b(?:[Aa]n? |[Tt]he |[Hh](?:er|is) )?(?:son|daughter|brother|sister) in [A-Z][\w-]+"
)
FOLLOWED_BY = re.compile(
    r"\b(?:(?:he|she)['’]s )?(?:(?:husband|wife|son|daughter|brother|sister|father|mother|dad|"
    r"mum|ex|partner) "
    r"(?:was |is |got |been )?)?(?:in and out of care|(?:grew up|brought up|raised|placed|put|"
    r"taken) in(?:to)? care|"
    r"care[- ]leavers?|leaving care|child protection(?: plan)?|on the register|on tag|on licence|"
    r"on probation|on remand|sent down|inside for|in prison|deported|sectioned|"
    r"on the spectrum|one (?:lung|leg|arm|eye|kidney)|lost the use of|"
    r"rare [a-z]+(?: [a-z]+)?|colostomy|selective mute|sober for|great-grand(?:father|mother|"
    r"son|daughter)|(?:has|with) a (?:stammer|stutter|lisp|limp|squint|glass eye)|lost (?:his|"
    r"her|a|an|my|your) (?:leg|legs|arm|hand|eye|sight|hearing|fingers?|voice)|went to prison|"
    r"police took|in the merchant navy|school for the|prosthetic leg|wooden leg|"
    r"(?:two|four|five|six|seven) (?:foot|feet|ft)(?: [a-z]+| \d+)?|not out to|came out (?:to|"
    r"as|at)|"
    r"ex-(?:army|navy|raf|forces|police|services|offender|con)|pillar of|"
    r"(?:an? )?(?:elder|deacon|churchwarden|lay preacher|sidesman|imam|hafiz|hajji|nun|"
    r"monk) (?:in|of|at)|"
    r"(?:social services|cafcass|probation) (?:are )?involved|man of god|woman of god)\b",
)
COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])"
KIN = (
    r"(?:son|daughter|brother|sister|child|baby|boy|girl|twin|niece|nephew|uncle|aunt|cousin|"
    r"stepson|stepdaughter|stepfather|half-brother|half-sister)"
)
KINDRED = re.compile(
    rf"\b{COUNT} (?:\w+ )?(?:sons|daughters|brothers|sisters|boys|girls|stepsons|stepdaughters|"
    rf"grandchildren|half-sisters|half-brothers|husbands|wives|marriages)\b"
    rf"|\b{COUNT} (?:kids|children) (?:by|under|from|with)\b|\b{COUNT} under (?:\w+)\b"
    rf"|\b(?:an? |one |the |an only |her |his )?{KIN}s? (?:who (?:died|drowned|killed|was|is|"
    rf"went|has)|"
    r"in (?:prison|care|the (?:army|navy|police|force))|born (?:deaf|blind|with)|"
    r"given up|put up for|conceived|stillborn|from (?:his|her|a) (?:first|previous|second))\b"
    r"|\b(?:widow|widower|orphan|heir) of\b|\bmarried (?:to )?(?:an? |the )(?!lot\b|long\b|bit\b)"
    r"|\bengaged to\b|\b(?:widowed|divorced|married|bereaved) (?:twice|three times)\b"
    r"|\bonly (?:son|daughter|girl|boy) (?:of|among|in)\b|\bfamily of (?:\d|[a-z]+(?=[.,;:\s]))\b"
    r"|\bnever married\b|\b(?:a|an|the) [a-z-]+['’]s (?:wife|widow|daughter|son|husband|mother)\b"
    r"|\b(?:a )?carer (?:to|for) (?:his|her|their|my|your)\b|\bhis and her\b|\bby two (?:mums|"
    r"dads|fathers|mothers)\b"
    r"|\b(?:the )?only (?:[a-z]+ )?(?:black|white|asian|female|male|gay|deaf|woman|man|girl|"
    r"boy|jew|"
    r"muslim|catholic)(?: (?:woman|man|girl|boy|child|family|student|pupil))?\b",
)
HAPPENING = (
    r"(?:fire|floods?|crash|accident|explosion|blast|blaze|collapse|landslide|avalanche|storm|"
    r"strike|"
    r"shooting|stabbing|riots?|siege|murders?|bombing|outbreak|scandal|inquest|inquiry|"
    r"tribunal|trial|"
    r"robbery|raid|sinking|lifeboat|derailment|disaster|tragedy|crush|drowning|closure|hearing|"
    r"court case|verdict|pile-up|attack|massacre|evacuation|earthquake|power cut|pit closure|"
    r"war of)"
)
BEFELL = re.compile(
    rf"\b(?:the|that|a) (?:[a-z]+ )?{HAPPENING} (?:at|in|on|near|outside|that|which|where|when|"
    rf"under|"
    r"off|by|of (?:\d|[a-z]+))(?= )"
    r"|\bthe (?:tribunal|inquest|inquiry|siege|shooting|lifeboat|riots?|strike|explosion|flood)\b"
    r"|\b(?:burn(?:ed|t) (?:down|to)|blew up|caved in|came down (?:on|in)|went over (?:at|in|"
    r"on|off)|"
    r"went off the|fell off the|jumped (?:off|from) the|"
    r"sank (?:off|in|with)|lost with all|lost at sea|pulled (?:out of|from) the|"
    r"went down with|knocked down a|"
    r"(?:killed|shot|wounded|injured|hurt|lost (?:a|his|her|an) [a-z]+) (?:in|at|on|by) (?:the|a)|"
    r"first on the scene|ran off with|later convicted|"
    r"(?:mill|factory|pit|school|mine|plant|works|yard|steelworks|bank|library|hospital|hotel|"
    r"restaurant|church|shop|bridge|roof) (?:at \w+ )?(?:closed|collapsed|exploded|"
    r"flooded|shut|fell|"
    r"burned|burnt|was bombed))\b"
    r"|\b(?:in|on|all over|made|reached) (?:all )?the (?:local |national |"
    r"evening )?(?:papers?|news|"
    r"headlines|press|telly|radio|television|tv|internet|(?:[a-z]+ )?(?:gazette|echo|"
    r"herald|post|"
    r"argus|chronicle|mercury|advertiser|star|mail|record|press|courier|journal|telegraph))\b"
    r"|\b(?:on the news|googleable|(?:film|book|programme|piece|podcast|documentary) (?:of|"
    r"about|on) (?:it|her|him|them)|googled (?:her|him|them)|went viral)\b",
)
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
FIRM = re.compile(r"\b[A-Z][\w’'-]+ (?:&|and) (?:Sons?|Daughters?|Co|Partners|Brothers|Bros)\b")
#: A day of the month alone.
DAY = re.compile(
    r"\b(?:on|by|until|till|since|from|is|was) (?P<day>the (?:fourth|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|eleventh|"
    r"twelfth|\w+teenth|twentieth|twenty-\w+|thirtieth|thirty-first)(?=[.,;]| (?:and|at|for|"
    r"in the) )|"
    r"\d{1,2}\.\d{1,2}\.(?=\s))"
)
#: The town at the end of an address: "12 Someplace Terrace, Elsewhere".
TOWN = re.compile(
    r"\b(?:Road|Rd|Street|Avenue|Ave|Lane|Crescent|Terrace|Gardens|Grove|Mews|Villas|Close|"
    r"Drive|Way|Square|Row|"
    r"Service|Centre|Clinic|Hospital|School|Surgery|Practice|Church|College|Hospice|Academy|"
    r"House), "
    r"(?P<town>[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})"
)
FEAST = re.compile(
    r"\b(?:Good Friday|Ash Wednesday|Maundy Thursday|Easter (?:Sunday|Monday|Day)|Palm Sunday|"
    r"Shrove "
    r"Tuesday|Whit (?:Sunday|Monday)|Boxing Day|Christmas (?:Eve|Day)|New Year['’]s (?:Eve|"
    r"Day)|Hogmanay|"
    r"(?:St|Saint) [A-Z]\w+['’]s Day|Burns Night|Bonfire Night|Remembrance (?:Sunday|Day)|"
    r"Armistice Day|"
    r"(?:Mother['’]s|Mothering|Father['’]s) (?:Day|Sunday)|Valentine['’]s Day|Halloween|"
    r"Eid(?: al-\w+)?|"
    r"Diwali|Passover|Yom Kippur|Hanukkah|Vaisakhi)\b"
)

#: A kind of circumstance, the words that tell of it, and whether the rest of the clause belongs.
KINDS: tuple[tuple[re.Pattern[str], Label, str, bool], ...] = (
    (CRAFT, Label.JOB, "what somebody does for a living, or with their days", True),
    (FOLLOWED_BY, Label.PEOPLE, "what sorts people, or follows them", True),
    (KINDRED, Label.FAMILY, "a family that relatives would recognise", True),
    (BEFELL, Label.EVENT, "an event that others may have heard of", True),
    (KIN_AT, Label.FAMILY, "where somebody of the family lives", True),
    (DESCENT, Label.PEOPLE, "a people that somebody comes from", False),
    (FIRM, Label.ORGANISATION, "a firm", False),
    (FEAST, Label.DATE, "a day that everybody can date", False),
)

#: Where a capital tells; the others are matched in lower case, which is faster.
AS_WRITTEN = frozenset({KIN_AT, DESCENT, FIRM, FEAST})


def circumstances(page: Page) -> Iterator[Span]:
    """Drives the 43 to Someplace; the flood that closed the school; of Ghanaian heritage."""
    lower = page.text.lower()
    read = lower if len(lower) == len(page.text) else page.text
    for pattern, label, reason, onwards in KINDS:
        for match in pattern.finditer(page.text if pattern in AS_WRITTEN else read):
            end = to_edge(page.text, match.end()) if onwards else match.end()
            start = from_edge(page.text, match.start()) if label is Label.EVENT else match.start()
            yield Span(start, end, label, Tier.LOOK, reason)
    yield from _haunts(read)
    for match in DAY.finditer(page.text):
        yield Span(*match.span("day"), Label.DATE, Tier.LOOK, "a day that others may remember")
    for match in TOWN.finditer(page.text):
        yield Span(*match.span("town"), Label.PLACE, Tier.LOOK, "a place", "another town")
    yield from _known_by_the_article(page)


def _haunts(text: str) -> Iterator[Span]:
    """The biscuit factory, the saddler's: with the word that narrows it."""
    for match in HAUNT.finditer(text):
        left = max(0, match.start() - BEFORE)
        led = BEFORE_A_HAUNT.search(text, left, match.start())
        start = led.start() if led else match.start()
        reason = "where people work, learn, meet or pray"
        yield Span(start, match.end(), Label.ORGANISATION, Tier.LOOK, reason)


def to_edge(text: str, end: int) -> int:
    """Where the clause ends that goes on after a passage, at a whole word."""
    edge = EDGE.search(text, end, min(len(text), end + REACH))
    if edge:
        return max(end, edge.start())
    if end + REACH >= len(text):
        return len(text)
    return max(end, text.rfind(" ", end, end + REACH))


def from_edge(text: str, start: int) -> int:
    """Where the clause begins that leads up to a passage, at a whole word."""
    left = max(0, start - BEFORE)
    edges = [edge.end() for edge in EDGE.finditer(text, left, start)]
    first = edges[-1] if edges else (text.find(" ", left, start) + 1 if left else 0)
    while first < start and not text[first].isalnum():
        first += 1
    return first


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
