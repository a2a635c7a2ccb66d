"""The files of a record, rendered once when it is issued, and the bundle that holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from workbench.records.domain.canonical import canonical, digest
from workbench.records.domain.content import Statement
from workbench.records.domain.sealing import Signer, sealed
from workbench.records.domain.table import record_table
from workbench.records.sheet import pdf_of

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
BUNDLE = "application/zip"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day a ZIP can say; the same files make the same bundle."""
MOST_MEMBERS = 12
MOST_BYTES = 40_000_000


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is handed out."""

    name: str
    media_type: str
    content: bytes


def files_of_statement(statement: Statement, signer: Signer) -> tuple[File, ...]:
    """The PDF, the CSV, and the sealed JSON with the digests of both."""
    number = statement.number
    made = {
        f"{number}.pdf": pdf_of(statement, signer.kid),
        f"{number}.csv": record_table(statement, digest(canonical(statement))),
    }
    made[f"{number}.json"] = sealed(statement, made, signer)
    return tuple(
        File(name, MEDIA_TYPES[name.rpartition(".")[2]], content) for name, content in made.items()
    )


def bundled_files(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of named files, the same bytes for the same files: nothing in it is packed."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as bundle:
        for name, content in members:
            info = ZipInfo(name, EPOCH)
            info.external_attr = 0o644 << 16
            bundle.writestr(info, content)
    return out.getvalue()


def members_of(content: bytes) -> Mapping[str, bytes] | None:
    """The files in a ZIP, or None where it is none, is broken, or holds far too much."""
    try:
        with ZipFile(BytesIO(content)) as bundle:
            listed = bundle.infolist()
            if len(listed) > MOST_MEMBERS or sum(one.file_size for one in listed) > MOST_BYTES:
                return None
            return {one.filename: bundle.read(one) for one in listed}
    except (BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError):
        return None
