"""The IANA zones that people can choose from."""

from functools import cache
from zoneinfo import available_timezones

COMMON_ZONES = (
    "Europe/London",
    "Europe/Dublin",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Oslo",
    "Europe/Warsaw",
    "Australia/Sydney",
    "Pacific/Auckland",
    "America/New_York",
    "America/Los_Angeles",
)


@cache
def zones() -> tuple[str, ...]:
    """Every zone with a place in its name, the common ones first."""
    rest = sorted(zone for zone in available_timezones() if _is_a_place(zone))
    return (*COMMON_ZONES, *(zone for zone in rest if zone not in COMMON_ZONES))


def _is_a_place(zone: str) -> bool:
    return "/" in zone and not zone.startswith("Etc/")
