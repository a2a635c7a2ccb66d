"""The list of documents: a trainee's own by case, a supervisor's by what waits."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.cases.models import Case, CaseStanding
from workbench.curricula.materials import DocumentKind, Owner
from workbench.documents.domain.opening import opens_at
from workbench.documents.domain.review import Stage
from workbench.documents.kinds import kind_of, title_of
from workbench.documents.models import Document
from workbench.documents.queries import (
    documents_supervised,
    last_sessions,
    open_threads,
    own_cases,
    own_documents,
)
from workbench.policy import Actor
from workbench.training.models import Enrolment
from workbench.training.queries import own_enrolments
from workbench.web.curriculum import curriculum_of


@dataclass(frozen=True, slots=True)
class Line:
    """A document that there is, or one that may be begun now or later."""

    kind: DocumentKind
    title: str
    owner_id: int
    """The case's number, or the enrolment's for a document of the whole training."""
    document: Document | None
    threads: int
    opens: int | None
    """The session with which it opens, while it is not open yet."""

    @property
    def version(self) -> int:
        """The number of the version sent last; 0 if none was."""
        return self.document.versions[-1].number if self.document and self.document.versions else 0

    @property
    def is_sent_back(self) -> bool:
        """Whether the version sent last holds an identifying detail, so that it is withheld."""
        sent = self.document.versions if self.document else []
        return bool(sent) and sent[-1].withheld_at is not None


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of a case, or of the training as a whole."""

    title: str
    case: Case | None
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class DocumentsIndex:
    """What the page lists."""

    own: Sequence[Group]
    is_trainee: bool
    waiting: Sequence[Line]
    others: Sequence[Line]


def index_of(db: Session, actor: Actor) -> DocumentsIndex:
    """Every document that one person may read, and those they may begin."""
    theirs = documents_supervised(db, actor)
    counts = open_threads(db, actor, theirs)
    lines = [_line(one, counts) for one in theirs]
    waiting = [line for line in lines if _waits(line)]
    waiting.sort(key=lambda line: line.document.versions[-1].submitted_at)  # type: ignore[union-attr]  # a supervised document is there
    return DocumentsIndex(
        own=_own(db, actor),
        is_trainee=bool(actor.trains),
        waiting=waiting,
        others=[line for line in lines if not _waits(line)],
    )


def _waits(line: Line) -> bool:
    return line.document is not None and line.document.stage is Stage.SUBMITTED


def _line(document: Document, counts: dict[int, int]) -> Line:
    kind = kind_of(document)
    owner_id = document.case_id or document.enrolment_id
    return Line(
        kind, title_of(document, kind), owner_id, document, counts.get(document.id, 0), None
    )


def _own(db: Session, actor: Actor) -> list[Group]:
    documents = own_documents(db, actor)
    counts = open_threads(db, actor, documents)
    known = {(one.enrolment_id, one.case_id, one.kind): _line(one, counts) for one in documents}
    cases = own_cases(db, actor)
    held = last_sessions(db, cases)
    groups = [_of_case(case, held.get(case.id, 0), known) for case in cases]
    return groups + [
        group
        for enrolment in own_enrolments(db, actor)
        if (group := _of_enrolment(enrolment, known)).lines
    ]


Known = dict[tuple[int, int | None, str], Line]


def _of_case(case: Case, held: int, known: Known) -> Group:
    curriculum = curriculum_of(case.enrolment)
    lines = []
    for kind in curriculum.document_kinds:
        if kind.owner is not Owner.CASE:
            continue
        first = opens_at(kind, curriculum)
        is_open = case.standing is not CaseStanding.OPEN or held + 1 >= first
        blank = Line(
            kind, f"{kind.name}, case {case.code}", case.id, None, 0, None if is_open else first
        )
        lines.append(known.get((case.enrolment_id, case.id, kind.key), blank))
    return Group(f"Case {case.code}", case, lines)


def _of_enrolment(enrolment: Enrolment, known: Known) -> Group:
    kinds = curriculum_of(enrolment).document_kinds
    lines = [
        known.get(
            (enrolment.id, None, kind.key), Line(kind, kind.name, enrolment.id, None, 0, None)
        )
        for kind in kinds
        if kind.owner is Owner.ENROLMENT
    ]
    return Group("The training as a whole", None, lines)
