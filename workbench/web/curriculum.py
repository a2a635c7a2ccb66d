"""The curriculum that an enrolment is under, from the library that the app was started with."""

from typing import Protocol, cast

from flask import Flask, current_app

from workbench.curricula.library import Library
from workbench.curricula.model import Curriculum


class UnderCurriculum(Protocol):
    """Anything that names one version of a curriculum for life."""

    curriculum_key: str
    curriculum_version: str


class LostCurriculum(LookupError):
    """A version that rows name is no longer in the library; the message says which."""


def shelve(app: Flask, library: Library) -> None:
    """Read every curriculum once, so that a bad file keeps the app from starting."""
    library.all()
    app.extensions["curricula"] = library


def library() -> Library:
    """The library of this app."""
    return cast("Library", current_app.extensions["curricula"])


def curriculum_of(row: UnderCurriculum) -> Curriculum:
    """The version that a row is under. Raises LostCurriculum."""
    found = library().get(row.curriculum_key, row.curriculum_version)
    if found is None:
        message = f"{row.curriculum_key} {row.curriculum_version}"
        raise LostCurriculum(message)
    return found
