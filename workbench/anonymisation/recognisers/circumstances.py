"""What a life is made of, told without a cue for it: work, kin, what follows them. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.clauses import to_edge
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page

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
    r"on probation|on remand|sex offenders?(?:['’])?(?: register)?|rides? to hounds|sent down|"
    r"inside for|in prison|deported|sectioned|"
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
    r"(?:lives?|lived|living|shares?|sleeps?|grew up|brought up|raised) (?:(?:in|on|alone|"
    r"together) )*"
    r"(?:an?|the|her|his|their) (?:[a-z]+ ){0,2}(?:caravan|houseboat|narrowboat|barge|yurt|"
    r"camper ?van|"
    r"tent|lighthouse|tied cottage|almshouse|vicarage|castle|hostel|squat|refuge|croft|farmhouse|"
    r"children['’]s home|convent|commune|kibbutz|camp|barracks|orphanage)|"
    r"(?:social services|cafcass|probation) (?:are )?involved|man of god|woman of god)\b",
)
COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])"
KIN = (
    r"(?:son|daughter|brother|sister|child|baby|boy|girl|twin|niece|nephew|uncle|aunt|cousin|"
    r"stepson|stepdaughter|stepfather|half-brother|half-sister)"
)
KINDRED = re.compile(
    rf"\b(?:{COUNT} (?:stepsons|stepdaughters|half-sisters|half-brothers|husbands|wives)\b"
    rf"|{COUNT} (?:kids|children) (?:by|under|from)\b|{COUNT} under (?:\d+|{COUNT})\b"
    rf"|(?:an? |one |the |an only |her |his )?{KIN}s? (?:who (?:died|drowned|killed|was (?:"
    rf"given|adopted|killed|sent|born|found|taken|raised|murdered|lost)|went (?:to|into|off)|"
    rf"is an?|has a)|"
    r"in (?:prison|care|the (?:army|navy|police|force))|born (?:deaf|blind|with)|"
    r"given up|put up for|conceived|stillborn|from (?:his|her|a) (?:first|previous|second))\b"
    r"|(?:widow|widower|orphan|heir) of\b|married (?:to )?(?:an? |the )(?!lot\b|long\b|bit\b)"
    r"|engaged to\b|(?:widowed|divorced|married|bereaved) (?:twice|three times)\b"
    r"|only (?:son|daughter|girl|boy) (?:of|among|in)\b|family of (?:\d|[a-z]+(?=[.,;:\s]))\b"
    r"|never married\b|(?:a|an|the) [a-z-]+['’]s (?:wife|widow|daughter|son|husband|mother)\b"
    r"|(?:a )?carer (?:to|for) (?:his|her|their|my|your)\b|his and her\b|by two (?:mums|"
    r"dads|fathers|mothers)\b"
    r"|(?:the|an) only (?:[a-z]+ )?(?:black|white|asian|female|male|gay|deaf|woman|man|girl|"
    r"boy|jew|"
    r"muslim|catholic)(?: (?:woman|man|girl|boy|child|family|student|pupil))?\b)",
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
    (FOLLOWED_BY, Label.PEOPLE, "what sorts people, or follows them", True),
    (KINDRED, Label.FAMILY, "a family that relatives would recognise", True),
    (KIN_AT, Label.FAMILY, "where somebody of the family lives", True),
    (DESCENT, Label.PEOPLE, "a people that somebody comes from", False),
    (FIRM, Label.ORGANISATION, "a firm", False),
    (FEAST, Label.DATE, "a day that everybody can date", False),
)

#: Where a capital tells; the others are matched in lower case, which is faster.
AS_WRITTEN = frozenset({KIN_AT, DESCENT, FIRM, FEAST})


def circumstances(page: Page) -> Iterator[Span]:
    """Drives the 43 to Someplace; in and out of care; of Ghanaian heritage."""
    lower = page.text.lower()
    read = lower if len(lower) == len(page.text) else page.text
    for pattern, label, reason, onwards in KINDS:
        for match in pattern.finditer(page.text if pattern in AS_WRITTEN else read):
            end = to_edge(page.text, match.end()) if onwards else match.end()
            yield Span(match.start(), end, label, Tier.LOOK, reason)
    for match in DAY.finditer(page.text):
        yield Span(*match.span("day"), Label.DATE, Tier.LOOK, "a day that others may remember")
    for match in TOWN.finditer(page.text):
        yield Span(*match.span("town"), Label.PLACE, Tier.LOOK, "a place", "another town")
