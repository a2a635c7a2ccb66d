"""Static files under names that change with their content, so that browsers keep them for good."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for

YEAR_SECONDS = 31_536_000


def serve_assets(app: Flask) -> None:
    """Give templates `static_url`, and let hashed addresses be kept for a year."""
    app.add_template_global(static_url)

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args and response.status_code < 400:  # noqa: PLR2004 - not an error
            response.headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
        return response


def static_url(name: str) -> str:
    """The address of a static file, with the fingerprint of its content."""
    folder = Path(current_app.static_folder or "")
    return url_for("static", filename=name, v=_fingerprint(folder / name))


@lru_cache(maxsize=256)
def _fingerprint(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:12]
