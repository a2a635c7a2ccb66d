"""The sentence in which a finding about hours explains itself. Pure."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from workbench.progress.domain import words
from workbench.progress.domain.credit import HOUR, NONE, Credit, Place
from workbench.progress.domain.findings import Link, NextMove, Whose
from workbench.progress.domain.reasons import Reason


def so_far(have: Fraction, needed: Fraction) -> str:
    """How much of how much, both in minutes: "142.5 of 150 h"."""
    return f"{words.one_decimal(have / HOUR)} of {words.plain(needed / HOUR)} h"


def on_the_way(waiting: Fraction, draft: Fraction, unverified: Fraction = NONE) -> str:
    """What has not been countersigned yet: "9.0 h wait for a countersignature".

    Hours in a letter that nobody has verified yet are said apart from those in the log.
    """
    parts = []
    if waiting:
        parts.append(f"{words.one_decimal(waiting / HOUR)} h wait for a countersignature")
    if unverified:
        parts.append(f"{words.one_decimal(unverified / HOUR)} h are in a letter to be verified")
    if draft:
        parts.append(f"{words.one_decimal(draft / HOUR)} h are drafts")
    return words.listed(parts)


def what_is_left_out(credited: Sequence[Credit]) -> str:
    """How many entries and hours, and why: "two are returned, one was not attended"."""
    out = [credit for credit in credited if not credit.counts]
    cut = [credit for credit in credited if credit.counts and credit.reason is not None]
    parts = []
    if out:
        hours = words.one_decimal(Fraction(sum(credit.entry.minutes for credit in out), HOUR))
        is_or_are = "is" if len(out) == 1 else "are"
        why = _only_why(out) if len(out) == 1 else words.listed(_whys(out))
        parts.append(f"{_what(out)}, {hours} h, {is_or_are} left out: {why}")
    for reason, count in _reasons(cut):
        verb = "counts" if count == 1 else "count"
        parts.append(f"{words.entries(count)} {verb} in part, {reason.in_part}")
    return "; ".join(parts)


def _what(out: Sequence[Credit]) -> str:
    """Entries of the log, or letters about earlier years, or both: "two entries and one letter"."""
    letters = sum(credit.is_letter for credit in out)
    entries = [words.entries(len(out) - letters)] if len(out) > letters else []
    return words.listed([*entries, *([words.counted(letters, "letter")] if letters else [])])


def _only_why(out: Sequence[Credit]) -> str:
    [(reason, _)] = _reasons(out)
    return f"it {reason.of_one}"


def _whys(out: Sequence[Credit]) -> list[str]:
    return [
        f"{words.number(count)} {reason.of_one if count == 1 else reason.of_several}"
        for reason, count in _reasons(out)
    ]


def _reasons(out: Sequence[Credit]) -> list[tuple[Reason, int]]:
    """The reasons, commonest first, each with how many entries it keeps out."""
    order = list(Reason)
    found = Counter(credit.reason for credit in out if credit.reason is not None)
    return sorted(found.items(), key=lambda pair: (-pair[1], order.index(pair[0])))


def explained(so_far: str, *parts: str) -> str:
    """One sentence: how far, then whatever there is to add."""
    said = "; ".join(part for part in parts if part)
    return words.sentence(f"{so_far}: {said}" if said else so_far)


def next_move_for_hours(credited: Sequence[Credit], missing: Fraction) -> NextMove | None:
    """What would bring the missing minutes, nearest first: changes, signatures, drafts, work."""
    if missing <= 0:
        return None
    returned = sum(credit.reason is Reason.RETURNED for credit in credited)
    if returned:
        what = f"Change and submit {words.entries(returned)} that came back"
        return NextMove(Whose.TRAINEE, what, Link.LOG)
    waiting = [credit for credit in credited if credit.place is Place.WAITING]
    if sum(credit.minutes for credit in waiting) >= missing:
        return _sign(waiting)
    drafts = sum(credit.place is Place.DRAFT for credit in credited)
    if drafts:
        return NextMove(Whose.TRAINEE, f"Submit {words.counted(drafts, 'draft')}", Link.LOG)
    is_full = any(credit.reason is Reason.CAPPED for credit in credited)
    other = " of other work" if is_full else ""
    what = f"Log {words.still_to_go(missing / HOUR)} h more{other}"
    return NextMove(Whose.TRAINEE, what, Link.LOG)


def _sign(waiting: Sequence[Credit]) -> NextMove:
    """The supervisor's move, or where only letters wait, the provider's."""
    in_log = sum(not credit.is_letter for credit in waiting)
    if not in_log:
        what = f"Verify {words.counted(len(waiting), 'letter')} about earlier years"
        return NextMove(Whose.PROVIDER, what, Link.ENROLMENT)
    return NextMove(Whose.SUPERVISOR, f"Countersign {words.entries(in_log)}", Link.LOG)
