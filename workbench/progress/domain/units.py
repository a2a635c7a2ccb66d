"""Amounts with their unit, as they are said to people: never a bare name of a unit. Pure."""

from collections.abc import Mapping
from fractions import Fraction

from workbench.progress.domain import words
from workbench.progress.domain.findings import Finding, Unit

NOUNS: Mapping[Unit, tuple[str, str]] = {
    Unit.HOURS: ("hour", "hours"),
    Unit.MONTHS: ("month", "months"),
    Unit.CASES: ("case", "cases"),
    Unit.RECORDINGS: ("recording", "recordings"),
    Unit.DOCUMENTS: ("document", "documents"),
    Unit.MILESTONES: ("milestone", "milestones"),
    Unit.WINDOWS: ("stretch", "stretches"),
    Unit.DAYS: ("day", "days"),
    Unit.MEETINGS: ("meeting", "meetings"),
    Unit.ENTRIES: ("entry", "entries"),
    Unit.PLACEMENTS: ("placement", "placements"),
    Unit.SIGNATURES: ("signature", "signatures"),
    Unit.YEARS: ("year", "years"),
}


def noun(unit: Unit, amount: Fraction) -> str:
    """The word for so much of a unit, beside a figure."""
    if unit is Unit.HOURS:
        return "h"
    one, several = NOUNS[unit]
    return one if amount == 1 else several


def asked_for(amount: Fraction, unit: Unit) -> str:
    """An amount that is needed: "1.5 h", "14 days"."""
    return f"{words.plain(amount)} {noun(unit, amount)}"


def reached(amount: Fraction, unit: Unit) -> str:
    """An amount that is there, hours rounded down to a tenth, so that no fraction is a pass."""
    said = words.one_decimal(amount) if unit is Unit.HOURS else words.amount(amount)
    return f"{said} {noun(unit, amount)}"


def so_far(finding: Finding) -> str:
    """How much of how much, for the narrow column of a table; nothing where nothing is counted."""
    if not finding.needed:
        return ""
    needed = words.plain(finding.needed)
    match finding.unit:
        case Unit.HOURS:
            return f"{words.one_decimal(finding.have)} of {needed} h"
        case Unit.MONTHS:
            return f"{words.amount(finding.have)} of {needed} months"
        case Unit.MILESTONES:
            return ""
        case _:
            return f"{words.amount(finding.have)} of {needed}"
