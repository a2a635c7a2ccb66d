"""Names that a title or a word for kin leads up to. Pure."""

from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, TITLES, Page, Token
from workbench.anonymisation.wordlists import cues, wordlist

PLAIN_TITLES = cues("plain_titles")
BEFORE_TITLES = cues("before_titles")
KIN_TITLES = cues("kin_titles")
KIN_ABROAD = cues("kin_abroad")
PARTICLES = cues("particles")
STOPS = cues("stops")
#: Titles that are words as often.
WORDS_TOO = frozenset({"miss", "sister", "master", "judge", "major", "elder", "general"})
FORMAL = frozenset({"mr", "mrs", "ms", "miss", "mx"})
#: Letters that name a case and nobody: "Mr A", "Ms X".
AGREED_LETTERS = frozenset("ABCXYZ")
LED_BY = "a name after a title"
KIN = "a name after a word for kin"


def titled(page: Page) -> Iterator[Span]:
    """Whatever follows a title or a word for kin: "Mrs Young", "auntie rose", "mr k"."""
    for index, token in enumerate(page.tokens[:-1]):
        after = _past_particles(page, index)
        following = page.tokens[after]
        if _begins_the_next(following):
            continue
        if following.agreed or following.opens or following.gap.strip(" .\u00a0"):
            continue
        if token.key in TITLES and _can_follow_a_title(page, token, following):
            yield _named(page, _start(page, index), after, LED_BY)
        elif token.key in KIN_TITLES and _can_follow_kin(page, following):
            told = token.capital or token.key in KIN_ABROAD
            yield _named(page, index if told else after, after, KIN)


def _begins_the_next(following: Token) -> bool:
    """Whether a full stop ends the sentence after all: "his wife has ms. In the group"."""
    return following.gap.startswith(".") and following.capital and following.key in STOPS


def _past_particles(page: Page, index: int) -> int:
    """The word that a title leads up to: Mr de la Haye."""
    at = index + 1
    while at < min(index + 4, len(page.tokens) - 1) and page.tokens[at].text in PARTICLES:
        at += 1
    return at


def _can_follow_a_title(page: Page, title: Token, token: Token) -> bool:
    if token.text in {"w", "v", "c", "x"}:
        return False
    if token.capital:
        if token.key in TITLES or token.text in AGREED_LETTERS:
            return False
        return not token.explained or len(token.key) == 1 or _is_formal(title, token)
    if page.rough and title.key in {"mr", "mrs"} and token.has(Fact.SURNAME):
        return True
    return (
        not token.explained and not token.has(Fact.EVERYDAY) and (token.has(NAME) or token.unknown)
    )


def _is_formal(title: Token, token: Token) -> bool:
    """Mrs Page and Canon Best are people; Miss Monday, with the verb, is not."""
    if not title.capital or title.key in WORDS_TOO:
        return False
    return title.key in FORMAL or (
        token.has(Fact.SURNAME) and token.key not in wordlist("theorists", "first_theorists")
    )


def _can_follow_kin(page: Page, token: Token) -> bool:
    if token.explained:
        return False
    if token.capital:
        return True
    if page.rough and token.has(Fact.FIRST_NAME) and token.key not in {"will", "may"}:
        return True
    if token.has(Fact.FIRST_NAME) and not token.has(Fact.EVERYDAY):
        return True
    return token.only_a_name and not token.has(Fact.PLACE)


def _start(page: Page, index: int) -> int:
    """Where the span begins: Lady and Sergeant say who it is, Mrs says nothing."""
    title = page.tokens[index]
    if title.key in PLAIN_TITLES:
        return min(index + 1, len(page.tokens) - 1)
    before = index - 1
    if not title.opens and before >= 0 and page.tokens[before].key in BEFORE_TITLES:
        return before if page.tokens[before].capital else index
    return index


def _named(page: Page, start: int, index: int, reason: str) -> Span:
    """A name with the words of it that follow."""
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
    first, last = page.tokens[start], page.tokens[end]
    return Span(first.start, last.end, Label.PERSON, Tier.MUST_GO, reason)
