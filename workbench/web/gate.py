"""Forms whose words another person will read: what the gate finds stands at its field.

What must go stops the form until it is replaced or dismissed with a reason; what wants a look is
shown once and may be sent as it is. Nothing found is kept: each request scans what it carries, and
a reason travels with the words that it is about.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from flask import request
from markupsafe import Markup, escape

from workbench.anonymisation.deciding import is_person, reason_for, replacement_for
from workbench.anonymisation.gate import Decided, Deed, Finding, Gate, gate
from workbench.anonymisation.model import Label
from workbench.errors import Refusal
from workbench.web.filters import counted
from workbench.web.forms import Form, stripped

MOST = 200
"""Findings of one form that are read back."""
AS_IT_IS = "as_it_is"
NAMES = "gate-names"
"""Pseudonyms that were put in on the way; they are agreed once the form is sent."""

Key = tuple[str, str, int]
"""A field, a passage, and which of its like in the field it is."""


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One open finding at its field, with what was typed for it."""

    finding: Finding
    nth: int
    words: str
    reason: str
    error: str


@dataclass(frozen=True, slots=True)
class GateShown:
    """What the gate says of one field: the words with their marks, and each finding."""

    marked: Markup
    findings: list[FindingShown]
    kept: list[tuple[int, Finding, int]]
    """Findings dismissed before, with a number of their own, to travel on."""
    names: list[str]
    warnings: list[str]
    is_stopped: bool
    """Whether something must go; else a look is enough."""


