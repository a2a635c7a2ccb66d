"""A trainee takes everything with them."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import msgspec
from click.testing import CliRunner
from markupsafe import escape
from records.conftest import AT

from workbench.cli import main
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import Verdict
from workbench.progress.domain.facts import Facts
from workbench.progress.facts import facts_of


def taken(browser):
    response = browser.get("/records/archive.zip")
    assert response.status_code == 200
    return ZipFile(BytesIO(response.data))


def test_the_archive_holds_all_facts_and_reads_back(qualified, signed_in, db):
    enrolment, _ = qualified()

    archive = taken(signed_in(enrolment.trainee))

    [name] = [name for name in archive.namelist() if name.endswith("facts.json")]
    facts = msgspec.json.decode(archive.read(name), type=Facts)
    assert facts == facts_of(db, enrolment)
    findings = json.loads(archive.read(name.replace("facts", "findings")))
    assert [gate["is_met"] for gate in findings["gates"]] == [True, False]


def test_the_facts_of_an_archive_are_evaluated_as_the_page_evaluates_them(
    qualified, signed_in, tmp_path
):
    enrolment, _ = qualified()
    archive = taken(signed_in(enrolment.trainee))
    [name] = [name for name in archive.namelist() if name.endswith("facts.json")]
    found = json.loads(archive.read(name.replace("facts", "findings")))
    file = tmp_path / "facts.json"
    file.write_bytes(archive.read(name))
    words = ["--curriculum", "dit-practitioner-5day-uk", "--facts", str(file), "--on", found["on"]]

    answer = CliRunner().invoke(main, ["progress", "evaluate", *words, "--json"])

    assert json.loads(answer.stdout) == found
    page = signed_in(enrolment.trainee).open("/").text
    for gate in found["gates"]:
        for one in gate["requirements"]:
            assert escape(one["title"]) in page
    assert escape(found["gates"][0]["requirements"][0]["explanation"]) in page


def test_the_words_of_others_stay_behind(make, signed_in, db):
    enrolment = make.enrolment()
    entry = make.entry(enrolment, standing=Standing.QUERIED)
    supervisor = make.person("Dr Anwar Ahmed")
    db.add(
        Verdict(entry=entry, author=supervisor, kind=VerdictKind.QUERY, words="canary-words", at=AT)
    )
    db.commit()
    assert facts_of(db, enrolment).entries[0].note == "canary-words"

    archive = taken(signed_in(enrolment.trainee))

    assert not [name for name in archive.namelist() if b"canary" in archive.read(name)]


def test_the_hours_table_never_calculates(make, signed_in):
    enrolment = make.enrolment()
    session = make.therapy_session(make.case(enrolment, code="=1+1"))
    make.entry(enrolment, activity="dit_therapy", therapy_session=session, minutes=50)

    archive = taken(signed_in(enrolment.trainee))

    [name] = [name for name in archive.namelist() if name.endswith("hours.csv")]
    table = list(csv.reader(StringIO(archive.read(name).decode("utf-8-sig"))))
    assert table[1][5] == "'=1+1"


def test_every_enrolment_of_the_trainee_is_in_it_and_nobody_elses(make, signed_in, issued):
    record, _ = issued()
    trainee = record.enrolment.trainee
    make.enrolment(trainee=trainee)
    make.entry(make.enrolment(trainee=make.person("Ines Okafor")))

    archive = taken(signed_in(trainee))

    assert len([name for name in archive.namelist() if name.endswith("facts.json")]) == 2
    assert len([name for name in archive.namelist() if record.number in name]) == 3


def test_a_programme_that_ended_can_still_be_taken(make, signed_in):
    enrolment = make.enrolment()
    enrolment.ended_on = enrolment.started_on
    make.db.commit()
    browser = signed_in(enrolment.trainee)

    assert "Download the archive" in browser.open("/records/archive").text
    assert any(name.endswith("facts.json") for name in taken(browser).namelist())


def test_somebody_without_a_programme_takes_nothing(make, signed_in):
    browser = signed_in(make.membership().person)

    assert "Nothing to take yet" in browser.open("/records/archive").text
    assert taken(browser).namelist() == ["README.txt"]


def test_the_archive_asks_who_it_is(anonymous):
    assert anonymous.get("/records/archive.zip").status_code == 303
