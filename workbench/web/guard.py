"""The door of every page: a view states its permission, or says aloud that it needs none.

`prove_every_door` refuses to start an app with a view that does neither.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from flask import Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy.orm import Session

from workbench.db import session
from workbench.policy import Actor, Permission, Placed, allows

P = ParamSpec("P")
Row = TypeVar("Row", bound=Placed)
View = Callable[..., ResponseReturnValue]

Find = Callable[[Session, Actor, int], Row | None]
"""A query that finds a row by its number among those that the actor may read."""


class UnguardedView(RuntimeError):
    """A view that states neither a permission nor that it is public."""


def actor() -> Actor:
    """The signed-in person with today's roles. Only behind a guard."""
    return cast("Actor", current_user.actor)


def requires(
    permission: Permission, find: Find[Row]
) -> Callable[
    [Callable[Concatenate[Row, P], ResponseReturnValue]], Callable[..., ResponseReturnValue]
]:
    """Let only those in who hold the permission on the row that the address names.

    The address names the row by its last `…_id`. None found is 404: it hides. Found but not
    allowed is 403: it explains. The view gets the row instead of its number.
    """

    def decorate(
        view: Callable[Concatenate[Row, P], ResponseReturnValue],
    ) -> Callable[..., ResponseReturnValue]:
        @wraps(view)
        def guarded(row_id: int, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            if not current_user.is_authenticated:
                return to_sign_in()
            row = find(session(), actor(), row_id)
            if row is None:
                abort(404)
            if not allows(actor(), permission, row):
                abort(403)
            return view(row, *args, **kwargs)

        guarded.find = find  # type: ignore[attr-defined]  # read by the route tests
        return _marked(guarded, permission)

    return decorate


def signed_in(view: View) -> View:
    """Let everybody in who is signed in: the page shows only what its queries scope to them."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> ResponseReturnValue:  # noqa: ANN401 - any view's
        if not current_user.is_authenticated:
            return to_sign_in()
        return view(*args, **kwargs)

    return _marked(guarded, "signed in")


def public(view: View) -> View:
    """Say aloud that a page needs no account."""
    return _marked(view, "public")


def declare_public(app: Flask, endpoint: str) -> None:
    """Say aloud that a view which the framework wrote needs no account."""
    app.view_functions[endpoint] = public(cast("View", app.view_functions[endpoint]))


def may(permission: Permission, row: Placed) -> bool:
    """What a template asks before it shows a way in: the guard's own question."""
    return bool(current_user.is_authenticated) and allows(actor(), permission, row)


def to_sign_in() -> ResponseReturnValue:
    """Ask who it is, and remember where they were going. A send without a session is kept out."""
    if request.method not in {"GET", "HEAD"}:
        abort(401)
    target = request.full_path.rstrip("?")
    return redirect(url_for("accounts.sign_in", next=target), code=303)


def prove_every_door(app: Flask) -> None:
    """Refuse to start with a view that states no permission. Raises UnguardedView."""
    for rule in app.url_map.iter_rules():
        if not hasattr(app.view_functions[rule.endpoint], "door"):
            message = (
                f"{rule.endpoint} ({rule.rule}) states no permission: put @requires(…), "
                "@signed_in or @public right above its function."
            )
            raise UnguardedView(message)


def _marked(view: View, door: str) -> View:
    view.door = door  # type: ignore[attr-defined]  # read by prove_every_door and the route tests
    return view
