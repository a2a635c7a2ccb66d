"""Starting a draft, writing it, reading it as a page, publishing it, throwing it away."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.clock import now, today
from workbench.db import transaction
from workbench.policy import Permission
from workbench.publishing.commands import discard_draft, publish_draft, save_draft, start_draft
from workbench.publishing.domain.drafts import copied, fit_version, next_version, own_key
from workbench.publishing.draft_page import (
    check_of,
    copyable,
    draft_page,
    refused_page,
    shipped_keys,
)
from workbench.publishing.forms import CopyForm, DraftForm, RevisionForm, UploadForm
from workbench.publishing.models import CurriculumDraft, PublishedCurriculum
from workbench.publishing.queries import find_draft
from workbench.publishing.reading_page import curriculum_page
from workbench.publishing.views.blueprint import bp
from workbench.training.models import Provider
from workbench.training.queries import find_provider
from workbench.web.curriculum import library, published
from workbench.web.forms import Form
from workbench.web.guard import actor, requires


@bp.route("/providers/<int:row_id>/curricula/copy", methods=["GET", "POST"])
@requires(Permission.CURRICULA_DRAFT, find_provider)
def copy(provider: Provider) -> ResponseReturnValue:
    """Start a draft as the copy of a version, under a key of the provider's own."""
    form = CopyForm(**_proposed(provider))
    form.offer(copyable(provider))
    if form.validate_on_submit():
        with form.refusals():
            return _started(_copy(provider, form))
    return _asked("publishing/copy.html", form, provider)


@bp.route("/providers/<int:row_id>/curricula/upload", methods=["GET", "POST"])
@requires(Permission.CURRICULA_DRAFT, find_provider)
def upload(provider: Provider) -> ResponseReturnValue:
    """Start a draft from a file."""
    form = UploadForm()
    if form.validate_on_submit() and (read := form.read(today(current_user.zone).year)):
        with form.refusals(), transaction() as db:
            draft = start_draft(db, actor(), provider, read.text, at=now())
        if form.in_order:
            for remark in read.remarks:
                flash(remark, "info")
            return _started(draft)
    return _asked("publishing/upload.html", form, provider)


@bp.route("/curricula/drafts/<int:row_id>", methods=["GET", "POST"])
@requires(Permission.CURRICULA_DRAFT, find_draft)
def draft(row: CurriculumDraft) -> ResponseReturnValue:
    """Write a draft, and see what is wrong with it."""
    form = DraftForm(text=row.text, revision=str(row.revision))
    if not form.validate_on_submit():
        return draft_page(row, form)
    with form.refusals(), transaction() as db:
        save_draft(db, actor(), row, form.text.data or "", revision=form.seen, at=now())
    return _saved(row) if form.in_order else refused_page(row, form)


@bp.get("/curricula/drafts/<int:row_id>/read")
@requires(Permission.CURRICULA_DRAFT, find_draft)
def read(row: CurriculumDraft) -> ResponseReturnValue:
    """A draft as people will read it; one that is no curriculum yet leads back to its text."""
    check = check_of(row.text, row.provider_id)
    if check.curriculum is None:
        return redirect(url_for(".draft", row_id=row.id), code=303)
    return curriculum_page(check.curriculum, None, row)


@bp.post("/curricula/drafts/<int:row_id>/publish")
@requires(Permission.CURRICULA_PUBLISH, find_draft)
def publish(row: CurriculumDraft) -> ResponseReturnValue:
    """Freeze a draft as a published version."""
    seen = RevisionForm().seen
    form = DraftForm(formdata=None, text=row.text, revision=str(seen))
    with form.refusals(), transaction() as db:
        new = publish_draft(db, actor(), row, taken=shipped_keys(), revision=seen, at=now())
    return _published(new) if form.in_order else refused_page(row, form)


@bp.post("/curricula/drafts/<int:row_id>/discard")
@requires(Permission.CURRICULA_DRAFT, find_draft)
def discard(row: CurriculumDraft) -> ResponseReturnValue:
    """Throw a draft away."""
    with transaction() as db:
        discard_draft(db, actor(), row, at=now())
    flash(f"The draft “{row.title}” is thrown away.", "success")
    return redirect(url_for(".curricula"), code=303)


def _proposed(provider: Provider) -> dict[str, str]:
    """What the form of a copy begins with: a next version, where the source is one's own."""
    source, year = request.args.get("source", ""), today(current_user.zone).year
    key, _, version = source.partition("/")
    own = published().find(provider.id, key, version)
    if own is None:
        return {"source": source, "version": f"{year}.1"}
    return {"source": source, "key": key, "version": next_version(version, year=year)}


def _copy(provider: Provider, form: CopyForm) -> CurriculumDraft:
    key, _, version = form.source.data.partition("/")
    kept = library().kept(key, version) or published().find(provider.id, key, version)
    wanted = own_key(form.key.data, shipped_keys()), fit_version(form.version.data)
    source = kept.curriculum  # type: ignore[union-attr]  # the form offers only what is there
    text = copied(kept.text, source, key=wanted[0], version=wanted[1])  # type: ignore[union-attr]
    with transaction() as db:
        return start_draft(db, actor(), provider, text, at=now())


def _published(new: PublishedCurriculum) -> ResponseReturnValue:
    flash(f"{new.title}, {new.version} is published. Nothing of it changes any more.", "success")
    page = url_for(".curriculum", key=new.key, version=new.version, provider=new.provider_id)
    return redirect(page, code=303)


def _saved(row: CurriculumDraft) -> ResponseReturnValue:
    problems = len(check_of(row.text, row.provider_id).problems)
    left = {0: "It checks clean", 1: "One thing is left to put right"}
    flash(f"Saved. {left.get(problems, f'{problems} things are left to put right')}.", "success")
    return redirect(url_for(".draft", row_id=row.id), code=303)


def _started(row: CurriculumDraft) -> ResponseReturnValue:
    flash("The draft is started. Nobody but your provider's administrators sees it.", "success")
    return redirect(url_for(".draft", row_id=row.id), code=303)


def _asked(template: str, form: Form, provider: Provider) -> ResponseReturnValue:
    return render_template(template, form=form, provider=provider), form.status
