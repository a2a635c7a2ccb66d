"""After a move the record, the archive and a page name every version that there was."""

from io import BytesIO
from zipfile import ZipFile

from publishing.test_moving import previewed
from sqlalchemy import update

from workbench.publishing.models import VersionMove


def test_the_record_names_every_version(desk, trainee):
    enrolment = trainee()
    path = f"/enrolments/{enrolment.id}/version"
    before = desk.open(f"/enrolments/{enrolment.id}/record").text

    desk.post(path, previewed(desk, path, "small/2026.3")[1])

    versions = desk.open(f"/enrolments/{enrolment.id}/record").select("[aria-labelledby=versions]")
    assert "Curriculum versions" not in before
    assert "2026.1" in versions[0].text
    assert "2026.3" in versions[0].text


def test_a_version_that_is_nowhere_to_be_had_is_named_by_its_key(db, desk, trainee):
    enrolment = trainee()
    path = f"/enrolments/{enrolment.id}/version"
    desk.post(path, previewed(desk, path, "small/2026.3")[1])
    db.rollback()
    db.execute(update(VersionMove).values(from_key="lost"))
    db.commit()

    rows = desk.open(f"/enrolments/{enrolment.id}/versions").select("tbody tr")

    assert rows[0].select("a") == []
    assert "lost" in rows[0].text


def test_the_archive_names_the_version_before(desk, trainee, signed_in):
    enrolment = trainee()
    path = f"/enrolments/{enrolment.id}/version"
    mine = signed_in(enrolment.trainee)

    def told():
        with ZipFile(BytesIO(mine.get("/records/archive.zip").data)) as archive:
            return archive.read("1-small/curriculum.txt").decode().splitlines()

    assert len(told()) == 2
    desk.post(path, previewed(desk, path, "small/2026.3")[1])

    assert told()[0] == "small 2026.3"
    assert told()[2].startswith("before: small 2026.1, from 2026-03-02 until ")
