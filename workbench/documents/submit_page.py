"""The gate before a version is sent: what was found in the draft, and the declaration."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workbench.anonymisation.gate import Finding, Gate
from workbench.cases.queries import pseudonyms_of
from workbench.clock import now
from workbench.curricula.materials import Section
from workbench.db import session, transaction
from workbench.documents.commands.gating import (
    Where,
    acknowledge_finding,
    agree_finding,
    dismiss_finding,
    drafted_of,
    reconsider_finding,
    replace_finding,
)
from workbench.documents.commands.writing import submit_version
from workbench.documents.domain.completeness import completeness
from workbench.documents.domain.drafted import Drafted
from workbench.documents.domain.marks import Look, Mark, mark_passages
from workbench.documents.domain.sending import Method
from workbench.documents.domain.text import SectionText
from workbench.documents.forms import FindingForm, SubmitForm
from workbench.documents.kinds import kind_of, title_of
from workbench.documents.models import Document, DocumentVersion
from workbench.documents.queries import last_session, own_cases
from workbench.web.filters import counted
from workbench.web.guard import actor

LISTED = 200
"""Open findings on one page; the next ones follow when these are decided."""


@dataclass(frozen=True, slots=True)
class SectionChecked:
    """One section with its findings marked, and the findings beside it."""

    section: Section
    html: Markup
    findings: Sequence[Finding]
    left: int
    """How many of its findings are open, those that no longer fit on the page among them."""

    @property
    def said(self) -> str:
        """What was found in it, for a section in which nothing is left to decide."""
        decided = counted(len(self.findings), "finding", "findings")
        return f"{decided} decided" if self.findings else "nothing found"


class SubmitPage:
    """What is about to be sent, what was found in it, and the statement about it."""

    most = LISTED

    def __init__(
        self,
        document: Document,
        asked: FindingForm | None = None,
        decided: FindingForm | None = None,
    ) -> None:
        self.document = document
        self.kind = kind_of(document)
        self.title = title_of(document, self.kind)
        self.asked = asked
        self.decided = decided
        self.version: DocumentVersion | None = None
        self.form = SubmitForm(formdata=None) if asked or decided else SubmitForm()
        self.form.declared.label.text = self.kind.anonymised
        if self.form.version.data is None:
            self.form.version.data = document.draft_version

    def sent(self) -> DocumentVersion | None:
        """Send it; None with the reason at its field."""
        return self._tried() if self.form.validate_on_submit() else None

    def _tried(self) -> DocumentVersion | None:
        with self.form.refusals(), transaction() as db:
            self.version = submit_version(
                db,
                self.document,
                self.kind,
                actor(),
                method=Method(self.form.method.data),
                is_recognisable=self.form.is_recognisable,
                own_list=self.form.own_list.data,
                draft_version=self.form.opened_with,
                after_session=last_session(db, self.document.case),
                at=now(),
            )
        return self.version

    def shown(self) -> ResponseReturnValue:
        """The page, with the reasons why it was not sent if it was tried."""
        texts = {section.key: section.text for section in self.drafted.sections}
        self._lead_to_the_field()
        page = render_template(
            "documents/submit.html",
            page=self,
            document=self.document,
            form=self.form,
            completeness=completeness(self.kind, texts),
            pseudonyms=sorted(self._pseudonyms()),
        )
        return page, self.asked.status if self.asked else self.form.status

    @cached_property
    def drafted(self) -> Drafted:
        """The draft with everything found in it and decided on it."""
        return drafted_of(session(), self.document, self.kind)

    @property
    def gate(self) -> Gate:
        """What was found, and decided."""
        return self.drafted.gate

    @property
    def following(self) -> str:
        """The next open finding in the text after the one decided, else the first, else the end."""
        if self.decided is None:
            return ""
        order = {section.key: place for place, section in enumerate(self.kind.sections)}
        section, start, _ = _where(self.decided)
        here = (order.get(section, 0), start)
        later = [one for one in self.gate.open if (order[one.section], one.start) > here]
        chosen = later or self.gate.open
        return f"f{chosen[0].number}" if chosen else "declare"

    @property
    def left_shortly(self) -> str:
        """The same in few words, for the bar at the foot."""
        go, look = len(self.gate.must_go), len(self.gate.to_look)
        said = [f"{go} must go"] if go else []
        return ", ".join([*said, f"{look} to look at"] if look else said)

    @property
    def left(self) -> str:
        """What is still to be decided, in words."""
        go, look = len(self.gate.must_go), len(self.gate.to_look)
        said = [counted(go, "detail must go", "details must go")] if go else []
        if look:
            said.append(counted(look, "detail wants a look", "details want a look"))
        return "; ".join(said).capitalize()

    @property
    def own_lists(self) -> str:
        """The cases whose lists the browser holds against it: its own, or all of the trainee's."""
        if self.document.case is not None:
            return str(self.document.case_id)
        mine = own_cases(session(), actor())
        return " ".join(
            str(one.id) for one in mine if one.enrolment_id == self.document.enrolment_id
        )

    @property
    def sections(self) -> list[SectionChecked]:
        """The sections that say something, in the curriculum's order."""
        shown = zip(self.kind.sections, self.drafted.sections, strict=True)
        return [self._checked(section, text) for section, text in shown if text.text]

    def form_of(self, finding: Finding) -> FindingForm:
        """The form of one finding, with what was typed where it was refused just there."""
        if self.asked and self.is_asked(finding):
            return self.asked
        return FindingForm(
            formdata=None, words=finding.replacement, reason=self._reason_before(finding)
        )

    def is_asked(self, finding: Finding) -> bool:
        """Whether something was asked of this finding and refused."""
        return self.asked is not None and _where(self.asked) == _place(finding)

    def leader(self, finding: Finding) -> int | None:
        """The first finding that other words for this one go with, unless it is this one."""
        first = self.gate.like(finding)[0].number
        return None if first == finding.number else first

    def places(self, finding: Finding) -> str:
        """In how many places other words would go."""
        return counted(len(self.gate.like(finding)) or 1, "place", "places")

    def _checked(self, section: Section, text: SectionText) -> SectionChecked:
        mine = [one for one in self._listed if one.section == section.key]
        marks = [Mark(one.number, one.start, one.end, _look(one)) for one in mine]
        html = Markup(mark_passages(text.html, marks))  # noqa: S704 - cleaned by render_section
        left = sum(one.section == section.key for one in self.gate.open)
        return SectionChecked(section, html, mine, left)

    @cached_property
    def _listed(self) -> list[Finding]:
        """What fits on a page: the first open ones, and what was decided."""
        last = [one.number for one in self.gate.open][:LISTED][-1:]
        return [
            one for one in self.gate.findings if not one.is_open or (last and one.number <= last[0])
        ]

    def _lead_to_the_field(self) -> None:
        """Let the summary of what was refused lead to the field of just that finding."""
        found = self.gate.at(*_where(self.asked)) if self.asked else None
        if self.asked and found:
            self.asked.words.id = f"words-{found.number}"
            self.asked.reason.id = f"reason-{found.number}"

    def _reason_before(self, finding: Finding) -> str:
        """What was said of the same words in another place, to be said again by one key."""
        for one in self.gate.dismissed:
            if one.passage == finding.passage and one.decided:
                return one.decided.reason
        return ""

    def _pseudonyms(self) -> frozenset[str]:
        return pseudonyms_of(session(), self.document.enrolment_id, self.document.case_id)


