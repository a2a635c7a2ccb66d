"""Documents, their versions, the reviews of a version, and the threads about its passages."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.accounts.models import Person
from workbench.anonymisation.gate import Deed
from workbench.cases.models import Case
from workbench.db import Base
from workbench.documents.domain.anchors import PlaceStatus
from workbench.documents.domain.handing_over import Handing
from workbench.documents.domain.review import ReviewVerdict, Stage
from workbench.training.models import OnEnrolment


class Document(OnEnrolment, Base):
    """A formulation, a letter or a case study: a draft, and the versions that were sent."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("enrolment_id", "case_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str] = mapped_column(String(60))
    """A key of the curriculum's document kinds."""
    stage: Mapped[Stage] = mapped_column(default=Stage.DRAFT)
    started_at: Mapped[datetime]
    draft: Mapped[dict[str, Any]]
    """Section key to Markdown source: what the trainee is writing now."""
    draft_saved_at: Mapped[datetime]
    draft_version: Mapped[int] = mapped_column()
    """Travels with every save, so that a second tab never overwrites the first."""

    handing: Mapped[Handing | None]
    """What became of a letter, once that is known."""
    given_in_session: Mapped[int | None]

    case: Mapped[Case | None] = relationship(lazy="raise_on_sql")
    versions: Mapped[list["DocumentVersion"]] = relationship(
        back_populates="document", order_by="DocumentVersion.number", lazy="raise_on_sql"
    )
    threads: Mapped[list["Thread"]] = relationship(
        back_populates="document", order_by="Thread.number", lazy="raise_on_sql"
    )
    __mapper_args__ = {"version_id_col": draft_version}  # noqa: RUF012 - SQLAlchemy reads a plain dict


class DocumentVersion(Base):
    """What was sent, as it was sent. Never changed."""

    __tablename__ = "document_versions"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    number: Mapped[int]
    source: Mapped[dict[str, Any]]
    """Section key to Markdown source."""
    html: Mapped[dict[str, Any]]
    """Section key to cleaned HTML."""
    text: Mapped[str] = mapped_column(Text)
    """The canonical text that anchors count in."""
    submitted_at: Mapped[datetime]
    after_session: Mapped[int | None]
    """The number of the case's last session when it was sent."""
    anonymised_by: Mapped[str] = mapped_column(String(20))
    """The method declared: disguise, consent or composite."""
    gate: Mapped[dict[str, Any] | None]
    """What the gate found, as counts and places; never a word of the text."""
    withheld_at: Mapped[datetime | None]
    """When it was sent back for an identifying detail: then only its trainee reads it."""
    withheld_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    correct_by: Mapped[datetime | None]
    """When the curriculum's clock for the correction runs out, if it has one."""

    document: Mapped[Document] = relationship(back_populates="versions", lazy="raise_on_sql")
    withheld_by: Mapped[Person | None] = relationship(lazy="raise_on_sql")
    reviews: Mapped[list["Review"]] = relationship(
        back_populates="document_version", lazy="raise_on_sql"
    )


class DraftDecision(Base):
    """What the trainee decided of one finding in the draft.

    It says where the passage stands, never what it says, and goes when the passage changes.
    """

    __tablename__ = "draft_decisions"
    __table_args__ = (UniqueConstraint("document_id", "section", "start", "end"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    section: Mapped[str] = mapped_column(String(60))
    start: Mapped[int]
    """Code points from the beginning of the section's text."""
    end: Mapped[int]
    deed: Mapped[Deed]
    reason: Mapped[str] = mapped_column(String(200), default="")
    decided_at: Mapped[datetime]


class Review(Base):
    """A supervisor's comments on one version, sent all at once with a verdict."""

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("document_version_id", "supervisor_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_version_id: Mapped[int] = mapped_column(ForeignKey("document_versions.id"))
    supervisor_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    started_at: Mapped[datetime]
    verdict: Mapped[ReviewVerdict | None]
    sent_at: Mapped[datetime | None]

    document_version: Mapped[DocumentVersion] = relationship(
        back_populates="reviews", lazy="raise_on_sql"
    )
    supervisor: Mapped[Person] = relationship(lazy="raise_on_sql")


class Thread(Base):
    """A conversation about one passage."""

    __tablename__ = "threads"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    number: Mapped[int]
    made_on_id: Mapped[int] = mapped_column(ForeignKey("document_versions.id"))
    quote: Mapped[str] = mapped_column(Text)
    """The passage as it stood where the thread was made."""
    prefix: Mapped[str] = mapped_column(String(64))
    suffix: Mapped[str] = mapped_column(String(64))
    resolved_at: Mapped[datetime | None]
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    resolved_on_id: Mapped[int | None] = mapped_column(ForeignKey("document_versions.id"))

    document: Mapped[Document] = relationship(back_populates="threads", lazy="raise_on_sql")
    made_on: Mapped[DocumentVersion] = relationship(lazy="raise_on_sql", foreign_keys=[made_on_id])
    places: Mapped[list["ThreadPlace"]] = relationship(back_populates="thread", lazy="raise_on_sql")
    comments: Mapped[list["Comment"]] = relationship(
        back_populates="thread", order_by="Comment.id", lazy="raise_on_sql"
    )

    @property
    def enrolment_id(self) -> int:
        """What its document hangs on."""
        return self.document.enrolment_id

    @property
    def trainee_id(self) -> int:
        """Whose work its document is."""
        return self.document.trainee_id

    @property
    def provider_id(self) -> int:
        """In which provider."""
        return self.document.provider_id


class ThreadPlace(Base):
    """Where a thread's passage stands in one version, and who confirmed a guess."""

    __tablename__ = "thread_places"
    __table_args__ = (UniqueConstraint("thread_id", "document_version_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"))
    document_version_id: Mapped[int] = mapped_column(ForeignKey("document_versions.id"), index=True)
    status: Mapped[PlaceStatus]
    start: Mapped[int | None]
    """Code points from the beginning of the version's text; none when orphaned."""
    end: Mapped[int | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    confirmed_at: Mapped[datetime | None]

    thread: Mapped[Thread] = relationship(back_populates="places", lazy="raise_on_sql")


class Comment(Base):
    """One utterance in a thread; a supervisor's is seen by others when its review is sent."""

    __tablename__ = "comments"

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    review_id: Mapped[int | None] = mapped_column(ForeignKey("reviews.id"), index=True)
    words: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]

    thread: Mapped[Thread] = relationship(back_populates="comments", lazy="raise_on_sql")
    author: Mapped[Person] = relationship(lazy="raise_on_sql")

    @property
    def enrolment_id(self) -> int:
        """What its document hangs on."""
        return self.thread.enrolment_id

    @property
    def trainee_id(self) -> int:
        """Whose work its document is."""
        return self.thread.trainee_id

    @property
    def provider_id(self) -> int:
        """In which provider."""
        return self.thread.provider_id
