"""One version as it is read: sections with marks, threads beside them, what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workbench.curricula.materials import Section
from workbench.db import session
from workbench.documents.changes import Changed, changes_between
from workbench.documents.commands.reviewing import held_comments
from workbench.documents.domain.completeness import completeness
from workbench.documents.domain.handing_over import Handing
from workbench.documents.domain.marks import Look, Mark, mark_passages
from workbench.documents.domain.review import ReviewVerdict, Stage
from workbench.documents.domain.text import SectionText, section_spans, word_count
from workbench.documents.forms import HANDINGS, HandingForm, ReviewForm
from workbench.documents.gate_shown import gate_shown
from workbench.documents.kinds import is_letter, kind_of, sections_of, title_of
from workbench.documents.models import Document, DocumentVersion, Review
from workbench.documents.queries import own_drafts, threads_seen, versions_of
from workbench.documents.send_back_page import readable_versions, withheld_shown
from workbench.documents.threads_shown import ThreadReader, ThreadShown
from workbench.documents.version_tabs import version_tabs
from workbench.web.filters import count_word, counted
from workbench.web.guard import actor


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One section with its marks and the threads beside it."""

    section: Section
    html: Markup
    text: str
    threads: Sequence[ThreadShown]

    @property
    def words(self) -> int:
        """How long it is."""
        return word_count(self.text)


