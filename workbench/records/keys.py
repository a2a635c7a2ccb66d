"""The key that signs the records of this installation. It lies outside the database.

`keys/signing.pem` is the private key, readable by its owner only and made on first use;
`keys/public/<thumbprint>.json` holds its public part and that of every key before it, so that a
rotation leaves old records verifiable. Copy the folder where the backups are kept.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from workbench.records.domain.sealing import PublicKey

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700


class UnusableKey(RuntimeError):
    """A signing key that is there but cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key in memory (sealing.Signer)."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """What others check signatures with."""
        return PublicKey.of(self.private.public_key().public_bytes_raw())

    @property
    def kid(self) -> str:
        """The thumbprint of the public key."""
        return self.public.kid

    def sign(self, content: bytes) -> bytes:
        """An Ed25519 signature."""
        return self.private.sign(content)


class KeyRing:
    """The keys of an installation, in a folder."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when the first key is."""
        self._folder = folder
        self._private = folder / "signing.pem"
        self._public = folder / "public"

    def signing_key(self) -> SigningKey:
        """The present key. Of two processes that make the first one at once, one wins for both."""
        if not self._private.exists():
            made = self._written(Ed25519PrivateKey.generate())
            try:
                os.link(made, self._private)  # fails where another process was first
            except FileExistsError:
                pass
            finally:
                made.unlink()
        key = self._read()
        self._publish(key)
        return key

    def rotate(self) -> SigningKey:
        """Sign with a new key from now on. The public part of the old one stays."""
        self.signing_key()
        self._written(Ed25519PrivateKey.generate()).replace(self._private)
        return self.signing_key()

    def public_keys(self) -> tuple[PublicKey, ...]:
        """Every key that ever signed here, the present one too. None before the first."""
        return tuple(
            msgspec.json.decode(path.read_bytes(), type=PublicKey)
            for path in sorted(self._public.glob("*.json"))
        )

    def _read(self) -> SigningKey:
        loaded = load_pem_private_key(self._private.read_bytes(), password=None)
        if not isinstance(loaded, Ed25519PrivateKey):
            message = f"{self._private} is no Ed25519 key."
            raise UnusableKey(message)
        return SigningKey(loaded)

    def _publish(self, key: SigningKey) -> None:
        path = self._public / f"{key.kid}.json"
        if not path.exists():
            made = self._fresh_file(msgspec.json.encode(key.public))
            made.replace(path)

    def _written(self, key: Ed25519PrivateKey) -> Path:
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return self._fresh_file(pem)

    def _fresh_file(self, content: bytes) -> Path:
        """A new file for its owner only, safely on the disk, not yet under its name."""
        self._public.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        path = self._folder / f".{token_hex(8)}"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        return path


def key_set(keys: Sequence[PublicKey]) -> bytes:
    """The keys as a JWK Set (RFC 7517)."""
    return msgspec.json.encode({"keys": keys})


def read_key_set(content: bytes) -> tuple[PublicKey, ...]:
    """The Ed25519 keys of a JWK Set. Raises msgspec.MsgspecError where it is none."""
    listed = msgspec.json.decode(content, type=dict[str, tuple[PublicKey, ...]])
    return listed.get("keys", ())
