"""Static files under names that change with their content, so that browsers keep them for good."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, current_app, request

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
    path = f"{request.script_root}{current_app.static_url_path}/{name}"
    return f"{path}?v={_fingerprint(folder, name)}"


@lru_cache(maxsize=256)
def _fingerprint(folder: Path, name: str) -> str:
    return sha256((folder / name).read_bytes()).hexdigest()[:12]
