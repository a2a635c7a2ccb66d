"""Where a chain of audit lines breaks, and what is said of it."""

from dataclasses import replace
from datetime import UTC, datetime

from workbench.audit.domain.chain import GENESIS, Line, digest_of, first_fault


def sealed(count):
    previous, lines = GENESIS, []
    for number in range(1, count + 1):
        line = Line(
            number=number,
            at=datetime(2026, 11, 21, 9, number, tzinfo=UTC),
            actor_id=3,
            provider_id=None,
            enrolment_id=7,
            deed="hours.log",
            subject="entries:5",
            details={"minutes": 50},
        )
        digest = digest_of(line, previous)
        lines.append((line, previous, digest))
        previous = digest
    return lines, (count, previous)


def test_an_untouched_chain_has_no_fault():
    lines, head = sealed(3)

    assert first_fault(lines, head=head) is None
    assert first_fault([], head=(0, GENESIS)) is None


def test_a_line_taken_out_is_named():
    lines, head = sealed(3)
    del lines[1]

    assert first_fault(lines, head=head).words == "line 2 is missing"


def test_a_changed_line_is_named():
    lines, head = sealed(3)
    line, previous, digest = lines[1]
    lines[1] = (replace(line, details={"minutes": 500}), previous, digest)

    fault = first_fault(lines, head=head)

    assert (fault.number, fault.words) == (2, "line 2 was changed after it was written")


def test_a_line_that_was_sealed_anew_does_not_follow_from_the_one_before():
    lines, head = sealed(3)
    line, _, _ = lines[1]
    lines[1] = (line, GENESIS, digest_of(line, GENESIS))

    assert first_fault(lines, head=head).number == 2


def test_a_cut_tail_is_seen_as_long_as_the_head_stands():
    lines, head = sealed(3)

    assert first_fault(lines[:2], head=head).words == (
        "the chain ends at line 2, but its head says 3"
    )
