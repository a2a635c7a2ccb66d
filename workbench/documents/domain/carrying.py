"""Where decisions on a draft stand after it was written on. Pure.

A comment may be moved with its passage and asks to be checked; a decision lets a detail out, so it
holds only where the very same characters still stand beside a word that stood beside them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.anonymisation.gate import Decided
from workbench.documents.domain.alignment import Block, align
from workbench.documents.domain.tokens import Tokens, is_word, tokenised


def carried(old: str, new: str, decided: Sequence[Decided]) -> Mapping[Decided, Decided | None]:
    """Each decision of a section at its place in the new text; None where its words changed."""
    if old == new:
        return {one: one for one in decided}
    before, after = tokenised(old), tokenised(new)
    blocks = align(before.keys, after.keys)
    return {one: _in_new(old, new, before, after, blocks, one) for one in decided}


def _in_new(  # noqa: PLR0913, PLR0917 - two texts, their words, what they share, what is looked for
    old: str, new: str, before: Tokens, after: Tokens, blocks: Sequence[Block], one: Decided
) -> Decided | None:
    inside = [
        place
        for place in range(len(before))
        if before.starts[place] < one.end and before.ends[place] > one.start
    ]
    block = _around(blocks, inside)
    if block is None or not _has_a_neighbour(before, block, inside):
        return None
    first = inside[0] - block.old + block.new
    start = after.starts[first] + one.start - before.starts[inside[0]]
    end = start + one.end - one.start
    is_same = start >= 0 and new[start:end] == old[one.start : one.end]
    return replace(one, start=start, end=end) if is_same else None


def _around(blocks: Sequence[Block], inside: Sequence[int]) -> Block | None:
    for block in blocks:
        if inside and block.old <= inside[0] and inside[-1] < block.old + block.size:
            return block
    return None


def _has_a_neighbour(tokens: Tokens, block: Block, inside: Sequence[int]) -> bool:
    """Whether a word beside the passage stayed with it, or there never was one."""
    words = [place for place in range(len(tokens)) if is_word(tokens.keys[place])]
    beside = [max((w for w in words if w < inside[0]), default=None)]
    beside.append(min((w for w in words if w > inside[-1]), default=None))
    known = [place for place in beside if place is not None]
    return not known or any(block.old <= place < block.old + block.size for place in known)
