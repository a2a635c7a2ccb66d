"""Limits before use: how large a request may be, and which characters no text may hold."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from flask import Flask, abort, current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.routing import IntegerConverter, Map

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])

BODY_BYTES = 1024 * 1024
"""More than the longest letter needs; an upload to verify has its own limit."""
FORM_BYTES = 512 * 1024
FORM_PARTS = 2_000
LARGEST_NUMBER = 2**31 - 1
"""What the databases count rows with."""


class RowNumber(IntegerConverter):
    """A number in an address, in plain digits and no larger than a row's can be; else 404."""

    regex = "[0-9]+"

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_NUMBER)


def set_limits(app: Flask) -> None:
    """Refuse what is too large, and what no database can keep. Before any view is registered."""
    app.url_map.converters["int"] = RowNumber
    app.config["MAX_CONTENT_LENGTH"] = BODY_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = FORM_BYTES
    app.config["MAX_FORM_PARTS"] = FORM_PARTS
    app.before_request(allow_upload)
    app.before_request(refuse_unkeepable)


def takes_upload(body_bytes: int) -> Callable[[View], View]:
    """Let a view take a larger body than the others. Put it right below the guard."""

    def mark(view: View) -> View:
        view.body_bytes = body_bytes  # type: ignore[attr-defined]  # read by allow_upload
        return view

    return mark


def allow_upload() -> None:
    """Raise the limit of the body for the views that take an upload, before anything reads it."""
    view = current_app.view_functions.get(request.endpoint or "")
    request.max_content_length = getattr(view, "body_bytes", BODY_BYTES)


def refuse_unkeepable() -> None:
    """Answer 400 to NUL bytes and lone surrogates, wherever they were sent."""
    texts = [*_flat(request.args), *_flat(request.form), request.path]
    if any(not keepable(text) for text in texts):
        abort(400, "Your text holds a character that cannot be kept (a NUL or half a symbol).")


def keepable(text: str) -> bool:
    """Whether every database can keep the text."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _flat(values: object) -> Iterable[str]:
    for name, texts in values.lists():  # type: ignore[attr-defined]  # a MultiDict, untyped as one
        yield name
        yield from texts
