"""What the pages of records share: the blueprint, the keys, the pinned curriculum, a download."""

from typing import TYPE_CHECKING, cast

from flask import Blueprint, Response, current_app
from flask.blueprints import BlueprintSetupState

from workbench.records.drafts import Pinned
from workbench.records.keys import KeyRing
from workbench.records.throttle import Throttle
from workbench.web.curriculum import UnderCurriculum, kept_of

if TYPE_CHECKING:
    from workbench.config import Config

bp = Blueprint("records", __name__)


@bp.record_once
def _equip(state: BlueprintSetupState) -> None:
    config: Config = state.app.config["WORKBENCH"]
    state.app.extensions["records.keys"] = KeyRing(config.instance / "keys")
    state.app.extensions["records.throttle"] = Throttle()


def keys() -> KeyRing:
    """The keys of this installation."""
    return cast("KeyRing", current_app.extensions["records.keys"])


def throttle() -> Throttle:
    """What slows down whoever asks by the hundred."""
    return cast("Throttle", current_app.extensions["records.throttle"])


def address() -> str:
    """The address that people outside reach the workbench at."""
    config: Config = current_app.config["WORKBENCH"]
    return config.address


def pinned_for(row: UnderCurriculum) -> Pinned:
    """The curriculum that a row is under, with the digest of its file."""
    kept = kept_of(row)
    return Pinned(kept.curriculum, kept.digest)


def download(name: str, media_type: str, content: bytes) -> Response:
    """Bytes to be kept under a name, never opened in the page. The name is one we made."""
    response = Response(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
