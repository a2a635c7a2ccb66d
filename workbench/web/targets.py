"""Where to go after signing in: only to a page of our own."""

from urllib.parse import urlsplit

from flask import url_for


def safe_target(asked: str | None) -> str:
    """The asked-for path on this site, or the home page."""
    text = asked or ""
    parts = urlsplit(text.replace("\\", "/"))
    if parts.scheme or parts.netloc or not text.startswith("/") or text.startswith("//"):
        return url_for("progress.home")
    return text
