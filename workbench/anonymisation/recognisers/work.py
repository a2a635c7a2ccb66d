"""What somebody does for a living. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.clauses import to_edge
from workbench.anonymisation.gazetteer import Fact, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.wordlists import cues, known_phrases, wordlist

ARTICLES = cues("articles")
STOPS = cues("stops")
PLAIN = cues("plain")
NO_WORK = cues("no_work")
COMMON_ROLES = cues("common_roles")
THEIR = cues("articles") - {"a", "an"}
SAID_TO_BE = frozenset(
    {"is", "was", "as", "became", "becoming", "be", "being", "also", "now", "am", "are", "were"}
    | {"been", "for", "still", "once", "formerly"}
)
#: After these a trade is a likeness, or somebody whom anybody may meet: "like a judge".
COMPARED = frozenset(
    {
        "like",
        "than",
        "into",
        "if",
        "though",
        "feel",
        "felt",
        "not",
        "such",
        "see",
        "saw",
        "seen",
        "need",
    }
    | {
        "needs",
        "ask",
        "call",
        "called",
        "via",
        "with",
        "by",
        "without",
        "to",
        "from",
        "being",
        "of",
        "and",
    }
)
TAIL = re.compile(
    r" (?:to|of|at|for|in|on) (?:an?|the) (?!time|same|end|moment|session|room)[a-z]|"
    r" who (?!is |was |had |has )"
)
BECOMING = frozenset({"been", "be", "become", "became", "made", "as"})
FORMERLY = frozenset({"former", "retired", "ex", "one-time", "sometime", "disgraced", "failed"})
DOING = re.compile(
    r"\b(?:work(?:s|ed|ing)?|trained|training|trains|employed|job|career|employment|"
    r"role|retired|qualif(?:y|ied)|started out|volunteers?|volunteered)"
    r"(?: (?:full[- ]time|part[- ]time|now|nights|freelance|for years))? as (?:an? |"
    r"the )?(?P<job>(?:[\w’'-]+ ){0,4}[\w’'-]+)",
    re.IGNORECASE,
)
RUNNING = re.compile(
    r"\b(?:runs?|ran|owns?|owned|manages?|managed|managing|running|drives?|drove|"
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
    re.IGNORECASE,
)
STUDYING = re.compile(
    r"\b(?:studying|studied|studies|reading|read|degree in|phd in|master['’]?s in|"
    r"doctorate in|apprenticeship in) (?P<what>(?:[a-z]+ ){0,2}(?:engineering|"
    r"medicine|law|physics|chemistry|biology|mathematics|maths|history|philosophy|"
    r"english|architecture|nursing|dentistry|economics|geology|music|theology|"
    r"linguistics|archaeology|astronomy|astrophysics|sociology|politics|computing|"
    r"science|accountancy|fashion|design|zoology|marine biology|veterinary science|"
    r"classics))\b"
    r"|\b(?:PhD|doctorate|DPhil|MBA|Bachelor['’]?s(?: degree)?|Master['’]?s(?: "
    r"degree)?)\b(?! ?(?:level|student))",
    re.IGNORECASE,
)
#: PE teacher, HR manager: a narrowing of two letters.
LONGER = 4
WORKING = re.compile(
    r"\b(?:he|she|who|they|mother|father|husband|wife|partner|mum|dad|"
    r"(?-i:[A-Z][a-z]+)) (?:now |also |still |only |once |then )?"
    r"work(?:s|ed) (?:nights |days |shifts |part[- ]time |full[- ]time )?(?:in|for|at|on) "
    r"(?P<what>(?!it\b|this\b|that\b|himself\b|herself\b|home\b|night|least|first|"
    r"all\b|silence|the (?:same|transference|session|relationship|focus|ending|here|"
    r"moment)|the time|pairs|my|our)(?:an? |the )?(?:[\w’'-]+ ?){1,4})",
    re.IGNORECASE,
)
WITH_THE_VERB = (RUNNING, STUDYING)
JOB_PATTERNS = ((DOING, "job"), (RUNNING, "what"), (STUDYING, "what"), (WORKING, "what"))


def jobs(page: Page) -> Iterator[Span]:
    """Work, with the words that narrow it: a lighthouse engineer."""
    for index, token in enumerate(page.tokens):
        if _is_work(page, index, token):
            first, told = _modifiers(page, index)
            if told or token.key not in wordlist("weak_trades"):
                yield _job(page.tokens[first].start, _with_tail(page, token.end))
        yield from _by_two_words(page, index)
    for pattern, group in JOB_PATTERNS:
        for match in pattern.finditer(page.text):
            yield from _told(match, group)


def _with_tail(page: Page, end: int) -> int:
    """The end of what says whose, where or for whom the work is: "to a bishop"."""
    return to_edge(page.text, end) if TAIL.match(page.text, end) else end


def _by_two_words(page: Page, index: int) -> Iterator[Span]:
    """Work that only several words tell: a dinner lady."""
    for phrase in known_phrases("trades").get(page.tokens[index].key, ()):
        tokens = page.tokens[index : index + len(phrase)]
        if len(phrase) > 1 and tuple(token.key for token in tokens) == phrase:
            yield _job(tokens[0].start, tokens[-1].end)


def _is_work(page: Page, index: int, token: Token) -> bool:
    """Whether a word names a trade here; with a capital it may be a surname."""
    if token.agreed:
        return False
    if not token.has(Fact.TRADE):
        if token.key.startswith("ex-") and gazetteer().of(token.key[3:]) & Fact.TRADE:
            return True
        return not token.capital and token.key.removesuffix("s") in wordlist("trades")
    if not token.capital or token.opens or page.rough:
        return True
    return page.before(index) in ARTICLES | {"is", "was"}


def _modifiers(page: Page, index: int) -> tuple[int, bool]:
    """The first word that narrows a trade, and whether the passage says that somebody has it."""
    first = index
    while first > max(0, index - 3) and _narrows(page, first - 1):
        first -= 1
    before, further = page.before(first), page.before(first, 2)
    if _is_a_whole_piece(page, first, index):
        return first, True
    if first < index:
        if _is_anybodys(page, first, index, before):
            return first, False
        return first, before in ARTICLES | PLAIN | {"", "as"} or _describes(before)
    if before in BECOMING or (before == "the" and _is_stated(page, first - 1, further)):
        return first, True
    if before in {"a", "an"}:
        return first, further not in COMPARED or _is_stated(page, first - 1, further)
    return first, _describes(before) or before in FORMERLY


def _is_a_whole_piece(page: Page, first: int, index: int) -> bool:
    """Whether the words for a trade are all that stands between two commas: ", home carer,"."""
    gap = page.tokens[first].gap.rstrip(" ")
    begins = gap.endswith((",", "-", "–")) or (page.tokens[first].opens and first < index)
    return begins and page.next_gap(index).startswith((",", ".", ";", "\n"))


def _is_stated(page: Page, article: int, further: str) -> bool:
    """Whether somebody is said to be one: "mum was a nurse", "dad's a plumber", "Ann, a vet"."""
    if further in SAID_TO_BE or further.endswith(("'s", "'m", "'re")):
        return True
    return "," in page.tokens[article].gap or (article > 0 and page.tokens[article - 1].possessive)


def _is_anybodys(page: Page, first: int, index: int, before: str) -> bool:
    """Her support worker, the line manager: those whom everybody has."""
    narrowing = {page.tokens[at].key for at in range(first, index)}
    return narrowing <= COMMON_ROLES and before in THEIR


def _describes(before: str) -> bool:
    return before.endswith(("old", "-born")) or before in wordlist("peoples")


def _narrows(page: Page, index: int) -> bool:
    token, following = page.tokens[index], page.tokens[index + 1]
    if following.opens or following.gap not in {" ", "-", "'s ", "’s ", "' ", "’ "}:
        return False
    if token.shouted and len(token.text) < LONGER:
        return True
    if token.capital or token.explained or token.key in STOPS | ARTICLES | PLAIN:
        return False
    if token.key in wordlist("relations"):
        return page.before(index) in {"a", "an"}
    return not token.key.endswith(("ly", "old"))


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


def _job(start: int, end: int, replacement: str = "person in similar work") -> Span:
    return Span(start, end, Label.JOB, Tier.LOOK, "what somebody does for a living", replacement)
