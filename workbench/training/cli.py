"""Commands about training providers."""

import click
from flask.cli import with_appcontext

from workbench.accounts.links import shown_link
from workbench.accounts.zones import zones
from workbench.clock import now
from workbench.db import session, transaction
from workbench.errors import Refusal
from workbench.training.commands import invite, make_provider
from workbench.training.models import InvitedAs
from workbench.training.queries import provider_named


@click.group()
def providers() -> None:
    """Make training providers and invite their first administrator."""


@providers.command("create")
@click.argument("name")
@click.option("--short", required=True, help="Begins the numbers of its records, such as HI.")
@click.option("--zone", default="Europe/London", help="The IANA zone of its days.")
@with_appcontext
def create(name: str, short: str, zone: str) -> None:
    """Make a provider."""
    if zone not in zones():
        message = f"{zone} is no IANA zone. Give one such as Europe/London."
        raise click.ClickException(message)
    if provider_named(session(), name) or provider_named(session(), short):
        message = f"There is a provider {name} or {short} already."
        raise click.ClickException(message)
    try:
        with transaction() as db:
            make_provider(db, name=name, short=short, zone=zone, at=now())
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from refusal
    click.echo(f"Made {name} ({short}).")


@providers.command("invite-administrator")
@click.argument("provider")
@click.argument("email")
@click.argument("name")
@with_appcontext
def invite_administrator(provider: str, email: str, name: str) -> None:
    """Print a one-time link that makes somebody an administrator of PROVIDER, by either name."""
    found = provider_named(session(), provider)
    if found is None:
        message = f"There is no provider {provider}."
        raise click.ClickException(message)
    with transaction() as db:
        token = invite(
            db,
            None,
            found,
            email=email,
            name=name,
            invited_as=InvitedAs.ADMINISTRATOR,
            at=now(),
        )
    click.echo(f"Pass this link on to {name}. It works once, for 14 days:")
    click.echo(shown_link("training.invitation", token))
