"""The sealed JSON of a record: its statement, the digests of its other files, one signature. Pure.

The file is its own canonical form (RFC 8785), so that a single changed byte shows. It names the
key but does not carry it: a key that comes with what it signs proves nothing.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Any, Literal, Protocol

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from workbench.records.domain.canonical import canonical, digest
from workbench.records.domain.content import Line, Statement


class Signer(Protocol):
    """A private key that stays where it lies."""

    @property
    def kid(self) -> str:
        """The thumbprint of its public key (RFC 7638)."""

    def sign(self, content: bytes) -> bytes:
        """An Ed25519 signature."""


class PublicKey(msgspec.Struct, frozen=True, kw_only=True):
    """An Ed25519 key as a JWK. It has no place for a private part, so it can never show one."""

    kty: Literal["OKP"] = "OKP"
    crv: Literal["Ed25519"] = "Ed25519"
    x: str
    kid: str
    use: Literal["sig"] = "sig"
    alg: Literal["EdDSA"] = "EdDSA"

    def accepts(self, signature: bytes, content: bytes) -> bool:
        """Whether the key signed the content."""
        try:
            Ed25519PublicKey.from_public_bytes(unpadded(self.x)).verify(signature, content)
        except (InvalidSignature, ValueError):
            return False
        return True

    @classmethod
    def of(cls, raw: bytes) -> "PublicKey":
        """The JWK of a public key's 32 bytes."""
        x = padded_off(raw)
        return cls(x=x, kid=thumbprint(x))


class Sealed(Line, frozen=True, kw_only=True):
    """What stands in `<number>.json`."""

    statement: Statement
    digest: str
    """SHA-256 of the canonical statement: the fingerprint on paper."""
    files: dict[str, str]
    """SHA-256 of every other file of the record, by its name."""
    kid: str
    signature: str
    """Ed25519 over the canonical form of everything above, in base64url."""


def sealed(statement: Statement, files: Mapping[str, bytes], signer: Signer) -> bytes:
    """The bytes of the JSON file."""
    body = {
        "statement": msgspec.to_builtins(statement),
        "digest": digest(canonical(statement)),
        "files": {name: digest(content) for name, content in files.items()},
        "kid": signer.kid,
    }
    return canonical(body | {"signature": padded_off(signer.sign(canonical(body)))})


def opened(content: bytes) -> Sealed | None:
    """The sealed record in a file, or None where the file is no such thing."""
    try:
        return msgspec.json.decode(content, type=Sealed)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None


def is_whole(record: Sealed, content: bytes) -> bool:
    """Whether the bytes are the canonical form of what they say, under the digest they state."""
    return canonical(record) == content and record.digest == digest(canonical(record.statement))


def is_signed(record: Sealed, key: PublicKey) -> bool:
    """Whether the key signed it. A second spelling of the same signature is refused."""
    try:
        signature = unpadded(record.signature)
    except ValueError:
        return False
    body: dict[str, Any] = msgspec.to_builtins(record)
    del body["signature"]
    return padded_off(signature) == record.signature and key.accepts(signature, canonical(body))


def thumbprint(x: str) -> str:
    """The RFC 7638 thumbprint of an Ed25519 key, by which it is named and known."""
    required = {"crv": "Ed25519", "kty": "OKP", "x": x}
    return padded_off(bytes.fromhex(digest(canonical(required))))


def padded_off(raw: bytes) -> str:
    """Base64url without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def unpadded(text: str) -> bytes:
    """The bytes of base64url without padding. Raises ValueError."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
