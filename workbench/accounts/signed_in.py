"""The person whom Flask-Login carries through a request."""

from dataclasses import dataclass

from flask_login import UserMixin

from workbench.accounts.models import Person
from workbench.policy import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """Who is signed in on this browser, read with the web session in one statement."""

    token: str
    name: str
    email: str
    zone: str
    shortcuts: bool
    shared: bool
    actor: Actor

    def get_id(self) -> str:
        """The token: Flask-Login keeps it in the cookie and hands it back."""
        return self.token

    @classmethod
    def fresh(cls, token: str, person: Person) -> "SignedIn":
        """Somebody who has just shown who they are; their roles are read with the next page."""
        return cls(
            token=token,
            name=person.name,
            email=person.email,
            zone=person.zone,
            shortcuts=person.shortcuts,
            shared=False,
            actor=Actor(person_id=person.id),
        )
