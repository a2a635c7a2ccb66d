"""Starting, saving, discarding and publishing a draft."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.audit.commands import note
from workbench.curricula.library import digest, load_text
from workbench.errors import StaleEdit
from workbench.policy import Actor
from workbench.publishing.domain.drafts import NotReady, checked, frozen, kept_text, title_of
from workbench.publishing.models import CurriculumDraft, PublishedCurriculum
from workbench.publishing.versions import versions_of
from workbench.training.models import Provider

STALE = (
    "Somebody saved this draft after you opened it, perhaps you in another tab. Nothing was "
    "overwritten: what changed stands above your text."
)
CHANGED = "The draft was saved again after you looked at it. Look at it as it stands now."

NOT_CLEAN = "The draft does not check clean. Put right what is named on its page first."


def start_draft(
    db: Session, actor: Actor, provider: Provider, text: str, *, at: datetime
) -> CurriculumDraft:
    """Keep a text as a new draft of a provider. Raises a Refusal for one that is too long."""
    kept = kept_text(text)
    draft = CurriculumDraft(
        provider=provider,
        title=title_of(kept),
        text=kept,
        started_at=at,
        saved_at=at,
        saved_by_id=actor.person_id,
    )
    db.add(draft)
    note(db, actor, "curricula.start_draft", draft, place=provider, at=at)
    return draft


def save_draft(  # noqa: PLR0913 - who keeps which text of which draft, over which revision
    db: Session, actor: Actor, draft: CurriculumDraft, text: str, *, revision: int, at: datetime
) -> None:
    """Keep another text. Raises StaleEdit if somebody saved since that revision, TooLong."""
    kept = kept_text(text)
    _hold(db, draft, revision, STALE)
    draft.text, draft.title = kept, title_of(kept)
    draft.saved_at, draft.saved_by_id = at, actor.person_id
    note(db, actor, "curricula.save_draft", draft, at=at)


def discard_draft(db: Session, actor: Actor, draft: CurriculumDraft, *, at: datetime) -> None:
    """Throw a draft away."""
    note(db, actor, "curricula.discard_draft", draft, at=at)
    db.delete(draft)


def publish_draft(  # noqa: PLR0913 - who publishes which text of which draft, when
    db: Session,
    actor: Actor,
    draft: CurriculumDraft,
    *,
    taken: Collection[str],
    revision: int,
    at: datetime,
) -> PublishedCurriculum:
    """Freeze a draft as a published version; the draft is gone.

    `taken` are the keys of the shipped curricula. Raises StaleEdit if it was saved since that
    revision, NotReady if it does not check clean.
    """
    db.execute(select(Provider.id).where(Provider.id == draft.provider_id).with_for_update())
    _hold(db, draft, revision, CHANGED)
    check = checked(draft.text, taken=taken, published=versions_of(db, draft.provider_id))
    if not check.is_clean:
        raise NotReady(NOT_CLEAN)
    published = _published(draft, actor, at)
    db.add(published)
    pinned = {"version": published.version, "digest": published.digest}
    note(db, actor, "curricula.publish", published, place=draft, at=at, **pinned)
    db.delete(draft)
    return published


def _hold(db: Session, draft: CurriculumDraft, revision: int, words: str) -> None:
    """Let nobody else save the draft until the transaction ends, if nobody did since."""
    now = select(CurriculumDraft.revision).where(CurriculumDraft.id == draft.id)
    if db.scalar(now.with_for_update()) != revision:
        raise StaleEdit(words)


def _published(draft: CurriculumDraft, actor: Actor, at: datetime) -> PublishedCurriculum:
    text = frozen(draft.text)
    curriculum = load_text(text)
    return PublishedCurriculum(
        provider=draft.provider,
        key=curriculum.key,
        version=curriculum.version,
        title=draft.title,
        text=text,
        digest=digest(text.encode()),
        published_at=at,
        published_by_id=actor.person_id,
    )
