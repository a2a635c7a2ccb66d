"""The curriculum that a row is under: of the library, or published by the row's provider."""

from collections.abc import Sequence
from typing import Protocol, cast

from flask import Flask, current_app

from workbench.curricula.library import Kept, Library
from workbench.curricula.model import Curriculum, Status


class UnderCurriculum(Protocol):
    """Anything that names one version of a curriculum, in a provider."""

    @property
    def curriculum_key(self) -> str:
        """Which curriculum."""
        ...

    @property
    def curriculum_version(self) -> str:
        """Which version of it."""
        ...

    @property
    def provider_id(self) -> int:
        """Whose version it is, where the library has none of that key."""
        ...


class Published(Protocol):
    """What providers published themselves. No other provider is ever given it."""

    def find(self, provider_id: int, key: str, version: str) -> Kept | None:
        """One version of a provider."""
        ...

    def of(self, provider_id: int) -> Sequence[Curriculum]:
        """Every version of a provider, by key and then from the oldest to the newest."""
        ...


class LostCurriculum(LookupError):
    """A version that rows name is nowhere to be had; the message says which."""


def shelve(app: Flask, library: Library, published: Published) -> None:
    """Read every curriculum once, so that a bad file keeps the app from starting."""
    library.all()
    app.extensions["curricula"] = library
    app.extensions["curricula.published"] = published


def library() -> Library:
    """The library of this app."""
    return cast("Library", current_app.extensions["curricula"])


def published() -> Published:
    """What the providers of this app published."""
    return cast("Published", current_app.extensions["curricula.published"])


def curriculum_of(row: UnderCurriculum) -> Curriculum:
    """The version that a row is under. Raises LostCurriculum."""
    return kept_of(row).curriculum


def kept_of(row: UnderCurriculum) -> Kept:
    """The version that a row is under, with its digest. Raises LostCurriculum.

    The library is asked first: it costs no statement, and no provider can publish under its keys.
    """
    key, version = row.curriculum_key, row.curriculum_version
    found = library().kept(key, version) or published().find(row.provider_id, key, version)
    if found is None:
        message = f"{key} {version}"
        raise LostCurriculum(message)
    return found


def offered_to(provider_id: int) -> list[Curriculum]:
    """The versions that a provider can put people under."""
    every = (*library().all(), *published().of(provider_id))
    return [curriculum for curriculum in every if curriculum.status is Status.PUBLISHED]
