"""What stands between a text and its readers: findings, and what was decided of each. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.pseudonyms import SUGGESTED
from workbench.anonymisation.scanning import RULES, scan

BETWEEN = "\n\n"
SENT_BACK = "sent back"
NO_NAME_LEFT = "[name removed]"


class Deed(StrEnum):
    """What was decided of a passage."""

    DISMISSED = "dismissed"
    ACKNOWLEDGED = "acknowledged"
    SENT_BACK = "sent_back"
    """A supervisor said that it identifies somebody: only other words settle that."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, bound to a place in code points of its section and to nothing else."""

    section: str
    start: int
    end: int
    deed: Deed
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One passage that may tell who somebody is, and what was decided of it."""

    number: int
    section: str
    start: int
    end: int
    label: str
    must_go: bool
    why: str
    replacement: str
    passage: str = field(repr=False)
    """Never to be logged or stored: an error's trace shows a `repr`."""
    decided: Decided | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still stands in the way."""
        if self.decided is None:
            return True
        return self.must_go and self.decided.deed is not Deed.DISMISSED

    @property
    def is_sent_back(self) -> bool:
        """Whether a supervisor marked it."""
        return self.label == SENT_BACK


@dataclass(frozen=True)
class Gate:
    """Everything found in a text of several sections, in its order."""

    findings: Sequence[Finding]
    warnings: Sequence[str]

    @cached_property
    def must_go(self) -> list[Finding]:
        """Open findings that bar it."""
        return [one for one in self.findings if one.is_open and one.must_go]

    @cached_property
    def to_look(self) -> list[Finding]:
        """Open findings that want a look."""
        return [one for one in self.findings if one.is_open and not one.must_go]

    @property
    def open(self) -> list[Finding]:
        """What is still to be decided, in the order of the text."""
        return [one for one in self.findings if one.is_open]

    @property
    def dismissed(self) -> list[Finding]:
        """What was called harmless, with a reason."""
        return [one for one in self.findings if _is(one, Deed.DISMISSED)]

    @property
    def acknowledged(self) -> list[Finding]:
        """What was looked at and kept."""
        return [one for one in self.findings if _is(one, Deed.ACKNOWLEDGED)]

    def at(self, section: str, start: int, end: int) -> Finding | None:
        """The finding of just that place."""
        wanted = (section, start, end)
        found = (one for one in self.findings if (one.section, one.start, one.end) == wanted)
        return next(found, None)

    def like(self, finding: Finding) -> list[Finding]:
        """The undecided findings that other words for this one go into, itself among them.

        A person is the same in every form of the name; anything else only where it says the same.
        """
        return self._alike.get(_likeness(finding), [])

    @cached_property
    def _alike(self) -> dict[tuple[str, str], list[Finding]]:
        groups: dict[tuple[str, str], list[Finding]] = {}
        for one in self.open:
            groups.setdefault(_likeness(one), []).append(one)
        return groups

    def counts(self) -> dict[str, dict[str, int]]:
        """How many of each kind, by tier. No word of the text is in it."""
        tiers = {"must go": True, "look at": False}
        return {
            name: dict(Counter(one.label for one in self.findings if one.must_go is must_go))
            for name, must_go in tiers.items()
        }

    def report(self) -> dict[str, object]:
        """What may be stored beside the text: counts, places, and reasons for what was kept."""
        return {
            "rules": RULES,
            "found": self.counts(),
            "acknowledged": len(self.acknowledged),
            "together": len(self.warnings),
            "dismissed": [_told(one) for one in self.dismissed],
        }


def gate(
    sections: Iterable[tuple[str, str]],
    decided: Iterable[Decided] = (),
    agreed: frozenset[str] = frozenset(),
) -> Gate:
    """Scan (key, text) sections as one text, and put each decision at its finding."""
    texts = dict(sections)
    report = scan(BETWEEN.join(texts.values()), agreed=with_parts(agreed))
    by_place = {(one.section, one.start, one.end): one for one in decided}
    marked = [one for one in by_place.values() if one.deed is Deed.SENT_BACK]
    placed = [
        one for one in _by_section(texts, report.spans) if not any(_holds(m, one) for m in marked)
    ]
    placed += [(m.section, _sent_back(m)) for m in marked if m.section in texts]
    order = {key: place for place, key in enumerate(texts)}
    placed.sort(key=lambda one: (order[one[0]], one[1].start, one[1].end))
    named = _with_free_pseudonyms(placed, agreed)
    return Gate(
        [
            _finding(number, key, span, texts[key], by_place)
            for number, (key, span) in enumerate(named, start=1)
        ],
        report.warnings,
    )


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A passage that its author called harmless, and why."""

    passage: str = field(repr=False)
    reason: str


