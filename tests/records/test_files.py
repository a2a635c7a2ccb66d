"""The files of a record: the same numbers in each, nothing clinical, nothing that calculates."""

import csv
import json
from fractions import Fraction
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pypdf import PdfReader

from workbench.records.domain.canonical import canonical, digest
from workbench.records.domain.checking import Verdict, check_sealed
from workbench.records.files import bundled_files, members_of
from workbench.records.queries import files_of

CANARIES = ("canary-note", "canary-evidence", "I confirm.")


@pytest.fixture
def files(db):
    return lambda record: {
        file.name.rpartition(".")[2]: file.content for file in files_of(db, record)
    }


def paper(content):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def rows(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def test_pdf_csv_and_json_state_the_same_numbers(issued, files):
    record, _ = issued()

    made = files(record)

    statement = json.loads(made["json"])["statement"]
    hours = {line["name"]: line["credited"] for line in statement["content"]["hours"]}
    table = {row[0]: row for row in rows(made["csv"]) if row}
    assert sum(Fraction(row[4]) for row in rows(made["csv"]) if row and row[0].isdigit()) == sum(
        map(Fraction, hours.values())
    )
    for name, credited in hours.items():
        assert table[name][3] == credited
        assert table[name][4] in paper(made["pdf"])
    [practice] = [r for r in statement["content"]["requirements"] if r["key"] == "practice_150"]
    assert (practice["needed"], practice["have"], practice["standing"]) == ("150", "150", "met")
    for said in (record.number, "Daniel Achebe", statement["content"]["provider"]):
        assert said in paper(made["pdf"])
        assert said in made["csv"].decode("utf-8-sig")


def test_no_words_and_no_case_code_leave_in_a_record(make, qualified, issued, files):
    enrolment, administrator = qualified()
    make.case(enrolment, code="CANARY7")
    record, _ = issued(enrolment, administrator)

    made = files(record)

    everything = made["csv"].decode() + made["json"].decode() + paper(made["pdf"]) + record.payload
    assert [word for word in (*CANARIES, "CANARY7") if word in everything] == []
    assert json.loads(record.payload)["content"]["cases"][0]["case"] == 1


def test_the_payload_is_canonical_and_its_digest_is_on_paper(issued, files):
    record, _ = issued()

    made = files(record)

    assert canonical(json.loads(record.payload)) == record.payload.encode()
    assert digest(record.payload.encode()) == record.digest
    on_paper = paper(made["pdf"]).replace(" ", "").replace("\n", "")
    assert record.digest in on_paper
    assert record.public_id in on_paper
    assert record.digest in made["csv"].decode()


def test_the_json_is_signed_with_the_key_whose_fingerprint_is_on_paper(issued, files, press):
    record, _ = issued()

    made = files(record)

    sealed = json.loads(made["json"])
    assert check_sealed(made["json"], [press.signer.public]).verdict is Verdict.VALID
    assert sealed["kid"] == press.signer.kid
    assert press.signer.kid in paper(made["pdf"])
    assert sealed["files"] == {
        f"{record.number}.pdf": digest(made["pdf"]),
        f"{record.number}.csv": digest(made["csv"]),
    }


def test_the_pdf_is_tagged_and_says_its_language_and_title(issued, files):
    record, _ = issued()

    reader = PdfReader(BytesIO(files(record)["pdf"]))

    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower().startswith("en")
    assert reader.metadata.title == f"Competency record {record.number}"
    assert b"pdfuaid" in root["/Metadata"].get_data()


@pytest.mark.parametrize(
    "name",
    [
        "=HYPERLINK(1)",
        "+1",
        "@SUM(A1)",
        "-2+3",
        "#strong[x] $a$ `b` *c* <l> @ref",
        'quo"te \\ back',
        "مريم الخطيب",
        "שרה כהן",
        "😀 李小龙",
        "\u202eevil\u202c",
        "Zoë Ångström",
    ],
)
def test_any_name_prints_and_none_calculates(issued, files, name):
    record, _ = issued(holder=name, supervisor=name)

    made = files(record)

    cells = [cell for row in rows(made["csv"]) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    holder = json.loads(record.payload)["content"]["holder"]
    assert holder == name.replace("\u202e", "").replace("\u202c", "")
    assert made["pdf"].startswith(b"%PDF")
    if name.startswith("#"):
        assert "#strong[x]" in paper(made["pdf"])


def test_downloads_are_the_stored_bytes_and_never_opened(issued, files, signed_in):
    record, administrator = issued(short_name="HI")
    browser = signed_in(administrator)

    for kind, content in files(record).items():
        response = browser.get(f"/records/{record.id}/files/{kind}")
        assert response.data == content
        assert response.headers["Content-Disposition"] == (
            f'attachment; filename="{record.number}.{kind}"'
        )
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "no-store"


def test_the_bundle_holds_the_three_files(issued, files, signed_in):
    record, _ = issued()

    response = signed_in(record.enrolment.trainee).get(f"/records/{record.id}/files/zip")

    assert sorted(members_of(response.data).values()) == sorted(files(record).values())
    assert ZipFile(BytesIO(response.data)).testzip() is None


@pytest.mark.parametrize("who", ["supervisor", "stranger"])
@pytest.mark.parametrize("page", ["", "/files/pdf", "/files/zip"])
def test_nobody_else_reads_or_downloads(make, issued, signed_in, who, page):
    record, _ = issued()
    supervisor = make.person("Dr Ines Okafor")
    make.supervision(record.enrolment, supervisor)
    person = {"supervisor": supervisor, "stranger": make.membership().person}[who]

    response = signed_in(person).get(f"/records/{record.id}{page}")

    assert response.status_code == 404
    assert "Achebe" not in response.text


@pytest.mark.parametrize("count", [0, 13])
def test_a_zip_with_far_too_many_files_is_not_looked_through(count):
    content = bundled_files((f"{n}.txt", b"x") for n in range(count))

    assert members_of(content) == ({} if count == 0 else None)


def test_a_zip_that_would_unpack_to_far_too_much_is_not_looked_through():
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("a", b"0" * 50_000_000)

    assert members_of(out.getvalue()) is None
