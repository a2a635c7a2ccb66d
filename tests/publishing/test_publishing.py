"""Publishing freezes a draft: it is found by its provider, by nobody else, and never changes."""

import pytest
from publishing.conftest import SMALL, of_version
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from support.statements import counted

from workbench.audit.models import AuditLine
from workbench.curricula.library import digest
from workbench.publishing.models import PublishedCurriculum


def rows(db):
    db.rollback()
    return db.scalars(select(PublishedCurriculum).order_by(PublishedCurriculum.id)).all()


def test_a_draft_is_published_and_frozen(db, desk, provider, publish, drafts):
    where = publish()

    [row] = rows(db)
    page = desk.open(where)
    assert drafts() == []
    assert (row.key, row.version, row.title) == ("small", "2026.1", "Small")
    assert row.digest in page.text
    assert "Published by Harbour Institute" in page.text
    line = db.scalars(select(AuditLine).where(AuditLine.deed == "curricula.publish")).one()
    assert line.details == {"version": "2026.1", "digest": row.digest}
    assert line.provider_id == provider.id


def test_the_digest_is_that_of_the_file_which_says_published(db, desk, publish):
    where = publish()

    content = desk.get(where.replace("?", "/file.toml?")).data

    [row] = rows(db)
    assert digest(content) == row.digest
    assert content.decode() == SMALL.replace('status = "draft"', 'status = "published"')


def test_a_published_version_cannot_be_rewritten_or_removed(db, publish):
    publish()

    for statement in (
        "UPDATE published_curricula SET title = 'Other'",
        "DELETE FROM published_curricula",
    ):
        with pytest.raises(DBAPIError, match="never changes"):
            db.execute(text(statement))
        db.rollback()


def test_the_second_of_two_clicks_does_nothing(desk, drafted, db):
    draft = drafted()
    path = f"/curricula/drafts/{draft.id}/publish"
    desk.open(f"/curricula/drafts/{draft.id}")

    first, second = (desk.post(path, {"revision": draft.revision}) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 404)
    assert len(rows(db)) == 1


@pytest.mark.parametrize("seen", ["", "0", "7", "x"])
def test_what_was_saved_after_one_looked_is_not_published(desk, drafted, db, seen):
    draft = drafted()

    status, page = desk.submit(f"/curricula/drafts/{draft.id}/publish", {"revision": seen})

    assert status == 409
    assert "saved again after you looked" in page.text
    assert rows(db) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("format = 1\n", "does not check clean"),
        (of_version("2026.1", key="dit-practitioner-5day-uk"), "is a curriculum that is shipped"),
        (of_version("2026.1", "2025.1"), "no version 2025.1 of it is published here"),
        (SMALL.replace('status = "draft"', 'status = "withdrawn"'), "expected draft or published"),
        (of_version("2026." + "1" * 20), "version: expected at most 20 characters"),
        (of_version("2026.1", key="s" * 81), "key: expected at most 80 characters"),
    ],
)
def test_a_draft_that_does_not_check_clean_is_not_published(desk, drafted, db, content, words):
    draft = drafted(content)

    status, page = desk.submit(
        f"/curricula/drafts/{draft.id}/publish", {"revision": draft.revision}
    )

    assert status == 409
    assert words in page.select_one("main").get_text(" ", strip=True).replace(" :", ":")
    assert rows(db) == []


@pytest.mark.parametrize(
    ("version", "succeeds", "words"),
    [
        ("2026.9", "2026.9", "a version cannot succeed itself"),
        ("2026.9", None, "2026.9 is published already, and never changes"),
        ("2026.8", "2026.9", "2026.9 is published already, and never changes"),
        ("2026.10", None, "expected “2026.9”, the newest version that is published"),
    ],
)
def test_a_change_is_a_later_version_that_succeeds(
    desk, drafted, publish, version, succeeds, words
):
    publish(of_version("2026.9"))
    draft = drafted(of_version(version, succeeds))

    assert words in desk.open(f"/curricula/drafts/{draft.id}").text


def test_ten_comes_after_nine(desk, publish, db):
    publish(of_version("2026.9"))
    publish(of_version("2026.10", "2026.9"))

    assert [row.version for row in rows(db)] == ["2026.9", "2026.10"]


