"""What `workbench demo` does before it serves: invented people and work, told on the terminal."""

from rich.console import Console
from rich.progress import Progress
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.clock import now, today
from workbench.curricula.library import Library
from workbench.db import transaction
from workbench.demo.cast import (
    ADMINISTRATOR,
    CURRICULUM,
    PASSWORD,
    SUPERVISORS,
    TRAINEES,
    email,
)
from workbench.demo.issued import issue_one
from workbench.demo.load import load
from workbench.demo.published import publish_own
from workbench.records.commands import Press
from workbench.records.drafts import Pinned


class LostDemoCurriculum(RuntimeError):
    """The curriculum that the demo is about is not in the library."""


def make_demo(library: Library, press: Press) -> None:
    """Load the demo, all or nothing, with a bar that shows whose months are being lived."""
    latest = library.latest(CURRICULUM)
    kept = library.kept(CURRICULUM, latest.version) if latest else None
    if kept is None:
        raise LostDemoCurriculum(CURRICULUM)
    with Progress(transient=True) as bar, transaction() as db:
        task = bar.add_task("Nine months of work", total=len(TRAINEES))

        def tell(name: str) -> None:
            bar.update(task, advance=1 if name else 0, description=name or "Writing it down")

        load(db, kept.curriculum, today("Europe/London"), tell)
        issue_one(db, Pinned(kept.curriculum, kept.digest), press, now())
        publish_own(db, kept, now())


def holds_somebody(db: Session) -> bool:
    """Whether the database has people in it: then a demo leaves it alone."""
    return db.scalars(select(Person.id).limit(1)).first() is not None


def say_logins(address: str, record: str | None) -> None:
    """Tell where to go, as whom to sign in, and which record there is to check."""
    console = Console(highlight=False)
    console.print(f"\nThe workbench is at [bold]{address}[/bold]\n")
    for who, name in (
        ("Trainee", TRAINEES[0].name),
        ("Supervisor", SUPERVISORS[0].name),
        ("Provider", ADMINISTRATOR),
    ):
        console.print(f"  {who:<11} {email(name):<26} {name}")
    console.print(f"\n  The password of each is [bold]{PASSWORD}[/bold]")
    console.print(f"  Anybody may check a record at {address}/verify")
    if record:
        console.print(f"  One to try is [bold]{record}[/bold]")
    console.print()
    console.print("Everybody here is invented. Stop with Ctrl-C; what you change is kept.\n")
