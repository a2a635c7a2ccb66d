"""Finds what moved, in new text that is not the image of another old passage. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from workbench.documents.domain.alignment import Block, align
from workbench.documents.domain.text_map import NOWHERE, TextMap
from workbench.documents.domain.tokens import Stretch, Tokens, is_word

_WORDS_OF_A_SENTENCE = 4  # fewer are no evidence that two sentences are the same one
_MOVED_RUN = 5  # tokens: shorter runs turn up elsewhere by chance
_MOVED_WEIGHT = 4.0
_KEPT_SHARE = 0.3  # of a sentence's tokens: with more it has its place already
_MOST_PAIRS = 90_000  # of sentences to compare: beyond that a text was not edited but replaced
_LEAST_SHARED = 2.0  # weight
_SURELY_UNLIKE = 0.15  # share of tokens in common, below which weighing them is vain
_LIKE_HERE = 0.45  # of two sentences that fill the same gap
_LIKE_ELSEWHERE = 0.6
_MARGIN = 0.12  # by which the best partner has to beat the next


# A sentence that is unique on both sides


def join_unique_sentences(text_map: TextMap) -> None:
    """Let sentences that stand once in each text be the same ones, wherever they stand."""
    here, there = _unique_sentences(text_map.old), _unique_sentences(text_map.new)
    for sentence, start in here.items():
        if sentence in there and sum(map(is_word, sentence)) >= _WORDS_OF_A_SENTENCE:
            text_map.join(Block(start, there[sentence], len(sentence)))


def _unique_sentences(tokens: Tokens) -> dict[tuple[str, ...], int]:
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for start, end in tokens.sentences:
        places[tuple(tokens.keys[start:end])].append(start)
    return {sentence: found[0] for sentence, found in places.items() if len(found) == 1}


# Long runs, word for word


def join_moved_runs(text_map: TextMap) -> None:
    """Find long runs again, word for word, among the tokens of both texts without a partner."""
    here = _free_runs(text_map.old.keys, text_map.to_new)
    there = _free_runs(text_map.new.keys, text_map.to_old)
    for run, places in here.items():
        images = there.get(run, [])
        if len(places) == len(images) == 1:
            block = _grown(text_map, places[0], images[0])
            if text_map.weight((block.old, block.old + block.size)) >= _MOVED_WEIGHT:
                text_map.join(block)


def _free_runs(keys: Sequence[str], partners: Sequence[int]) -> dict[tuple[str, ...], list[int]]:
    runs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    free = 0
    for end, partner in enumerate(partners, start=1):
        free = free + 1 if partner == NOWHERE else 0
        if free >= _MOVED_RUN:
            runs[tuple(keys[end - _MOVED_RUN : end])].append(end - _MOVED_RUN)
    return runs


def _grown(text_map: TextMap, i: int, j: int) -> Block:
    """The run as long as free tokens agree on either side of it."""
    first = last = 0
    while _agree(text_map, i + first - 1, j + first - 1):
        first -= 1
    while _agree(text_map, i + last, j + last):
        last += 1
    return Block(i + first, j + first, last - first)


def _agree(text_map: TextMap, i: int, j: int) -> bool:
    return (
        0 <= i < len(text_map.old)
        and 0 <= j < len(text_map.new)
        and text_map.to_new[i] == text_map.to_old[j] == NOWHERE
        and text_map.old.keys[i] == text_map.new.keys[j]
    )


# Sentences that were rewritten


@dataclass(frozen=True, slots=True)
class _Pair:
    """An old and a new sentence, neither of which has its place yet, and how like they are."""

    here: Stretch
    there: Stretch
    likeness: float


def pair_sentences(text_map: TextMap) -> None:
    """Pair rewritten sentences, the most like first, where no other partner comes near."""
    here = _free_sentences(text_map.old, text_map.to_new)
    there = _free_sentences(text_map.new, text_map.to_old)
    if len(here) * len(there) > _MOST_PAIRS:
        return
    pairs = [_Pair(a, b, _likeness(text_map, a, b)) for a in here for b in there]
    waiting = sorted(
        (pair for pair in pairs if pair.likeness > _LIKE_HERE - _MARGIN),
        key=lambda pair: -pair.likeness,
    )
    refused: list[_Pair] = []
    while waiting:
        pair, *waiting = waiting
        rivals = [other for other in [*refused, *waiting] if _compete(pair, other)]
        if _is_sure(text_map, pair, rivals):
            _join_within(text_map, pair)
            refused = [other for other in refused if not _compete(pair, other)]
            waiting = [other for other in waiting if not _compete(pair, other)]
        else:
            refused.append(pair)


def _free_sentences(tokens: Tokens, partners: Sequence[int]) -> list[Stretch]:
    return [
        (start, end)
        for start, end in tokens.sentences
        if sum(partner != NOWHERE for partner in partners[start:end]) <= _KEPT_SHARE * (end - start)
        and sum(map(is_word, tokens.keys[start:end])) >= _WORDS_OF_A_SENTENCE
    ]


def _likeness(text_map: TextMap, a: Stretch, b: Stretch) -> float:
    """What two sentences share in order, as a share of each and the mean of the two: 0 to 1."""
    here, there = text_map.old.keys[slice(*a)], text_map.new.keys[slice(*b)]
    if LCSseq.normalized_similarity(here, there) < _SURELY_UNLIKE:
        return 0.0
    shared = sum(
        text_map.weight((a[0] + code.src_start, a[0] + code.src_end))
        for code in LCSseq.opcodes(here, there)
        if code.tag == "equal"
    )
    if shared < _LEAST_SHARED:
        return 0.0
    return (shared / text_map.weight(a) + shared / text_map.new_weight(b)) / 2


def _compete(pair: _Pair, other: _Pair) -> bool:
    return pair.here == other.here or pair.there == other.there


def _is_sure(text_map: TextMap, pair: _Pair, rivals: Sequence[_Pair]) -> bool:
    next_best = max((rival.likeness for rival in rivals), default=0.0)
    if pair.likeness < next_best + _MARGIN:
        return False
    if pair.likeness >= _LIKE_ELSEWHERE:
        return True
    return pair.likeness >= _LIKE_HERE and _fill_the_same_gap(text_map, pair)


def _fill_the_same_gap(text_map: TextMap, pair: _Pair) -> bool:
    """Whether the new sentence stands where the old one's neighbours went."""
    before = text_map.to_new[: pair.here[0]]
    after = text_map.to_new[pair.here[1] :]
    low = next((j for j in reversed(before) if j != NOWHERE), NOWHERE)
    high = next((j for j in after if j != NOWHERE), len(text_map.new))
    return low < pair.there[0] and pair.there[1] <= high


def _join_within(text_map: TextMap, pair: _Pair) -> None:
    """Align two paired sentences, whatever their few words were joined to before."""
    for i in range(*pair.here):
        text_map.part(i)
    for i in text_map.to_old[slice(*pair.there)]:
        if i != NOWHERE:
            text_map.part(i)
    here, there = text_map.old.keys[slice(*pair.here)], text_map.new.keys[slice(*pair.there)]
    for block in align(here, there):
        text_map.join(Block(pair.here[0] + block.old, pair.there[0] + block.new, block.size))
