"""The settings, read from the environment once."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import environ
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGED = Path(__file__).resolve().parent / "_data"


class BadSetting(ValueError):
    """A setting that the workbench cannot start with; the message names it and what would do."""


def bundled(folder: str) -> Path:
    """Where templates or curricula lie: in the installed package, else in the checkout."""
    packaged = PACKAGED / folder
    return packaged if packaged.is_dir() else CHECKOUT / folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that differs between one installation and another. See docs/operations.md."""

    database: str = "sqlite:///workbench.sqlite"
    """A SQLAlchemy URL; a relative SQLite path lies in `instance`."""
    secret_key: str = ""
    """Signs the cookie that carries the web session's token. At least 32 characters."""
    instance: Path = CHECKOUT / "instance"
    """Where the embedded database and the signing keys lie."""
    curricula: Path | None = None
    """A folder of curriculum files to use beside the shipped ones."""
    tls: bool = True
    """Whether people reach the workbench by HTTPS. Only off on the loopback address."""
    proxies: int = 0
    """How many reverse proxies stand in front, each adding an X-Forwarded-For."""
    address: str = "http://127.0.0.1:8000"
    """The address that links shown outside the browser begin with."""
    testing: bool = False
    """Set by the test suite alone."""

    def __post_init__(self) -> None:
        """Refuse a key that a machine could guess."""
        if len(self.secret_key) < 32:  # noqa: PLR2004 - the length its docstring states
            message = "WORKBENCH_SECRET_KEY must be at least 32 characters of noise."
            raise BadSetting(message)

    @classmethod
    def from_environment(cls, values: Mapping[str, str] = environ) -> "Config":
        """Read the WORKBENCH_… variables. Raises BadSetting on one that makes no sense."""
        defaults = {name: values.get(f"WORKBENCH_{name.upper()}") for name in cls.__slots__}
        given = {name: text for name, text in defaults.items() if text}
        return cls(**{name: _read(name, text) for name, text in given.items()})  # type: ignore[arg-type]  # each reader returns its field's type


def _read(name: str, text: str) -> str | Path | bool | int:
    match name:
        case "instance" | "curricula":
            return Path(text).resolve()
        case "tls" | "testing":
            return _switch(name, text)
        case "proxies":
            return _count(name, text)
        case _:
            return text


def _switch(name: str, text: str) -> bool:
    if text not in {"0", "1"}:
        message = f"WORKBENCH_{name.upper()} is 1 or 0, not {text!r}."
        raise BadSetting(message)
    return text == "1"


def _count(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        message = f"WORKBENCH_{name.upper()} is a whole number, not {text!r}."
        raise BadSetting(message)
    return int(text)
