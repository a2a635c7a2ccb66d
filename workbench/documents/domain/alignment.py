"""Which tokens of two sequences are the same ones: a diff that people would draw. Pure.

Runs that are unique on both sides are fixed first, the longest kind before the shorter (the idea
of a patience diff), and only the gaps between them are filled by the longest common subsequence.
A plain longest subsequence would be as long, but strewn with chance words.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

_RUN_LENGTHS = (16, 6, 3, 1)
_LARGEST_TABLE = 4_000_000  # cells: a gap beyond this is rewritten text, not an edit


class Block(NamedTuple):
    """`size` tokens that are the same from `old` and from `new` on."""

    old: int
    new: int
    size: int


class _Gap(NamedTuple):
    old: int
    old_end: int
    new: int
    new_end: int


def align(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """The blocks that two sequences share, in order on both sides, each as long as it can be."""
    pairs = sorted(_pairs(old, new))
    blocks: list[Block] = []
    for i, j in pairs:
        last = blocks[-1] if blocks else None
        if last and (i, j) == (last.old + last.size, last.new + last.size):
            blocks[-1] = Block(last.old, last.new, last.size + 1)
        else:
            blocks.append(Block(i, j, 1))
    return blocks


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    waiting = [_Gap(0, len(old), 0, len(new))]
    while waiting:
        whole = waiting.pop()
        gap = _trimmed(old, new, whole)
        yield from zip(range(whole.old, gap.old), range(whole.new, gap.new), strict=True)
        yield from zip(
            range(gap.old_end, whole.old_end), range(gap.new_end, whole.new_end), strict=True
        )
        if gap.old == gap.old_end or gap.new == gap.new_end:
            continue
        fixed = _fixed_points(old, new, gap)
        if fixed:
            waiting.extend(_between(gap, fixed))
            yield from fixed
        else:
            yield from _longest_common(old, new, gap)


def _trimmed(old: Sequence[str], new: Sequence[str], gap: _Gap) -> _Gap:
    """The gap without what is the same at its beginning and at its end."""
    i, i_end, j, j_end = gap
    while i < i_end and j < j_end and old[i] == new[j]:
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
    return _Gap(i, i_end, j, j_end)


def _fixed_points(old: Sequence[str], new: Sequence[str], gap: _Gap) -> list[tuple[int, int]]:
    """Pairs of tokens that begin a run unique on both sides, crossing pairs left out."""
    for length in _RUN_LENGTHS:
        there = _unique_runs(new, gap.new, gap.new_end, length)
        here = _unique_runs(old, gap.old, gap.old_end, length)
        pairs = [(place, there[run]) for run, place in here.items() if run in there]
        if pairs:
            return _rising(sorted(pairs))
    return []


def _unique_runs(
    tokens: Sequence[str], start: int, end: int, length: int
) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    again = set()
    for place in range(start, end - length + 1):
        run = tuple(tokens[place : place + length])
        if run in places:
            again.add(run)
        places[run] = place
    return {run: place for run, place in places.items() if run not in again}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises on both sides."""
    tails: list[int] = []
    tail_pairs: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        rank = bisect_left(tails, j)
        before.append(tail_pairs[rank - 1] if rank else -1)
        tails[rank : rank + 1] = [j]
        tail_pairs[rank : rank + 1] = [index]
    chain = []
    index = tail_pairs[-1]
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _between(gap: _Gap, fixed: Sequence[tuple[int, int]]) -> Iterator[_Gap]:
    i, j = gap.old, gap.new
    for next_i, next_j in fixed:
        yield _Gap(i, next_i, j, next_j)
        i, j = next_i + 1, next_j + 1
    yield _Gap(i, gap.old_end, j, gap.new_end)


def _longest_common(old: Sequence[str], new: Sequence[str], gap: _Gap) -> Iterator[tuple[int, int]]:
    if (gap.old_end - gap.old) * (gap.new_end - gap.new) > _LARGEST_TABLE:
        return
    here, there = old[gap.old : gap.old_end], new[gap.new : gap.new_end]
    for code in LCSseq.opcodes(here, there):
        if code.tag == "equal":
            yield from zip(
                range(gap.old + code.src_start, gap.old + code.src_end),
                range(gap.new + code.dest_start, gap.new + code.dest_end),
                strict=True,
            )
