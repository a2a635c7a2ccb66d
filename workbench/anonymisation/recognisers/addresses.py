"""Postcodes, streets and numbered homes. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.wordlists import cues

POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRV-Y]?) "
    r"{0,2}\d[ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
#: What stands in one line before a postcode: the house, the lane, the village.
BEFORE_POSTCODE = re.compile(
    r"(?:(?:[A-Z][\w’'.-]{1,20}|\d{1,4}[A-Za-z]?|(?:of|the|upon|on|in|le)\b),? ){1,8}$"
)
OUTWARD = re.compile(
    r"\b(?:in|to|from|around|near|postcode|area|of|,)\s(?P<code>(?:[NESW]|[NS]?[EW]|"
    r"[NS]W|EC|WC)\d{1,2}[A-Z]?|[A-Z]{1,2}\d{1,2})\b(?! ?/)"
)
AREAS = (
    "AB AL BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
    "DY EC EH EN EX FK FY GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD "
    "LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK "
    "SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE"
).replace(" ", "|")
#: The first half of a postcode by itself, where two letters leave no doubt.
DISTRICT = re.compile(rf"(?<![\w/-])(?P<code>(?:{AREAS})\d{{1,2}}(?: \d)?)(?![\w/-])")
KINDS = (
    r"(?:road|rd|street|avenue|ave|lane|crescent|terrace|gardens|grove|mews|square|parade|villas|"
    r"wharf|quay|broadway|boulevard|close|drive|way|walk|row|court|place|hill|rise|green|view|"
    r"estate|alley|st|dr|ct|blvd|pl|mount|croft|fold|gate|heights|meadow|meadows|"
    r"cottages|buildings|hwy|highway|loop|"
    r"crescant|crescen|avenu|terace|gardans|steet|"
    r"straat|strasse|stra(?:ss|ß)e)"
)
STREET = re.compile(
    rf"(?:\bThe (?:[A-Z][\w’'-]{{2,20}} ){{0,1}}[A-Z][\w’'-]{{2,20}}, )?"
    rf"(?:\b(?:[Ff]lat|[Uu]nit|[Aa]partment|[Aa]pt\.?|[Rr]oom|[Pp]lot|[Pp]itch|"
    rf"[Ss]uite)\s?\d{{0,4}}(?:/\d{{1,3}})?[A-Za-z]?,?\s)?(?:\b\d{{1,5}}[A-Za-z]?,?\s)?"
    rf"(?<!\w)(?:(?:[A-Z]\w{{1,2}}\.|"
    rf"[A-Z][\w’'.-]{{0,29}}[\w’'-])\s){{1,3}}(?i:{KINDS})\b"
    rf"(?: (?:North|South|East|West)\b)?(?!\s?['’])"
)
#: "GP Dr Patel" is somebody with a title; "Acacia Dr, Leeds" is a drive.
TITLE = re.compile(r"\s[Dd]r\.?\s[A-Z]")
NUMBERED = re.compile(
    rf"\b\d{{1,5}}[A-Za-z]?,?\s(?:[\w’'.-]{{2,30}}\s){{1,3}}(?i:{KINDS})\b|\b(?:PO|"
    rf"P\.O\.|PSC) Box \d+",
    re.IGNORECASE,
)
#: Ends of streets that are ordinary words: they count after a number.
RARE_KINDS = (
    r"(?:approach|circus|cross|dell|dene|drove|esplanade|garth|glade|glebe|park|path|passage|"
    r"promenade|"
    r"ridge|side|spinney|vale|wynd|brae|loan|gait|bank|field|fields|green|ground|haven|hollow|leas|"
    r"links|nook|orchard|paddock|precinct|quadrant|reach|steps|strand|top|yard|maltings|parade|"
    r"house|"
    r"common|bridge|corner|hall|lodge|tower|towers|heath|wood|woods|end|ford|dale|moor|bay|beach)"
)
LINED = re.compile(
    rf"(?<![\w.,])\d{{1,4}}[A-Za-z]?,? "
    rf"(?:(?!Sessions?|Weeks?|Months?|Years?)[A-Z][\w’'-]{{1,30}} ){{1,3}}"
    rf"(?i:{RARE_KINDS})\b"
)
INSIDE = re.compile(
    r"\b(?:Flat|Apartment|Apt\.?|Room|Unit|Suite|Block|Staircase)\s\w{1,4},?(?:\s(?:Block|Tower|"
    r"House|Floor)"
    r"\s\w{1,3},?)?(?:\s(?!Session|Week|I\b)[A-Z][\w’'-]+){1,3}"
)
NAMED_HOUSE = re.compile(
    rf"\b(?:[A-Z][\w’'-]{{1,20}}\s){{1,3}}(?:Cottages?|House|Lodge|Farm|Rectory|Vicarage|Barn|Mill|"
    rf"Villas?|Bungalow|Larches|"
    rf"Croft),\s(?:\d{{1,4}}\s)?(?:[A-Z][\w’'.-]{{1,30}}\s){{1,3}}(?i:{KINDS})\b"
)
#: In Wales the kind of street stands first; a Scottish farm is "Mains of" somewhere.
KIND_FIRST = re.compile(
    r"\b\d{1,4}[A-Za-z]?,? (?:Heol|Ffordd|Stryd|L[oô]n|Maes|Bryn|Clos|Rhodfa|Cae|Llys|T[yŷ]|Plas|"
    r"Parc|Cilgant|Gerddi|D[oô]l|Pen|Rhes|Teras)(?:[ -](?:y|yr|Yr?|[A-Z][\w’'-]{1,20})){1,3}"
    r"|\b\d{1,4}[a-z]?,? rue (?:[a-zé]{1,3}[ ’'])?[A-Z][\w’'-]{2,20}"
    r"|\b(?:ul\.|ulica|calle|via|rua) [A-Z\u00c0-\u017f][\w’'-]{2,20}(?: \d{1,4}[a-z]?)?"
    r"|\b(?:Mains|Mill|Kirkton|Milton|Newton|Nether|Bridge|Braes) of [A-Z][\w’'-]{2,20}"
    r"(?:, (?:by|near) [A-Z][\w’'-]{2,20})?"
)
HOME = re.compile(
    r"\bat (?:number|no\.?) \d{1,4}[a-z]?\b|"
    r"\b(?:flat|apartment|apt\.?|suite|block|house number|unit)\s(?:no\.? )?\d{1,4}[A-Za-z]?\b",
    re.IGNORECASE,
)
LOWER_STREET = re.compile(
    r"(?<!\w)(?P<name>[a-z][a-z’'-]{2,30}) (?P<kind>road|rd|street|avenue|ave|lane|"
    r"crescent|terrace)\b"
)
SURE = cues("sure")
NO_STREET = cues("no_street")
LEADS_ELSEWHERE = re.compile(r"\b(?:and|of|the|to|in|her|his|sessions?|years?|weeks?|hours?)\b")


def addresses(page: Page) -> Iterator[Span]:
    """Where somebody lives or can be visited."""
    yield from _postcodes(page.text)
    for match in STREET.finditer(page.text):
        yield from _street(match)
    for match in (*NUMBERED.finditer(page.text), *HOME.finditer(page.text)):
        if not LEADS_ELSEWHERE.search(match[0]):
            yield _address(match.span(), "a numbered home or street")
    for match in (
        *LINED.finditer(page.text),
        *INSIDE.finditer(page.text),
        *NAMED_HOUSE.finditer(page.text),
        *KIND_FIRST.finditer(page.text),
    ):
        yield _address(match.span(), "a numbered home or street")
    for match in LOWER_STREET.finditer(page.text):
        facts = gazetteer().of(folded(match["name"]))
        if not facts & Fact.COMMON or (page.rough and not facts & Fact.EVERYDAY):
            yield _address(match.span(), "a street")


def _postcodes(text: str) -> Iterator[Span]:
    for match in POSTCODE.finditer(text):
        if match[0].upper() == match[0] or match[0].islower():
            before = BEFORE_POSTCODE.search(text, max(0, match.start() - 80), match.start())
            start = before.start() if before else match.start()
            yield _address((start, match.end()), "a postcode, with what stands before it")
    for match in (*OUTWARD.finditer(text), *DISTRICT.finditer(text)):
        reason = "the first half of a postcode"
        yield Span(*match.span("code"), Label.ADDRESS, Tier.LOOK, reason, "that part of town")


def _street(match: re.Match[str]) -> Iterator[Span]:
    """One street: "The Close" and "Main Road" are anybody's."""
    words = [folded(word) for word in re.findall(r"[^\W\d_][\w’'-]*", match[0])]
    named = [word for word in words[:-1] if word not in NO_STREET]
    if not named or _is_title(match):
        return
    if words[-1] in SURE or re.search(r"\d", match[0]) or words[-1] in {"st", "dr", "square"}:
        yield _address(match.span(), "a street")


def _is_title(match: re.Match[str]) -> bool:
    """Whether it ends in the "Dr" of a name that follows, and no number says otherwise."""
    return bool(
        TITLE.match(match.string, match.end() - len(" Dr")) and not re.search(r"\d", match[0])
    )


def _address(span: tuple[int, int], reason: str) -> Span:
    return Span(*span, Label.ADDRESS, Tier.MUST_GO, reason, "[address removed]")
