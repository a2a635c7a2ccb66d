"""Facts in a file: read, checked, and refused with the place and what would be right."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from workbench.curricula.misfits import Misfit, at
from workbench.curricula.problems import WITHIN, Problem, nearest
from workbench.curricula.shape import shape_problems
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.lawful import unlawful

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class UnreadableFacts(ValueError):
    """A file of facts was refused. ``problems`` is everything that can be said about it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems, and say them one a line."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def read_facts(content: bytes, *, file: str = "") -> Facts:
    """The facts in the content of a file. Raises ``UnreadableFacts``.

    What is no JSON is refused at its first fault; what does not have the shape, at every one; what
    has it, with everything in it that cannot be.
    """
    facts = _shaped(content.removeprefix(BYTE_ORDER_MARK), file)
    problems = [
        Problem(file, WITHIN.join(misfit.place), misfit.message)
        for misfit in (*unlawful(facts), *_no_zone(facts))
    ]
    if problems:
        raise UnreadableFacts(problems)
    return facts


def _shaped(content: bytes, file: str) -> Facts:
    try:
        return msgspec.json.decode(content, type=Facts)
    except msgspec.ValidationError as error:
        said = msgspec.json.decode(content)
        raise UnreadableFacts(shape_problems(said, file, Facts)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        problem = Problem(file, "", f"expected JSON, as docs/facts.md has it: {error}")
        raise UnreadableFacts([problem]) from error


def _no_zone(facts: Facts) -> Iterator[Misfit]:
    zone = facts.enrolment.zone
    try:
        ZoneInfo(zone)
    except (OSError, ValueError, LookupError):
        yield at("enrolment", "zone")(f"nothing is called “{zone}”; {nearest(zone, _zones(zone))}")


def _zones(zone: str) -> set[str]:
    """Those of the same part of the world, or of all where there is none."""
    every = available_timezones()
    area = zone.partition("/")[0]
    return {one for one in every if one.startswith(f"{area}/")} or {"Europe/London", "UTC"}
