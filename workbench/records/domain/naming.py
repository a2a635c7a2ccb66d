"""The number of a record, its public name, how people type them, how names are printed. Pure."""

import re
import unicodedata
from collections.abc import Callable

NUMBER = re.compile(r"\b[A-Z0-9]{1,8}-[0-9]{4}-[0-9]{4,8}\b")
PUBLIC_ID = re.compile(r"\b[0-9a-f]{32}\b")
PUBLIC_ID_BYTES = 16
HYPHEN = re.compile(r"\s*[-\u2010-\u2015]\s*")
"""Those that word processors put in a number, too."""
LONGEST_ASKED = 200
JOINERS = "\u200c\u200d"
"""Invisible, but part of how names and symbols are written."""


def prefix_of(short_name: str) -> str:
    """What a provider's numbers begin with: its short name in capitals and figures only."""
    return re.sub(r"[^A-Z0-9]", "", short_name.upper()) or "R"


def number_of(prefix: str, year: int, running: int) -> str:
    """Such as HI-2026-0147."""
    return f"{prefix}-{year}-{running:04}"


def fresh_public_id(noise: Callable[[int], bytes]) -> str:
    """128 bits of noise in hexadecimal, so that nobody can list records by counting."""
    return noise(PUBLIC_ID_BYTES).hex()


def asked_name(typed: str) -> str | None:
    """The number or public name in what somebody typed or pasted, a whole address too."""
    text = typed.strip()[:LONGEST_ASKED]
    if found := PUBLIC_ID.search(text.lower()):
        return found.group()
    found = NUMBER.search(HYPHEN.sub("-", text.upper()))
    return found.group() if found else None


def printed(name: str) -> str:
    """A name as it is printed: one line, without invisible marks that could turn it round."""
    shown = "".join(
        letter
        for letter in unicodedata.normalize("NFC", name)
        if letter in JOINERS or unicodedata.category(letter) not in {"Cf", "Cs", "Co", "Cn"}
    )
    plain = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in shown)
    return " ".join(plain.split())
