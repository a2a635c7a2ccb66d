"""What no shape can show about facts: does each say something that can be? Pure."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from workbench.curricula.misfits import Misfit, at
from workbench.progress.domain.facts import Facts, SpanFact

NUMBERED = ("entries", "sessions", "documents", "ratings", "people", "prior")
SPANS = ("pauses", "supervisions", "attestations", "prior")


def unlawful(facts: Facts) -> Iterator[Misfit]:
    """Numbers and codes that are given twice, and stretches that end before they begin."""
    for name in NUMBERED:
        yield from _twice(name, "id", [one.id for one in getattr(facts, name)])
    yield from _twice("cases", "code", [case.code for case in facts.cases])
    for name in SPANS:
        yield from _backwards((name,), getattr(facts, name))
    for number, person in enumerate(facts.people, start=1):
        place = ("people", f"number {number}", "accredited")
        yield from _backwards(place, person.accredited or ())
    for number, case in enumerate(facts.cases, start=1):
        place = ("cases", f"number {number}", "closed_on")
        yield from _in_order(place, case.opened_on, case.closed_on)


def _twice(name: str, field: str, values: Sequence[Hashable]) -> Iterator[Misfit]:
    seen: set[Hashable] = set()
    for number, value in enumerate(values, start=1):
        if value in seen:
            yield at(name, f"number {number}", field)(
                f"{value} is given twice: expected one of its own"
            )
        seen.add(value)


def _backwards(place: Sequence[str], spans: Iterable[SpanFact]) -> Iterator[Misfit]:
    for number, span in enumerate(spans, start=1):
        yield from _in_order((*place, f"number {number}", "to"), span.start, span.end)


def _in_order(place: Sequence[str], first: date, last: date | None) -> Iterator[Misfit]:
    if last is not None and last < first:
        yield at(*place)(f"{last} lies before {first}: expected that day or a later one")
