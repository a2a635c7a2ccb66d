"""Letters about earlier years and signatures over stretches, as a record says them."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader
from records.domain.made_statement import SIGNER, content, statement

from workbench.curricula.asked_standing import Signatory
from workbench.progress.domain.facts import AttestationFact, EnrolmentFact, Facts, PriorFact
from workbench.records.domain.canonical import canonical
from workbench.records.domain.overtaken import changes
from workbench.records.domain.table import record_table
from workbench.records.domain.vouched import attestation_lines, prior_lines
from workbench.records.files import files_of_statement

TODAY = date(2026, 11, 26)


def letter(number, **values):
    given = {
        "activity": "therapy",
        "minutes": 7_200,
        "start": date(2021, 3, 2),
        "end": date(2023, 3, 2),
        "document": "Letter of the\u202e North\nClinic",
        "verified_by": "Jo Lindqvist",
        "verified_on": TODAY,
    }
    return PriorFact(id=number, **given | values)


def signature(**values):
    given = {
        "by": Signatory.PLACEMENT_MANAGER,
        "start": date(2026, 10, 1),
        "end": date(2026, 10, 31),
        "signed_on": date(2026, 11, 2),
    }
    return AttestationFact(**given | values)


def known(prior=(), attestations=()):
    started = EnrolmentFact(started_on=date(2026, 1, 5))
    return Facts(enrolment=started, prior=prior, attestations=attestations)


LETTERS = prior_lines(known([letter(1)]), {"therapy": "Therapy"}, on=TODAY)
SIGNATURES = attestation_lines(known(attestations=[signature(placement="North Clinic")]), on=TODAY)


def test_a_verified_letter_is_on_the_record_in_one_line():
    [line] = LETTERS

    assert (line.activity, line.minutes) == ("Therapy", 7_200)
    assert (line.document, line.verified_by) == ("Letter of the North Clinic", "Jo Lindqvist")


def test_what_nobody_has_seen_yet_is_nobodys_business_outside():
    waits = [
        letter(1, verified_by=None, verified_on=None),
        letter(2, verified_on=date(2026, 11, 27)),
    ]
    open_end = letter(3, end=None, activity="canoeing", verified_by=None)

    [line] = prior_lines(known([*waits, open_end]), {}, on=TODAY)

    assert (line.activity, line.until, line.verified_by) == ("canoeing", date(2021, 3, 2), "")


def test_signatures_stand_by_their_stretch_up_to_the_day():
    first, later = signature(end=None, start=date(2026, 9, 1)), signature()
    ahead = signature(signed_on=date(2026, 11, 27))

    lines = attestation_lines(known(attestations=[ahead, later, first]), on=TODAY)

    assert [(one.since.month, one.until) for one in lines] == [
        (9, date(2026, 11, 2)),
        (10, date(2026, 10, 31)),
    ]
    assert {one.placement for one in lines} == {""}


def test_what_was_issued_before_keeps_its_bytes():
    plain = canonical(content())

    assert b'"prior"' not in plain
    assert b'"attestations"' not in plain


def test_the_table_and_the_paper_say_them():
    said = statement(content=content(prior=LETTERS, attestations=SIGNATURES))
    files = {file.name.rpartition(".")[2]: file for file in files_of_statement(said, SIGNER)}

    table = record_table(said, "f").decode()
    assert "Letter of the North Clinic" in table
    assert "placement_manager" in table
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(files["pdf"].content)).pages)
    assert "Earlier hours" in text
    assert "Signatures over stretches of the log" in text


def test_a_letter_that_came_after_the_issue_is_a_difference():
    found = changes(content(), content(prior=LETTERS, attestations=SIGNATURES))

    assert [one.what for one in found] == ["Earlier hours", "Signatures over stretches of the log"]
