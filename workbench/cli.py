"""The `workbench` command. Each slice that has commands of its own adds its group here."""

import click
from flask import Flask
from flask.cli import FlaskGroup

from workbench.accounts.cli import accounts
from workbench.app import alembic, create_app
from workbench.audit.cli import audit
from workbench.config import Config
from workbench.curricula.cli import curricula
from workbench.documents.cli import documents
from workbench.training.cli import providers


def _make_app() -> Flask:
    return create_app(Config.from_environment())


@click.group(
    cls=FlaskGroup,
    create_app=_make_app,
    add_default_commands=False,
    add_version_option=False,
    load_dotenv=False,
)
def main() -> None:
    """Supervision and training workbench."""


@main.group()
def db() -> None:
    """Make, change and look at the database."""


@db.command()
def upgrade() -> None:
    """Bring the database to the newest migration; makes it where there is none."""
    alembic.upgrade()


@db.command()
@click.argument("target")
def downgrade(target: str) -> None:
    """Go back to a migration, or to `base`."""
    alembic.downgrade(target)


for group in (accounts, audit, curricula, documents, providers):
    main.add_command(group)
