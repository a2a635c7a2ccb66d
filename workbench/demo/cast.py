"""The invented people of the demo, and the course that each of them takes."""

from dataclasses import dataclass
from enum import StrEnum

PROVIDER, SHORT_NAME = "Harbour Institute", "HI"
CURRICULUM = "dit-practitioner-5day-uk"
PASSWORD = "quiet harbour lantern"  # noqa: S105 - printed by the demo for everybody to see
DOMAIN = "harbour.example"


class Course(StrEnum):
    """How somebody's nine months went."""

    STEADY = "steady"
    SLOW = "slow"
    STUCK = "stuck"
    PAUSED = "paused"
    COMPLETE = "complete"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Somebody who countersigns."""

    name: str
    registration: str


@dataclass(frozen=True, slots=True)
class Trainee:
    """Somebody who logs, writes and is rated."""

    name: str
    course: Course
    supervisor: int
    placement: str
    codes: tuple[str, str]


ADMINISTRATOR = "Jo Lindqvist"
SUPERVISORS = (
    Supervisor("Dr Anwar Ahmed", "HCPC PYL00000"),
    Supervisor("Dr Rosalind Marsh", "BPC 00000"),
    Supervisor("Lena Fischer", "UKCP 00000000"),
)
TRAINEES = (
    Trainee("Mina Parry", Course.STEADY, 0, "North Clinic", ("A7", "B2")),
    Trainee("Tomasz Wren", Course.SLOW, 0, "Riverside Practice", ("C4", "D1")),
    Trainee("Ines Okafor", Course.STUCK, 0, "North Clinic", ("E3", "F6")),
    Trainee("Claire Dunmore", Course.STEADY, 1, "Quayside Service", ("G2", "H8")),
    Trainee("Rafe Ellison", Course.STEADY, 1, "Quayside Service", ("J1", "K5")),
    Trainee("Hana Brandt", Course.SLOW, 1, "Hillside Practice", ("L9", "M3")),
    Trainee("Gwen Pritchard", Course.PAUSED, 1, "Hillside Practice", ("N4", "P7")),
    Trainee("Daniel Achebe", Course.COMPLETE, 2, "North Clinic", ("Q2", "R8")),
    Trainee("Sunniva Moe", Course.STEADY, 2, "Riverside Practice", ("S6", "T1")),
    Trainee("Yusuf Demir", Course.SLOW, 2, "Riverside Practice", ("U5", "V9")),
    Trainee("Piotr Salewski", Course.STUCK, 2, "Quayside Service", ("W3", "X8")),
    Trainee("Orla Keane", Course.NEW, 0, "North Clinic", ("Y1", "Z4")),
)


def email(name: str) -> str:
    """The invented address of somebody: their last name at the demo's domain."""
    return f"{name.rsplit(' ', 1)[1].lower()}@{DOMAIN}"
