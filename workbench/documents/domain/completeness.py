"""What a document still lacks by its kind, and what is too long. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.curricula.materials import DocumentKind, Section, Weight
from workbench.documents.domain.text import word_count


@dataclass(frozen=True, slots=True)
class TooLong:
    """Something with more words than its limit: a section's title, or the document's name."""

    title: str
    words: int
    limit: int


@dataclass(frozen=True, slots=True)
class Completeness:
    """What is missing, as it is called within a sentence; what is over its limit; how long it is.

    `missing` names the required sections, `advised` those that only make it better, both in the
    curriculum's order. `words_short` is how many words the whole is under its least length.
    """

    missing: tuple[str, ...]
    advised: tuple[str, ...]
    over: tuple[TooLong, ...]
    words: int
    words_short: int

    @property
    def named(self) -> tuple[str, ...]:
        """All that the writer is told is not there yet."""
        return (*self.missing, *self.advised)

    @property
    def is_complete(self) -> bool:
        """Whether nothing that is required is missing, too long or too short."""
        return not (self.missing or self.over or self.words_short)


def completeness(kind: DocumentKind, texts: Mapping[str, str]) -> Completeness:
    """Holds the text of each section, by its key, against the kind of document.

    A section without a single word is missing. A section that the kind does not know is not
    counted.
    """
    words = {section.key: word_count(texts.get(section.key, "")) for section in kind.sections}
    total = sum(words.values())
    return Completeness(
        missing=_empty(kind, words, Weight.REQUIRED),
        advised=_empty(kind, words, Weight.ADVISED),
        over=(*_long_sections(kind.sections, words), *_long_whole(kind, total)),
        words=total,
        words_short=max(0, (kind.least_words or 0) - total),
    )


def _empty(kind: DocumentKind, words: Mapping[str, int], weight: Weight) -> tuple[str, ...]:
    return tuple(
        section.called
        for section in kind.sections
        if section.weight is weight and not words[section.key]
    )


def _long_sections(sections: tuple[Section, ...], words: Mapping[str, int]) -> tuple[TooLong, ...]:
    return tuple(
        TooLong(section.title, words[section.key], section.word_limit)
        for section in sections
        if section.word_limit is not None and words[section.key] > section.word_limit
    )


def _long_whole(kind: DocumentKind, words: int) -> tuple[TooLong, ...]:
    if kind.most_words is None or words <= kind.most_words:
        return ()
    return (TooLong(kind.name, words, kind.most_words),)
