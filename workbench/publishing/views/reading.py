"""The curricula, to be read and taken elsewhere."""

from flask import Response, abort, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.curricula.exchange.case_export import case_json
from workbench.db import session
from workbench.publishing.queries import administered, drafts_of, published_for
from workbench.publishing.reading_page import Shown, curriculum_page, shown_version
from workbench.publishing.views.blueprint import bp
from workbench.web.curriculum import library
from workbench.web.guard import actor, signed_in


@bp.get("/curricula")
@signed_in
def curricula() -> ResponseReturnValue:
    """Every version that can be had, and the drafts of one's providers."""
    return render_template(
        "publishing/curricula.html",
        curricula=library().all(),
        published=published_for(session(), actor()),
        providers=administered(session(), actor()),
        drafts=drafts_of(session(), actor()),
        zone=current_user.zone,
    )


@bp.get("/curricula/<key>/<version>")
@signed_in
def curriculum(key: str, version: str) -> ResponseReturnValue:
    """One version in words: what is learnt, what is asked, and where it comes from."""
    found = _found(key, version)
    return curriculum_page(found.kept.curriculum, found)


@bp.get("/curricula/<key>/<version>/case.json")
@signed_in
def case_package(key: str, version: str) -> ResponseReturnValue:
    """The phases, tasks and scales of one version as a CASE 1.1 package."""
    found = _found(key, version)
    content = case_json(found.kept.curriculum, owner=found.owner)
    return _download(f"{key}-{version}.case.json", "application/json", content)


@bp.get("/curricula/<key>/<version>/file.toml")
@signed_in
def file(key: str, version: str) -> ResponseReturnValue:
    """The file of one version, byte for byte: its digest pins it."""
    found = _found(key, version)
    return _download(f"{key}-{version}.toml", "application/toml", found.kept.text.encode())


def _found(key: str, version: str) -> Shown:
    found = shown_version(key, version)
    if found is None:
        abort(404)
    return found


def _download(name: str, media_type: str, content: bytes) -> Response:
    response = Response(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
