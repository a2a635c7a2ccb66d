"""Names of people, by what stands around them as much as by what they are. Pure."""

from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, TITLES, Page, Token
from workbench.anonymisation.recognisers.runs import Run, runs
from workbench.anonymisation.wordlists import cues, wordlist

IN_A_PLACE = frozenset(["in", "near", "at", "around", "outside", "across", "throughout"])
TOWARDS = cues("towards")
MEETING = cues("meeting")
MONTHLIKE = frozenset(["may", "april", "june", "jan", "summer", "autumn"])
MONTH_CUES = cues("month_cues")
KIN_TITLES = cues("kin_titles")
FOLLOWS_A_COMMA = frozenset(
    ["who", "her", "his", "my", "their", "whose", "a", "an", "aged", "the", "our", "now", "then"]
)
AND_WHOM = frozenset({"her", "his", "i", "my", "the"})
ABSTRACT = frozenset(
    ["hope", "grace", "faith", "joy", "patience", "charity", "mercy", "harmony", "will", "may"]
)

UNEXPLAINED = "a capital letter that neither the field nor everyday life explains"
KNOWN = "a name of somebody"


def people(page: Page) -> Iterator[Span]:
    """Every name of a person, and every capital that may be one."""
    last = -2
    for run in runs(page):
        found = list(_in_run(page, run)) or list(_alongside(page, run, last))
        last = run.last if found else -2
        yield from found


def _alongside(page: Page, run: Run, last: int) -> Iterator[Span]:
    """A surname or first name that is also a word, in a list with a name before it."""
    token = page.tokens[run.first]
    gap, between = token.gap.strip(), run.first - last - 1
    listed = (between == 0 and gap in {",", "&", "/"}) or (
        between == 1 and page.before(run.first) == "and"
    )
    if listed and not token.opens and token.has(NAME) and len(token.text) > 1:
        yield _person(token.start, page.tokens[run.last].end, "a name beside another")


def titled(page: Page) -> Iterator[Span]:
    """Whatever follows a title or a word for kin: "Mrs Young", "auntie rose", "mr k"."""
    for index, token in enumerate(page.tokens[:-1]):
        following = page.tokens[index + 1]
        if following.agreed or following.opens or following.gap.strip(" .\u00a0"):
            continue
        if token.key in TITLES and _can_follow_a_title(following):
            yield from _name(page, index + 1, "a name after a title")
        elif token.key in KIN_TITLES and following.capital and not following.explained:
            reason = "a name after a word for kin"
            [name] = _name(page, index + 1, reason)
            start = token.start if token.capital and not token.opens else name.start
            yield _person(start, name.end, reason)


def _can_follow_a_title(token: Token) -> bool:
    if token.capital:
        return (
            token.key not in TITLES
            and not (token.explained and len(token.key) > 1)
            and token.text not in "ABCXYZ"
        )
    return (
        not token.explained and not token.has(Fact.EVERYDAY) and (token.has(NAME) or token.unknown)
    )


def _name(page: Page, index: int, reason: str) -> Iterator[Span]:
    """A name and the words of it that follow."""
    end = index
    while end + 1 < len(page.tokens) and page.next_gap(end) in {" ", "-", ". "}:
        following = page.tokens[end + 1]
        if (
            following.opens
            or not following.capital
            or following.explained
            or page.tokens[end].possessive
        ):
            break
        end += 1
    yield _person(page.tokens[index].start, page.tokens[end].end, reason)


def _in_run(page: Page, run: Run) -> Iterator[Span]:
    tokens = page.tokens[run.first : run.last + 1]
    if len(tokens) == 1:
        yield from _single(page, run)
    elif any(_suspicious(page, run.first + at, token) for at, token in enumerate(tokens)):
        yield _several(page, run, tokens)


def _suspicious(page: Page, index: int, token: Token) -> bool:
    """Whether one word of a run says that the run is a name."""
    if len(token.text) == 1:
        return False
    if token.only_a_name or token.unknown:
        return True
    if token.has(Fact.FIRST_NAME):
        return not (token.key in MONTHLIKE and _is_month(page, index))
    return not token.has(Fact.WORD)


def _several(page: Page, run: Run, tokens: list[Token]) -> Span:
    start, end = tokens[0].start, tokens[-1].end
    before = page.before(run.first)
    if before in IN_A_PLACE and not tokens[0].has(Fact.FIRST_NAME):
        return _place(start, end)
    if before in TOWARDS and all(_place_rather_than_person(token) for token in tokens):
        return _place(start, end)
    return _person(start, end, KNOWN)


