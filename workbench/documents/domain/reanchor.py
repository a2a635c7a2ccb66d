"""Where a passage of one version stands in the next. Pure.

Never silently wrong comes first: a guess is `moved`, to be checked by a person, and where two
places fit there is no guess at all.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from workbench.documents.domain.anchors import PlaceStatus
from workbench.documents.domain.images import Image
from workbench.documents.domain.text_map import NOWHERE
from workbench.documents.domain.text_mapping import mapped
from workbench.documents.domain.tokens import Stretch, tokenised

_TELLING_WORDS = 4  # a passage of fewer turns up again by chance
_TELLING_LENGTH = 20
_LONG_WORDS = 8
_KEPT = 0.3  # of a passage's weight: with less, nothing of it is left
_SHORT = 2.5  # weight of a passage that only its surroundings can tell from its like
_SURROUNDINGS = 8  # tokens on each side
_SURROUNDINGS_KEPT = 0.25


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands in the newer text, in code points; nowhere if it is orphaned.

    `why` is for whoever measures or mends the rules, not for the page.
    """

    status: PlaceStatus
    start: int | None
    end: int | None
    why: str


class Placer:
    """Places passages of one text in another."""

    def __init__(self, old: str, new: str) -> None:
        """Makes the map of both texts: some 20 ms for 10,000 characters, a place well under one."""
        self._old = old
        self._new = new
        self._map = mapped(tokenised(old), tokenised(new))

    def place(self, start: int, end: int) -> Place:
        """The new place of the passage between two code points of the old text.

        Carried: the same words stand there. Moved: an edited form does, or the same words in other
        surroundings; a person has to check. Orphaned: gone, or more than one place fits.
        """
        first = bisect_right(self._map.old.ends, start)
        last = bisect_left(self._map.old.starts, end)
        if first >= last:
            return _orphaned("no words in the passage")
        return self._as_unique(start, end, (first, last)) or self._as_mapped(
            start, end, (first, last)
        )

    def _as_unique(self, start: int, end: int, passage: Stretch) -> Place | None:
        """A telling passage that stands once in both texts is the same one, wherever it went."""
        words = self._old[start:end]
        if len(words) < _TELLING_LENGTH or len(words.split()) < _TELLING_WORDS:
            return None
        if not (_stands_once(words, self._old) and _stands_once(words, self._new)):
            return None
        found = self._new.find(words)
        image = (
            bisect_right(self._map.new.ends, found),
            bisect_left(self._map.new.starts, found + len(words)),
        )
        is_whole = len(words.split()) >= _LONG_WORDS or self._is_of_sentences(passage)
        is_sure = is_whole or self._surroundings_stand(passage, image)
        status = PlaceStatus.CARRIED if is_sure else PlaceStatus.MOVED
        return Place(status, found, found + len(words), "unique in both texts")

    def _as_mapped(self, start: int, end: int, passage: Stretch) -> Place:
        image = Image(self._map, passage)
        parts = image.parts()
        kept = sum(self._map.new_weight((j, j + 1)) for j in parts)
        is_short = self._map.weight(passage) < _SHORT
        if not parts or kept < _KEPT * self._map.weight(passage):
            return _orphaned("too little of it is left")
        is_told_by_place = is_short or self._new.count(self._old[start:end]) > 1
        if is_told_by_place and not self._surroundings_stand(passage, (parts[0], parts[-1] + 1)):
            return _orphaned("nothing round it is left")
        found = self._characters(start, end, passage, image.stretch(parts))
        if self._is_same((start, end), found):
            is_sure = not is_short or self._has_old_neighbour(passage)
            return Place(PlaceStatus.CARRIED if is_sure else PlaceStatus.MOVED, *found, "mapped")
        if self._is_paragraph(passage):
            found = self._characters(start, end, passage, image.paragraph(parts))
        return Place(PlaceStatus.MOVED, *found, "edited")

    def _characters(
        self, start: int, end: int, passage: Stretch, image: Stretch
    ) -> tuple[int, int]:
        """A stretch of new tokens in code points. A passage may begin or end inside a word."""
        old, new, (first, last) = self._map.old, self._map.new, passage
        found, found_end = new.starts[image[0]], new.ends[image[1] - 1]
        if self._map.to_new[first] == image[0]:
            found += _cut(start - old.starts[first], new.ends[image[0]] - found)
        if self._map.to_new[last - 1] == image[1] - 1:
            found_end -= _cut(old.ends[last - 1] - end, found_end - new.starts[image[1] - 1])
        if found < found_end:
            return found, found_end
        return new.starts[image[0]], new.ends[image[1] - 1]

    def _is_same(self, passage: tuple[int, int], found: tuple[int, int]) -> bool:
        return self._old[slice(*passage)].split() == self._new[slice(*found)].split()

    def _surroundings_stand(self, passage: Stretch, image: Stretch) -> bool:
        """Whether enough of what stood round the passage stands round its image."""
        first, last = passage
        low, high = max(0, first - _SURROUNDINGS), min(len(self._map.old), last + _SURROUNDINGS)
        near = range(image[0] - 2 * _SURROUNDINGS, image[1] + 2 * _SURROUNDINGS)
        kept = sum(
            self._map.weight((i, i + 1))
            for i in (*range(low, first), *range(last, high))
            if self._map.to_new[i] != NOWHERE and self._map.to_new[i] in near
        )
        round_it = self._map.weight((low, first)) + self._map.weight((last, high))
        return kept >= _SURROUNDINGS_KEPT * round_it

    def _has_old_neighbour(self, passage: Stretch) -> bool:
        """Whether the passage still has the same word, or rim of the text, on one side."""
        first, last = passage
        to_new = [NOWHERE, *self._map.to_new, len(self._map.new)]
        return to_new[first] + 1 == to_new[first + 1] or to_new[last] + 1 == to_new[last + 1]

    def _is_of_sentences(self, passage: Stretch) -> bool:
        """Whether the passage is just one sentence, or several."""
        return self._map.old.sentence_edges.issuperset(passage)

    def _is_paragraph(self, passage: Stretch) -> bool:
        """Whether the passage is just one paragraph of several sentences."""
        old = self._map.old
        return passage in old.paragraphs and passage not in old.sentences


def _cut(inside: int, length: int) -> int:
    return inside if 0 < inside < length else 0


def _orphaned(why: str) -> Place:
    return Place(PlaceStatus.ORPHANED, None, None, why)


def _stands_once(passage: str, text: str) -> bool:
    found = text.find(passage)
    return found >= 0 and text.find(passage, found + 1) < 0
