"""Random tokens are kept as their hash only. Pure."""

from hashlib import sha256


def hashed(token: str) -> str:
    """SHA-256 of a token, in hexadecimal. A token is noise, so it needs no salt."""
    return sha256(token.encode()).hexdigest()
