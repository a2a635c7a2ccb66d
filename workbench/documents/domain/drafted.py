"""A draft as others would read it, with what the gate says of it. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

from workbench.anonymisation.gate import Decided, Finding, Gate, gate
from workbench.anonymisation.model import Tier
from workbench.anonymisation.scanning import scan
from workbench.curricula.materials import DocumentKind
from workbench.documents.domain.text import SectionText, render_section
from workbench.errors import Refusal

AROUND = 40
"""How many characters are shown on each side of a finding, so that it is judged where it stands."""


class StillIdentifying(Refusal):
    """Something in the text may tell who somebody is, and nobody has decided on it."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The sections of a draft and what was found in them."""

    sections: Sequence[SectionText]
    gate: Gate
    hiding: Sequence[str]
    """Sections with something that no reader sees: an address behind a link, a name in a mark."""

    def around(self, finding: Finding) -> tuple[str, str]:
        """The words just before and after a finding, in its own paragraph."""
        text = next(one.text for one in self.sections if one.key == finding.section)
        before = text[: finding.start].rpartition("\n")[2]
        after = text[finding.end :].partition("\n")[0]
        if len(before) > AROUND:
            before = "…" + before[-AROUND:].partition(" ")[2]
        if len(after) > AROUND:
            after = after[:AROUND].rpartition(" ")[0] + "…"
        return before, after


def drafted(
    kind: DocumentKind,
    draft: Mapping[str, str],
    decided: Iterable[Decided] = (),
    agreed: frozenset[str] = frozenset(),
) -> Drafted:
    """The draft, scanned as one text."""
    sections = [render_section(one.key, draft.get(one.key, "")) for one in kind.sections]
    found = gate([(one.key, one.text) for one in sections], decided, agreed)
    hiding = [
        one.key
        for one in sections
        if hides_an_address(one.html) or hides_a_name(draft.get(one.key, ""), one.text)
    ]
    return Drafted(sections, found, hiding)


def must_be_clear(draft: Drafted, kind: DocumentKind) -> None:
    """Refuse a draft in which something must go, wants a look, or stands behind a link."""
    for section in kind.sections:
        if section.key in draft.hiding:
            message = (
                f"In “{section.title}” stands something that no reader sees, such as the address "
                "behind a link. Write it out in the draft, or take it away."
            )
            raise StillIdentifying(message)
    if draft.gate.open:
        raise StillIdentifying(_left(len(draft.gate.must_go), len(draft.gate.to_look)))


def _left(must_go: int, to_look: int) -> str:
    said = []
    if must_go:
        said.append(f"{must_go} {'detail' if must_go == 1 else 'details'} must go")
    if to_look:
        said.append(f"{to_look} {'wants' if to_look == 1 else 'want'} a look")
    return f"Not sent: {' and '.join(said)}. Each is marked in the text, with what can be done."


def hides_an_address(html: str) -> bool:
    """Whether a link's address is not to be read in its words."""
    links = _Links()
    links.feed(html)
    links.close()
    return any(_bare(address) not in words for address, words in links.found)


def hides_a_name(source: str, text: str) -> bool:
    """Whether the source holds what must go where it is not shown: beside a code fence, say."""
    if not any(mark in source for mark in UNSHOWN):
        return False
    found = (source[one.start : one.end] for one in scan(source).spans if one.tier == Tier.MUST_GO)
    return any(passage not in text for passage in found)


UNSHOWN = ("```", "~~~", "]:")
"""Marks of Markdown behind which words are kept and not shown."""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._address: str | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._address, self._words = dict(attrs).get("href") or "", ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address is not None:
            self.found.append((self._address, self._words))
            self._address = None


def _bare(address: str) -> str:
    return unquote(address).removeprefix("mailto:")


def in_one_piece(
    source: str, text: str, places: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Those of some places whose passage the source holds as it reads."""
    return [place for place in places if _in_source(source, text, *place)]


def with_words(source: str, text: str, places: Iterable[tuple[int, int]], words: str) -> str | None:
    """A section's source with other words in some places of its text.

    None where a passage is not to be found in the source as it reads, split by a mark of Markdown
    perhaps: then only a person can change it.
    """
    wanted, changed = text, source
    for start, end in sorted(places, reverse=True):
        at = _in_source(source, text, start, end)
        if at is None:
            return None
        changed = changed[: at[0]] + words + changed[at[1] :]
        wanted = wanted[:start] + words + wanted[end:]
    return changed if render_section("", changed).text == wanted else None


def _in_source(source: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    passage = re.compile(re.escape(text[start:end]))
    in_text = [match.start() for match in passage.finditer(text)]
    in_source = [match.span() for match in passage.finditer(source)]
    if len(in_text) != len(in_source) or start not in in_text:
        return None
    return in_source[in_text.index(start)]
