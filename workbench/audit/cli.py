"""Commands about the audit trail."""

import click
from flask.cli import with_appcontext

from workbench.audit.queries import length, verify
from workbench.db import session


@click.group()
def audit() -> None:
    """Look at the audit trail."""


@audit.command("verify")
@with_appcontext
def verify_trail() -> None:
    """Prove that no line was changed, taken out or cut off. Exit 1 where one was."""
    fault = verify(session())
    if fault is not None:
        message = f"The audit trail does not hold: {fault.words}."
        raise click.ClickException(message)
    click.echo(f"The audit trail holds: {length(session())} lines.")
