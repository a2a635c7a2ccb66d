"""What a scan finds, how often it cries wolf, and how long it takes.

Always on the invented texts. Where WORKBENCH_BENCH_TEXTS names a folder, also on each `*.jsonl` in
it: lines of {"text", "spans": [{"start", "end", "direct"}], "ignore"}.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from anonymisation.corpus import WORDS, Document, Planted, documents, is_covered

from bench.rounds import Line
from workbench.anonymisation import Tier, scan

FOLDER = "WORKBENCH_BENCH_TEXTS"
INVENTED = (("planted", "voices"), ("clean", "traps"))
ASKED = "0.99 direct; 4 % leaking; 0.85 indirect; 12 false in 1,000 words, 4 of them tier 1"
LONG, TIMES = 2_000, 7


def run() -> Iterator[Line]:
    """A line for each set, and one for the time."""
    for names in INVENTED:
        found = [document for name in names for document in documents(name)]
        yield _measured(f"Invented texts: {' and '.join(names)}", found, [() for _ in found])
    for path in sorted(Path(os.environ[FOLDER]).glob("*.jsonl")) if FOLDER in os.environ else ():
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        yield _measured(path.stem, [*map(_document, rows)], [_ignored(row) for row in rows])
    yield _timed()


def _document(row: dict[str, Any]) -> Document:
    spans = (Planted(each["start"], each["end"], each["direct"]) for each in row["spans"])
    return Document("", row["text"], tuple(spans))


def _ignored(row: dict[str, Any]) -> tuple[tuple[int, int], ...]:
    return tuple((each["start"], each["end"]) for each in row.get("ignore", ()))


def _measured(what: str, texts: list[Document], ignored: Iterable[tuple[Any, ...]]) -> Line:
    direct, indirect, leaking, false, graver, words = [], [], 0, 0, 0, 0
    for document, left in zip(texts, ignored, strict=True):
        spans = scan(document.text).spans
        told = [(each, is_covered(document, each, spans)) for each in document.planted]
        direct += [whole for each, whole in told if each.direct]
        indirect += [whole for each, whole in told if not each.direct]
        leaking += any(each.direct and not whole for each, whole in told)
        known = [(each.start, each.end) for each in document.planted] + list(left)
        alarms = [s for s in spans if not any(s.start < b and a < s.end for a, b in known)]
        false += len(alarms)
        graver += sum(span.tier is Tier.MUST_GO for span in alarms)
        words += len(WORDS.findall(document.text))
    return Line(
        what=f"{what} ({len(texts)} texts, {words:,} words)",
        ratio=_share(direct),
        asked=ASKED,
        measured=f"{100 * leaking / len(texts):.1f} % leaking; {_share(indirect):.2f} indirect; "
        f"{1000 * false / words:.1f} false in 1,000 words, {1000 * graver / words:.1f} tier 1",
    )


def _share(told: list[bool]) -> float:
    return sum(told) / len(told) if told else 1.0


def _timed() -> Line:
    text = " ".join(document.text for document in documents("voices"))
    text = " ".join(text.split(" ")[:LONG])
    scan(text)
    times = []
    for _ in range(TIMES):
        began = process_time()
        scan(text)
        times.append(process_time() - began)
    took = 1000 * min(times)
    return Line(
        what=f"A text of {LONG:,} words",
        ratio=took / 60,
        asked="at most 1.00, that is 60 ms on one core",
        measured=f"{took:.0f} ms, the best of {TIMES}",
    )
