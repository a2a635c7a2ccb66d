"""The stretch of newer text that stands for a passage of the older one. Pure."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from workbench.documents.domain.text_map import NOWHERE, TextMap
from workbench.documents.domain.tokens import Stretch, is_word

_LONGEST_INSERTION = 12  # tokens between two parts of one image, or as many as the passage has
_STRAY_OF_IMAGE = 0.12
_STRAY_OF_SENTENCE = 0.25


class Image:
    """Finds the image of one passage, given as a stretch of old tokens."""

    def __init__(self, text_map: TextMap, passage: Stretch) -> None:
        """The image of a passage that holds at least one token."""
        self._map = text_map
        self._passage = passage

    def parts(self) -> list[int]:
        """The new tokens of the passage that stayed together, where they weigh most."""
        return self._without_strays(max(self._clusters(), key=self._weight, default=[]))

    def stretch(self, parts: Sequence[int]) -> Stretch:
        """The new stretch from rim to rim, with what took the place of changed words."""
        first, last = self._passage
        start, end = parts[0], parts[-1] + 1
        if self._map.to_old[parts[0]] != first:
            start = self._rim(parts[0], first, -1)
        if self._map.to_old[parts[-1]] != last - 1:
            end = self._rim(parts[-1], last - 1, 1) + 1
        return start, end

    def paragraph(self, parts: Sequence[int]) -> Stretch:
        """The new stretch, with all that was added to the paragraph at its ends."""
        start, end = parts[0], parts[-1] + 1
        edges = self._map.new.paragraph_edges
        while start not in edges and self._is_own(start - 1):
            start -= 1
        while end not in edges and self._is_own(end):
            end += 1
        return start, end

    def _clusters(self) -> list[list[int]]:
        clusters: list[list[int]] = []
        for j in sorted(j for j in self._map.to_new[slice(*self._passage)] if j != NOWHERE):
            if clusters and self._stand_together(clusters[-1][-1], j):
                clusters[-1].append(j)
            else:
                clusters.append([j])
        return clusters

    def _stand_together(self, j: int, following: int) -> bool:
        first, last = self._passage
        between = range(j + 1, following)
        is_short = len(between) <= max(_LONGEST_INSERTION, last - first)
        return is_short and all(map(self._is_own, between))

    def _is_own(self, j: int) -> bool:
        """Whether a new token is not the image of another passage."""
        first, last = self._passage
        i = self._map.to_old[j]
        return i == NOWHERE or first <= i < last

    def _weight(self, parts: Iterable[int]) -> float:
        return sum(self._map.new_weight((j, j + 1)) for j in parts)

    def _without_strays(self, parts: Sequence[int]) -> list[int]:
        """Without the little at either end that went into a sentence of other words."""
        whole = self._weight(parts)
        by_sentence = groupby(parts, key=lambda j: self._map.new.sentence_of[j])
        groups = [(sentence, list(group)) for sentence, group in by_sentence]
        for end in (0, -1):
            while len(groups) > 1 and self._is_stray(*groups[end], whole):
                groups.pop(end)
        return [j for _, group in groups for j in group]

    def _is_stray(self, sentence: Stretch, parts: Sequence[int], whole: float) -> bool:
        weight = self._weight(parts)
        is_slight = weight < _STRAY_OF_IMAGE * whole
        return is_slight and weight < _STRAY_OF_SENTENCE * self._map.new_weight(sentence)

    def _rim(self, nearest: int, rim: int, step: int) -> int:
        """The outermost new token that stands for the changed rim of the passage.

        A whole sentence stays whole. Else the rim's own word is looked for; else the changed words
        are shared out between the passage and its neighbour as they were before.
        """
        if rim + (step > 0) in self._map.old.sentence_edges:
            return self._sentence_rim(nearest, step)
        inside = abs(rim - self._map.to_old[nearest])
        found = self._own_word(nearest, rim, step, within=3 * inside + 4)
        return self._shared_rim(nearest, rim, step) if found is None else found

    def _sentence_rim(self, nearest: int, step: int) -> int:
        j = nearest
        while not self._ends_sentence(j, step) and self._is_own(j + step):
            j += step
        return j

    def _ends_sentence(self, j: int, step: int) -> bool:
        return j + (step > 0) in self._map.new.sentence_edges

    def _own_word(self, nearest: int, rim: int, step: int, *, within: int) -> int | None:
        key = self._map.old.keys[rim]
        j = nearest + step
        while is_word(key) and 0 <= j < len(self._map.new) and self._is_own(j):
            if abs(j - nearest) > within:
                return None
            if self._map.new.keys[j] == key:
                return j
            j += step
        return None

    def _shared_rim(self, nearest: int, rim: int, step: int) -> int:
        image = self._map.to_old[nearest]
        neighbour = rim + step
        while self._is_free_inside_sentence(neighbour, step):
            neighbour += step
        if not 0 <= neighbour < len(self._map.old):
            return nearest
        come = abs(self._map.to_new[neighbour] - nearest) - 1
        went = abs(neighbour - image) - 1
        if not self._is_gap(nearest, self._map.to_new[neighbour], step):
            return nearest
        for _ in range(round(come * abs(rim - image) / went)):
            if self._ends_sentence(nearest, step):
                break
            nearest += step
        return nearest

    def _is_free_inside_sentence(self, i: int, step: int) -> bool:
        edges = self._map.old.sentence_edges
        return i + (step < 0) not in edges and self._map.to_new[i] == NOWHERE

    def _is_gap(self, nearest: int, neighbour: int, step: int) -> bool:
        """Whether all between two images, the second outside the passage, is the passage's own."""
        if neighbour == NOWHERE or (neighbour - nearest) * step <= 0:
            return False
        return all(map(self._is_own, range(nearest + step, neighbour, step)))
