"""The `workbench` command. Each slice that has commands of its own adds its group here."""

from pathlib import Path

import click
from flask.cli import FlaskGroup

from workbench.accounts.cli import accounts
from workbench.anonymisation.cli import anonymise
from workbench.app import alembic, create_app, from_environment
from workbench.audit.cli import audit
from workbench.config import CHECKOUT, Config
from workbench.curricula.cli import curricula
from workbench.db import session
from workbench.demo.issued import number_of_one
from workbench.demo.telling import holds_somebody, make_demo, say_logins
from workbench.documents.cli import documents
from workbench.permissions import permissions_page
from workbench.progress.cli import progress
from workbench.records.cli import records
from workbench.records.commands import Press
from workbench.records.keys import KeyRing
from workbench.serving import LOOPBACK, demo_config, free_port, serve
from workbench.training.cli import providers
from workbench.web.curriculum import library


@click.group(
    cls=FlaskGroup,
    create_app=from_environment,
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


@main.command()
@click.option("--host", default=LOOPBACK, show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=1, show_default=True, help="Processes: one for each core.")
def run(host: str, port: int, workers: int) -> None:
    """Serve the workbench by the WORKBENCH_… settings."""
    serve(Config.from_environment(), host=host, port=port, workers=workers)


@main.command(with_appcontext=False)
@click.option("--port", default=8000, show_default=True)
@click.option("--folder", default=CHECKOUT / "instance", type=click.Path(path_type=Path))
@click.option("--serve/--no-serve", "is_served", default=True, help="Only make the database.")
def demo(port: int, folder: Path, *, is_served: bool) -> None:
    """Make invented people and nine months of their work where there is nobody, and serve it."""
    port = free_port(port)
    config = demo_config(folder.resolve(), port)
    with create_app(config).app_context():
        alembic.upgrade()
        if not holds_somebody(session()):
            make_demo(library(), press_of(config))
        record = number_of_one(session())
    say_logins(config.address, record)
    if is_served:
        serve(config, host=LOOPBACK, port=port, workers=1)


def press_of(config: Config) -> Press:
    """What this installation signs its records with."""
    return Press(signer=KeyRing(config.instance / "keys").signing_key(), address=config.address)


for group in (accounts, anonymise, audit, curricula, documents, progress, providers, records):
    main.add_command(group)


if __name__ == "__main__":
    main()
