"""What the pages that show a curriculum need: which one, whose it is, what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template, request

from workbench.curricula.library import Kept
from workbench.curricula.model import Curriculum
from workbench.curricula.telling import figures
from workbench.db import session
from workbench.publishing.models import CurriculumDraft, PublishedCurriculum
from workbench.publishing.queries import administered, find_published
from workbench.training.models import Provider
from workbench.web.curriculum import library, published
from workbench.web.guard import actor


@dataclass(frozen=True, slots=True)
class Shown:
    """One version with what is known of where it comes from."""

    kept: Kept
    row: PublishedCurriculum | None
    """None, for one that is shipped."""

    @property
    def owner(self) -> str:
        """The provider that published it; nobody, for one that is shipped."""
        return self.row.provider.name if self.row else ""

    @property
    def copyable_by(self) -> Sequence[Provider]:
        """The providers for which the reader may draft a copy."""
        every = administered(session(), actor()) if actor().administers else ()
        return [one for one in every if self.row is None or one.id == self.row.provider_id]


def shown_version(key: str, version: str) -> Shown | None:
    """A version that the reader may read, from the library or from a provider of theirs."""
    kept = library().kept(key, version)
    if kept is not None:
        return Shown(kept, None)
    wanted = request.args.get("provider")
    rows = find_published(session(), actor(), key, version)
    row = next((row for row in rows if wanted in {None, str(row.provider_id)}), None)
    found = published().find(row.provider_id, key, version) if row else None
    return Shown(found, row) if found else None


def curriculum_page(
    curriculum: Curriculum, shown: Shown | None, draft: CurriculumDraft | None = None
) -> str:
    """A curriculum in words, published or still a draft."""
    return render_template(
        "publishing/curriculum.html",
        curriculum=curriculum,
        shown=shown,
        draft=draft,
        figures=lambda part: figures(part, curriculum),
    )
