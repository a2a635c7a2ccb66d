"""Which versions a provider has published: what both a check and a list ask."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.publishing.models import PublishedCurriculum


def versions_of(db: Session, provider_id: int) -> Sequence[tuple[str, str]]:
    """The key and version of everything that a provider published."""
    return [
        (key, version)
        for key, version in db.execute(
            select(PublishedCurriculum.key, PublishedCurriculum.version)
            .where(PublishedCurriculum.provider_id == provider_id)
            .order_by(PublishedCurriculum.key, PublishedCurriculum.id)
        )
    ]
