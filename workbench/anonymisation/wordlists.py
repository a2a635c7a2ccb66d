"""Short lists kept by hand: entries by commas, `#` starts a remark. Pure apart from its files."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def wordlist(name: str) -> frozenset[str]:
    """The entries of `words/<name>.txt`, in lower case."""
    return _entries(_told(name).replace("\n", ","))


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
