"""Commands about how far trainees are."""

import click
from flask.cli import with_appcontext

from workbench.db import session
from workbench.progress.checking import differences
from workbench.web.curriculum import curriculum_of


@click.group()
def progress() -> None:
    """Work out how far trainees are, and prove it."""


@progress.command("check-totals")
@with_appcontext
def check_totals() -> None:
    """Work out every kept total and finding anew, and name every difference. Exit 1 for any."""
    found = list(differences(session(), curriculum_of))
    for difference in found:
        click.echo(difference)
    if found:
        message = f"{len(found)} differences between what is kept and what happened."
        raise click.ClickException(message)
    click.echo("Everything that is kept is what happened.")
