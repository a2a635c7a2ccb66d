"""What a curriculum can ask of a trainee: a closed set, one class for each type. Pure.

A type is added as a class in the ``asked_…`` module of its family and in ``Requirement`` below, as
a check in ``asking.py``, as a rule in the evaluation, and in ``docs/curricula.md``, all in one
commit.
"""

from typing import TypeAlias

from workbench.curricula.asked_cases import (
    Cases,
    Documents,
    GraduatedRecordings,
    RatedRecordings,
)
from workbench.curricula.asked_hours import (
    Duration,
    HoursInSpan,
    HoursPerYear,
    HoursShare,
    HoursTotal,
)
from workbench.curricula.asked_standing import Deadline, Milestone, Person, Signatures
from workbench.curricula.asked_supervision import (
    GreatestGap,
    Supervision,
    SupervisionPerCase,
    SupervisionPerMonth,
    SupervisionRatio,
    SupervisionTiers,
)

Requirement: TypeAlias = (
    HoursTotal
    | HoursInSpan
    | HoursShare
    | HoursPerYear
    | Duration
    | Supervision
    | SupervisionPerCase
    | SupervisionPerMonth
    | SupervisionTiers
    | SupervisionRatio
    | GreatestGap
    | Cases
    | RatedRecordings
    | GraduatedRecordings
    | Documents
    | Milestone
    | Deadline
    | Person
    | Signatures
)
