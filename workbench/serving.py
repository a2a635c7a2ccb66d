"""Serving the workbench with granian: threads in one process for each core."""

import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe

from granian import Granian
from granian.constants import Interfaces

from workbench.config import Config

LOOPBACK = "127.0.0.1"
THREADS = 4


class NoFreePort(RuntimeError):
    """Every port that was tried is taken."""


class OpenWithoutTls(RuntimeError):
    """Passwords would cross a network in clear."""


def free_port(wanted: int) -> int:
    """The wanted port of the loopback address, or the next one that nobody listens on."""
    for port in range(wanted, wanted + 20):
        with suppress(OSError), socket.socket() as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind((LOOPBACK, port))
            return port
    message = f"Ports {wanted} to {wanted + 19} are all taken. Choose another with --port."
    raise NoFreePort(message)


def demo_config(instance: Path, port: int) -> Config:
    """The settings of the demo: an embedded database, no TLS, the loopback address only."""
    instance.mkdir(parents=True, exist_ok=True)
    return Config(
        database=f"sqlite:///{instance / 'demo.sqlite'}",
        secret_key=kept_key(instance / "demo.key"),
        instance=instance,
        tls=False,
        address=f"http://{LOOPBACK}:{port}",
    )


def kept_key(path: Path) -> str:
    """A secret key of this machine's own, made once and readable by its owner only."""
    with suppress(FileExistsError), os.fdopen(_created(path), "w") as new:
        new.write(token_urlsafe(48))
    return path.read_text("utf-8")


def serve(config: Config, *, host: str, port: int, workers: int) -> None:
    """Serve until stopped. Raises OpenWithoutTls for any address but the loopback without TLS."""
    if host != LOOPBACK and not config.tls:
        message = "Without TLS the workbench is served on 127.0.0.1 only. Set WORKBENCH_TLS=1."
        raise OpenWithoutTls(message)
    os.environ.update(_as_environment(config))
    Granian(
        "workbench.app:from_environment",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=workers,
        blocking_threads=THREADS,
        log_enabled=False,
    ).serve()


def _created(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def _as_environment(config: Config) -> Iterator[tuple[str, str]]:
    """The settings as the workers will read them."""
    for name in config.__slots__:
        value = getattr(config, name)
        if value is not None:
            text = str(int(value)) if isinstance(value, bool) else str(value)
            yield f"WORKBENCH_{name.upper()}", text
