"""Puts the marks of comments into a section's HTML. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

from workbench.documents.domain.text import text_of


class Look(StrEnum):
    """How a passage is marked: the class of its mark; none for a comment that is certain."""

    COMMENT = ""
    MOVED = "moved"
    MUST_GO = "must-go"
    LOOK_AT = "look-at"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number and its passage, in code points of the section's text."""

    number: int
    start: int
    end: int
    look: Look = Look.COMMENT

    @property
    def is_finding(self) -> bool:
        """Whether the gate made it, and no comment."""
        return self.look in FINDINGS


FINDINGS = (Look.SETTLED, Look.LOOK_AT, Look.MUST_GO)
"""The gravest last."""


def mark_passages(html: str, marks: Sequence[Mark]) -> str:
    """The section's HTML with a mark round each passage and a link to its thread behind it.

    `html` must be what `render_section` made; then the answer is as safe as it was. Where
    passages overlap, one mark stands for all of them, dashed if any of them is to be checked.
    A passage outside the text, or with nothing to read in it, is left out.
    """
    text = text_of(html)
    writer = _MarkWriter([kept for mark in marks for kept in _with_words(mark, text)])
    writer.feed(html)
    writer.close()
    return "".join(writer.written)


def _with_words(mark: Mark, text: str) -> list[Mark]:
    """The mark, ending at its last visible character; nothing if it has none.

    Between two paragraphs or list items there are line breaks, where no link may stand.
    """
    start = max(mark.start, 0)
    passage = text[start : mark.end].rstrip() if mark.end > start else ""
    return [replace(mark, start=start, end=start + len(passage))] if passage else []


class _MarkWriter(HTMLParser):
    """Copies a fragment, splitting its text nodes where marks begin and end."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._marks = marks
        self._cuts = sorted({cut for mark in marks for cut in (mark.start, mark.end)})
        self._place = 0
        self._is_in_link = False
        self._references: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser's signature)
        self.written.append(self.get_starttag_text() or "")
        self._is_in_link = self._is_in_link or tag == "a"

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{tag}>")
        self._is_in_link = self._is_in_link and tag != "a"
        self._write_references()

    def handle_data(self, data: str) -> None:
        start, end = self._place, self._place + len(data)
        edges = [start, *(cut for cut in self._cuts if start < cut < end), end]
        for first, last in pairwise(edges):
            self._write_piece(data[first - start : last - start], first, last)
        self._place = end

    def _write_piece(self, piece: str, start: int, end: int) -> None:
        covering = [mark for mark in self._marks if mark.start < end and start < mark.end]
        words = escape(piece, quote=False)
        if covering and not _is_between_blocks(piece):
            words = f"{_opening(covering)}{words}</mark>"
        self.written.append(words)
        self._references.extend(_reference(mark) for mark in covering if mark.end == end)
        self._write_references()

    def _write_references(self) -> None:
        """References wait until a link ends: a link inside a link is no HTML."""
        if not self._is_in_link:
            self.written.extend(self._references)
            self._references.clear()


def _is_between_blocks(piece: str) -> bool:
    return "\n" in piece and piece.isspace()


def _opening(marks: Sequence[Mark]) -> str:
    looks = {mark.look for mark in marks}
    findings = [look for look in FINDINGS if look in looks]
    look = findings[-1] if findings else (Look.MOVED if Look.MOVED in looks else Look.COMMENT)
    return f'<mark class="{look}">' if look else "<mark>"


def _reference(mark: Mark) -> str:
    to, own, what = ("f", "p", "Finding") if mark.is_finding else ("t", "m", "Comment")
    number = mark.number
    label = f"{what} {number}"
    return (
        f'<a class="ref" href="#{to}{number}" id="{own}{number}" aria-label="{label}">{number}</a>'
    )