class GatedForm(Form):
    """A form that scans some of its fields before it is in order."""

    gated: ClassVar[tuple[str, ...]] = ("words",)
    passed: frozenset[str] = frozenset()
    """Kinds of detail that are at home in this form."""
    agreed: frozenset[str] = frozenset()
    report: dict[str, object] | None = None
    """What is to be kept of the gate, where anything was found."""

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Whether the fields are in order and nothing in them stands at the gate."""
        in_order: bool = super().validate(extra_validators)
        self._errors: dict[Key, str] = {}
        self._said = dict(_said())
        self._names = [name for name in request.form.getlist(NAMES)[:MOST] if name]
        self._replace()
        looked_at = self._looked_at(self._decided())
        if not self._stands(looked_at):
            self.report = looked_at.report() if looked_at.findings else None
            return in_order
        self._show_findings(looked_at)
        return False

    @property
    def new_names(self) -> list[str]:
        """Pseudonyms that were put in, to be agreed for the case."""
        texts = " ".join(self._texts().values())
        return [name for name in self._names if name in texts]

    def _texts(self) -> dict[str, str]:
        return {name: stripped(self[name].data) for name in self.gated if name in self}

    def _looked_at(self, decided: list[Decided]) -> Gate:
        found = gate(self._texts().items(), decided, self.agreed | frozenset(self._names))
        kept = [one for one in found.findings if one.label not in self.passed]
        return Gate(kept, found.warnings)

    def _stands(self, looked_at: Gate) -> bool:
        if looked_at.must_go or self._errors:
            return True
        return bool(looked_at.to_look) and request.form.get("gate") != AS_IT_IS

    def _decided(self) -> list[Decided]:
        """The dismissals that came with the form, each where just its words stand."""
        texts, decided = self._texts(), []
        for one in self._looked_at([]).findings:
            key = _key(one, texts)
            reason = self._said[key][1] if key in self._said else ""
            if one.must_go and reason:
                with _at(self._errors, key):
                    reason_for(one, reason)
                    decided.append(Decided(one.section, one.start, one.end, Deed.DISMISSED, reason))
        return decided

    def _replace(self) -> None:
        """Put other words in, where that was asked of one finding, and for all that is alike."""
        asked = request.form.get("gate", "").partition("replace:")[2]
        key = _key_of(asked)
        texts = self._texts()
        looked_at = self._looked_at([])
        meant = next((one for one in looked_at.findings if _key(one, texts) == key), None)
        if meant is None or key is None:
            return
        with _at(self._errors, key):
            words = replacement_for(meant, self._said[key][0])
            for one in reversed(looked_at.like(meant)):
                text = stripped(self[one.section].data)
                self[one.section].data = text[: one.start] + words + text[one.end :]
            if is_person(meant):
                self._names.append(words)

    def _show_findings(self, looked_at: Gate) -> None:
        self.refused = True
        texts = self._texts()
        warnings = list(looked_at.warnings)
        for name in {one.section for one in looked_at.open}:
            mine = [one for one in looked_at.open if one.section == name]
            stops = sum(one.must_go for one in mine)
            self[name].errors = [*self[name].errors, _words(stops, len(mine) - stops)]
            self[name].gate = GateShown(
                marked=marked(texts[name], mine),
                findings=[self._shown(one, texts) for one in mine],
                kept=[(one.number, one, _nth(one, texts)) for one in looked_at.dismissed],
                names=self._names,
                warnings=warnings,
                is_stopped=bool(looked_at.must_go),
            )

    def _shown(self, finding: Finding, texts: Mapping[str, str]) -> FindingShown:
        key = _key(finding, texts)
        words, reason = self._said.get(key, (finding.replacement, ""))
        error = self._errors.get(key, "")
        return FindingShown(finding, key[2], words or finding.replacement, reason, error)


class _at:  # noqa: N801 - reads as a word: with _at(errors, key)
    """Keep the words of a Refusal at the finding that it is about."""

    def __init__(self, errors: dict[Key, str], key: Key) -> None:
        self.errors, self.key = errors, key

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, Refusal):
            self.errors[self.key] = error.message
            return True
        return False


def _said() -> Iterator[tuple[Key, tuple[str, str]]]:
    """Other words and a reason for each finding that the page showed."""
    for number in range(1, MOST + 1):
        key = _key_of(str(number))
        if key is not None:
            yield (
                key,
                (
                    stripped(request.form.get(f"gate-{number}-words")),
                    stripped(request.form.get(f"gate-{number}-reason")),
                ),
            )


def _key_of(number: str) -> Key | None:
    sent = request.form
    field, passage = sent.get(f"gate-{number}-field"), sent.get(f"gate-{number}-passage")
    nth = sent.get(f"gate-{number}-nth", "")
    if not field or not passage or not (nth.isascii() and nth.isdigit() and len(nth) < 6):  # noqa: PLR2004 - a place in a text
        return None
    return field, passage, int(nth)


def _key(finding: Finding, texts: Mapping[str, str]) -> Key:
    return finding.section, finding.passage, _nth(finding, texts)


def _nth(finding: Finding, texts: Mapping[str, str]) -> int:
    """Which of the same passages in its field it is: so it is found again after an edit."""
    before = texts[finding.section][: finding.start]
    return len(re.findall(re.escape(finding.passage), before))


def _words(stops: int, looks: int) -> str:
    if stops:
        details = counted(stops, "detail must go", "details must go")
        return f"{details.capitalize()}, marked below. Replace it, or say why it identifies nobody."
    details = counted(looks, "detail wants", "details want")
    return f"{details.capitalize()} a look, marked below: can it tell who somebody is?"


def marked(text: str, findings: list[Finding]) -> Markup:
    """The words with a mark and a number at each finding, as they stand in the text."""
    parts, last = [], 0
    for one in findings:
        look = "must-go" if one.must_go else "look-at"
        parts += [escape(text[last : one.start]), Markup('<mark class="{}">').format(look)]
        parts += [escape(one.passage), Markup("</mark>")]
        parts.append(
            Markup(
                '<a class="ref" href="#g{0}" id="gp{0}" aria-label="Finding {0}">{0}</a>'
            ).format(one.number)
        )
        last = one.end
    return Markup("").join([*parts, escape(text[last:])])


DATES_AND_LOOKS = frozenset(set(Label) - {Label.PERSON, Label.CONTACT, Label.ADDRESS, Label.NUMBER})
"""What is at home where a certificate or an examination is named."""