@pytest.fixture
def cohort(make, provider, publish):
    publish()
    return make.cohort(provider, ("small", "2026.1"))


def test_a_cohort_is_made_on_a_version_of_the_provider(desk, provider, publish):
    publish()
    data = {"name": "2027a", "curriculum": "small/2026.1", "starts_on": "2027-01-11"}

    status, page = desk.submit(f"/providers/{provider.id}/cohorts/new", data)

    assert status == 200
    link = page.find("a", string="Small, 2026.1")
    assert "Small therapy" in desk.open(link["href"]).text


def test_its_trainees_log_and_see_what_it_asks(make, cohort, signed_in):
    enrolment = make.enrolment(cohort=cohort)
    browser = signed_in(enrolment.trainee)

    assert "Ten hours" in browser.open(f"/enrolments/{enrolment.id}/requirements/done/hours").text
    assert "Assessment" in browser.open(f"/enrolments/{enrolment.id}/hours/new").text
    assert "Small" in browser.open("/").text


def test_a_home_page_costs_no_statement_more(make, cohort, signed_in):
    theirs, shipped = make.enrolment(cohort=cohort), make.enrolment()
    costs = []
    for enrolment in (theirs, shipped):
        browser = signed_in(enrolment.trainee)
        browser.open("/")
        with counted() as sent:
            browser.open("/")
        costs.append(len(sent))

    assert costs[0] == costs[1]
    assert costs[0] <= 6


def test_another_provider_neither_sees_nor_uses_it(make, cohort, signed_in, provider):
    other = make.provider(name="Quay School")
    stranger = signed_in(make.administrator(other))
    query = f"?provider={provider.id}"
    data = {"name": "2027a", "curriculum": "small/2026.1", "starts_on": "2027-01-11"}

    for path in ("", "/case.json", "/file.toml"):
        assert stranger.get(f"/curricula/small/2026.1{path}{query}").status_code == 404
    assert "Small" not in stranger.open("/curricula").text
    assert stranger.post(f"/providers/{other.id}/cohorts/new", data).status_code == 422


def test_two_providers_may_publish_under_one_name_and_each_has_its_own(
    make, db, signed_in, publish, administrator, drafted, desk
):
    publish()
    other = make.provider(name="Quay School")
    make.membership(provider=other, person=administrator)
    draft = drafted(SMALL.replace("Small therapy", "Quay therapy"), provider=other)
    desk.post(f"/curricula/drafts/{draft.id}/publish", {"revision": draft.revision})
    cohorts = [make.cohort(row.provider, ("small", "2026.1")) for row in rows(db)]

    for cohort, words in zip(cohorts, ("Small therapy", "Quay therapy"), strict=True):
        page = desk.open(f"/curricula/small/2026.1?provider={cohort.provider_id}")
        assert words in page.text
        enrolment = make.enrolment(cohort=cohort)
        assert "Small" in signed_in(enrolment.trainee).open("/").text


@pytest.mark.parametrize("provider_named", ["", "?provider=x", f"?provider={10**30}"])
def test_a_provider_that_is_none_is_not_there(desk, publish, provider_named):
    publish()
    status = 200 if not provider_named else 404

    assert desk.get(f"/curricula/small/2026.1{provider_named}").status_code == status


def test_everybody_with_a_role_there_reads_it(make, cohort, signed_in, provider):
    enrolment = make.enrolment(cohort=cohort)
    member = make.membership("supervisor", provider=provider).person
    supervisor = make.supervision(enrolment).supervisor

    for person in (enrolment.trainee, supervisor, member):
        assert "Small therapy" in signed_in(person).open("/curricula/small/2026.1").text
    assert signed_in(make.person()).get("/curricula/small/2026.1").status_code == 404


def test_the_case_package_of_a_provider_has_identifiers_of_its_own(desk, publish, signed_in):
    where = publish()

    answer = desk.get(where.replace("?", "/case.json?"))

    assert answer.mimetype == "application/json"
    assert answer.json["CFDocument"]["title"] == "Small"
    assert 'filename="small-2026.1.case.json"' in answer.headers["Content-Disposition"]
