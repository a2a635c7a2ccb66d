"""Headers of every answer, and where an unsafe request may come from."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from flask_login import current_user

_ALLOWED = (
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src 'self'",
)
CONTENT_SECURITY_POLICY = "; ".join(_ALLOWED)
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
YEAR_SECONDS = 31_536_000


def set_headers(app: Flask, *, tls: bool) -> None:
    """Send the security headers with every answer, errors and downloads too."""
    app.before_request(refuse_other_origins)

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if tls:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR_SECONDS}"
        if request.endpoint != "static" and current_user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def refuse_other_origins() -> None:
    """Answer 403 to an unsafe request that another site made this browser send.

    Browsers that send no Sec-Fetch-Site are judged by Origin; programmes send neither, and
    the form's token still stands between them and any deed.
    """
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site not in {"same-origin", "none"}:
            abort(403, "This was sent from another site, so it was not done.")
        return
    origin = request.headers.get("Origin")
    if origin not in {None, "null"} and urlsplit(origin).netloc != request.host:
        abort(403, "This was sent from another site, so it was not done.")
