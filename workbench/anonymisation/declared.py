"""The pseudonyms that a text itself declares: "whom I shall call Yusuf". Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace

from workbench.anonymisation.gazetteer import folded
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page

REASON = "a name that the text says is a pseudonym: is it?"
NAME = r"[\"“‘]?(?P<name>[A-Z](?:[\w’'-]{1,30}|\b))"
WHOM = r"(?:her|him|them|(?:(?:the|my|this) )?(?:patient|client|woman|man|person))"
NOT_REAL = (
    r"(?:an? |her |his |their )?(?:pseudonym|made up|made-up name|changed name|invented|"
    r"(?:which is )?not (?:her|his|their) (?:real |own )?name|not (?:a |the )?real name|"
    r"name (?:has been |was )?changed)"
)
DECLARED = (
    re.compile(
        rf"\b[Pp]seudonym(?: used)?(?: throughout)?(?: for (?:her|him|them))?"
        rf"(?: of| is| was|:|,)?:? {NAME}"
    ),
    re.compile(rf"\bI (?:shall |will |have )?(?:call|called|calling|named?) {WHOM} {NAME}"),
    re.compile(
        rf"\b(?:name (?:has been |was |is )?changed to|chosen the name|renamed(?: as)?) {NAME}"
    ),
    re.compile(rf"\bI['’]ll call {WHOM} {NAME}"),
    re.compile(rf"\bwhom I (?:shall |will |have )?(?:call|called|named?) {NAME}"),
    re.compile(rf"{NAME}[\"”’]? (?:isn['’]t|is not) (?:his|her|their|the) (?:real |own )?name"),
    re.compile(
        rf"{NAME}[\"”’]?,? ?(?:\(|, (?:that one is |which is |as I call (?:her|him), )?){NOT_REAL}"
    ),
    re.compile(
        rf"\b(?:called|known as|referred to as|refer to {WHOM} as) {NAME}[\"”’]? throughout"
    ),
)  # fmt: skip


def softened(page: Page, spans: Iterable[Span]) -> list[Span]:
    """The spans; those of a name that the text declares a pseudonym are only to be looked at."""
    found = (match["name"] for pattern in DECLARED for match in pattern.finditer(page.text))
    names = {folded(name.removesuffix("'s").removesuffix("’s")) for name in found}
    return [_softened(page, span, names) for span in spans]


def _softened(page: Page, span: Span, names: set[str]) -> Span:
    told = span.label is Label.PERSON and folded(page.text[span.start : span.end]) in names
    return replace(span, tier=Tier.LOOK, reason=REASON) if told else span
