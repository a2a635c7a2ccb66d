"""Takes a detail out of a text, so that nothing of it is left but its length. Pure.

The length stays, so that every offset into the text still counts the same characters.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

from workbench.anonymisation.model import Label
from workbench.anonymisation.scanning import scan

BLANK = "█"
LEAST_NAME = 3
"""A shorter part of a name would blank half of the language."""
_QUOTES = re.compile("['’‘`]")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")


class Detail:
    """The words that identify somebody, in every form in which they may have been copied."""

    def __init__(self, words: Iterable[str]) -> None:
        """Each is one detail as it stands in a text; the parts of a name count by themselves."""
        whole = [one.strip() for one in words if one.strip()]
        forms = {*whole, *(part for one in whole for part in _parts_of_names(one))}
        longest_first = sorted(forms, key=len, reverse=True)
        pattern = "|".join(map(_pattern, longest_first)) or r"(?!)"
        self._found = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)

    def __repr__(self) -> str:
        """Nothing of it: an error's trace would show it."""
        return "Detail(…)"

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where it stands, in code points."""
        return [match.span() for match in self._found.finditer(text)]

    def is_in(self, text: str) -> bool:
        """Whether it stands there at all."""
        return self._found.search(text) is not None

    def blank(self, text: str) -> str:
        """The text without it."""
        return blanked(text, self.places(text))


def blanked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with every character of these places but spaces gone."""
    parts, last = [], 0
    for start, end in places:
        parts += [text[last:start], _blank(text[start:end])]
        last = end
    return "".join([*parts, text[last:]])


def blanked_html(html: str, places: Sequence[tuple[int, int]]) -> str:
    """The same in a fragment, whose places count its text; its links lead nowhere any more."""
    writer = _Blanker(places)
    writer.feed(html)
    writer.close()
    return "".join(writer.written)


def _blank(words: str) -> str:
    return "".join(each if each.isspace() else BLANK for each in words)


def _parts_of_names(words: str) -> set[str]:
    names = [span for span in scan(words).spans if span.label is Label.PERSON]
    parts = (part for span in names for part in _WORD.findall(words[span.start : span.end]))
    return {part for part in parts if len(part) >= LEAST_NAME}


def _pattern(words: str) -> str:
    """Any white space for a space, any quote for a quote."""
    pieces = [_QUOTES.sub("['’‘`]", re.escape(piece)) for piece in words.split()]
    return r"\s+".join(pieces)


class _Blanker(HTMLParser):
    def __init__(self, places: Sequence[tuple[int, int]]) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._places = places
        self._at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            kept = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs)
            self.written.append(f"<{tag}{kept}>")

    def handle_endtag(self, tag: str) -> None:
        if tag != "a":
            self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        start, end = self._at, self._at + len(data)
        cuts = {cut for place in self._places for cut in place if start < cut < end}
        for first, last in pairwise([start, *sorted(cuts), end]):
            words = data[first - start : last - start]
            hidden = any(a <= first and last <= b for a, b in self._places)
            self.written.append(escape(_blank(words) if hidden else words, quote=False))
        self._at = end
