"""Where a thread is on its page, and in the latest version."""

from flask import url_for

from workbench.documents.models import Thread, ThreadPlace
from workbench.errors import Refusal


def to_thread(document_id: int, number: int) -> str:
    """The address of a thread in the latest version."""
    return url_for("documents.document", row_id=document_id, _anchor=f"t{number}")


def latest_place(thread: Thread) -> ThreadPlace:
    """Its place in the latest version. Raises a Refusal where it was closed before that."""
    latest = thread.document.versions[-1].id
    for place in thread.places:
        if place.document_version_id == latest:
            return place
    message = "This thread was resolved on an earlier version. Open it again first."
    raise Refusal(message)
