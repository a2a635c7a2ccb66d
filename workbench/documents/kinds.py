"""The kind of a document in its enrolment's curriculum, and the texts of a version by section."""

from collections.abc import Mapping

from werkzeug.exceptions import NotFound

from workbench.curricula.materials import DocumentKind
from workbench.documents.domain.text import SectionText, render_section, text_of
from workbench.documents.models import Document, DocumentVersion
from workbench.training.models import Enrolment
from workbench.web.curriculum import curriculum_of


def kind_named(enrolment: Enrolment, key: str) -> DocumentKind:
    """A kind of document of the enrolment's curriculum. Raises NotFound, a 404."""
    kind = curriculum_of(enrolment).document_kind(key)
    if kind is None:
        raise NotFound
    return kind


def kind_of(document: Document) -> DocumentKind:
    """What kind of document it is."""
    return kind_named(document.enrolment, document.kind)


def title_of(document: Document, kind: DocumentKind) -> str:
    """What a page calls it: IPAF, case A7."""
    return f"{kind.name}, case {document.case.code}" if document.case else kind.name


def is_letter(kind: DocumentKind) -> bool:
    """Whether it is read as one text: its parts have shares of the whole."""
    return any(section.share for section in kind.sections)


def sections_of(kind: DocumentKind, version: DocumentVersion) -> list[SectionText]:
    """A version's sections in the curriculum's order, as its text was put together."""
    htmls = [(section.key, version.html.get(section.key, "")) for section in kind.sections]
    return [SectionText(key, html, text_of(html)) for key, html in htmls]


def draft_sections(kind: DocumentKind, draft: Mapping[str, str]) -> list[SectionText]:
    """The sections of a draft, as they would be shown."""
    return [render_section(section.key, draft.get(section.key, "")) for section in kind.sections]
