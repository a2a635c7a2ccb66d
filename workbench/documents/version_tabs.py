"""The versions of a document as tabs."""

from collections.abc import Sequence

from flask import url_for

from workbench.documents.models import DocumentVersion


def version_tabs(
    versions: Sequence[DocumentVersion], current: int | None
) -> list[dict[str, object]]:
    """Each version with its number and address, as the macro `versions` takes them."""
    return [
        {
            "number": one.number,
            "url": url_for("documents.version", row_id=one.document_id, number=one.number),
            "current": one.number == current,
        }
        for one in versions
    ]
