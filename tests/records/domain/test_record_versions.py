"""A record names every curriculum version that its training was under, and one alone not twice."""

from datetime import date
from io import BytesIO

from progress.domain.made_facts import HOURS, TODAY, curriculum, facts
from pypdf import PdfReader
from records.domain.made_statement import SIGNER, content, statement

from workbench.publishing.domain.moves import Stay
from workbench.records.domain import content as c
from workbench.records.domain.canonical import canonical
from workbench.records.domain.drafting import Names, drafted, gates_of
from workbench.records.domain.overtaken import changes
from workbench.records.domain.table import record_table
from workbench.records.files import files_of_statement

DAY, LATER = date(2026, 3, 2), date(2026, 9, 1)
VERSIONS = (
    c.VersionLine(key="dit", version="2025.1", since=DAY, until=LATER),
    c.VersionLine(key="dit", version="2026.1", since=LATER, until=None),
)


def versions_of(*stays):
    asked, known = curriculum(HOURS), facts()
    [gate] = gates_of(asked, known, on=TODAY)
    names = Names(holder="D", provider="H", curriculum_digest="0" * 64, stays=stays)
    return drafted(asked, known, gate, names, on=TODAY).versions


def test_one_version_all_the_time_is_said_once():
    assert versions_of() == ()
    assert versions_of(Stay("dit", "2026.1", DAY, None)) == ()


def test_every_version_of_a_training_that_was_moved_is_named():
    assert (
        versions_of(Stay("dit", "2025.1", DAY, LATER), Stay("dit", "2026.1", LATER, None))
        == VERSIONS
    )


def test_what_was_issued_before_keeps_its_bytes():
    assert b"versions" not in canonical(content())
    assert b"2025.1" in canonical(content(versions=VERSIONS))


def test_the_table_and_the_paper_name_them():
    said = statement(content=content(versions=VERSIONS))
    files = {file.name.rpartition(".")[2]: file for file in files_of_statement(said, SIGNER)}

    assert '"dit","2025.1","2026-03-02","2026-09-01"' in record_table(said, "f").decode()
    assert "2025.1" not in record_table(statement(), "f").decode()
    pdf = PdfReader(BytesIO(files["pdf"].content))
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "Curriculum versions" in text
    assert "2025.1" in text


def test_a_move_after_the_issue_is_a_difference():
    moved = c.CurriculumLine(
        key="dit", version="2027.1", title="DIT", treatment="DIT", body="B", digest="0" * 64
    )

    [change] = changes(content(), content(curriculum=moved))

    assert (change.what, change.was, change.now) == ("Curriculum", "DIT, 2026.1", "DIT, 2027.1")
