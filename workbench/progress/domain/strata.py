"""How few recordings are still to come when each fills one place at most: the best way. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from workbench.curricula.asked_cases import RatedRecordings, Stratum


@dataclass(frozen=True, slots=True, order=True)
class Recording:
    """What a recording shows, and of which case. Two cases of one patient have one name."""

    case: str
    phase: str
    contents: tuple[str, ...] = ()

    def fits(self, stratum: Stratum) -> bool:
        """Whether it could fill a place of the stratum."""
        in_phase = stratum.phase is None or stratum.phase == self.phase
        return in_phase and (stratum.content is None or stratum.content in self.contents)


@dataclass(frozen=True, slots=True)
class Plan:
    """One way of giving the recordings their places, and what it leaves to come.

    `open` are the places of each shared stratum that are left; `each` are places that a case must
    fill by itself; `owed` is what the chosen cases lack, those places among it.
    """

    open: tuple[int, ...]
    chosen: int = 0
    each: int = 0
    owed: int = 0
    lacking: tuple[tuple[str, Stratum], ...] = ()
    """The places of its own that a chosen case leaves open."""

    @property
    def to_come(self) -> int:
        """How many more recordings fill every place: a shared one may also be what a case owes."""
        return max(self.owed, self.each + sum(self.open))


def best_plan(asked: RatedRecordings, recordings: Iterable[Recording]) -> Plan:
    """The plan with the fewest recordings to come. Found case by case, never greedily."""
    shared = _shared(asked)
    plans = [Plan(tuple(stratum.recordings for stratum in shared))]
    for of_case in _by_case(recordings):
        plans = _fewest(plan for old in plans for plan in _with_case(asked, shared, old, of_case))
    finished = (_with_cases_to_come(asked, plan) for plan in plans)
    return min(finished, key=lambda plan: (plan.to_come, plan.each, plan.owed, plan.open))


def _shared(asked: RatedRecordings) -> tuple[Stratum, ...]:
    return tuple(one for one in asked.strata if not one.each_case)


def _own(asked: RatedRecordings) -> tuple[Stratum, ...]:
    """A place for each recording that a case must have of its own."""
    return tuple(one for one in asked.strata if one.each_case for _ in range(one.recordings))


def _by_case(recordings: Iterable[Recording]) -> Iterator[Sequence[Recording]]:
    by_case: dict[str, list[Recording]] = {}
    for one in sorted(recordings):
        by_case.setdefault(one.case, []).append(one)
    yield from by_case.values()


def _with_case(
    asked: RatedRecordings, shared: Sequence[Stratum], plan: Plan, of_case: Sequence[Recording]
) -> Iterator[Plan]:
    """Every way in which one case can help: filling shared places, being one of those asked for."""
    own = _own(asked)
    few = _as_many_as_matter(of_case, len(own) + sum(plan.open))
    for taken in product(*(range(min(most, len(few)) + 1) for most in plan.open)):
        if sum(taken) > len(few) or not _alternates(shared, taken):
            continue
        places = [one for one, times in zip(shared, taken, strict=True) for _ in range(times)]
        filled = _filled([*places, *own], few)
        if not all(filled[: len(places)]):
            continue
        after = replace(plan, open=tuple(map(int.__sub__, plan.open, taken)))
        yield after
        if plan.chosen < asked.cases:
            yield _chosen(asked, after, of_case, own, filled[len(places) :])


def _chosen(
    asked: RatedRecordings,
    plan: Plan,
    of_case: Sequence[Recording],
    own: Sequence[Stratum],
    filled: Sequence[bool],
) -> Plan:
    lacking = [stratum for stratum, is_filled in zip(own, filled, strict=True) if not is_filled]
    return replace(
        plan,
        chosen=plan.chosen + 1,
        each=plan.each + len(lacking),
        owed=plan.owed + max(len(lacking), asked.per_case - len(of_case)),
        lacking=(*plan.lacking, *((of_case[0].case, stratum) for stratum in lacking)),
    )


def _with_cases_to_come(asked: RatedRecordings, plan: Plan) -> Plan:
    """Cases that have no recording yet lack everything."""
    cases, own = asked.cases - plan.chosen, _own(asked)
    return replace(
        plan,
        each=plan.each + cases * len(own),
        owed=plan.owed + cases * max(len(own), asked.per_case),
    )


def _alternates(shared: Sequence[Stratum], taken: Sequence[int]) -> bool:
    """Whether no case gives both of two recordings that must come from different cases."""
    phases = {one.phase for one, times in zip(shared, taken, strict=True) if times}
    return not any(
        times and one.other_case_than in phases and one.other_case_than is not None
        for one, times in zip(shared, taken, strict=True)
    )


def _as_many_as_matter(of_case: Sequence[Recording], places: int) -> list[Recording]:
    """Recordings that show the same are alike, and no more of them matter than there are places."""
    alike: Counter[Recording] = Counter()
    few = []
    for one in of_case:
        alike[one] += 1
        if alike[one] <= places:
            few.append(one)
    return few


def _filled(places: Sequence[Stratum], recordings: Sequence[Recording]) -> list[bool]:
    """Which places are filled when as many as possible are, the first of them before the others."""
    holder: dict[int, int] = {}
    return [_fill(place, places, recordings, holder, set()) for place in range(len(places))]


def _fill(
    place: int,
    places: Sequence[Stratum],
    recordings: Sequence[Recording],
    holder: dict[int, int],
    tried: set[int],
) -> bool:
    """Give a place a recording; one that is taken is freed where its place finds another."""
    for number, one in enumerate(recordings):
        if number in tried or not one.fits(places[place]):
            continue
        tried.add(number)
        if number not in holder or _fill(holder[number], places, recordings, holder, tried):
            holder[number] = place
            return True
    return False


def _fewest(plans: Iterable[Plan]) -> list[Plan]:
    """Of plans that leave the same places and cases, those that no other beats in both counts."""
    best: dict[tuple[int, tuple[int, ...]], list[Plan]] = {}
    for plan in plans:
        rivals = best.setdefault((plan.chosen, plan.open), [])
        if any(one.each <= plan.each and one.owed <= plan.owed for one in rivals):
            continue
        rivals[:] = [one for one in rivals if one.each < plan.each or one.owed < plan.owed]
        rivals.append(plan)
    return [plan for rivals in best.values() for plan in rivals]
