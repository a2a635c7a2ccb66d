"""What the cohort page shows of its lines: filtered, ordered, fifty at a time, by its address."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict
from urllib.parse import urlencode

from flask import request
from flask_login import current_user

from workbench.clock import now
from workbench.progress.people import (
    COURSE_WORDS,
    PAGE,
    PersonLine,
    counted_by_course,
    in_order,
)

ANYONE = ("", "Anyone")
ORDERS = (("help", "Needs help first"), ("name", "Name"))


class CohortPage(TypedDict):
    """The named values that the template takes beside the cohort."""

    lines: list[PersonLine]
    total: int
    shown: int
    first: int
    counts: list[tuple[int, str]]
    asked: dict[str, str]
    standings: list[tuple[str, str]]
    orders: tuple[tuple[str, str], ...]
    earlier: str | None
    later: str | None
    now: datetime
    zone: str


def cohort_page(lines: Sequence[PersonLine]) -> CohortPage:
    """The page that the address asks for; a value that makes no sense asks for everything."""
    standing = request.args.get("standing", "")
    order = request.args.get("order", "help")
    start = request.args.get("from", 0, type=int)
    chosen = [line for line in lines if standing in {"", line.shown.course}]
    first = start if 0 <= start < len(chosen) else 0
    return CohortPage(
        lines=in_order(chosen, order)[first : first + PAGE],
        total=len(lines),
        shown=len(chosen),
        first=first,
        counts=counted_by_course(lines),
        asked={"standing": standing, "order": order},
        standings=[ANYONE, *((one.value, said.capitalize()) for one, said in COURSE_WORDS.items())],
        orders=ORDERS,
        earlier=_address(standing, order, first - PAGE) if first else None,
        later=_address(standing, order, first + PAGE) if first + PAGE < len(chosen) else None,
        now=now(),
        zone=current_user.zone,
    )


def _address(standing: str, order: str, start: int) -> str:
    kept = {"standing": standing, "order": order, "from": max(start, 0)}
    return f"{request.path}?{urlencode(kept)}"
