"""The key that signs, outside the database."""

from stat import S_IMODE
from threading import Barrier, Thread

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from workbench.records.keys import KeyRing, UnusableKey, key_set, read_key_set


def test_the_private_key_is_made_on_first_use_for_its_owner_only(tmp_path):
    ring = KeyRing(tmp_path / "keys")
    assert ring.public_keys() == ()

    key = ring.signing_key()

    private = tmp_path / "keys" / "signing.pem"
    assert S_IMODE(private.stat().st_mode) == 0o600
    assert ring.signing_key().kid == key.kid
    assert ring.public_keys() == (key.public,)
    assert [path.name for path in (tmp_path / "keys").iterdir() if path.name[0] == "."] == []


def test_rotation_signs_with_a_new_key_and_keeps_the_old_public_one(tmp_path):
    ring = KeyRing(tmp_path)
    old = ring.signing_key()

    new = ring.rotate()

    assert new.kid != old.kid
    assert ring.signing_key().kid == new.kid
    assert set(ring.public_keys()) == {old.public, new.public}


def test_of_many_that_make_the_first_key_at_once_one_wins(tmp_path):
    barrier, kids = Barrier(8), []

    def one():
        ring = KeyRing(tmp_path)
        barrier.wait()
        kids.append(ring.signing_key().kid)

    threads = [Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(kids)) == 1
    assert len(KeyRing(tmp_path).public_keys()) == 1


def test_a_key_of_another_kind_is_refused(tmp_path):
    pem = generate_private_key(SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    (tmp_path / "signing.pem").write_bytes(pem)

    with pytest.raises(UnusableKey, match="no Ed25519 key"):
        KeyRing(tmp_path).signing_key()


def test_a_key_set_reads_back_and_never_holds_a_private_part(tmp_path):
    key = KeyRing(tmp_path).signing_key()

    content = key_set([key.public])

    assert read_key_set(content) == (key.public,)
    assert b'"d"' not in content
