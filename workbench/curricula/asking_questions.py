"""Do the questions of a curriculum offer readings that can be taken? Pure."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from workbench.curricula.misfits import Misfit, at, keys, repeated, strangers
from workbench.curricula.model import Curriculum
from workbench.curricula.problems import WITHIN
from workbench.curricula.readings import Question, Reading
from workbench.curricula.shape import shape_problems
from workbench.curricula.taking import reading_otherwise, said_otherwise

Misfits: TypeAlias = Callable[[Curriculum], Iterable[Misfit]]


def misfits_in_questions(curriculum: Curriculum, rest: Misfits) -> Iterator[Misfit]:
    """What a question asks or a reading sets in vain; ``rest`` checks everything else."""
    yield from repeated(("questions",), keys(curriculum.questions))
    for question in curriculum.questions:
        place = ("questions", question.key)
        yield from strangers((*place, "sources"), question.sources, keys(curriculum.sources))
        yield from repeated((*place, "readings"), keys(question.readings))
        yield from _taken(question)
        for reading in question.readings:
            yield from _sets(curriculum, question, reading)
            yield from _otherwise(curriculum, question, reading, rest)


def _taken(question: Question) -> Iterator[Misfit]:
    """The first reading is the file as it stands; each other one sets something."""
    for number, reading in enumerate(question.readings):
        here = at("questions", question.key, "readings", reading.key, "sets")
        if number == 0 and reading.sets:
            yield here("the first reading is the one that the file takes; it sets nothing")
        if number > 0 and not reading.sets:
            yield here("is missing: what does this reading change in the file?")


def _sets(curriculum: Curriculum, question: Question, reading: Reading) -> Iterator[Misfit]:
    asked = chain.from_iterable(gate.requirements for gate in curriculum.gates)
    known = [*keys(curriculum.activities), *keys(asked)]
    place = ("questions", question.key, "readings", reading.key, "sets")
    yield from strangers(place, reading.sets, known)
    for key in reading.sets:
        if known.count(key) > 1:
            yield at(*place, key)("names an activity and a requirement: give one another key")


def _otherwise(
    curriculum: Curriculum, question: Question, reading: Reading, rest: Misfits
) -> Iterator[Misfit]:
    """What would not fit in the file, or have the wrong shape, with the reading taken."""
    place = ("questions", question.key, "readings", reading.key)
    if misshapen := list(_misshapen(curriculum, reading, (*place, "sets"))):
        yield from misshapen
        return
    here = at(*place)
    other = reading_otherwise(curriculum, reading)
    before = set(rest(curriculum))
    for misfit in rest(other):
        if misfit not in before:
            yield here(f"with it {WITHIN.join(misfit.place)}: {misfit.message}")


def _misshapen(
    curriculum: Curriculum, reading: Reading, place: tuple[str, ...]
) -> Iterator[Misfit]:
    """The fields of each requirement or activity that cannot be what the reading sets."""
    asked = chain.from_iterable(gate.requirements for gate in curriculum.gates)
    parts = (part for part in (*curriculum.activities, *asked) if part.key in reading.sets)
    for part in parts:
        said = said_otherwise(part, reading.sets[part.key])
        for problem in shape_problems(said, "", type(part)):
            yield at(*place, part.key, *filter(None, [problem.place]))(problem.message)
