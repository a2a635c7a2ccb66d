"""Requirements that hold supervision against practice, and makers of logs, for their tests."""

import msgspec
from made_facts import entry, facts, session

from workbench.curricula.activities import Attendance
from workbench.curricula.asked_supervision import (
    SupervisionPerMonth,
    SupervisionRatio,
    SupervisionTiers,
    Tier,
)

MONTHLY = SupervisionPerMonth(
    key="monthly",
    title="Monthly supervision",
    words="At least 1.5 h in every month with practice.",
    activities=("supervision",),
    practice=("therapy",),
    minutes=90,
)
TIERS = SupervisionTiers(
    key="tiers",
    title="Supervision by client time",
    words="1.5 h up to 12 h, 2 h up to 16 h, 2.5 h up to 20 h.",
    activities=("supervision",),
    practice=("therapy",),
    tiers=(
        Tier(up_to_hours=12, minutes=90),
        Tier(up_to_hours=16, minutes=120),
        Tier(up_to_hours=20, minutes=150),
    ),
)
RATIO = SupervisionRatio(
    key="ratio",
    title="One to eight",
    words="One to eight.",
    activities=("supervision",),
    practice=("therapy",),
    one_to=8,
)


def changed(asked, **fields):
    return msgspec.structs.replace(asked, **fields)


def practice(*days, **fields):
    return [entry(on=day, **fields) for day in days]


def supervised(on, minutes=90, standing="countersigned"):
    return entry("supervision", minutes, standing, on=on)


def log(*entries, **more):
    return facts(entries=[one for part in entries for one in part], **more)


def missed(on, known_case="A7"):
    return session(known_case, 1, on=on, attendance=Attendance.DID_NOT_ATTEND)