def _place_rather_than_person(token: Token) -> bool:
    return token.unknown or (token.has(Fact.PLACE) and not token.has(Fact.FIRST_NAME))


def _single(page: Page, run: Run) -> Iterator[Span]:
    index = run.first
    token = page.tokens[index]
    if len(token.text) == 1 or (token.shouted and _is_acronym(token)):
        return
    if token.key in MONTHLIKE and _is_month(page, index):
        return
    if token.only_a_name or token.unknown or not token.has(Fact.WORD):
        yield _by_itself(page, index, token)
    elif _is_name_in_context(page, index, token):
        yield _person(token.start, token.end, "a word that is a name here")
    elif token.opens or run.heading:
        return
    elif not token.has(Fact.COMMON) and len(token.key) > 3:
        yield _person(token.start, token.end, UNEXPLAINED, Tier.LOOK)


def _by_itself(page: Page, index: int, token: Token) -> Span:
    """One capital word that is no English word: a place where the words before say so."""
    before = page.before(index)
    if token.has(Fact.PLACE) and (not token.has(Fact.FIRST_NAME) or before in IN_A_PLACE | TOWARDS):
        return _place(token.start, token.end)
    if token.unknown and before in IN_A_PLACE:
        return _place(token.start, token.end)
    return _person(token.start, token.end, KNOWN if token.has(NAME) else UNEXPLAINED)


def _is_acronym(token: Token) -> bool:
    return len(token.text) < 6 and not token.has(Fact.FIRST_NAME)


def _is_name_in_context(page: Page, index: int, token: Token) -> bool:
    """Will, May, Grace, Young: told from the words by what stands around them."""
    before, after = page.before(index), page.after(index)
    if _is_introduced(page, index, before):
        return not token.explained and token.key not in TITLES
    if token.has(Fact.FIRST_NAME) and not token.has(Fact.COMMON):
        return True
    if token.has(Fact.FIRST_NAME):
        if token.key in MONTHLIKE:
            return not _is_month(page, index) and (not token.opens or _acts(page, index, after))
        return not token.opens or _acts(page, index, after)
    if token.has(Fact.SURNAME) and not token.opens and not token.explained:
        return before in MEETING - {"and"} or (after in {"said", "says", "told"})
    return False


def _is_introduced(page: Page, index: int, before: str) -> bool:
    """Whether the words before a capital lead up to a name: "her dog, Biscuit", "known as Pip"."""
    if page.tokens[index].opens or page.tokens[index].gap.strip(" ,(\"'“‘"):
        return False
    if before == "as":
        return page.before(index, 2) in {"known", "named"}
    if before in {"herself", "himself", "themselves"}:
        return page.before(index, 2) in {"calls", "called", "call", "named"}
    return before in wordlist("relations") and not page.tokens[index - 1].possessive


def _is_month(page: Page, index: int) -> bool:
    around = page.text[max(0, page.tokens[index].start - 4) : page.tokens[index].end + 4]
    return page.before(index) in MONTH_CUES or any(map(str.isdigit, around))


def _acts(page: Page, index: int, after: str) -> bool:
    """Whether what follows a word at the start of a sentence is what follows a name."""
    token = page.tokens[index]
    if token.possessive or _stands_alone(page, index):
        return True
    match page.next_gap(index).strip():
        case ",":
            return after in FOLLOWS_A_COMMA
        case "(" | ":":
            return True
        case "":
            return _does_something(page, index, after)
        case _:
            return False


def _does_something(page: Page, index: int, after: str) -> bool:
    if after == "and":
        return page.after(index, 2) in AND_WHOM or page.tokens[index + 2].capital
    if after == "is" and page.tokens[index].key in ABSTRACT:
        return False
    return after in wordlist("verbs") or (after.endswith("ed") and len(after) > 4)


def _stands_alone(page: Page, index: int) -> bool:
    """A word alone on the last line, or after a line that ends in a comma: a signature."""
    token = page.tokens[index]
    before, after = page.text[: token.start].rstrip(" "), page.text[token.end :]
    ends = not after.strip() or after.lstrip(" .x").startswith("\n")
    return ends and before.endswith("\n") and before.rstrip().endswith(",")


def _person(start: int, end: int, reason: str, tier: Tier = Tier.MUST_GO) -> Span:
    return Span(start, end, Label.PERSON, tier, reason)


def _place(start: int, end: int) -> Span:
    return Span(start, end, Label.PLACE, Tier.LOOK, "a place", "another town")
