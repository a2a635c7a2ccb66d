"""When a record may be issued or revoked, and what has changed since."""

import msgspec
import pytest
from records.domain.made_statement import activity, content, entry, requirement

from workbench.errors import Refusal, StaleEdit
from workbench.records.domain.overtaken import Change, changes
from workbench.records.domain.standing import (
    Standing,
    refuse_to_revoke,
    refuse_unmet,
    refuse_unread,
    standing_of,
)


@pytest.mark.parametrize(
    ("is_revoked", "is_superseded", "standing"),
    [
        (False, False, Standing.ISSUED),
        (False, True, Standing.SUPERSEDED),
        (True, False, Standing.REVOKED),
        (True, True, Standing.REVOKED),
    ],
)
def test_revoked_is_the_stronger_word(is_revoked, is_superseded, standing):
    assert standing_of(is_revoked=is_revoked, is_superseded=is_superseded) is standing


def test_a_met_step_may_be_issued_and_what_is_only_advised_does_not_keep_it_shut():
    advised = requirement(title="Soon", standing="overdue", advised=True)

    refuse_unmet(content(requirements=(requirement(), advised)))


def test_what_is_missing_is_named():
    one, two = (requirement(title=title, standing="under_way") for title in ("Hours", "Cases"))

    with pytest.raises(Refusal, match=r"not met yet: “Hours” is still open\.$"):
        refuse_unmet(content(requirements=(one,)))
    with pytest.raises(Refusal, match=r"not met yet: “Hours” and “Cases” are still open\.$"):
        refuse_unmet(content(requirements=(one, two)))


def test_only_what_was_read_is_issued():
    refuse_unread(read="a", now="a")

    with pytest.raises(StaleEdit, match="Nothing was issued"):
        refuse_unread(read="a", now="b")


def test_a_record_is_revoked_once_and_with_a_reason():
    refuse_to_revoke(Standing.ISSUED, "An error.")
    refuse_to_revoke(Standing.SUPERSEDED, "An error.")

    with pytest.raises(Refusal, match="already revoked"):
        refuse_to_revoke(Standing.REVOKED, "An error.")
    with pytest.raises(Refusal, match="Say why") as refused:
        refuse_to_revoke(Standing.ISSUED, " x ")
    assert refused.value.field == "because"


@pytest.mark.parametrize(
    ("title", "certifies"),
    [
        ("DIT practitioner, five days", "DIT practitioner, five days, curriculum 2026.1"),
        ("DIT", "DIT practitioner: DIT, curriculum 2026.1"),
    ],
)
def test_what_it_certifies_names_the_step_once(title, certifies):
    asked = msgspec.structs.replace(content().curriculum, title=title)

    assert content(curriculum=asked).certifies == certifies


def test_nothing_changed_says_nothing():
    assert changes(content(), content()) == ()


def test_each_difference_is_named_with_before_and_after():
    now = content(
        holder="Daniel Achebe-Moe",
        requirements=(requirement(have="149", standing="under_way"),),
        hours=(activity(credited="120", entries=2), activity(name="Other", credited="30")),
        entries=(entry(), entry(2)),
        cases=(),
    )

    assert changes(content(), now) == (
        Change("Holder, as printed", "Daniel Achebe", "Daniel Achebe-Moe"),
        Change("Practice", "150 of 150 hours, met", "149 of 150 hours, under way"),
        Change("DIT, credited", "1.0 h in one entry", "2.0 h in two entries"),
        Change("Other, credited", "none", "0.5 h in one entry"),
        Change("Countersigned entries", "1", "2, 1 of them new or changed"),
        Change("Cases", "1", "0, 0 of them new or changed"),
    )
