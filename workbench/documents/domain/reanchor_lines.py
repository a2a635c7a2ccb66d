"""Re-anchoring as lines of JSON, one passage a line: for measuring and for other programs. Pure."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.documents.domain.reanchor import Placer


def placed_lines(lines: Iterable[str]) -> Iterator[str]:
    """A line with `id`, `old`, `new`, `start`, `end` becomes one with its `status` and new place.

    Offsets are code points. All is read before the first answer, and the answers come text by
    text: passages of the same two texts share one map of them.
    """
    passages: defaultdict[tuple[str, str], list[tuple[Any, int, int]]] = defaultdict(list)
    for line in lines:
        if line.strip():
            case = json.loads(line)
            passage = (case["id"], case["start"], case["end"])
            passages[case["old"], case["new"]].append(passage)
    for texts, asked in passages.items():
        placer = Placer(*texts)
        for name, start, end in asked:
            yield _answer(placer, name, start, end)


def _answer(placer: Placer, name: object, start: int, end: int) -> str:
    place = placer.place(start, end)
    return json.dumps(
        {
            "id": name,
            "status": place.status,
            "start": place.start,
            "end": place.end,
            "why": place.why,
        }
    )
