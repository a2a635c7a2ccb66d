"""One table from what went wrong to the page that says so."""

from collections.abc import Callable

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from workbench.errors import Refusal, StaleEdit
from workbench.web.typed import typed

OnRefusal = Callable[[str, int], None]
"""Told the endpoint and the status of every refusal, so that it can be audited."""

STALE = (
    "Somebody changed this after you opened the page, perhaps you in another tab. "
    "Nothing was overwritten. Open it again to see how it stands now."
)
TWICE = "This was done a moment ago, perhaps by a second click. It was not done twice."
NO_TOKEN = (
    "The page was open for too long, or your sign-in ended, so this was not done. "  # noqa: S105 - words, no secret
    "Go back, copy what you wrote, and load the page anew."
)
GIVES_BACK = frozenset({400, 409})
"""The pages on which what was typed can be copied."""
PAGES = frozenset({400, 401, 403, 404, 405, 409, 413, 429, 500})


def register_errors(app: Flask, on_refusal: OnRefusal) -> None:
    """Answer every failure with a page that says what happened and where to go."""

    @app.errorhandler(Refusal)
    def refused(refusal: Refusal) -> ResponseReturnValue:
        on_refusal(request.endpoint or "", 409)
        return page(409, refusal.message)

    @app.errorhandler(StaleDataError)
    def stale(_error: StaleDataError) -> ResponseReturnValue:
        return refused(StaleEdit(STALE))

    @app.errorhandler(IntegrityError)
    def twice(_error: IntegrityError) -> ResponseReturnValue:
        return refused(Refusal(TWICE))

    @app.errorhandler(CSRFError)
    def no_token(_error: CSRFError) -> ResponseReturnValue:
        on_refusal(request.endpoint or "", 400)
        return page(400, NO_TOKEN)

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> ResponseReturnValue:
        if error.response is not None or (error.code or 500) < 400:  # noqa: PLR2004 - a redirect
            return error
        if error.code == 403:  # noqa: PLR2004 - the status that explains
            on_refusal(request.endpoint or "", 403)
        return (*page(error.code or 500, said_of(error)), headers_of(error))


def page(status: int, words: str) -> tuple[str, int]:
    """The page of one status, with words of its own where there are some."""
    name = status if status in PAGES else 400
    given_back = typed() if name in GIVES_BACK else []
    return render_template(f"errors/{name}.html", words=words, typed=given_back), status


def headers_of(error: HTTPException) -> list[tuple[str, str]]:
    """What the failure says beside its page, such as which methods an address takes."""
    return [(name, value) for name, value in error.get_headers() if name != "Content-Type"]


def said_of(error: HTTPException) -> str:
    """The words we gave the failure ourselves; the framework's own are not shown."""
    own = error.description != type(error).description
    return error.description or "" if own else ""
