"""Takes for one description what is told in one breath: a cleaner at the courts of X. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page

APART = frozenset({Label.QUOTATION, Label.PERSON, Label.MONEY, Label.DATE})
PLACED = frozenset({Label.PLACE, Label.ORGANISATION})
#: Words that lead from one detail to the next, with at most so many words between.
BETWEEN = re.compile(r"(?: |-)(?:[a-z'’-]+ ){0,5}")
BREAKS = re.compile(
    r"\b(?:and|but|when|because|so|after|before|while|since|if|although|until|as)\b"
)
#: Details with nothing but these between them stay apart: "a nurse in Someplace".
BARE = re.compile(
    r"(?:[ -](?:in|at|of|for|to|from|with|by|on|the|an?|his|her|their|who|is|was))*[ -]?"
)
#: What somebody does somewhere, up to seven words from the verb to the place.
DOING = re.compile(
    r"\b(?:driv(?:es?|ing)|drove|fix(?:es|ed|ing)?|mends?|teach(?:es|ing)?|taught|play(?:s|ed|"
    r"ing)?|keeps|kept|"
    r"breeds?|sells?|sold|selling|bakes?|builds?|runs?|ran|running|work(?:s|ed|ing)?|do|does|"
    r"did|doing|"
    r"makes?|cooks?|sings?|rides?|coach(?:es|ed)|manages?|managed|volunteer(?:s|ed|ing)?|"
    r"deliver(?:s|ed)|fish(?:es|ed)|"
    r"farms?|farmed|stud(?:ies|ied|ying)|trains?|trained|training|serv(?:es|ed|ing)|"
    r"preach(?:es|ed)|"
    r"lectur(?:es|ed)|post at|job at|shifts at|has|had|had|got|grew up|brought up|born|"
    r"fostered|posted|stationed|"
    r"lives?|living|lived|daughter|son|brother|sister|mother|father|mum|dad|wife|husband|"
    r"parents|partner|ex) (?P<what>(?:[a-z'’-]+ ){0,7})$"
)
#: What says enough without more words: plays for Someplace.
TELLING = re.compile(r"play|driv|drov|teach|taught|coach|fish|farm|stud|preach|lectur|volunt|born")
REACH = 60


def fused(page: Page, spans: Sequence[Span]) -> list[Span]:
    """The spans, with details of one description as one, and with what is done at a place."""
    united: list[Span] = []
    for span in spans:
        grown = _with_what_is_done(page, span)
        if united and _is_one_description(page, united[-1], grown):
            last = united[-1]
            label = min((last, grown), key=lambda each: each.label in PLACED).label
            start, end = min(last.start, grown.start), max(last.end, grown.end)
            united[-1] = replace(last, start=start, end=end, label=label, replacement="")
        else:
            united.append(grown)
    return united


def _is_one_description(page: Page, one: Span, other: Span) -> bool:
    if one.end > other.start:
        return one.tier is other.tier is Tier.LOOK and not {one.label, other.label} & APART
    if not _may_fuse(one) or not _may_fuse(other):
        return False
    between = page.text[one.end : other.start]
    if BARE.fullmatch(between) or not BETWEEN.fullmatch(between) or BREAKS.search(between):
        return False
    return not any(token.agreed and one.end <= token.start < other.start for token in page.tokens)


def _may_fuse(span: Span) -> bool:
    return span.tier is Tier.LOOK and span.label not in APART


def _with_what_is_done(page: Page, span: Span) -> Span:
    """Teaches maths at Someplace High: the work belongs to the place."""
    if span.label not in PLACED or span.tier is not Tier.LOOK:
        return span
    left = max(0, span.start - REACH)
    found = DOING.search(page.text, left, span.start)
    if not found or BREAKS.search(found[0]):
        return span
    if BARE.fullmatch(f" {found['what']}") and not TELLING.match(found[0]):
        return span
    start = found.start()
    if any(token.agreed and start <= token.start < span.start for token in page.tokens):
        return span
    return replace(span, start=start, replacement="")
