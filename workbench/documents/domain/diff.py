"""What changed between two texts, by word, for reading. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from workbench.documents.domain.alignment import align
from workbench.documents.domain.text import SectionText

_PIECE = re.compile(r"\s+|\w+(?:['\u2019\-]\w+)*|[^\w\s]")
_SLIGHT = 3  # letters


class RunKind(StrEnum):
    """Whether a run of words stands in both texts, or in one of them."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words with their spaces, and which of the two texts they stand in."""

    kind: RunKind
    text: str


def word_diff(old: str, new: str) -> list[Run]:
    """The two texts as one: what stayed, what went, what came; removed before added.

    The same and removed runs joined give the old text, the same and added runs the new one.
    """
    here, there = _PIECE.findall(old), _PIECE.findall(new)
    runs: list[Run] = []
    i = j = 0
    for block in [*align(here, there), None]:
        i_next, j_next = (block.old, block.new) if block else (len(here), len(there))
        runs.append(Run(RunKind.REMOVED, "".join(here[i:i_next])))
        runs.append(Run(RunKind.ADDED, "".join(there[j:j_next])))
        if block:
            i, j = block.old + block.size, block.new + block.size
            runs.append(Run(RunKind.SAME, "".join(here[block.old : i])))
    return _readable([run for run in runs if run.text])


def changed_sections(old: Iterable[SectionText], new: Iterable[SectionText]) -> list[str]:
    """Keys of the sections whose text is not what it was, new sections first in their order.

    A section that one version lacks counts as empty there.
    """
    before = {section.key: section.text for section in old}
    after = {section.key: section.text for section in new}
    keys = dict.fromkeys([*after, *before])
    return [key for key in keys if before.get(key, "") != after.get(key, "")]


def _readable(runs: Sequence[Run]) -> list[Run]:
    """Without same runs too slight to help the eye between two changes, and each kind joined."""
    widened: list[Run] = []
    for index, run in enumerate(runs):
        is_inside = 0 < index < len(runs) - 1
        if run.kind is RunKind.SAME and is_inside and _is_slight(run.text):
            widened += [Run(RunKind.REMOVED, run.text), Run(RunKind.ADDED, run.text)]
        else:
            widened.append(run)
    return [
        joined
        for is_same, group in groupby(widened, key=lambda run: run.kind is RunKind.SAME)
        for joined in _joined(list(group), is_same=is_same)
    ]


def _joined(runs: Sequence[Run], *, is_same: bool) -> list[Run]:
    kinds = (RunKind.SAME,) if is_same else (RunKind.REMOVED, RunKind.ADDED)
    texts = [(kind, "".join(run.text for run in runs if run.kind is kind)) for kind in kinds]
    return [Run(kind, text) for kind, text in texts if text]


def _is_slight(text: str) -> bool:
    """A space, a mark, or one short word: not worth breaking a change in two for.

    A line break is kept, so that a change never runs on across paragraphs.
    """
    return "\n" not in text and sum(map(str.isalnum, text)) <= _SLIGHT and len(text.split()) <= 1
