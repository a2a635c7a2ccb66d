"""Commands about people's accounts."""

from datetime import timedelta

import click
from flask.cli import with_appcontext

from workbench.accounts.commands import make_password_link
from workbench.accounts.links import shown_link
from workbench.accounts.queries import person_by_email
from workbench.audit.commands import note
from workbench.clock import now
from workbench.db import session, transaction

LASTS = timedelta(days=3)


@click.group()
def accounts() -> None:
    """Help people into their accounts."""


@accounts.command("link")
@click.argument("email")
@with_appcontext
def link(email: str) -> None:
    """Print a one-time link that sets the password of the person with EMAIL."""
    person = person_by_email(session(), email)
    if person is None:
        message = f"Nobody has an account with {email}."
        raise click.ClickException(message)
    with transaction() as db:
        token = make_password_link(db, person, lasts=LASTS, at=now())
        note(db, None, "accounts.password_link", person, at=now())
    click.echo(f"Pass this link on to {person.name}. It works once, for three days:")
    click.echo(shown_link("accounts.new_password", token))
