"""What providers published, kept in memory: a published version never changes."""

from collections.abc import Sequence

from workbench.curricula.library import Kept, load_text
from workbench.curricula.model import Curriculum
from workbench.db import session
from workbench.publishing.domain.drafts import order
from workbench.publishing.queries import kept_version
from workbench.publishing.versions import versions_of

MOST = 200
"""Versions in memory. Each is a few hundred kilobytes; the one kept for longest goes first."""


class PublishedShelf:
    """Finds a provider's version: in the database the first time, then in memory."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, str, str], Kept] = {}

    def find(self, provider_id: int, key: str, version: str) -> Kept | None:
        """One version of a provider. What is not there is asked for again each time."""
        wanted = (provider_id, key, version)
        found = self._kept.get(wanted)
        if found is not None:
            return found
        row = kept_version(session(), provider_id, key, version)
        if row is None:
            return None
        found = Kept(load_text(row.text), row.text, row.digest)
        while len(self._kept) >= MOST:
            self._kept.pop(next(iter(self._kept)), None)
        self._kept[wanted] = found
        return found

    def of(self, provider_id: int) -> Sequence[Curriculum]:
        """Every version of a provider, by key and then from the oldest to the newest."""
        named = sorted(
            versions_of(session(), provider_id), key=lambda pair: (pair[0], order(pair[1]))
        )
        found = (self.find(provider_id, key, version) for key, version in named)
        return [kept.curriculum for kept in found if kept is not None]
