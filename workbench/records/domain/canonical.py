"""One byte form for one value (RFC 8785), and what is measured over it. Pure."""

from hashlib import sha256
from typing import Any

import msgspec
import rfc8785


def canonical(value: Any) -> bytes:  # noqa: ANN401 - any value of plain JSON, or a Struct of it
    """The canonical JSON of a value. Raises ValueError where JSON cannot say it exactly."""
    return rfc8785.dumps(msgspec.to_builtins(value))


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(content).hexdigest()


def grouped(fingerprint: str) -> str:
    """A fingerprint as it is read aloud: in fours."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))
