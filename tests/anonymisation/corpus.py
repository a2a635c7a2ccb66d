"""Invented texts with planted details, and clean ones, and how a scan fares on them."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
PLANTED = re.compile(r"\[\[(.+?)\]\]|\{\{(.+?)\}\}", re.DOTALL)
WORDS = re.compile(r"\w+")
#: Words that give nobody away: left out when it is asked whether a passage is wholly marked.
EMPTY = frozenset(
    {"the", "a", "an", "of", "and", "or", "in", "on", "at", "to", "by", "for", "from", "with", "s"}
    | {"mr", "mrs", "ms", "dr", "professor", "his", "her", "aged", "year", "old", "years", "is"}
    | {"was", "st", "miss", "prof", "sir", "my", "our", "your", "their", "who", "that", "no", "x"}
    | {"called", "nd", "rd", "th"}
)


@dataclass(frozen=True)
class Planted:
    start: int
    end: int
    direct: bool


@dataclass(frozen=True)
class Document:
    kind: str
    text: str
    planted: tuple[Planted, ...]


def documents(name):
    for part in (FOLDER / f"{name}.txt").read_text("utf-8").split("=== ")[1:]:
        kind, _, body = part.partition("\n")
        yield read(kind, body.strip())


def read(kind, body):
    """A document from a text with [[direct]] and {{indirect}} details."""
    text, planted, last = "", [], 0
    for match in PLANTED.finditer(body):
        text += body[last : match.start()]
        detail = match[1] or match[2]
        planted.append(Planted(len(text), len(text) + len(detail), match[1] is not None))
        text += detail
        last = match.end()
    return Document(kind, text + body[last:], tuple(planted))


def is_covered(document, planted, spans):
    """Whether every word of a planted detail that says something is marked."""
    words = list(WORDS.finditer(document.text, planted.start, planted.end))
    telling = [word for word in words if word[0].lower() not in EMPTY] or words
    return all(any(s.start <= w.start() and w.end() <= s.end for s in spans) for w in telling)


def false_alarms(document, spans):
    return [
        span
        for span in spans
        if not any(span.start < each.end and each.start < span.end for each in document.planted)
    ]
