"""The `workbench` command. Each slice that has commands of its own adds its group here."""

import click
from flask import Flask
from flask.cli import FlaskGroup

from workbench.accounts.cli import accounts
from workbench.app import alembic, create_app
from workbench.audit.cli import audit
from workbench.config import CHECKOUT, Config
from workbench.curricula.cli import curricula
from workbench.documents.cli import documents
from workbench.permissions import permissions_page
from workbench.records.cli import records
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


@main.command(with_appcontext=False)
@click.option("--check", is_flag=True, help="Only say whether the page still fits; exit 1 if not.")
def permissions(*, check: bool) -> None:
    """Write docs/permissions.md from the policy."""
    page = CHECKOUT / "docs" / "permissions.md"
    if not check:
        page.write_text(permissions_page(), "utf-8")
    elif not page.exists() or page.read_text("utf-8") != permissions_page():
        message = "docs/permissions.md does not fit the policy. Run `workbench permissions`."
        raise click.ClickException(message)


for group in (accounts, audit, curricula, documents, providers, records):
    main.add_command(group)

if __name__ == "__main__":
    main()
