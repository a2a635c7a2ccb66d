"""Letters about earlier years and signatures over stretches, as a record says them. Pure."""

from collections.abc import Mapping
from datetime import date

from workbench.progress.domain.facts import Facts
from workbench.records.domain import content as c
from workbench.records.domain.naming import printed


def prior_lines(facts: Facts, names: Mapping[str, str], *, on: date) -> tuple[c.PriorLine, ...]:
    """The letters that somebody has verified; what still waits is nobody's business outside."""
    return tuple(
        c.PriorLine(
            activity=names.get(one.activity, one.activity),
            minutes=one.minutes,
            since=one.start,
            until=one.end or one.start,
            document=printed(one.document),
            verified_by=printed(one.verified_by or ""),
            verified_on=one.verified_on,
        )
        for one in sorted(facts.prior, key=lambda letter: (letter.start, letter.id))
        if one.verified_on is not None and one.verified_on <= on
    )


def attestation_lines(facts: Facts, *, on: date) -> tuple[c.AttestationLine, ...]:
    """The signatures that were given up to the day, by the stretch that they are for."""
    given = [one for one in facts.attestations if one.signed_on <= on]
    return tuple(
        c.AttestationLine(
            by=one.by.value,
            since=one.start,
            until=one.end or one.signed_on,
            placement=printed(one.placement or ""),
            signed_on=one.signed_on,
        )
        for one in sorted(
            given, key=lambda one: (one.start, one.signed_on, one.by, one.placement or "")
        )
    )
