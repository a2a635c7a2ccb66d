"""What changed between two versions, section by section and paragraph by paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.curricula.materials import DocumentKind
from workbench.documents.domain.diff import Run, changed_sections, word_diff
from workbench.documents.domain.text import SectionText

Paragraph = list[tuple[str, str]]
"""The runs of a paragraph, each as (kind, words)."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One section's words as they were and as they are."""

    title: str
    paragraphs: Sequence[Paragraph]


def changes_between(
    kind: DocumentKind, old: Sequence[SectionText], new: Sequence[SectionText]
) -> list[Changed]:
    """The sections that are not as they were, in the curriculum's order."""
    before = {text.key: text.text for text in old}
    after = {text.key: text.text for text in new}
    changed = changed_sections(old, new)
    return [
        Changed(section.title, paragraphs(word_diff(before[section.key], after[section.key])))
        for section in kind.sections
        if section.key in changed
    ]


def paragraphs(runs: Sequence[Run]) -> list[Paragraph]:
    """The runs, parted where a blank line stands in one of the texts."""
    found: list[Paragraph] = [[]]
    for run in runs:
        first, *others = run.text.split("\n\n")
        found[-1].append((run.kind.value, first))
        found += [[(run.kind.value, words)] for words in others]
    return [kept for one in found if (kept := [(kind, words) for kind, words in one if words])]
