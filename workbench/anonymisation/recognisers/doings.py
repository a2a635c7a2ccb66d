"""What somebody is said to do for a living, without a name for it. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.clauses import to_edge
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.wordlists import cues, wordlist

ARTICLES = cues("articles")
STOPS = cues("stops")
NO_WORK = cues("no_work")
DOING = re.compile(
    r"\b(?:work(?:s|ed|ing)?|trained|training|trains|employed|job|career|employment|"
    r"role|retired|qualif(?:y|ied)|started out|volunteers?|volunteered)"
    r"(?: (?:full[- ]time|part[- ]time|now|nights|freelance|for years))? as (?:an? |"
    r"the )?(?P<job>(?:[\w’'-]+ ){0,4}[\w’'-]+)",
)
RUNNING = re.compile(
    r"\b(?:runs?|ran|"
    r"(?:i|you|we|they|parents|still|now) own|"
    r"owns|owned|manages?|managed|managing|running|drives?|drove|"
    r"driving|keeps|farms?|farmed|teach(?:es)?|taught|lectur(?:es|ed) in|play(?:s|ed) "
    r"(?:the )?(?:cello|violin|trombone|oboe|tuba|organ|harp|viola|french horn|"
    r"bassoon|bagpipes)|conducts?|repairs?|restores?|edits?|breeds?|bred) "
    r"(?P<what>(?:an? |the |his own |her own )?(?:[\w’'-]+ ){0,5}(?:shop|business|"
    r"company|cafe|café|pub|restaurant|bakery|farm|salon|garage|hotel|nursery|agency|"
    r"gallery|franchise|chippy|takeaway|studio|school|orchestra|choir|stables?|"
    r"kennels?|taxi|lorry|lorries|bus|buses|hgvs?|tram|train|trains|van|ambulance|"
    r"forklift|tractor|cello|violin|trombone|oboe|tuba|organ|harp|viola|horn|bassoon|"
    r"bagpipes|maths|physics|chemistry|biology|latin|french|german|history|geography|"
    r"music|drama|ballet|yoga|boats?|clocks?|pianos?|pigeons|greyhounds|alpacas|sheep|"
    r"bees|smallholding|vineyard|dealership|branch|depot))\b",
)
STUDYING = re.compile(
    r"\b(?:studying|studied|studies|reading|read|degree in|phd in|master['’]?s in|"
    r"doctorate in|apprenticeship in) (?P<what>(?:[a-z]+ ){0,2}(?:engineering|"
    r"medicine|law|physics|chemistry|biology|mathematics|maths|history|philosophy|"
    r"english|architecture|nursing|dentistry|economics|geology|music|theology|"
    r"linguistics|archaeology|astronomy|astrophysics|sociology|politics|computing|"
    r"science|accountancy|fashion|design|zoology|marine biology|veterinary science|"
    r"classics))\b"
    r"|\b(?:phd|doctorate|dphil|mba|bachelor['’]?s(?: degree)?|master['’]?s(?: "
    r"degree)?)\b(?! ?(?:level|student))",
)
CRAFT = re.compile(
    r"\b(?:the one who )?(?:do|does|did|doing|done|fix(?:es|ed|ing)?|mend(?:s|ed|ing)?|"
    r"fit(?:s|ted|ting)?|"
    r"repair(?:s|ed|ing)?|restor(?:es|ed|ing)|servic(?:es|ed|ing)|make|makes|made|making|"
    r"sells?|sold|"
    r"selling|keeps?|kept|keeping|breeds?|bred|breeding|trains?|trained|training|grows?|grew|"
    r"shears?|"
    r"shoes?|paint(?:s|ed|ing)?|writes|tunes?|tuned|lays?|laid|laying|digs?|dug|sweeps?|swept|"
    r"cleans?|cleaned|cleaning|cuts?|cutting|deliver(?:s|ed|ing)|drives?|drove|driving|flies|"
    r"flew|presents|"
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
    r"|\b(?:drives?|driving|drove) (?:the|an?|his) (?:[a-z]+ )?(?:gritter|minibus|digger|crane|"
    r"tanker|"
    r"hearse|coach|bin lorry|combine|dumper|milk float|post van|artic|fire engine|limousine|"
    r"rickshaw|"
    r"snowplough|steam train|taxi|cab|bus|lorry|tractor|tram|train|ambulance|forklift|"
    r"library van)\b"
    r"|\b(?:wrestled|boxed|performs?|performed|busked|danced|modelled|posed|fought|streams|"
    r"blogs?) as "
    r"|\b(?:drives?|delivers?|delivered|cleans|cleaned|sews|sewed|models|modelled|plays?|played|"
    r"rides?|rode|boxe[sd]|skated?|swam|swims|ran|runs|rows|rowed|"
    r"cooks?|"
    r"cooked|sings|sang|danced|dances) (?:for (?!her|him|me|us|them|it|n?one|two|three|four|five|"
    r"six|seven|eight|nine|ten|a while)|professionally|in the (?:choir|band|orchestra|"
    r"ballet))\b",
)
WORKING = re.compile(
    r"(?:^|[.;,(]\s|\b(?:he|she|who|they|mother|father|husband|wife|partner|mum|dad|"
    r"(?-i:[A-Z][a-z]+)) )(?:now |also |still |only |once |then )?"
    r"work(?:s|ed) (?:nights |days |shifts |part[- ]time |full[- ]time )?(?:in|for|at|on) "
    r"(?P<what>(?!it\b|this\b|that\b|himself\b|herself\b|home\b|night|least|first|"
    r"all\b|silence|the (?:same|transference|session|relationship|focus|ending|here|"
    r"moment)|the time|pairs|my|our)(?:an? |the )?(?:[\w’'-]+ ?){1,4})",
    re.IGNORECASE | re.MULTILINE,
)
SHIFTS = re.compile(
    r"\b(?:do|does|did|doing|works?|worked|working|on) (?:the )?(?:nights|days|earlies|lates|"
    r"twilights|weekends|saturdays|sundays|mornings|evenings|shifts|teas|dinners|lunches|"
    r"breakfasts|doors?|bar|"
    r"books|flowers|sound|lights|accounts|deliveries|catering|cleaning|ironing|laundry|"
    r"washing[- ]up|tills?|stall|reception|maintenance|security|collections|rounds|admin) "
    r"(?:at|in|for|on|down|up|out of|with) "
)
#: Known by where they are all day: "on the bins", "on the boats".
ALL_DAY = re.compile(
    r"\bon the (?:bins|dust ?carts|bin lorries|boats|rigs|buses|trams|trains|tube|railways?|"
    r"tugs|tugboats|dredgers|trawlers|ferries|barges|docks|taxis|cabs|minicabs|lorries|wagons|"
    r"vans|tankers|ships|"
    r"cruise ships|cruises|tills|checkouts?|lollipop|markets|stalls?|doors|tools|wards|sites|"
    r"buildings|scaffold(?:ing)?|switchboard|roads|track|production line|assembly line|"
    r"deli(?: counter)?|(?:fish|meat|cheese|"
    r"perfume|make-up|beauty|bakery) counter|milk round|land|fairs|waltzers|dodgems|oil rigs?|"
    r"canals|lambing|hops|herring|mackerel|crab|lobsters|oysters|mussels|ambulances|fire engines|"
    r"lifeboats?|desks at|phones at|door at)\b(?! of\b)"
)
WORKPLACES = "|".join(
    sorted(
        map(re.escape, wordlist("workplaces", "haunts") | cues("offices_of_work")),
        key=len,
        reverse=True,
    )
)
AT_WORK = re.compile(
    r"\b(?:works?|worked|working|jobs?|shifts?|nights|placement|apprenticed|apprenticeship|"
    r"employed|"
    r"stint|temp(?:s|ed|ing)|volunteers?|volunteering|part[- ]time|full[- ]time|gut(?:s|ted|ting)|"
    r"pack(?:s|ed|ing)|weld(?:s|ed|ing)|sew(?:s|ed|ing)|cleans|cleaned|cleaning|teaches|taught|"
    r"lectures|cooks|cooked|"
    r"serves|served|waitressing|waitressed|caddied) "
    r"(?:part[- ]time |full[- ]time |nights |days |now |again |up |down |over |out |shifts )?"
    r"(?:at|in|for|on|with) (?:an? |the |his |her |their |some )?(?:[a-z'’-]+ ){0,2}?"
    rf"(?:{WORKPLACES})(?![\w-])"
    r"|\b(?:runs?|ran|owns|owned|manages|managed|opened|took over|inherited|keeps|kept) "
    r"(?:an? |the |his |her |their )(?:[a-z'’-]+ ){0,3}?"
    rf"(?:{WORKPLACES})(?![\w-])"
)
#: What is done for a living, or for the place, by those who have no name for it.
DUTIES = re.compile(
    r"\b(?:stack(?:s|ed|ing)? shelves|wait(?:s|ed|ing)? (?:on )?tables|pull(?:s|ed|ing)? pints|"
    r"pick(?:s|ed|ing)? (?:fruit|hops|potatoes|strawberries|daffodils|cockles|peas)|"
    r"gut(?:s|ted|ting)? (?:fish|herring|chickens)|milk(?:s|ed|ing)? (?:cows|goats)|"
    r"wash(?:es|ed|ing)? (?:pots|dishes|cars) (?:at|in|for)|walk(?:s|ed|ing)? dogs|"
    r"mind(?:s|ed|ing)? (?:sheep|other people['’]s)|ring(?:s|ing)? the (?:church )?bells|"
    r"chair(?:s|ed|ing)? the|captain(?:s|ed|ing)? the|preside[sd] over the|sits on the (?:bench|"
    r"council)|"
    r"stood for (?:parliament|the council|election)|elected to the|governor (?:of|at) (?:the|his|"
    r"her|a)|"
    r"president of the|secretary of the|treasurer of the|clerk to the|patron of the|"
    r"referee(?:s|d)? the|umpire[sd]? the|"
    r"(?:play|plays|played|playing) (?:the )?(?:cello|violin|trombone|oboe|tuba|organ|harp|viola|"
    r"french horn|bassoon|bagpipes|cornet|euphonium|accordion|fiddle|bodhr[aá]n|tabla|sitar|dhol|"
    r"flugelhorn|timpani|double bass|banjo|ukulele|concertina|steel pans?)\b|"
    r"sings? (?:with|in|for|at) |"
    r"(?:two|three|four|several|his|her|a) tours? (?:in|of) |"
    r"(?:sells?|sold|selling|hawks|hawked) [a-z]+(?: and [a-z]+)? (?:at|outside|on|in|from|off|"
    r"to) |"
    r"(?:breeds|bred|breeding|races|racing) [a-z]+s\b|"
    r"(?:first|second|third|principal|lead) (?:cello|violin|viola|horn|trumpet|trombone|clarinet|"
    r"oboe|"
    r"bassoon|flute|tenor|soprano|alto|bass) (?:in|with|at|for) )"
)
STUDENT = re.compile(
    r"\b(?:1st|2nd|3rd|4th|first|second|third|fourth|final)[- ](?:yr|year) (?!of\b|in\b|and\b|"
    r"or\b)[a-z]+|"
    r"\b(?:postgrad(?:uate)?|undergrad(?:uate)?|(?:msc|ma|mres|mphil|phd) student) (?:in|at) "
)
GRADE = re.compile(r"\b(?:band [4-8][abc]?|[fs]t?[1-8]|ct[1-3]|fy[12]) (?:on|in|at|nurse|doctor) ")
ONWARDS = (CRAFT, SHIFTS, ALL_DAY, AT_WORK, DUTIES, STUDENT, GRADE)
WITH_THE_VERB = (RUNNING, STUDYING)
JOB_PATTERNS = ((DOING, "job"), (RUNNING, "what"), (STUDYING, "what"), (WORKING, "what"))


def doings(page: Page) -> Iterator[Span]:
    """Works nights for the bus company; does the teas at the caff; keeps bees."""
    lower = page.text.lower()
    read = lower if len(lower) == len(page.text) else page.text
    for pattern in ONWARDS:
        for match in pattern.finditer(read):
            yield _job(match.start(), to_edge(page.text, match.end()), "something similar")
    for pattern, group in JOB_PATTERNS:
        for match in pattern.finditer(page.text if pattern is WORKING else read):
            yield from _told(match, group)


def _told(match: re.Match[str], group: str) -> Iterator[Span]:
    """What somebody is said to do, up to the first word that leads elsewhere."""
    words = match[group] or match[0]
    start = match.start(group) if match[group] else match.start()
    first = match.start() if match.re in WITH_THE_VERB else start
    kept = 0
    for word in re.finditer(r"[\w’'-]+", words):
        if kept and word[0].lower() in STOPS - {"of"}:
            break
        kept = word.end()
    if kept and words.split()[0].lower() not in NO_WORK and words[:kept].lower() not in ARTICLES:
        instead = "person in similar work" if group == "job" else "something similar"
        yield _job(first, start + kept, instead)


def _job(start: int, end: int, replacement: str) -> Span:
    reason = "what somebody does for a living, or with their days"
    return Span(start, end, Label.JOB, Tier.LOOK, reason, replacement)
