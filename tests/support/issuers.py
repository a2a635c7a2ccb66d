"""An administrator who issues the record that the world's trainee has earned."""

from support.make import AT

from workbench.curricula.library import Library
from workbench.policy import Actor
from workbench.records.commands import Press, issue
from workbench.records.drafts import Pinned, draft_of
from workbench.records.keys import KeyRing

GATE = "eligibility"


def issue_record(world):
    """Assemble, sign and keep the record, as the page of an administrator would."""
    library = Library()
    curriculum = library.get("dit-practitioner-5day-uk", "2026.1")
    pinned = Pinned(curriculum, library.digest_of(curriculum.key, curriculum.version))
    signer = KeyRing(world.instance / "keys").signing_key()
    press = Press(signer=signer, address="https://example.org")
    actor = Actor(
        person_id=world.people["administrator"].id, administers=frozenset({world.provider.id})
    )
    read = draft_of(world.db, world.enrolment, pinned, GATE, AT).token
    asked = {"pinned": pinned, "gate": GATE, "read": read, "press": press, "at": AT}
    record = issue(world.db, world.enrolment, actor, **asked)
    world.db.commit()
    world.at_work("record", record)
