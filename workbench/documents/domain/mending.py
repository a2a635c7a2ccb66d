"""Completes the map where its surroundings leave little doubt. Pure."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import fuzz

from workbench.documents.domain.alignment import Block, align
from workbench.documents.domain.text_map import NOWHERE, TextMap
from workbench.documents.domain.tokens import Stretch

_MOST_OF_IT = 0.4  # of the shorter sentence's weight
_FILLING = 0.6  # weight of a run worth filling in
_ALIKE = 65  # of 100: letters that two spellings share
_SHORTEST = 4  # letters: shorter words are alike by chance


def fill_sentences(text_map: TextMap) -> None:
    """Align what is left of each sentence with what is left of the one that most of it went to."""
    for sentence in text_map.old.sentences:
        shares: Counter[Stretch] = Counter()
        for i in range(*sentence):
            if text_map.to_new[i] != NOWHERE:
                image = text_map.new.sentence_of[text_map.to_new[i]]
                shares[image] += text_map.weight((i, i + 1))  # type: ignore[assignment]  # counts are weights here
        for image, shared in shares.most_common(1):
            shorter = min(text_map.weight(sentence), text_map.new_weight(image))
            if shared >= _MOST_OF_IT * shorter:
                _fill(text_map, sentence, image)


def _fill(text_map: TextMap, sentence: Stretch, image: Stretch) -> None:
    for here, there in _free_gaps(text_map, sentence, image):
        for block in align(text_map.old.keys[slice(*here)], text_map.new.keys[slice(*there)]):
            moved = Block(here[0] + block.old, there[0] + block.new, block.size)
            if text_map.weight((moved.old, moved.old + moved.size)) >= _FILLING:
                text_map.join(moved)


def _free_gaps(
    text_map: TextMap, sentence: Stretch, image: Stretch
) -> Iterator[tuple[Stretch, Stretch]]:
    """The gaps between the joined tokens of two sentences, where nothing is joined elsewhere."""
    fixed = [(sentence[0] - 1, image[0] - 1)]
    for i in range(*sentence):
        if fixed[-1][1] < text_map.to_new[i] < image[1]:
            fixed.append((i, text_map.to_new[i]))
    for (i, j), (i_end, j_end) in pairwise([*fixed, (sentence[1], image[1])]):
        partners = [*text_map.to_new[i + 1 : i_end], *text_map.to_old[j + 1 : j_end]]
        if all(partner == NOWHERE for partner in partners):
            yield (i + 1, i_end), (j + 1, j_end)


def join_similar_words(text_map: TextMap) -> None:
    """Join words that follow the same word and are spelt much alike: mended, or mutated."""
    for i, key in enumerate(text_map.old.keys):
        before = text_map.to_new[i - 1] if i else NOWHERE
        image = before + 1
        if text_map.to_new[i] != NOWHERE or (i and before == NOWHERE):
            continue
        if image < len(text_map.new) and text_map.to_old[image] == NOWHERE:
            likeness = fuzz.ratio(key, text_map.new.keys[image])
            if likeness >= _ALIKE and len(key) >= _SHORTEST:
                text_map.join(Block(i, image, 1))
