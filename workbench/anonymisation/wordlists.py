"""Short lists kept by hand: entries by commas, `#` starts a remark. Pure apart from its files."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def wordlist(*names: str) -> frozenset[str]:
    """The entries of one or more files `words/<name>.txt`, in lower case."""
    return frozenset().union(*(_entries(_told(name).replace("\n", ",")) for name in names))


@cache
def known_phrases(*names: str) -> dict[str, list[tuple[str, ...]]]:
    """The entries of one or more lists, in words, by their first word."""
    return phrases_of(wordlist(*names))


def phrases_of(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Names of one or several words, by their first word, without possessives."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(word.removesuffix("'s") for word in name.split())
        if words:
            found.setdefault(words[0], []).append(words)
    return found


@cache
def cues(name: str) -> frozenset[str]:
    """One set of `words/cues.txt`, which has a paragraph for each: `set: words`."""
    told = f"\n{_told('cues')}".partition(f"\n{name}:")[2]
    return _entries(told.partition("\n\n")[0].replace("\n", " "))


def _told(name: str) -> str:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.partition("#")[0] for line in lines)


def _entries(told: str) -> frozenset[str]:
    return frozenset(entry.strip().lower() for entry in told.split(",") if entry.strip())
