"""Places, and organisations told by the ordinary word they end in. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page, Token
from workbench.anonymisation.wordlists import cues, known_phrases, wordlist

PREPOSITIONS = cues("prepositions")
DIRECTIONS = cues("directions")
OPENERS = cues("openers")
JOINS = cues("joins")
SAINT = re.compile(
    r"\b(?:St|Saint|Our Lady of|Our Lady)\.? (?:[A-Z][\w’'-]+)(?![\w’'-]| Wort\b)"
    r"(?:(?:,| and| &|) (?:St )?[A-Z][\w’'-]+){0,4}"
)
#: No name of an organisation has more words before or after the ordinary one.
LONGEST = 12
EMPLOYER = "an employer, a force, a club or a chain that everybody knows"
NOT_OF_A_NAME = frozenset({"policy", "lead", "leads", "user", "users", "line", "handbook"})
REPLACEMENTS = {
    "hospital": "a hospital", "infirmary": "a hospital", "surgery": "a GP practice",
    "school": "a school", "academy": "a school", "college": "a college", "ward": "a ward",
    "university": "a university", "church": "a church", "hospice": "a hospice",
    "prison": "a prison", "council": "a council",
}  # fmt: skip


def places(page: Page) -> Iterator[Span]:
    """Towns, counties, countries; in lower case where they can be nothing else."""
    for first, last in _named_places(page):
        start = page.tokens[first].start
        before = first - 1
        if (
            before >= 0
            and page.tokens[before].key in DIRECTIONS
            and page.tokens[first].gap in {" ", "-"}
        ):
            start = page.tokens[before].start
        yield Span(start, page.tokens[last].end, Label.PLACE, Tier.LOOK, "a place", "another town")


def _named_places(page: Page) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(page.tokens):
        length = _phrase(page, index)
        if length:
            yield index, index + length - 1
        elif _is_place(page, index, page.tokens[index]):
            yield index, index
        index += length or 1


def _phrase(page: Page, index: int) -> int:
    """How many words from here make a place of several words; 0 where none do."""
    known = gazetteer()
    words = [page.tokens[index].key.replace("-", " ")]
    best = 0
    if " " in words[0] and words[0] in known.places:
        best = 1
    for at in range(index + 1, min(index + 5, len(page.tokens))):
        token = page.tokens[at]
        if token.gap not in {" ", "-", ". "} or token.opens:
            break
        words.append(token.key)
        if " ".join(words) in known.places and _looks_named(page.tokens[index : at + 1]):
            best = at - index + 1
    return best


def _looks_named(tokens: list[Token]) -> bool:
    if any(token.agreed for token in tokens):
        return False
    if tokens[0].capital and tokens[-1].capital:
        return True
    return not any(token.capital for token in tokens) and not all(
        t.has(Fact.COMMON) for t in tokens
    )


def _is_place(page: Page, index: int, token: Token) -> bool:
    if not token.has(Fact.PLACE) or token.explained or token.agreed or len(token.key) < 3:
        return False
    word = token.has(Fact.WORD)
    placed = page.before(index) in PREPOSITIONS | DIRECTIONS
    if token.capital:
        return not word or (
            (placed and not token.opens and not token.has(Fact.FIRST_NAME))
            or (placed and token.has(Fact.UK_PLACE))
        )
    if word:
        return False
    named = token.has(Fact.FIRST_NAME | Fact.SURNAME)
    return len(token.key) > 3 and (
        placed or (token.has(Fact.UK_PLACE) and not named and page.rough)
    )


def organisations(page: Page) -> Iterator[Span]:
    """St Mary's Surgery, the Hartfield Centre, Alder Tree Service; and brands."""
    heads = wordlist("org_heads")
    for index, token in enumerate(page.tokens):
        if token.key in heads and token.capital and not token.agreed:
            first = _start_of_name(page, index)
            last = _end_of_name(page, index)
            explained = all(each.explained for each in page.tokens[first:last])
            if (
                first < last
                and not explained
                and any(_is_telling(each) for each in page.tokens[first : last + 1])
            ):
                yield _organisation(page.tokens[first].start, page.tokens[last].end, token.key)
        elif token.key in wordlist("brands") and (
            not token.text.islower() or not token.has(Fact.COMMON)
        ):
            yield _organisation(token.start, _with_head(page, index), "")
        elif token.key in heads and not token.opens and not token.agreed:
            yield from _lower_head(page, index, token)
    yield from _employers(page)
    for match in SAINT.finditer(page.text):
        yield _organisation(*match.span(), "")


def _employers(page: Page) -> Iterator[Span]:
    """Those that are known by several words: the Home Office, Eddie Stobart."""
    known = known_phrases("employers")
    for index, token in enumerate(page.tokens):
        for phrase in known.get(token.key, ()):
            tokens = page.tokens[index : index + len(phrase)]
            named = tokens[-1].capital or page.rough or not token.has(Fact.COMMON)
            if tuple(each.key for each in tokens) == phrase and named and not token.agreed:
                reason = EMPLOYER
                end = tokens[-1].end
                yield Span(
                    token.start, end, Label.ORGANISATION, Tier.LOOK, reason, "a large employer"
                )


