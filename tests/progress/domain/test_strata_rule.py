"""Rated recordings of which some must show a phase or a content: the strata, and who fills them."""

from datetime import date

import msgspec
from made_facts import RECORDINGS, facts, found, rating

from workbench.curricula.asked_cases import Stratum
from workbench.progress.domain.findings import Standing

IPAF = Stratum(content="ipaf", each_case=True)


MIDDLE = Stratum(phase="middle")


ENDING = Stratum(phase="ending", other_case_than="middle")


STRATA = msgspec.structs.replace(RECORDINGS, strata=(IPAF, MIDDLE, ENDING))


def recorded(code, session, phase, *contents, on=date(2026, 11, 1)):
    return rating(code, session, phase=phase, contents=contents, signed_on=on)


def test_an_ipaf_session_of_each_case_and_middle_and_ending_of_alternate_cases_are_met():
    ratings = [
        recorded("A7", 4, "initial", "ipaf", on=date(2026, 3, 1)),
        recorded("A7", 7, "middle", on=date(2026, 4, 1)),
        recorded("B2", 4, "initial", "ipaf", on=date(2026, 5, 1)),
        recorded("B2", 15, "ending", on=date(2026, 6, 1)),
        recorded("C3", 1, "initial", on=date(2026, 7, 1)),
    ]

    finding = found(STRATA, facts(ratings=ratings))

    assert finding.is_met
    assert finding.met_on == date(2026, 6, 1)


def test_middle_and_ending_of_one_case_do_not_alternate():
    ratings = [
        recorded("A7", 4, "initial", "ipaf"),
        recorded("A7", 7, "middle"),
        recorded("A7", 15, "ending"),
        recorded("B2", 4, "initial", "ipaf"),
        recorded("B2", 2, "initial"),
    ]

    finding = found(STRATA, facts(ratings=ratings))

    assert (finding.have, finding.standing) == (3, Standing.UNDER_WAY)
    assert finding.explanation == (
        "3 of 4 recordings: five passed, of which two find no place; still to show: "
        "one from “Ending”, of another case than that from “Middle”."
    )


def test_one_recording_fills_one_place_however_many_it_would_fit():
    """The IPAF of B2 was shown in the middle: it cannot be the middle recording as well."""
    ratings = [
        recorded("A7", 4, "initial", "ipaf"),
        recorded("A7", 15, "ending"),
        recorded("B2", 5, "middle", "ipaf"),
        recorded("B2", 2, "initial"),
    ]

    finding = found(STRATA, facts(ratings=ratings))

    assert finding.have == 3
    assert "still to show: one from “Middle”" in finding.explanation


def test_places_are_given_so_that_most_are_filled_and_not_first_come_first_served():
    """B2 has two IPAF sessions: the early one serves as IPAF, so that the other is the middle."""
    ratings = [
        recorded("A7", 4, "initial", "ipaf"),
        recorded("A7", 15, "ending"),
        recorded("B2", 5, "middle", "ipaf"),
        recorded("B2", 4, "initial", "ipaf"),
    ]

    assert found(STRATA, facts(ratings=ratings)).is_met


def test_a_place_that_each_case_must_fill_is_named_with_the_case():
    ratings = [recorded("A7", 4, "initial", "ipaf"), recorded("B2", 7, "middle")]

    finding = found(STRATA, facts(ratings=ratings))

    assert "one with “IPAF” of B2" in finding.explanation


def test_the_cases_that_give_recordings_must_give_what_each_owes():
    """A7 and B2 show the IPAF, but B2 has one recording only; C3 has two and no IPAF."""
    each = msgspec.structs.replace(RECORDINGS, strata=(IPAF,))
    ratings = [
        recorded("A7", 4, "initial", "ipaf"),
        recorded("A7", 7, "middle"),
        recorded("B2", 4, "initial", "ipaf"),
        recorded("C3", 7, "middle"),
        recorded("C3", 8, "middle"),
    ]

    finding = found(each, facts(ratings=ratings))

    assert finding.have == 3


def test_a_phase_or_a_content_that_the_file_does_not_have_is_called_by_its_key():
    strange = Stratum(phase="coda", content="poem")
    asked = msgspec.structs.replace(RECORDINGS, strata=(strange,))

    assert "one from “coda” with “poem”" in found(asked, facts()).explanation


def test_a_case_that_has_begun_is_named_before_one_that_has_not():
    """Three of A7 and one of B2, none with the IPAF: it is those two cases that must show it."""
    ratings = [
        recorded("A7", 4, "initial"),
        recorded("A7", 9, "middle"),
        recorded("A7", 14, "ending"),
        recorded("B2", 4, "initial"),
    ]

    finding = found(STRATA, facts(ratings=ratings))

    assert finding.have == 1
    assert "one with “IPAF” of A7 and one with “IPAF” of B2" in finding.explanation


def test_strata_that_ask_for_very_many_recordings_are_answered_all_the_same():
    """Each case fills as many places as it has recordings, however many are open."""
    many = tuple(Stratum(phase=one, recordings=200) for one in ("initial", "middle", "ending"))
    asked = msgspec.structs.replace(RECORDINGS, recordings=600, strata=many)
    shown = [recorded(code, 7, "middle") for code in ("A7", "B2")]

    finding = found(asked, facts(ratings=shown))

    assert finding.explanation == (
        "2 of 600 recordings: still to come: one from A7 and one from B2; "
        "still to show: 200 from “Initial”, 198 from “Middle” and 200 from “Ending”."
    )
