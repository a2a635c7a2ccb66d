"""Which passwords will do. Pure."""

import re
from collections.abc import Sequence

from zxcvbn import zxcvbn

from workbench.errors import Refusal

SHORTEST, LONGEST = 12, 200
GUESSABLE_BELOW = 3
"""zxcvbn's score from 0 to 4; 3 stands for at least 10^8 guesses."""


class WeakPassword(Refusal):
    """A password that a guesser would find."""


def accepted(password: str, *, known: Sequence[str]) -> str:
    """The password, if it will do. `known` are words a guesser would try first: name, e-mail.

    Raises WeakPassword with what would be better.
    """
    if len(password) < SHORTEST:
        raise WeakPassword(_short(), field="password")
    if len(password) > LONGEST:
        message = f"Use at most {LONGEST} characters."
        raise WeakPassword(message, field="password")
    if zxcvbn(password[:72], user_inputs=list(known))["score"] < GUESSABLE_BELOW:
        message = "A guesser would find this one soon. Three or four unrelated words do well."
        raise WeakPassword(message, field="password")
    return password


def guessed_first(name: str, email: str) -> tuple[str, ...]:
    """What a guesser who knows the person would try first: their names, alone and run together."""
    names = re.findall(r"\w+", f"{name} {email}".casefold())
    return (*names, "".join(name.casefold().split()), email.casefold())


def _short() -> str:
    return f"Use at least {SHORTEST} characters. Three or four unrelated words do well."
