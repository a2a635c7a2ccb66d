"""Signatures for each entry, each month and each placement: by whom, and until when."""

from datetime import date

import msgspec
import pytest
from made_facts import entry, facts, found

from workbench.curricula.asked_standing import Signatory, Signatures, SignedEach
from workbench.progress.domain.facts import AttestationFact
from workbench.progress.domain.findings import Standing, Unit, Whose

SUPERVISOR, TRAINEE = Signatory.SUPERVISOR, Signatory.TRAINEE
MANAGER = Signatory.PLACEMENT_MANAGER
EACH_ENTRY = Signatures(
    key="signed",
    title="Signed",
    words="Every entry is signed by the supervisor.",
    activities=("therapy",),
    each=SignedEach.ENTRY,
    by=(SUPERVISOR,),
)
MONTHLY = msgspec.structs.replace(EACH_ENTRY, each=SignedEach.MONTH, by=(SUPERVISOR, TRAINEE))
WITHIN_A_WEEK = msgspec.structs.replace(MONTHLY, by=(SUPERVISOR,), within_days=7)
PLACEMENT = msgspec.structs.replace(EACH_ENTRY, each=SignedEach.PLACEMENT, by=(MANAGER,))

MAY, LAST_OF_MAY = date(2026, 5, 1), date(2026, 5, 31)


def signed(by, first=MAY, last=LAST_OF_MAY, on=date(2026, 6, 1), placement=None):
    return AttestationFact(by=by, start=first, end=last, signed_on=on, placement=placement)


def practice(*days, **fields):
    return [entry(on=date(2026, 5, day), **fields) for day in days]


def test_a_countersigned_entry_is_signed_by_the_supervisor_and_one_that_waits_is_not():
    log = [*practice(4, countersigned_on=date(2026, 5, 9)), *practice(5)]

    done = found(EACH_ENTRY, facts(entries=log))
    waits = found(EACH_ENTRY, facts(entries=[*log, *practice(6, standing="submitted")]))

    assert done.is_met
    assert done.met_on == date(2026, 5, 9)
    assert done.counted == tuple(one.id for one in log)
    assert (waits.have, waits.needed, waits.waiting) == (2, 3, 1)
    assert waits.explanation == (
        "2 of 3 entries signed by the supervisor: "
        "the entry of 6 May 2026 lacks a signature of the supervisor."
    )
    assert waits.next_move.whose is Whose.SUPERVISOR


def test_handing_in_is_the_trainees_signature_and_the_manager_signs_for_the_day():
    everybody = msgspec.structs.replace(EACH_ENTRY, by=(SUPERVISOR, TRAINEE, MANAGER))
    log = practice(4)

    assert not found(everybody, facts(entries=log)).is_met
    assert found(everybody, facts(entries=log, attestations=[signed(MANAGER)])).is_met


def test_a_month_is_signed_by_both():
    log = practice(4, 20)

    both = found(MONTHLY, facts(entries=log, attestations=[signed(SUPERVISOR), signed(TRAINEE)]))
    one = found(MONTHLY, facts(entries=log, attestations=[signed(SUPERVISOR)]))

    assert both.is_met
    assert both.met_on == date(2026, 6, 1)
    assert one.standing is Standing.UNDER_WAY
    assert one.explanation == (
        "0 of 1 month signed by the supervisor and the trainee: "
        "May 2026 lacks a signature of the trainee."
    )
    [window] = one.windows
    assert (window.first, window.last) == (MAY, LAST_OF_MAY)
    assert (window.have, window.needed, window.unit) == (1, 2, Unit.SIGNATURES)
    assert one.next_move.whose is Whose.TRAINEE


