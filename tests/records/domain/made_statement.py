"""A statement made by hand, its files and its key, for the tests of the pure parts."""

from datetime import UTC, date, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from workbench.records.domain import content as c
from workbench.records.files import files_of_statement
from workbench.records.keys import SigningKey

DAY = date(2026, 3, 2)
PUBLIC_ID = "9f2c41d87be053aa16c4e09d82f73b15"
NUMBER = "HI-2026-0147"


def requirement(**values):
    given = {
        "key": "hours",
        "title": "Practice",
        "words": "150 hours.",
        "unit": "hours",
        "needed": "150",
        "have": "150",
        "standing": "met",
        "met_on": DAY,
        "advised": False,
    }
    return c.RequirementLine(**given | values)


def entry(row=1, **values):
    given = {
        "row": row,
        "on": DAY,
        "activity": "dit_therapy",
        "name": "DIT",
        "minutes": 50,
        "credited": "60",
        "reason": "",
        "standing": "countersigned",
        "countersigned_by": "Dr Anwar Ahmed",
        "countersigned_on": DAY,
        "corrects": None,
    }
    return c.EntryLine(**given | values)


def activity(**values):
    given = {
        "activity": "dit_therapy",
        "name": "DIT",
        "is_practice": True,
        "entries": 1,
        "minutes": 50,
        "credited": "60",
    }
    return c.ActivityLine(**given | values)


def content(**values):
    given = {
        "holder": "Daniel Achebe",
        "provider": "Harbour Institute",
        "curriculum": c.CurriculumLine(
            key="dit", version="2026.1", title="DIT", treatment="DIT", body="B", digest="0" * 64
        ),
        "gate": c.GateLine(key="practitioner", name="DIT practitioner", meaning="A step."),
        "requirements": (requirement(),),
        "hours": (activity(),),
        "entries": (entry(),),
        "cases": (c.CaseLine(case=1, standing="open", opened_on=DAY, closed_on=None, attended=1),),
        "ratings": (
            c.RatingLine(
                case=1, session=1, phase="Middle", rater="Dr A", signed_on=DAY, verdict="passed"
            ),
        ),
        "documents": (c.DocumentLine(kind="ipaf", name="IPAF", case=1, standing="agreed", on=DAY),),
        "milestones": (c.MilestoneLine(key="role_play", name="Role play", on=DAY),),
    }
    return c.Content(**given | values)


def statement(**values):
    given = {
        "number": NUMBER,
        "public_id": PUBLIC_ID,
        "address": f"https://example.org/verify/{PUBLIC_ID}",
        "issued_at": datetime(2026, 11, 16, 10, tzinfo=UTC),
        "issued_on": date(2026, 11, 16),
        "zone": "Europe/London",
        "issued_by": "Jo Lindqvist",
        "replaces": None,
        "content": content(),
    }
    return c.Statement(**given | values)


SIGNER = SigningKey(Ed25519PrivateKey.from_private_bytes(bytes(32)))
STRANGER = SigningKey(Ed25519PrivateKey.from_private_bytes(bytes([1] * 32)))
FILES = {file.name: file.content for file in files_of_statement(statement(), SIGNER)}
JSON = FILES[f"{NUMBER}.json"]
