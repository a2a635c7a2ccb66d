"""A map from the words of an older text to those of a newer one. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import log2

from workbench.documents.domain.alignment import Block
from workbench.documents.domain.tokens import Stretch, Tokens, is_word

NOWHERE = -1

_MARK_WEIGHT = 0.1


class TextMap:
    """For each old token its new one, and the other way round; NOWHERE if it has none.

    A token's weight says how much evidence it is: 1 for a word that comes once, less for a word
    that comes often, next to nothing for a mark.
    """

    def __init__(self, old: Tokens, new: Tokens) -> None:
        """A map on which nothing is joined yet."""
        self.old = old
        self.new = new
        self.to_new = [NOWHERE] * len(old)
        self.to_old = [NOWHERE] * len(new)
        weights = _weights(old.keys, new.keys)
        self._old_sums = list(accumulate((weights[key] for key in old.keys), initial=0.0))
        self._new_sums = list(accumulate((weights[key] for key in new.keys), initial=0.0))

    def join(self, block: Block) -> None:
        """Let the tokens of a block be the same ones, whatever they were before."""
        for step in range(block.size):
            i, j = block.old + step, block.new + step
            self.part(i)
            if self.to_old[j] != NOWHERE:
                self.part(self.to_old[j])
            self.to_new[i], self.to_old[j] = j, i

    def part(self, i: int) -> None:
        """Let an old token be nowhere."""
        if self.to_new[i] != NOWHERE:
            self.to_old[self.to_new[i]] = NOWHERE
            self.to_new[i] = NOWHERE

    def weight(self, stretch: Stretch) -> float:
        """What a stretch of old tokens weighs."""
        return self._old_sums[stretch[1]] - self._old_sums[stretch[0]]

    def new_weight(self, stretch: Stretch) -> float:
        """What a stretch of new tokens weighs."""
        return self._new_sums[stretch[1]] - self._new_sums[stretch[0]]

    def runs(self) -> Iterator[Block]:
        """The stretches of old tokens whose images follow one another."""
        start = 0
        for i, j in enumerate(self.to_new):
            if i and j not in (NOWHERE, self.to_new[i - 1] + 1):
                yield from self._run(start, i)
                start = i
            elif j == NOWHERE:
                yield from self._run(start, i)
                start = i + 1
        yield from self._run(start, len(self.to_new))

    def _run(self, start: int, end: int) -> Iterator[Block]:
        if start < end:
            yield Block(start, self.to_new[start], end - start)


def _weights(old: Sequence[str], new: Sequence[str]) -> dict[str, float]:
    counts = Counter(old) | Counter(new)
    return {
        key: 1 / (1 + log2(count) / 2) if is_word(key) else _MARK_WEIGHT
        for key, count in counts.items()
    }
