"""Does every requirement of a curriculum ask for something that the curriculum has? Pure."""

from collections.abc import Iterator, Mapping

from workbench.curricula import asking_cases, asking_hours, asking_standing, asking_supervision
from workbench.curricula.asked import Asked
from workbench.curricula.asking_logged import Ask, Check
from workbench.curricula.misfits import Misfit, keys, strangers
from workbench.curricula.model import Curriculum

CHECKS: Mapping[type[Asked], Check] = {
    **asking_hours.CHECKS,
    **asking_supervision.CHECKS,
    **asking_cases.CHECKS,
    **asking_standing.CHECKS,
}


def misfits_in_requirements(curriculum: Curriculum) -> Iterator[Misfit]:
    """What the requirements ask for in vain."""
    for gate in curriculum.gates:
        for number, asked in enumerate(gate.requirements, start=1):
            name = f"requirement {number} ({asked.__struct_config__.tag})"
            place = ("gates", gate.key, name)
            yield from strangers((*place, "sources"), asked.sources, keys(curriculum.sources))
            yield from CHECKS[type(asked)](Ask(curriculum, gate, place), asked)