def decide(document: Document) -> ResponseReturnValue:
    """Do with one finding what was asked, and go on to the next; the page again if refused.

    A script that decides in place is answered with the page itself, which names the next.
    """
    form = FindingForm()
    deed = DEEDS.get(form.do.data or "")
    if deed is None or not form.validate_on_submit():
        return SubmitPage(document, form).shown()
    with form.refusals():
        deed(document, form)
    if not form.in_order:
        return SubmitPage(document, form).shown()
    page = SubmitPage(document, decided=form)
    if form.in_place.data:
        return page.shown()
    return redirect(url_for(".declare", row_id=document.id, _anchor=page.following), 303)


def _replace(document: Document, form: FindingForm) -> None:
    kind, words = kind_of(document), form.words.data or ""
    with transaction() as db:
        count = replace_finding(db, document, kind, _seen(form), words=words, at=now())
    flash(f"Replaced in {counted(count, 'place', 'places')}.", "success")


def _dismiss(document: Document, form: FindingForm) -> None:
    kind, reason = kind_of(document), form.reason.data or ""
    with transaction() as db:
        dismiss_finding(db, document, kind, _seen(form), reason=reason, at=now())


def _acknowledge(document: Document, form: FindingForm) -> None:
    with transaction() as db:
        acknowledge_finding(db, document, kind_of(document), _seen(form), at=now())


def _agree(document: Document, form: FindingForm) -> None:
    with transaction() as db:
        words = agree_finding(db, document, kind_of(document), _seen(form), at=now())
    flash(f"{words} stands for somebody in this case from now on.", "success")


def _reconsider(document: Document, form: FindingForm) -> None:
    with transaction() as db:
        reconsider_finding(db, document, kind_of(document), _seen(form))


DEEDS: dict[str, Callable[[Document, FindingForm], None]] = {
    "replace": _replace,
    "dismiss": _dismiss,
    "acknowledge": _acknowledge,
    "agree": _agree,
    "reconsider": _reconsider,
}


def _seen(form: FindingForm) -> Where:
    section, start, end = _where(form)
    return Where(section, start, end, form.opened_with)


def _where(form: FindingForm) -> tuple[str, int, int]:
    return form.section.data or "", form.start.data or 0, form.end.data or 0


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.section, finding.start, finding.end


def _look(finding: Finding) -> Look:
    if not finding.is_open:
        return Look.SETTLED
    return Look.MUST_GO if finding.must_go else Look.LOOK_AT
