"""Do the requirements of hours ask for something that the curriculum has? Pure."""

from collections.abc import Iterator, Mapping

from workbench.curricula.asked import Asked
from workbench.curricula.asked_hours import Duration, HoursTotal
from workbench.curricula.asking_logged import Ask, Check, logged
from workbench.curricula.misfits import Misfit


def _of_activities(ask: Ask, asked: HoursTotal | Duration) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities)


CHECKS: Mapping[type[Asked], Check] = {
    HoursTotal: _of_activities,
    Duration: _of_activities,
}
