"""One-time links as they are shown to be passed on."""

from flask import current_app


def shown_link(endpoint: str, token: str) -> str:
    """The whole address that a token opens, beginning with the address of this workbench."""
    address: str = current_app.config["WORKBENCH"].address
    path = current_app.url_map.bind("").build(endpoint, {"token": token})
    return address.rstrip("/") + path
