"""What a finding would be if the sources were read otherwise. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.curricula.model import Curriculum
from workbench.curricula.taking import taking
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, GateFindings


@dataclass(frozen=True, slots=True)
class OtherReading:
    """Another way of reading the sources, and the finding under it."""

    words: str
    finding: Finding
    is_the_same: bool
    """Whether it comes to the same standing and amounts."""


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """One thing that the sources leave open: the reading that was taken, and the others."""

    asks: str
    taken: str
    others: tuple[OtherReading, ...]

    @property
    def matters(self) -> bool:
        """Whether another reading would find something else."""
        return not all(other.is_the_same for other in self.others)


def read_otherwise(
    curriculum: Curriculum, facts: Facts, finding: Finding, *, on: date
) -> tuple[LeftOpen, ...]:
    """Every question that touches the finding's requirement, with each of its other readings."""
    asked = {question.key: question for question in curriculum.questions}
    return tuple(
        LeftOpen(
            asks=one.asks,
            taken=one.words,
            others=tuple(
                OtherReading(reading.words, other, _is_the_same(finding, other))
                for reading in asked[one.question].readings
                if reading.key != one.reading
                for other in _found(
                    evaluate(taking(curriculum, {one.question: reading.key}), facts, on=on), finding
                )
            ),
        )
        for one in finding.readings
    )


def _found(gates: tuple[GateFindings, ...], sought: Finding) -> Iterator[Finding]:
    for gate in gates:
        for one in gate.findings:
            if (one.gate, one.key) == (sought.gate, sought.key):
                yield one


def _is_the_same(one: Finding, other: Finding) -> bool:
    return _gist(one) == _gist(other)


def _gist(finding: Finding) -> tuple[object, ...]:
    return (finding.standing, finding.needed, finding.have, finding.waiting, finding.due)