def dismissed_in(texts: Mapping[str, str], report: Mapping[str, Any] | None) -> list[Dismissed]:
    """What a stored report tells of the texts that it was made of: the words are theirs."""
    told = report.get("dismissed", ()) if report else ()
    return [
        Dismissed(texts.get(one["section"], "")[one["start"] : one["end"]], one["reason"])
        for one in told
    ]


def decided_in(report: Mapping[str, Any] | None) -> list[Decided]:
    """The dismissals that a stored report tells of, to be held against the same words again."""
    told = report.get("dismissed", ()) if report else ()
    return [
        Decided(one["section"], one["start"], one["end"], Deed.DISMISSED, one["reason"])
        for one in told
    ]


def with_parts(agreed: frozenset[str]) -> frozenset[str]:
    """Agreed pseudonyms with each of their words: Alex Grey is Alex, too."""
    return agreed | {word for name in agreed for word in name.split()}


Placed = tuple[str, Span]


def _by_section(texts: Mapping[str, str], spans: Iterable[Span]) -> Iterator[Placed]:
    """Each span in code points of the section that it begins in."""
    starts, offset = [], 0
    for key, text in texts.items():
        starts.append((key, offset, offset + len(text)))
        offset += len(text) + len(BETWEEN)
    for span in spans:
        for key, first, last in starts:
            if first <= span.start < last:
                yield key, _moved(span, first, last)


def _moved(span: Span, first: int, last: int) -> Span:
    start, end = span.start - first, min(span.end, last) - first
    return Span(start, end, span.label, span.tier, span.reason, span.replacement)


def _holds(marked: Decided, placed: Placed) -> bool:
    key, span = placed
    return marked.section == key and marked.start <= span.start and span.end <= marked.end


def _sent_back(marked: Decided) -> Span:
    why = "your supervisor marked it as an identifying detail"
    return Span(marked.start, marked.end, Label.PERSON, Tier.MUST_GO, why)


def _with_free_pseudonyms(placed: Sequence[Placed], agreed: frozenset[str]) -> Iterator[Placed]:
    """Suggest for a new person no pseudonym that stands for somebody else of the case."""
    taken = {name.casefold() for name in with_parts(agreed)}
    used = {span.replacement for _, span in placed if span.label is Label.PERSON}
    spare = [one for one in SUGGESTED if one.casefold() not in taken and one not in used]
    instead: dict[str, str] = {}
    for key, span in placed:
        words = span.replacement
        if span.label is Label.PERSON and words.casefold() in taken:
            if words not in instead:
                instead[words] = spare.pop(0) if spare else NO_NAME_LEFT
            words = instead[words]
        yield key, Span(span.start, span.end, span.label, span.tier, span.reason, words)


def _finding(
    number: int,
    key: str,
    span: Span,
    text: str,
    by_place: Mapping[tuple[str, int, int], Decided],
) -> Finding:
    decided = by_place.get((key, span.start, span.end))
    is_marked = decided is not None and decided.deed is Deed.SENT_BACK
    return Finding(
        number=number,
        section=key,
        start=span.start,
        end=span.end,
        label=SENT_BACK if is_marked else str(span.label),
        must_go=span.tier is Tier.MUST_GO,
        why=span.reason,
        replacement=span.replacement,
        passage=text[span.start : span.end],
        decided=decided,
    )


def _is(finding: Finding, deed: Deed) -> bool:
    return not finding.is_open and finding.decided is not None and finding.decided.deed is deed


def _likeness(finding: Finding) -> tuple[str, str]:
    if finding.label == Label.PERSON and finding.replacement != NO_NAME_LEFT:
        return finding.label, finding.replacement
    return finding.label, finding.passage.casefold()


def _told(finding: Finding) -> dict[str, object]:
    return {
        "section": finding.section,
        "start": finding.start,
        "end": finding.end,
        "label": finding.label,
        "reason": finding.decided.reason if finding.decided else "",
    }
