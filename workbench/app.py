"""Puts the workbench together: the only module that knows every slice."""

import logging

from flask import Flask
from flask_login import LoginManager, current_user
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

import workbench.accounts.views
import workbench.adherence.views
import workbench.cases.views
import workbench.documents.views
import workbench.hours.views
import workbench.progress.views
import workbench.publishing.views
import workbench.records.views
import workbench.training.views
from workbench import db
from workbench.adherence import copies as _of_ratings
from workbench.adherence import models as _adherence
from workbench.audit.commands import note_refusal
from workbench.cases import copies as _of_cases
from workbench.clock import now
from workbench.config import Config, bundled
from workbench.curricula.library import Library
from workbench.documents import models as _documents
from workbench.hours import copies as _of_hours
from workbench.hours.quick_entry import quick_bar
from workbench.migrating import Migrations, keys_hold
from workbench.progress import copies as _of_findings
from workbench.progress import models as _progress
from workbench.publishing import models as _publishing
from workbench.publishing.shelf import PublishedShelf
from workbench.records import models as _records
from workbench.training.roles import load_signed_in
from workbench.web import (
    assets,
    curriculum,
    errors,
    filters,
    guard,
    headers,
    help_pages,
    limits,
    patterns,
    site,
)

EVERY_MODEL = (_adherence, _documents, _progress, _publishing, _records)
"""Named so that the metadata knows every table; the slices below come along."""

COPIES = (_of_ratings, _of_cases, _of_hours, _of_findings)
"""Named so that each slice has said how a detail is taken out of its rows."""

BLUEPRINTS = (
    site.bp,
    patterns.bp,
    help_pages.bp,
    workbench.accounts.views.bp,
    workbench.adherence.views.bp,
    workbench.cases.views.bp,
    workbench.hours.views.bp,
    workbench.documents.views.bp,
    workbench.progress.views.bp,
    workbench.publishing.views.bp,
    workbench.records.views.bp,
    workbench.training.views.bp,
)

logging.getLogger("alembic").setLevel(logging.WARNING)  # Flask-Alembic would tell every step
alembic = Migrations(metadatas=db.Base.metadata, run_mkdir=False, command_name="")


def create_app(config: Config) -> Flask:
    """The whole workbench, or an error that says what keeps it from starting."""
    app = Flask(
        __name__, template_folder=str(bundled("templates")), instance_path=str(config.instance)
    )
    app.config.from_mapping(_settings(config))
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    limits.set_limits(app)
    db.init_app(app)
    alembic.init_app(app)
    curriculum.shelve(app, Library(config.curricula), PublishedShelf())
    _sign_in(app)
    headers.set_headers(app, tls=config.tls)
    errors.register_errors(app, _audit_refusal)
    _frame(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    guard.declare_public(app, "static")
    guard.prove_every_door(app)
    if config.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, config.proxies, config.proxies)  # type: ignore[method-assign]  # Flask's documented way
    return app


def from_environment() -> Flask:
    """The app that the server's workers run, by the WORKBENCH_… variables."""
    return create_app(Config.from_environment())


def _settings(config: Config) -> dict[str, object]:
    """The framework's settings that follow from ours."""
    return {
        "WORKBENCH": config,
        "SECRET_KEY": config.secret_key,
        "TESTING": config.testing,
        "SESSION_COOKIE_NAME": "__Host-workbench" if config.tls else "workbench",
        "SESSION_COOKIE_SECURE": config.tls,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SQLALCHEMY_ENGINES": {"default": config.database},
        "ALEMBIC": {"script_location": "migrations"},
        "ALEMBIC_CONTEXT": {
            "render_as_batch": True,
            "compare_type": True,
            "on_version_apply": (keys_hold,),
        },
        # The Referer is never sent (Referrer-Policy), so headers.refuse_other_origins judges.
        "WTF_CSRF_SSL_STRICT": False,
        "WTF_CSRF_TIME_LIMIT": None,  # a formulation may be open all evening
    }


def _sign_in(app: Flask) -> None:
    CSRFProtect(app)
    manager = LoginManager(app)
    manager.session_protection = None  # the web session in its table is the protection
    manager.user_loader(load_signed_in)


def _frame(app: Flask) -> None:
    filters.register(app)
    assets.serve_assets(app)
    app.add_template_global(guard.may)
    app.add_template_global(quick_bar)
    app.context_processor(lambda: {"site": site.site()})


def _audit_refusal(endpoint: str, status: int) -> None:
    actor = current_user.actor if current_user.is_authenticated else None
    with db.transaction() as session:
        note_refusal(session, actor, endpoint, status, now())
