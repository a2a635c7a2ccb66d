"""Re-anchoring as lines of JSON, one passage a line: for measuring and for other programs. Pure."""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.documents.domain.reanchor import Placer


def placed_lines(lines: Iterable[str]) -> Iterator[str]:
    """A line with `id`, `old`, `new`, `start`, `end` becomes one with its `status` and new place.

    Offsets are code points. The map of the last few pairs of texts is kept.
    """
    placer = lru_cache(maxsize=16)(Placer)
    for line in lines:
        if line.strip():
            case = json.loads(line)
            place = placer(case["old"], case["new"]).place(case["start"], case["end"])
            yield json.dumps(
                {
                    "id": case["id"],
                    "status": place.status,
                    "start": place.start,
                    "end": place.end,
                    "why": place.why,
                }
            )
