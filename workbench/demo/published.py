"""What the demo's provider made of a shipped curriculum: its own version, and the next begun."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.curricula.library import Kept, load_text
from workbench.demo.cast import ADMINISTRATOR, email
from workbench.policy import Actor
from workbench.publishing.commands import publish_draft, start_draft
from workbench.publishing.domain.drafts import copied, next_version, rewritten
from workbench.publishing.models import PublishedCurriculum
from workbench.training.models import Membership, Provider

KEY, TITLE = "harbour-dit", "DIT practitioner, Harbour Institute"
FIRST = "2026.1"
MORE = (("At least 150 hours", "At least 160 hours"), ("hours = 150", "hours = 160"))
"""The institute asks for ten hours more than the body whose curriculum it copied."""


def publish_own(db: Session, shipped: Kept, at: datetime) -> PublishedCurriculum:
    """Publish the institute's own version of a shipped curriculum, and begin the next."""
    jo = db.scalars(select(Person.id).where(Person.email == email(ADMINISTRATOR))).one()
    provider = db.scalars(
        select(Provider)
        .join(Membership, Membership.provider_id == Provider.id)
        .where(Membership.person_id == jo)
    ).one()
    actor = Actor(person_id=jo, administers=frozenset({provider.id}))
    draft = start_draft(db, actor, provider, _own(shipped), at=at)
    own = publish_draft(db, actor, draft, taken=(), revision=draft.revision, at=at)
    version = next_version(own.version, year=at.year)
    following = copied(own.text, load_text(own.text), key=KEY, version=version)
    start_draft(db, actor, provider, following, at=at)
    return own


def _own(shipped: Kept) -> str:
    text = copied(shipped.text, shipped.curriculum, key=KEY, version=FIRST)
    for asked, more in MORE:
        text = text.replace(asked, more)
    return rewritten(text, title=TITLE)
