"""Undoes what hides a name from the eye of a programme but not from a reader's. Pure."""

import unicodedata
from dataclasses import dataclass

#: Characters that show nothing: soft hyphen, zero-width spaces and joiners, marks of direction.
INVISIBLE = frozenset("\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f"
                      "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
                      "\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f")  # fmt: skip

#: Cyrillic and Greek letters that look like Latin ones.
LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝЬΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοιυ",
        "ABESIJKMHOPCTYXaesijopcyxhdqwbABEZHIKMNOPTYXavoiu",
        strict=True,
    )
)
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text made plain, with the way back: character i came from `origin[i]`."""

    text: str
    origin: tuple[int, ...] | None

    def start(self, at: int) -> int:
        """Where the character at a place of the plain text begins in the original."""
        return at if self.origin is None else self.origin[at]

    def end(self, at: int) -> int:
        """Where a passage that ends before a place of the plain text ends in the original."""
        return at if self.origin is None else self.origin[at - 1] + 1


def normalise(text: str) -> Normalised:
    """Compatibility forms to plain ones, look-alikes to Latin, invisible characters away."""
    if text.isascii():
        return Normalised(text, None)
    plain, origin = [], []
    for at, char in enumerate(_without_lookalikes(text)):
        for each in _plain(char):
            plain.append(each)
            origin.append(at)
    return Normalised("".join(plain), tuple(origin))


def _plain(char: str) -> str:
    """One character made plain; accents stay where they are part of the letter."""
    if char.isascii():
        return char
    if char in INVISIBLE:
        return ""
    return unicodedata.normalize("NFKC", char)


def _without_lookalikes(text: str) -> str:
    """The text with look-alike letters made Latin, in words that have Latin letters too.

    A word wholly in Greek or Cyrillic is left as it is: it is not in disguise.
    """
    if not any(char in LOOKALIKES for char in text):
        return text
    words = text.split(" ")
    return " ".join(
        "".join(LOOKALIKES.get(char, char) for char in word) if _is_disguised(word) else word
        for word in words
    )


def _is_disguised(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    foreign = [char for char in letters if char.lower() not in LATIN]
    return len(foreign) < len(letters) or all(char in LOOKALIKES for char in foreign)
