"""One suggestion for each person of a text, the same in every place. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from workbench.anonymisation.gazetteer import folded
from workbench.anonymisation.model import Label, Span
from workbench.anonymisation.page import WORD, Page

#: First names of many kinds, none with the same beginning.
SUGGESTED = (
    "Alex", "Blake", "Casey", "Darcy", "Eden", "Fraser", "Gale", "Harper", "Imani", "Jules",
    "Kerry", "Logan", "Morgan", "Noa", "Oakley", "Parker", "Quinn", "Riley", "Sasha", "Toni",
    "Uma", "Vesper", "Wynne", "Xen", "Yael", "Zuri",
)  # fmt: skip


def with_pseudonyms(page: Page, spans: Iterable[Span]) -> list[Span]:
    """The spans, each name of a person with a pseudonym that shares no initial with it."""
    given: dict[str, str] = {}
    spare = [name for name in SUGGESTED if folded(name) not in {t.key for t in page.tokens}]
    return [_named(page, span, given, spare) for span in spans]


def _named(page: Page, span: Span, given: dict[str, str], spare: list[str]) -> Span:
    if span.label is not Label.PERSON:
        return span
    words = [folded(word.removesuffix("'s").removesuffix("’s"))
             for word in WORD.findall(page.text[span.start : span.end])]  # fmt: skip
    known = next((given[word] for word in words if word in given), None)
    chosen = known or _spare(words, spare)
    given.update(dict.fromkeys(words, chosen))
    return replace(span, replacement=chosen)


def _spare(words: list[str], spare: list[str]) -> str:
    """The next pseudonym without an initial of the name; a plain word when all are used."""
    for name in spare:
        if not any(word.startswith(name[0].lower()) for word in words):
            spare.remove(name)
            return name
    return "[name removed]"