def test_several_signatures_may_hold_a_month_together_but_none_holds_a_day_to_come():
    log = practice(4, 20)
    halves = [
        signed(SUPERVISOR, MAY, date(2026, 5, 15)),
        signed(SUPERVISOR, date(2026, 5, 16), LAST_OF_MAY),
    ]
    too_early = [signed(SUPERVISOR, on=date(2026, 5, 19))]

    assert found(WITHIN_A_WEEK, facts(entries=log, attestations=halves)).is_met
    assert not found(WITHIN_A_WEEK, facts(entries=log, attestations=halves[:1])).is_met
    assert not found(WITHIN_A_WEEK, facts(entries=log, attestations=too_early)).is_met


def test_a_signature_for_other_months_or_without_an_end_holds_only_its_days():
    april = signed(SUPERVISOR, date(2026, 4, 1), date(2026, 4, 30))
    open_end = signed(SUPERVISOR, MAY, None)

    assert not found(WITHIN_A_WEEK, facts(entries=practice(4), attestations=[april])).is_met
    assert found(WITHIN_A_WEEK, facts(entries=practice(4), attestations=[open_end])).is_met


@pytest.mark.parametrize(("on", "is_met"), [(date(2026, 6, 7), True), (date(2026, 6, 8), False)])
def test_a_month_is_signed_within_seven_days_of_its_end(on, is_met):
    finding = found(
        WITHIN_A_WEEK, facts(entries=practice(4), attestations=[signed(SUPERVISOR, on=on)])
    )

    assert finding.is_met is is_met


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2026, 5, 31), Standing.NOT_BEGUN),
        (date(2026, 6, 1), Standing.UNDER_WAY),
        (date(2026, 6, 7), Standing.UNDER_WAY),
        (date(2026, 6, 8), Standing.SHORT),
    ],
)
def test_a_month_is_asked_for_once_it_is_over_and_too_late_after_its_days(on, standing):
    finding = found(WITHIN_A_WEEK, facts(entries=practice(4)), on=on)

    assert finding.standing is standing


def test_a_month_that_is_too_late_is_the_providers_move():
    finding = found(WITHIN_A_WEEK, facts(entries=practice(4)))

    assert finding.next_move.whose is Whose.PROVIDER
    assert finding.explanation == (
        "0 of 1 month signed by the supervisor: May 2026 lacks a signature of the supervisor, "
        "by 7 June 2026; it is too late to sign."
    )


def test_a_signature_given_after_the_day_asked_about_does_not_count_yet():
    later = [signed(SUPERVISOR, on=date(2026, 6, 5)), signed(TRAINEE, on=date(2026, 6, 5))]
    known = facts(entries=practice(4), attestations=later)

    assert not found(MONTHLY, known, on=date(2026, 6, 4)).is_met
    assert found(MONTHLY, known, on=date(2026, 6, 5)).is_met


def test_each_placement_is_signed_by_its_own_manager():
    log = [*practice(4, placement="Harbour"), *practice(5, placement="Quay"), *practice(6)]
    harbour, quay = signed(MANAGER, placement="Harbour"), signed(MANAGER, placement="Quay")

    finding = found(PLACEMENT, facts(entries=log, attestations=[harbour, quay]))

    assert (finding.have, finding.needed, finding.unit) == (2, 3, Unit.PLACEMENTS)
    assert finding.shortfalls == (
        "work at no named placement lacks a signature of the placement manager",
    )
    assert finding.windows == ()
    assert found(
        PLACEMENT, facts(entries=log, attestations=[harbour, quay, signed(MANAGER)])
    ).is_met


def test_a_signature_for_one_placement_signs_no_month_of_another():
    log = practice(4, placement="Harbour")
    other = signed(SUPERVISOR, placement="Quay")
    anywhere = signed(SUPERVISOR)

    assert not found(WITHIN_A_WEEK, facts(entries=log, attestations=[other])).is_met
    assert found(WITHIN_A_WEEK, facts(entries=log, attestations=[anywhere])).is_met


def test_without_entries_there_is_nothing_to_sign():
    finding = found(EACH_ENTRY, facts())

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.explanation == "Nothing to sign yet."
    assert finding.next_move is None
