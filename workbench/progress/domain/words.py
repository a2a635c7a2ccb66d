"""Amounts and days in words, rounded so that no fraction ever reads as a pass. Pure."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import ceil, floor

WEEK = 7
SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def one_decimal(amount: Fraction) -> str:
    """An amount reached, rounded down: 149.99 reads as 149.9, so only a pass reads as one."""
    tenths = floor(amount * 10)
    return f"{tenths // 10}.{tenths % 10}"


def still_to_go(amount: Fraction) -> str:
    """An amount missing, rounded up: as long as anything is missing it is never 0.0."""
    tenths = ceil(amount * 10)
    return f"{tenths // 10}.{tenths % 10}"


def plain(amount: Fraction) -> str:
    """An amount asked for: whole where it is whole."""
    return str(amount.numerator) if amount.denominator == 1 else still_to_go(amount)


def amount(reached: Fraction) -> str:
    """An amount reached: whole where it is whole, else rounded down to one decimal."""
    return str(reached.numerator) if reached.denominator == 1 else one_decimal(reached)


def number(count: int) -> str:
    """A count in a sentence: words up to twelve, figures above."""
    return SMALL[count] if 0 <= count < len(SMALL) else str(count)


def ordinal(place: int) -> str:
    """A place in a row: "first", "second", and in figures from the fourth on."""
    named = ("first", "second", "third")
    return named[place - 1] if place <= len(named) else f"{place}th"


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """A count with its noun: "one entry", "three entries"."""
    noun = singular if count == 1 else plural or f"{singular}s"
    return f"{number(count)} {noun}"


def entries(count: int) -> str:
    """So many entries of the log."""
    return counted(count, "entry", "entries")


def months(count: int) -> str:
    """So many months, in figures: "one of 1 month", "11 of 12 months"."""
    return f"{count} {'month' if count == 1 else 'months'}"


def either(parts: Sequence[str]) -> str:
    """Parts of which one is enough: "a, b or c"."""
    if len(parts) < 2:  # noqa: PLR2004 - one part needs no joining word
        return "".join(parts)
    return f"{', '.join(parts[:-1])} or {parts[-1]}"


def listed(parts: Sequence[str]) -> str:
    """Parts joined as in speech: "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 - one part needs no joining word
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def day(on: date) -> str:
    """A day with its year: "12 February 2027"."""
    return f"{on.day} {on:%B %Y}"


def span(first: date, last: date) -> str:
    """Both days of a stretch, the year once where it is the same."""
    if first == last:
        return day(first)
    begin = f"{first.day} {first:%B}" if first.year == last.year else day(first)
    return f"{begin} to {day(last)}"


def the_first(parts: Sequence[str], most: int = 3) -> tuple[str, ...]:
    """The first parts of many, and how many more there are."""
    more = len(parts) - most
    return (*parts[:most], f"and {number(more)} more") if more > 0 else tuple(parts)


def lately(on: date, today: date) -> str:
    """A day as one speaks of it: today, yesterday, a weekday within the week, else the date."""
    ago = (today - on).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    if 1 < ago < WEEK:
        return f"{on:%A}"
    return f"{on.day} {on:%B}" if on.year == today.year else day(on)


def on_day(on: date, today: date) -> str:
    """A day as one speaks of it, with "on" where speech has it."""
    said = lately(on, today)
    return said if said in {"today", "yesterday"} else f"on {said}"


def sentence_start(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """The first sentence of a text as a part of another: a small letter first and no full stop."""
    first = text.partition(". ")[0]
    return first[:1].lower() + first[1:].removesuffix(".")


def sentence(text: str) -> str:
    """The text with a capital first and a full stop last."""
    return sentence_start(text) + ("" if text.endswith((".", "?", "!")) else ".")