def named_haunts(page: Page) -> Iterator[Span]:
    """At the Feathers; at The Legion."""
    for index, token in enumerate(page.tokens):
        if (
            token.capital
            and not token.opens
            and page.before(index) == "the"
            and _is_haunt(page, index)
        ):
            yield _organisation(token.start, token.end, "")


def _is_haunt(page: Page, index: int) -> bool:
    token = page.tokens[index]
    if (
        token.explained
        or token.agreed
        or token.key in wordlist("generic")
        or token.key in wordlist("peoples")
    ):
        return False
    following = page.tokens[index + 1 : index + 2]
    if following and following[0].capital and page.next_gap(index) == " ":
        return False
    return (page.tokens[index - 1].capital and not page.tokens[index - 1].opens) or page.before(
        index, 2
    ) == "at"


def acronyms(page: Page) -> Iterator[Span]:
    """Capitals that the field does not use: often the short name of a service or an employer."""
    for index, token in enumerate(page.tokens):
        speaks = token.opens and page.next_gap(index).startswith(":")
        if token.shouted and not token.explained and len(token.text) < 7 and token.unknown:
            if speaks:
                continue
            reason = "an abbreviation that the field does not use"
            yield Span(token.start, token.end, Label.ORGANISATION, Tier.LOOK, reason, "")


def _start_of_name(page: Page, index: int) -> int:
    first, furthest = index, max(0, index - LONGEST)
    while first > furthest and not page.tokens[first].opens and _links(page.tokens[first].gap):
        before = page.tokens[first - 1]
        if before.capital and not (before.opens and before.key in OPENERS):
            first -= 1
        elif before.key in JOINS and first > 1 and _leads_on(page, first - 2):
            first -= 2
        else:
            break
    return first


def _end_of_name(page: Page, index: int) -> int:
    last = index
    while last + 1 < min(len(page.tokens), index + LONGEST) and _links(page.next_gap(last)):
        following = page.tokens[last + 1]
        if following.opens:
            break
        if _continues(following):
            last += 1
        elif following.key in JOINS - {"and"} and _goes_on(page, last + 2):
            last += 2
        else:
            break
    return last


def _continues(token: Token) -> bool:
    """Whether a capital after the ordinary word still belongs: not Manager in "Service Manager"."""
    if token.key in {"nhs", "trust"}:
        return True
    if not token.capital or token.explained:
        return False
    return not token.has(Fact.TRADE) and token.key not in NOT_OF_A_NAME


def _links(gap: str) -> bool:
    """Whether what stands between two words lets them be one name."""
    return "\n" not in gap and not gap.strip(" &.-’'")


def _leads_on(page: Page, index: int) -> bool:
    """Whether a capital stands before a joining word: Abbey of Someplace."""
    return page.tokens[index].capital and not page.tokens[index + 1].opens


def _goes_on(page: Page, index: int) -> bool:
    if index >= len(page.tokens):
        return False
    token = page.tokens[index]
    return token.capital and not token.explained and token.gap == " "


def _is_telling(token: Token) -> bool:
    """Whether a word makes an organisation's name a name."""
    if token.agreed or token.key in wordlist("generic") or token.key in wordlist("org_heads"):
        return False
    return token.capital and not (token.explained and token.key in wordlist("vocabulary"))


def _with_head(page: Page, index: int) -> int:
    """The end of a brand with the ordinary word after it: "amazon warehouse"."""
    heads = wordlist("org_heads") | {"warehouse", "depot", "branch"}
    if page.next_gap(index) == " " and page.after(index) in heads:
        return page.tokens[index + 1].end
    return page.tokens[index].end


def _lower_head(page: Page, index: int, token: Token) -> Iterator[Span]:
    """The Hartfield centre: a name before an ordinary word in lower case."""
    before = page.tokens[index - 1]
    if not index or token.gap != " " or not _names_a_thing(before):
        return
    somebody = before.has(Fact.FIRST_NAME) and before.only_a_name
    if not somebody or page.before(index - 1) == "the":  # not "her sister Bernadette works"
        yield _organisation(_start_of_lower(page, index - 1), token.end, token.key)


def _names_a_thing(token: Token) -> bool:
    if not token.capital or token.explained or token.possessive or token.opens:
        return False
    return token.key not in wordlist("generic", "peoples")


def _start_of_lower(page: Page, index: int) -> int:
    tokens = page.tokens
    while index and tokens[index].gap == " " and tokens[index - 1].capital:
        if tokens[index - 1].opens:
            break
        index -= 1
    return tokens[index].start


def _organisation(start: int, end: int, head: str) -> Span:
    reason = "an organisation or a place where people work, learn or are treated"
    return Span(
        start,
        end,
        Label.ORGANISATION,
        Tier.LOOK,
        reason,
        REPLACEMENTS.get(head, "a service" if head else ""),
    )
