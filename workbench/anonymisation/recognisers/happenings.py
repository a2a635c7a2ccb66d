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
    r"shipwreck|ferry disaster|pit disaster|colliery|"
    r"(?:air|rail|mining|train|bridge) disaster|explosion|exploded(?! (?:at|with|in|into)\b)|"
    r"house fire|(?:the )?fire at|survivor of|(?:was|were) in the (?:paper|papers|news)|"
    r"in the (?:telegraph|times|guardian|mail|sun|mirror|express)|stopped and searched|"
    r"detained|queen['’]s funeral|arson|"
    r"(?:plane|train|coach|helicopter|car|motorway|bus) crash|pile-up|derail(?:ed|ment)|"
    r"terror(?:ist)? attack|bombing|hostage|massacre|genocide|riots?|"
    r"floods?(?! (?:of|with)\b)|flooded(?! (?:with|by)\b)|"
    r"(?:local|national|evening) (?:paper|news|newspaper|press|television|radio)|"
    r"in the news|tabloids?|documentary|"
    r"viral|level crossing|family court|(?:public )?inquiry|"
    r"(?:gmc|nmc|hcpc|tribunal|disciplinary|court|custody) hearing|lottery|"
    r"(?:gold|silver|bronze) medal|medal|olympics?|paralympics?|championships?|world record|"
    r"guinness|"
    r"(?:national|regional|world|county|european|british|all-england|junior) "
    r"(?:final|finals|champion|championship|title|record|team|squad)|"
    r"(?:cup|grand) final|beauty pageant|miss (?:world|england)|reality (?:show|tv)|"
    r"mastermind|talent show|x factor|obe|mbe|cbe|knighted|george cross|victoria cross|"
    r"public inquiry|class action|sentenced|convicted|imprisoned for|struck off|lifeboat|"
    r"mountain rescue|air ambulance|coma|conjoined|transplant(?:ed)?|won the|"
    r"first (?:woman|man|person|black|female) (?:to|in)|whistle-?blow(?:er|ing)|embezzl\w+|"
    r"scandal|strike of|miners['’] strike|recalled by the manufacturer"
)
EVENT = re.compile(rf"(?<![\w-])(?=[a-z])(?:{SCENES})(?![\w-])")
DISASTER = re.compile(r"\b[A-Z][a-z]+ [Dd]isaster\b")
DATED = re.compile(
    r"\bthe (?:(?:18|19|20)\d\d) (?:[\w’'-]+ ){0,4}(?:final|finals|strike|flood|"
    r"floods|fire|crash|riots?|games|tour|disaster|storm|election|cup|derby|season|"
    r"race|match|earthquake|bombing|attack|inquiry|festival|parade|regatta)\b",
    re.IGNORECASE,
)
BEFELL = re.compile(
    r"\b(?:burn(?:ed|t) (?:down|to)|blew up|caved in|came down (?:on|in)|went over (?:at|in|"
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


def events(page: Page) -> Iterator[Span]:
    """Something that others may have heard or read of; the clause in which it is told."""
    lower = page.text.lower()
    read = lower if len(lower) == len(page.text) else page.text
    told = (EVENT.finditer(read), BEFELL.finditer(read))
    named = (DATED.finditer(page.text), DISASTER.finditer(page.text))
    for match in chain(*told, *named):
        start, end = from_edge(page.text, match.start()), to_edge(page.text, match.end())
        reason = "an event that others may have heard of"
        yield Span(start, end, Label.EVENT, Tier.LOOK, reason)
