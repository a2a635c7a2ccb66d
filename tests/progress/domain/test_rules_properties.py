"""What holds of every rule, whatever the curriculum and whatever the facts."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_facts import START
from made_rules import TODAY, TYPES, curricula, days, lawful, plain_entries

from workbench.curricula.asked_hours import HoursInSpan, HoursPerYear, HoursTotal, Prior
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import EnrolmentFact, EntryStanding, Facts
from workbench.progress.domain.findings import Standing
from workbench.progress.domain.outside import outside
from workbench.progress.domain.reading_out import read_out
from workbench.progress.domain.telling import told

whole = settings(  # each is a whole curriculum and a whole enrolment
    max_examples=8,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    deadline=None,
)
LISTS = (
    *("entries", "sessions", "cases", "documents", "ratings", "milestones", "pauses"),
    *("supervisions", "people", "attestations", "prior"),
)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
@whole
@given(data=st.data())
def test_every_rule_has_an_answer_to_all_lawful_facts_in_any_order(kind, data):
    curriculum = data.draw(curricula(kind))
    known = data.draw(lawful)
    on = data.draw(days)

    gates, beside = evaluate(curriculum, known, on=on), outside(curriculum, known)

    assert evaluate(curriculum, backwards(known), on=on) == gates
    assert list(read_out(curriculum, gates, beside, on=on))
    assert msgspec.json.encode(told(curriculum, gates, beside, on=on))
    for finding in gates[0].findings:
        assert finding.explanation.endswith((".", "?", "!"))
        assert min(finding.have, finding.needed, finding.waiting, finding.draft) >= 0
        assert finding.met_on is None or finding.standing is Standing.MET
        assert all(one.reason and one.minutes >= 0 for one in finding.left_out)


def backwards(known):
    return msgspec.structs.replace(known, **{name: getattr(known, name)[::-1] for name in LISTS})


TOTALS = (HoursTotal, HoursPerYear, HoursInSpan)


def without_letters(curriculum):
    return all(getattr(one, "prior", None) is not Prior.COUNTS for one in asked_by(curriculum))


def asked_by(curriculum):
    return curriculum.gates[0].requirements


def facts_with(*logs):
    log = tuple(entry for one in logs for entry in one)
    return Facts(enrolment=EnrolmentFact(started_on=START), entries=log)


@whole
@given(curricula(*TOTALS, also=without_letters), plain_entries, plain_entries)
def test_more_countersigned_time_never_undoes_what_is_met(curriculum, before, added):
    more = [
        msgspec.structs.replace(
            one, id=100 + one.id, standing=EntryStanding.COUNTERSIGNED, session=None
        )
        for one in added
    ]

    [earlier] = evaluate(curriculum, facts_with(before), on=TODAY)
    [later] = evaluate(curriculum, facts_with(before, more), on=TODAY)

    for asked, one, other in zip(
        asked_by(curriculum), earlier.findings, later.findings, strict=True
    ):
        assert other.is_met or not one.is_met
        if not isinstance(asked, HoursInSpan):
            assert other.have >= one.have


@whole
@given(curricula(HoursTotal), plain_entries)
def test_every_minute_of_a_total_is_counted_or_left_out_with_a_reason(curriculum, log):
    [gate] = evaluate(curriculum, facts_with(log), on=TODAY)

    for asked, finding in zip(asked_by(curriculum), gate.findings, strict=True):
        out = {one.id: one.minutes for one in finding.left_out}
        for entry in log:
            if entry.activity not in asked.activities:
                assert entry.id not in {*out, *finding.counted}
            elif entry.id in finding.counted:
                assert entry.standing is EntryStanding.COUNTERSIGNED
                assert out.get(entry.id, 0) < entry.minutes
            elif entry.standing is EntryStanding.COUNTERSIGNED:
                assert out[entry.id] == entry.minutes
            else:
                assert out.get(entry.id, 0) <= entry.minutes


@whole
@given(data=st.data())
def test_one_trainees_findings_do_not_depend_on_anothers_data(data):
    curriculum = data.draw(curricula(*TYPES))
    one, other = data.draw(lawful), data.draw(lawful)

    alone = [evaluate(curriculum, known, on=TODAY) for known in (one, other)]
    together = [evaluate(curriculum, known, on=TODAY) for known in (other, one, other)]

    assert together == [alone[1], alone[0], alone[1]]


@whole
@given(curricula(HoursTotal), plain_entries, st.integers(0, 15))
def test_a_log_split_in_two_adds_up_to_the_same_total(curriculum, log, where):
    simple = [msgspec.structs.replace(one, session=None, starts=None) for one in log]
    asked = tuple(msgspec.structs.replace(one, caps=()) for one in asked_by(curriculum))
    gate = msgspec.structs.replace(curriculum.gates[0], requirements=asked)
    uncapped = msgspec.structs.replace(curriculum, gates=(gate,))

    [first], [second], [both] = (
        evaluate(uncapped, facts_with(part), on=TODAY)
        for part in (simple[:where], simple[where:], simple)
    )

    for one, other, sum_of_both in zip(first.findings, second.findings, both.findings, strict=True):
        assert one.have + other.have == sum_of_both.have
