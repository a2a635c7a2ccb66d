"""What happened that others may have heard or read of. Pure."""

import re
from collections.abc import Iterator
from itertools import chain

from workbench.anonymisation.clauses import from_edge, to_edge
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page

SCENES = (
    r"(?:england|wales|scotland|ireland|gb|great britain) (?:\w+ )?(?:squad|team|side)|under-\d+s|"
    r"inquest|coroner['’]?s court|crown court|court case|murder(?:ed|er)?|manslaughter|"
    r"stabb(?:ed|ing)|shooting|shot (?:dead|by|at)|set fire to|kidnapp(?:ed|ing)|drowned|"
    r"drowning|electrocuted|struck by lightning|avalanche|mudslide|earthquake|tsunami|"
    r"shipwreck|ferry disaster|pit disaster|"
    r"(?:air|rail|mining|train|bridge) disaster|explosion|exploded(?! (?:at|with|in|into)\b)|"
    r"house fire|(?:the )?fire at|survivor of|stopped and searched|"
    r"detained(?! in conversation)|queen['’]s funeral|arson|"
    r"(?:plane|train|coach|helicopter|car|motorway|bus) crash|pile-up|derail(?:ed|ment)|"
    r"terror(?:ist)? attack|bombing|hostage|massacre|genocide|riots?|"
    r"floods?(?! (?:of|with)\b)|flooded(?! (?:with|by)\b)|"
    r"tabloids?|documentary|went viral|gone viral|googleable|"
    r"level crossing|family court|(?:public )?inquiry|"
    r"(?:gmc|nmc|hcpc|iopc|tribunal|disciplinary|court|custody|parole|misconduct) hearing|lottery|"
    r"(?:gold|silver|bronze) medal|medal|olympics?|paralympics?|championships?|world record|"
    r"guinness|carnival|regatta|eisteddfod|"
    r"(?:national|regional|world|county|european|british|all-england|junior) "
    r"(?:final|finals|champion|championship|title|record|team|squad)|"
    r"(?:cup|grand) final|beauty pageant|miss (?:world|england)|reality (?:show|tv)|"
    r"mastermind|talent show|x factor|crimewatch|obe|mbe|cbe|knighted|george cross|victoria cross|"
    r"class action|sentenced|convicted|imprisoned for|struck off|lifeboat|"
    r"mountain rescue|air ambulance|coma|conjoined|transplant(?:ed)?|won the|"
    r"whistle-?blow(?:er|ing)|embezzl\w+|"
    r"scandal|strike of|miners['’] strike|recalled by the manufacturer"
)
SCENE = re.compile(rf"(?<![\w-])(?=[a-z])(?:{SCENES})(?![\w-])")
PAPERS = (
    r"(?:gazette|echo|herald|argus|chronicle|mercury|advertiser|courier|telegraph|examiner|"
    r"sentinel|"
    r"despatch|dispatch|evening post|evening news|parish mag(?:azine)?|newsletter)"
)
#: Papers whose names are plain words: "it was in the standard", but not "in the post".
PLAIN_PAPERS = r"(?:standard|record|star|post|weekly|reporter|observer|citizen|journal|press|mail)"
#: Who told it, and where one could look it up.
TOLD = re.compile(
    r"\b(?:in (?:every|all the) (?:news)?papers?\b|(?:in|on|all over|made|reached|across|by|"
    r"from) (?:all )?the (?:local |national |"
    r"evening |"
    r"sunday |front of the |front page of the )?(?:papers?(?! (?:forms?|bags?|cups?|copy|"
    r"copies))|news|headlines|press|telly|radio|"
    r"television|"
    rf"tv|internet|(?:[a-z]+ )?{PAPERS})\b(?! of\b)"
    r"|(?:it was|he was|she was|they were|photo|picture|piece|story|all over|front page|"
    r"letters?) "
    rf"(?:in |on |of |to )*the (?:front of the |[a-z]+ )?{PLAIN_PAPERS}\b(?! of\b)"
    r"|(?:on|off) (?:the )?(?:telly|tv|news|radio [a-z0-9]+|look north|points west|panorama|"
    r"songs of praise|question time|bake off|woman['’]s hour|local radio)\b"
    r"|(?:a|the) (?:[a-z]+ ){0,2}(?:film|book|programme|piece|podcast|documentary|article|"
    r"headline|photo|picture|story) (?:of|about|on) (?:it|her|him|them|us)\b"
    r"|(?:local|national|evening) (?:paper|news|newspaper|press|television|radio)\b"
    r"|(?:googled|trolled|doxx?ed) (?:her|him|them|us)\b|(?:reporters|journalists|the cameras|"
    r"tv crews?) (?:outside|at the|came|rang|were|camped)\b)"
)
#: As written, for in lower case anybody looks in the mirror: papers, lost ships, the day in York.
THE_NAMED = re.compile(
    r"\b[Tt]he (?:(?:Times|Mail|Sun|Mirror|Express|Guardian|Independent|Star|Post|News|Standard|"
    r"Record|"
    r"Echo|Sentinel|Chronicle|Examiner|Citizen|Reporter|Courier|Journal|Leader|Messenger|Visitor|"
    r"Press|Scotsman|Irish News|Belfast Telegraph|Western Mail|Daily \w+)\b"
    r"|[A-Z]\w+(?: [A-Z]\w+)? (?:went down|sank|capsized|ran aground|foundered)\b"
    r"|(?:day|night|week|weekend|summer|winter) (?:in|at|on) (?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|"
    r"Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|I\b)[A-Z]\w+)"
)
WRECKED = (
    r"(?:burn(?:ed|t)|bombed|torched|demolished|flattened|blown up|raided|petrol[- ]bombed|flooded|"
    r"looted|shelled|condemned|pulled down|shut down|closed down|bulldozed|evacuated|stormed|"
    r"cordoned off|firebombed|vandalised|desecrated|washed away|repossessed)"
)
BEFELL = re.compile(
    rf"\b(?:(?:the|our|their|his|her|a) [a-z’'-]+ (?:was|were|got|had been) {WRECKED}\b"
    r"|(?:burn(?:ed|t) (?:down|to)|blew up|caved in|came down (?:on|in)|went over (?:at|in|"
    r"on|off)|went off the|fell off the|jumped (?:off|from) the|"
    r"sank (?:off|in|with)|capsized|ran aground|lost with all|lost at sea|"
    r"pulled (?:out of|from) the|went down with|knocked down a|"
    r"(?:killed|shot|wounded|injured|hurt|lost (?:a|his|her|an) [a-z]+) (?:in|at|on|by) (?:the|a)|"
    r"first on the scene|ran off with|later convicted|"
    r"(?:mill|factory|pit|school|mine|plant|works|yard|steelworks|bank|library|hospital|hotel|"
    r"restaurant|church|shop|bridge|roof) (?:at \w+ )?(?:closed|collapsed|exploded|"
    r"flooded|shut|fell|burned|burnt|was bombed))\b"
    r"|[a-z]+ (?:that |which |who |had )?(?:went|gone|driven|drove|crashed|rolled|ploughed|ran|"
    r"came|"
    r"skidded|fell|jumped|plunged|slid) (?:into|off|over|under|through) (?:the|a) (?:beck|river|"
    r"canal|"
    r"dock|harbour|lake|reservoir|sea|water|wall|tram|bridge|cliff|quarry|crowd|queue|railings|cut|"
    r"loch|weir|pier|quay|roof|motorway|train|ice|crowd|bus stop|shop|house)\b)"
)
#: Founded the carnival; the only driver who stopped; among the first women on the buses.
ALONE = re.compile(
    r"\b(?:(?:helped (?:to )?(?:found|set up|start|build|organise)|co-?founded|founded) "
    r"(?:the|an?) "
    r"|(?:the|among the|one of the|be|become|became) (?:only|very first|first|last|youngest|"
    r"oldest|"
    r"longest[- ]serving|fastest) (?:[a-z]+ ){0,3}?(?:woman|women|man|men|girls?|boys?|drivers?|"
    r"partners?|survivors?|conductors?|players?|pupils?|students?|teachers?|members?|captains?|"
    r"nurses?|"
    r"doctors?|famil(?:y|ies)|workers?|apprentices?|officers?|firefighters?|pilots?|residents?|"
    r"keepers?|ringers?|referees?|farmers?|shops?|households?|houses?) "
    r"(?:in|on|at|of|to|from|who|with|left|ever|for)\b)"
)
ONLY = re.compile(
    r"\bthe only (?!thing|one|time|way|person|place|reason|word|part|feeling|question|sign|bit|"
    r"option|"
    r"other|point|difference|thought|emotion|moment|chair|light|sound|voice|hope|safe|real|good|"
    r"right)"
    r"[a-z]+(?: [a-z]+)? (?:in|on) (?:the|her|his|their|that) (?!room|session|world|group|chair|"
    r"moment|"
    r"text|file|end|time|wall|same|whole|draft|letter|story)[a-z]+"
)
#: What happens to one in a town: came off her horse, found the body.
MISHAP = re.compile(
    r"\b(?:the (?:collapse|closure|sinking|demolition|shutting|burning|bombing|flooding|takeover|"
    r"siege) "
    r"of the [a-z]+|(?:sold|lost|bought|inherited|gambled away|took over) (?:the|his|her|"
    r"their) (?:family |"
    r"whole )?(?:farm|pub|shop|business|restaurant|hotel|boat|herd|garage|bakery|takeaway|"
    r"land)\b|(?:came off|thrown from|fell from|crushed by|trapped (?:in|under)|buried (?:under|in|"
    r"alive)|"
    r"run over by|hit by|knocked (?:down|over|off) (?:by|his|her)|savaged by|pulled from|"
    r"dragged from|"
    r"scalded (?:by|at)|gassed (?:by|at)|bitten by) (?:an?|the|his|her|their) [a-z]"
    r"|found (?:the body|a body|(?:him|her|them|(?:his|her|their|my) [a-z]+) (?:dead|hanging|"
    r"hanged|"
    r"drowned|in the (?:reservoir|garage|river|barn|bath|woods|shed|canal|sea|lake|loft|attic)))\b"
    r"|(?:on the jury|"
    r"foreman of the jury)\b"
    r"|(?:contestant|extra|appeared|was|been|went|got) on (?:love island|bake off|big brother|"
    r"britain['’]s got talent|the voice|the apprentice|dragons['’] den|countdown|pointless|"
    r"eggheads|"
    r"university challenge|antiques roadshow|bargain hunt|come dine with me|gogglebox|first dates|"
    r"jeremy kyle|casualty|coronation street|emmerdale|mastermind|the chase|strictly|"
    r"stars in their eyes)\b)"
)
#: The winter the boat went down; the day of the fireworks.
SEASON = re.compile(
    r"\b(?:the (?:winter|summer|spring|autumn|year|night|day|weekend|christmas|easter) (?:that |"
    r"when )?the "
    r"(?!session|therap|treatment|patient|client|assessment|letter|ending|first|last|clinic|"
    r"feeling|same)"
    r"[a-z’'-]+ (?:went|came|fell|shut|closed|broke|sank|burn|was|were|got|blew|died|flooded|"
    r"froze|left|"
    r"stopped|exploded|collapsed|opened)"
    r"|the (?:day|night|morning|week|weekend|year|time) of the "
    r"(?!session|therap|treatment|patient|client|assessment|appointment|ending|first|last|week|"
    r"month|year)"
    r"[a-z’'-]+)"
)
#: Swam the Channel, climbed Snowdon.
FEAT = re.compile(
    r"\b(?:swam|climbed|rowed|sailed|cycled|walked|ran|crossed|flew|kayaked) (?:the |across |up |"
    r"round |"
    r"solo |from |to the top of )*(?:Channel|Atlantic|Everest|Kilimanjaro|Snowdon|Ben \w+|Scafell|"
    r"Land['’]s End|Pennine|Camino|Thames|Severn|Solent|[A-Z]\w+ (?:Way|Marathon|Sea|Strait|Path|"
    r"Ridge))"
)
TROUBLE = re.compile(
    r"\b(?:(?:foot[- ]and[- ]mouth|bse crisis|post office scandal|horizon scandal|windrush scandal|"
    r"infected blood|contaminated blood|grenfell|hillsborough|aberfan|lockerbie|dunblane|"
    r"piper alpha|"
    r"bloody sunday|orgreave|wapping|greenham|falklands|helmand|the balkans war|the troubles)\b"
    r"|(?:won|lost|brought|facing|at|after|before) (?:a|an|the|his|her|their) (?:[a-z]+ )?"
    r"(?:tribunal|lawsuit|court case|custody battle|judicial review|libel case|employment case)\b"
    r"|(?:on|in|from|won|for) (?:a|the) (?:[a-z]+ ){0,2}(?:tv|television|radio|quiz|game|"
    r"talent|baking|"
    r"cookery|dating|reality|antiques|makeover) (?:show|programme|series|competition|contest)\b"
    r"|(?:bus|coach|train|plane|ferry|boat|lorry|tram|minibus|van|helicopter|ship|trawler|"
    r"crane|roof|"
    r"wall|bridge|tower|stand|scaffold\w*|chimney|tunnel|cliff|dam|silo|barn|ceiling) (?:that |"
    r"which )?"
    r"(?:had )?(?:overturned|crashed|sank|came off|caught fire|collapsed|exploded|derailed|"
    r"capsized|"
    r"went down|gave way|fell|toppled|burst|jackknifed|was hit|was bombed|was hijacked|"
    r"burned down)\b"
    r"|the (?:[a-z]+ )?(?:business|do|carry[- ]on|palaver|saga|goings[- ]on) (?:at|with|in|on|"
    r"over|"
    r"down) (?:the )?[a-z]|the [a-z]+ thing (?:at|in|on|with) the [a-z])"
)
ONE_OF = re.compile(r"\b[Oo]ne of the [A-Z]\w+ \w+")
DISASTER = re.compile(r"\b[A-Z][a-z]+ [Dd]isaster\b")
DATED = re.compile(
    r"\bthe (?:(?:18|19|20)\d\d) (?:[\w’'-]+ ){0,4}(?:final|finals|strike|flood|"
    r"floods|fire|crash|riots?|games|tour|disaster|storm|election|cup|derby|season|"
    r"race|match|earthquake|bombing|attack|inquiry|festival|parade|regatta)\b",
    re.IGNORECASE,
)
IN_LOWER_CASE = (SCENE, TOLD, BEFELL, ALONE, SEASON, TROUBLE, ONLY, MISHAP)
AS_WRITTEN = (THE_NAMED, FEAT, ONE_OF, DISASTER, DATED)


def events(page: Page) -> Iterator[Span]:
    """Something that others may have heard or read of; the clause in which it is told."""
    lower = page.text.lower()
    read = lower if len(lower) == len(page.text) else page.text
    told = (pattern.finditer(read) for pattern in IN_LOWER_CASE)
    named = (pattern.finditer(page.text) for pattern in AS_WRITTEN)
    for match in chain(*told, *named):
        start, end = from_edge(page.text, match.start()), to_edge(page.text, match.end())
        reason = "an event that others may have heard of"
        yield Span(start, end, Label.EVENT, Tier.LOOK, reason)
