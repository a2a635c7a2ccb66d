"""The page on which a draft is written: its text, what is wrong with it, what can be done."""

from collections.abc import Sequence
from difflib import unified_diff

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.curricula.model import Curriculum
from workbench.db import session
from workbench.publishing.domain.drafts import Checked, checked
from workbench.publishing.forms import DraftForm
from workbench.publishing.models import CurriculumDraft
from workbench.publishing.queries import find_draft
from workbench.publishing.versions import versions_of
from workbench.training.models import Provider
from workbench.web.curriculum import library, published
from workbench.web.guard import actor

SHOWN_CHANGES = 200
"""Lines. More would bury the text that was typed."""


def check_of(text: str, provider_id: int) -> Checked:
    """The check of a text as a draft of a provider."""
    return checked(text, taken=shipped_keys(), published=versions_of(session(), provider_id))


def shipped_keys() -> frozenset[str]:
    """The keys under which no provider publishes."""
    return frozenset(curriculum.key for curriculum in library().all())


def copyable(provider: Provider) -> dict[str, Curriculum]:
    """What a provider can copy: everything that is shipped, and everything of its own."""
    every = (*library().all(), *published().of(provider.id))
    return {f"{one.key}/{one.version}": one for one in every}


def draft_page(
    draft: CurriculumDraft, form: DraftForm, changes: Sequence[str] = ()
) -> ResponseReturnValue:
    """The page, with what was typed and with the check of it."""
    page = render_template(
        "publishing/draft.html",
        draft=draft,
        form=form,
        check=check_of(form.text.data or "", draft.provider_id),
        changes=changes[:SHOWN_CHANGES],
        zone=current_user.zone,
    )
    return page, form.status


def refused_page(draft: CurriculumDraft, form: DraftForm) -> ResponseReturnValue:
    """The page after a refusal. Where somebody saved meanwhile, it says what sending again changes.

    Where the draft is gone altogether, what was typed stands there still, to be copied.
    """
    current = find_draft(session(), actor(), draft.id) or draft
    if current.revision == form.seen:
        return draft_page(current, form)
    form.revision.data = str(current.revision)
    return draft_page(current, form, changed_lines(current.text, form.text.data or ""))


def changed_lines(saved: str, typed: str) -> list[str]:
    """What saving the typed text over the saved one would change, line by line."""
    return list(unified_diff(saved.splitlines(), typed.splitlines(), lineterm="", n=1))[2:]
