"""Hashing and checking passwords with Argon2id."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's second choice of 2023: t=2, 19 MiB, p=1."""

NOBODY = _hasher.hash("nobody has this password")
"""Checked where there is no person, so that the time taken does not tell."""


def hash_password(password: str) -> str:
    """The Argon2id hash to keep."""
    return _hasher.hash(password)


def password_matches(kept: str | None, password: str) -> bool:
    """Whether a password is the one that was hashed. Takes as long where nothing was kept."""
    try:
        _hasher.verify(kept or NOBODY, password)
    except (VerifyMismatchError, InvalidHashError):
        return False
    return kept is not None
