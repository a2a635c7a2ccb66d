"""What serving needs: a free port, a key of one's own, and no open door without TLS."""

import socket

import pytest

from workbench.config import Config
from workbench.serving import (
    LOOPBACK,
    NoFreePort,
    OpenWithoutTls,
    demo_config,
    free_port,
    kept_key,
    serve,
)


def test_a_taken_port_is_passed_over():
    with socket.socket() as door:
        door.bind((LOOPBACK, 0))
        door.listen()
        taken = door.getsockname()[1]

        assert free_port(taken) != taken


def test_no_port_at_all_is_told():
    with pytest.raises((NoFreePort, OverflowError)):
        free_port(65536)


def test_the_key_is_made_once_and_is_its_owners_only(tmp_path):
    path = tmp_path / "key"

    first, second = kept_key(path), kept_key(path)

    assert first == second
    assert len(first) > 40
    assert path.stat().st_mode & 0o077 == 0


def test_the_demo_stays_on_the_loopback_address(tmp_path):
    config = demo_config(tmp_path / "new", 8123)

    assert config.address == "http://127.0.0.1:8123"
    assert config.database.endswith("/new/demo.sqlite")
    assert not config.tls


def test_without_tls_no_other_address_is_served(tmp_path):
    config = Config(secret_key="k" * 40, tls=False, instance=tmp_path)

    with pytest.raises(OpenWithoutTls, match=r"on 127\.0\.0\.1 only"):
        serve(config, host="0.0.0.0", port=8000, workers=1)  # noqa: S104 - that is the point
