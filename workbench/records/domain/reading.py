"""Which record a file claims to be, whatever became of its bytes. Pure.

A changed copy of a record still says its number somewhere; that is what makes it "altered" and not
merely "not known". Only names are looked for: nothing of the file is trusted.
"""

import re
import zlib
from collections.abc import Iterator

from workbench.records.domain.naming import NUMBER, PUBLIC_ID

MOST_NAMES = 20
MOST_STREAMS = 200
MOST_INFLATED = 4_000_000
STREAM = re.compile(rb"stream\r?\n")


def named_in(content: bytes) -> tuple[str, ...]:
    """The numbers and public names of records that a file mentions, in order, at most twenty."""
    found: dict[str, None] = {}
    for text in _texts(content):
        for pattern in (PUBLIC_ID, NUMBER):
            for match in pattern.finditer(text):
                found.setdefault(match.group())
                if len(found) == MOST_NAMES:
                    return tuple(found)
    return tuple(found)


def _texts(content: bytes) -> Iterator[str]:
    """The file as a text in the encodings a number can hide in, then what a PDF keeps packed."""
    yield content.decode("latin-1")
    yield content.replace(b"\x00", b"").decode("latin-1")  # UTF-16, as in a PDF's titles
    if content.startswith(b"%PDF"):
        yield from _unpacked(content)


def _unpacked(content: bytes) -> Iterator[str]:
    room = MOST_INFLATED
    for count, start in enumerate(STREAM.finditer(content)):
        if count == MOST_STREAMS or room <= 0:
            return
        try:
            inflated = zlib.decompressobj().decompress(content[start.end() :], room)
        except zlib.error:
            continue  # a stream that is not packed this way
        room -= len(inflated)
        yield inflated.decode("latin-1")
