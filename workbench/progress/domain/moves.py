"""What blocks a trainee next, and whose move it is: the list on the home page. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from workbench.curricula.model import Curriculum
from workbench.progress.domain import words
from workbench.progress.domain.document_moves import document_moves
from workbench.progress.domain.entry_moves import entry_moves
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, GateFindings, Link, Standing, Unit, Whose
from workbench.progress.domain.move import PROVIDER, YOU, Move, MoveKind
from workbench.progress.domain.rating_moves import rating_moves


def moves(
    curriculum: Curriculum, facts: Facts, gates: Iterable[GateFindings], *, on: date
) -> tuple[Move, ...]:
    """Everything that somebody should do next: yours first, in each sort the longest wait.

    What two steps ask for alike is told once.
    """
    found = chain(
        entry_moves(facts, on=on),
        document_moves(curriculum, facts, on=on),
        rating_moves(curriculum, facts, on=on),
        *(_finding_moves(finding) for gate in gates for finding in gate.findings),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda move: move.rank))


def _finding_moves(finding: Finding) -> Iterator[Move]:
    """A deadline that has passed, supervision that has not kept up, months that fell short."""
    if finding.standing is Standing.OVERDUE:
        where = (Link.ENROLMENT, finding.key)
        yield Move(
            YOU, MoveKind.OVERDUE, finding.title, finding.explanation, where, since=finding.due
        )
    elif finding.standing is Standing.SHORT and finding.unit is Unit.HOURS:
        what = f"{finding.title} has not kept up with your sessions"
        yield Move(YOU, MoveKind.LAGGING, what, finding.explanation, (Link.LOG, None))
    elif finding.standing is Standing.SHORT and finding.windows and finding.next_move is not None:
        move = finding.next_move
        whose = YOU if move.whose is Whose.TRAINEE else PROVIDER
        what = f"{finding.title}: {words.within(move.what)}"
        why = finding.shortfalls[0] if finding.shortfalls else finding.explanation
        yield Move(whose, MoveKind.SHORT, what, words.sentence(why), (move.link, None))