class ReadingPage:
    """A document as one person reads one version of it; the latest unless a number is given."""

    @classmethod
    def latest(cls, document: Document) -> "ReadingPage | None":
        """The page of the version that was sent last; None if none was."""
        versions = versions_of(session(), document)
        return cls(document) if readable_versions(document, versions) else None

    def __init__(self, document: Document, number: int | None = None) -> None:
        self.document = document
        self.kind = kind_of(document)
        self.title = title_of(document, self.kind)
        every = versions_of(session(), document)
        self.versions = readable_versions(document, every)
        self.withheld = withheld_shown(every)
        self.version = self._numbered(number)
        self.is_latest = self.version is self.versions[-1]
        self.is_own = document.trainee_id == actor().person_id
        self.is_letter = is_letter(self.kind)
        self.texts = sections_of(self.kind, self.version)
        reader = ThreadReader(self.kind, every, self.version, actor())
        seen = threads_seen(session(), actor(), document)
        reader.read_reports(session(), seen)
        shown = map(reader.shown, seen)
        self.threads = sorted(filter(None, shown), key=lambda one: (one.start, one.number))
        self.drafts = own_drafts(session(), actor(), document)
        self.gate = gate_shown(session(), document, self.version, self.texts)

    def shown(self, form: ReviewForm | None = None) -> ResponseReturnValue:
        """The page; with the verdict again where it was refused."""
        form = form or ReviewForm(formdata=None)
        self.held = self._held() if form.refused else {}
        page = render_template("documents/document.html", page=self, form=form)
        return page, form.status

    def letter(self, form: HandingForm | None = None) -> ResponseReturnValue:
        """The version as one text, without threads; what became of it where that was refused."""
        form = form or HandingForm(formdata=None, session=self.document.given_in_session)
        return render_template("documents/letter.html", page=self, form=form), form.status

    @property
    def handing_said(self) -> str:
        """What became of the letter, in words; nothing while that is open."""
        handing, session = self.document.handing, self.document.given_in_session
        if handing is Handing.GIVEN:
            return f"in session {session}"
        return dict(HANDINGS)[handing].partition(": ")[2] if handing else ""

    @property
    def held_said(self) -> list[Markup]:
        """A line for each comment that holds up the review, and leads to it."""
        threads = [one for one in self.threads if any(said.id in self.held for said in one.drafts)]
        return [
            Markup(
                '<a href="#t{0}">Thread {0}: see what the gate finds in your comment</a>'
            ).format(one.number)
            for one in threads
        ]

    @property
    def open(self) -> list[ThreadShown]:
        """Open threads whose passage stands here, for certain or perhaps."""
        return [one for one in self.threads if not one.is_resolved and one.place != "orphaned"]

    @property
    def moved(self) -> list[ThreadShown]:
        """Those whose place is a guess."""
        return [one for one in self.open if one.place == "moved"]

    @property
    def gone(self) -> list[ThreadShown]:
        """Open threads whose passage is no longer here."""
        return [one for one in self.threads if not one.is_resolved and one.place == "orphaned"]

    @property
    def resolved(self) -> list[ThreadShown]:
        """Closed threads that stood in this version."""
        return [one for one in self.threads if one.is_resolved]

    @property
    def sections(self) -> list[SectionShown]:
        """The sections in the curriculum's order."""
        return [
            SectionShown(section, self._marked(text), text.text, self._beside(section.key))
            for section, text in zip(self.kind.sections, self.texts, strict=True)
        ]

    @property
    def completeness(self) -> object:
        """What this version lacks."""
        return completeness(self.kind, {text.key: text.text for text in self.texts})

    @property
    def reviews(self) -> list[Review]:
        """The reviews of this version that were sent."""
        return [review for review in self.version.reviews if review.sent_at is not None]

    @property
    def own_review(self) -> Review | None:
        """What the reader sent on this version."""
        mine = (one for one in self.reviews if one.supervisor_id == actor().person_id)
        return next(mine, None)

    @property
    def agreed_by(self) -> Review | None:
        """The review that called this version fine."""
        fine = (one for one in self.reviews if one.verdict is ReviewVerdict.FINE)
        return next(fine, None)

    @property
    def can_review(self) -> bool:
        """Whether the reader's review of this version is still to be sent."""
        is_open = self.is_latest and not self.is_own and self.withheld is None
        return is_open and self.own_review is None

    @property
    def state(self) -> tuple[str, str]:
        """The standing of this version, and the words for it."""
        if self.version.withheld_at is not None:
            return "withheld", "Sent back: identifying detail"
        if self.agreed_by:
            return "agreed", f"Agreed by {self.agreed_by.supervisor.name}"
        if self.reviews:
            return "revise", f"To be revised, says {self.reviews[-1].supervisor.name}"
        if self.is_latest and self.document.stage is Stage.SUBMITTED:
            return "shared", "With your supervisor" if self.is_own else "Waiting for your review"
        return "superseded", "Not reviewed"

    @property
    def compared_with(self) -> DocumentVersion | None:
        """The version that the reader last reviewed, else the one before; none for the first."""
        earlier = [one for one in self.versions if one.number < self.version.number]
        read = [
            one
            for one in earlier
            if any(review.supervisor_id == actor().person_id for review in one.reviews)
        ]
        candidates = read or earlier
        return candidates[-1] if candidates else None

    @property
    def changes_title(self) -> str:
        """What the list of changes is a list of, for this reader."""
        found = self.compared_with
        mine = found and any(one.supervisor_id == actor().person_id for one in found.reviews)
        return "Changes since you last read" if mine else "Changes from the version before"

    @property
    def tabs(self) -> list[dict[str, object]]:
        """Every version, each with its address."""
        return version_tabs(self.versions, current=self.version.number)

    @property
    def more_tabs(self) -> list[dict[str, object]]:
        """What follows the versions: the list of changes, where there is an earlier version."""
        if self.compared_with is None:
            return []
        words = "Changed since you read it" if "read" in self.changes_title else "Changed"
        return [{"words": words, "url": "#diff", "count": len(self.changes)}]

    @property
    def threads_said(self) -> Markup:
        """How many threads are open, how many of them are guesses, how many passages are gone."""
        is_moved = f", {counted(len(self.moved), 'of them', 'of them')} moved" if self.moved else ""
        passages = counted(len(self.gone), "passage", "passages")
        gone = f"; {passages} gone" if self.gone else ""
        return Markup("<strong>{} open</strong>{}{}").format(
            count_word(len(self.open)), is_moved, gone
        )

    @property
    def letter_facts(self) -> list[tuple[str, str]]:
        """What stands beside a letter: how much of it is there, and how long it is."""
        whole = sum(shown.words for shown in self.sections)
        there = sum(1 for shown in self.sections if shown.words)
        kind = self.kind
        facts = [
            ("Parts", f"{there} of {len(kind.sections)}"),
            ("Length", f"{whole} words"),
            ("Usual", f"{kind.least_words} to {kind.most_words}" if kind.least_words else ""),
            ("Share by", f"session {kind.when.share_by_session}" if kind.when else ""),
            (self._handing_head, self.handing_said),
        ]
        return [(name, value) for name, value in facts if value]

    @property
    def _handing_head(self) -> str:
        return "Given" if self.document.handing is Handing.GIVEN else "Not given"

    def plain(self, key: str) -> Markup:
        """A section without marks."""
        html = next(text.html for text in self.texts if text.key == key)
        return Markup(html)  # noqa: S704 - cleaned by render_section

    @property
    def changes(self) -> list[Changed]:
        """What is not as it was in the version compared with, section by section."""
        if self.compared_with is None:
            return []
        return changes_between(self.kind, sections_of(self.kind, self.compared_with), self.texts)

    def _held(self) -> Mapping[int, str]:
        """The words of each unsent comment in which the gate finds what was not decided."""
        held = held_comments(session(), self.document, self.drafts)
        return {one.id: one.words for one in held}

    def _numbered(self, number: int | None) -> DocumentVersion:
        if number is None and self.versions:
            return self.versions[-1]
        found = next((one for one in self.versions if one.number == number), None)
        return found or abort(404)

    def _marked(self, text: SectionText) -> Markup:
        marks = [
            Mark(thread.number, span.start, span.end, _look(thread))
            for thread in self.open
            for span in section_spans(self.texts, thread.start, thread.start + len(thread.found))
            if span.key == text.key
        ]
        return Markup(mark_passages(text.html, marks))  # noqa: S704 - cleaned by render_section

    def _beside(self, key: str) -> list[ThreadShown]:
        return [one for one in self.threads if one.section == key and not one.is_resolved]


def _look(thread: ThreadShown) -> Look:
    return Look.MOVED if thread.place == "moved" else Look.COMMENT
