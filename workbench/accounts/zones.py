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
def zones() -> dict[str, list[tuple[str, str]]]:
    """Every zone with a place in its name, the common ones first."""
    rest = sorted(zone for zone in available_timezones() if "/" in zone and _is_a_place(zone))
    return {
        "Common": [(zone, zone) for zone in COMMON_ZONES],
        "All": [(zone, zone) for zone in rest if zone not in COMMON_ZONES],
    }


def known_zone(zone: str) -> bool:
    """Whether there is such a zone to choose."""
    return any((zone, zone) in some for some in zones().values())


def _is_a_place(zone: str) -> bool:
    return not zone.startswith("Etc/")
