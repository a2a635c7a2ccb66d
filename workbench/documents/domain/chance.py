"""Lets go of words that agree only by chance inside rewritten text. Pure."""

from itertools import pairwise

from workbench.documents.domain.alignment import Block
from workbench.documents.domain.text_map import TextMap

_ENOUGH = 4.0  # weight: so much does not agree by chance
_AGAINST_CHANGE = 2.5  # an island must weigh more than this part of the changes round it


def part_chance_islands(text_map: TextMap) -> None:
    """Part what weighs little between two greater changes, until there is no such island."""
    while chance := _chance_islands(text_map):
        for run in chance:
            for i in range(run.old, run.old + run.size):
                text_map.part(i)


def _chance_islands(text_map: TextMap) -> list[Block]:
    rims = Block(0, 0, 0), Block(len(text_map.old), len(text_map.new), 0)
    runs = [rims[0], *text_map.runs(), rims[1]]
    changes = [_change(text_map, before, after) for before, after in pairwise(runs)]
    return [
        run
        for run, left, right in zip(runs[1:-1], changes, changes[1:], strict=False)
        if _is_chance(text_map.weight((run.old, run.old + run.size)), min(left, right))
    ]


def _is_chance(weight: float, change: float) -> bool:
    return weight < _ENOUGH and weight * _AGAINST_CHANGE < change


def _change(text_map: TextMap, before: Block, after: Block) -> float:
    """How much changed between two runs: the more of what went and what came."""
    i, j = before.old + before.size, before.new + before.size
    gone = text_map.weight((i, after.old))
    come = text_map.new_weight((j, max(j, after.new)))
    return max(gone, come)
