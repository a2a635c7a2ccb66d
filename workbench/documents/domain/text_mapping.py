"""Finds which word of an older text is which word of a newer one, moved words included. Pure.

The order matters. A diff of both whole texts says what stayed; a sentence that is unique on both
sides overrides it; words that agree by chance inside rewritten text are let go; and only in new
words that are no old word's image is then looked for what moved. So a look-alike that stood there
before is never taken for a passage that was deleted.
"""

from workbench.documents.domain.alignment import align
from workbench.documents.domain.chance import part_chance_islands
from workbench.documents.domain.mending import fill_sentences, join_similar_words
from workbench.documents.domain.moves import (
    join_moved_runs,
    join_unique_sentences,
    pair_sentences,
)
from workbench.documents.domain.text_map import TextMap
from workbench.documents.domain.tokens import Tokens


def mapped(old: Tokens, new: Tokens) -> TextMap:
    """The map of two whole texts."""
    text_map = TextMap(old, new)
    for block in align(old.keys, new.keys):
        text_map.join(block)
    join_unique_sentences(text_map)
    part_chance_islands(text_map)
    join_moved_runs(text_map)
    pair_sentences(text_map)
    fill_sentences(text_map)
    join_similar_words(text_map)
    return text_map
