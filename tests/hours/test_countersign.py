"""Countersigning several entries with one signature; asking about one; sending one back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from workbench.clock import now
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import Countersignature, HoursEntry, Verdict
from workbench.training.models import Role


@pytest.fixture
def supervised(make):
    return make.supervision(make.enrolment())


def sign(*entries):
    picked = [f"{entry.id}:{entry.version}" for entry in entries]
    return {"pick": picked, "said": str(len(picked)), "do": "sign"}


def standing_of(db, entry):
    db.commit()
    db.refresh(entry)
    return entry.standing


def test_several_entries_are_countersigned_with_one_signature(db, make, signed_in, supervised):
    enrolment, supervisor = supervised.enrolment, supervised.supervisor
    make.membership(Role.SUPERVISOR, enrolment.provider, supervisor, registration="HCPC PYL00000")
    entries = [make.entry(enrolment, minutes=50 + n) for n in range(3)]

    status, page = signed_in(supervisor).submit("/hours/countersign", sign(*entries))

    assert status == 200
    assert "Countersigned 3 entries, 2.5 h." in page.text
    assert {standing_of(db, entry) for entry in entries} == {Standing.COUNTERSIGNED}
    [signature] = db.scalars(select(Countersignature))
    assert signature.registration == "HCPC PYL00000"
    assert "these 3 entries are a true account" in signature.statement
    assert {entry.countersignature_id for entry in entries} == {signature.id}
    assert len(signature.digest) == 64


def test_an_entry_that_changed_meanwhile_is_named_and_left(db, make, signed_in, supervised):
    stays, goes = [make.entry(supervised.enrolment, minutes=n) for n in (50, 60)]
    form = sign(stays, goes)
    stays.minutes = 55
    db.commit()

    _, page = signed_in(supervised.supervisor).submit("/hours/countersign", form)

    assert "Left, because they changed after you opened the page: 2 Mar." in page.text
    assert standing_of(db, stays) is Standing.SUBMITTED
    assert standing_of(db, goes) is Standing.COUNTERSIGNED


def test_a_second_signature_is_refused_in_words(db, make, signed_in, supervised):
    entry = make.entry(supervised.enrolment)
    browser, form = signed_in(supervised.supervisor), sign(entry)
    browser.post("/hours/countersign", form)

    response = browser.post("/hours/countersign", form)

    assert response.status_code == 409
    assert "Nothing was signed" in response.text
    assert len(db.scalars(select(Countersignature)).all()) == 1


def test_the_statement_is_shown_first_where_the_count_differs(db, make, signed_in, supervised):
    entry = make.entry(supervised.enrolment)

    status, page = signed_in(supervised.supervisor).submit(
        "/hours/countersign", sign(entry) | {"said": "5"}
    )

    assert status == 200
    assert page.h1.text == "Countersign one entry"
    assert "this entry is a true account" in page.text
    assert standing_of(db, entry) is Standing.SUBMITTED


def test_nothing_picked_signs_nothing(make, signed_in, supervised):
    make.entry(supervised.enrolment)

    status, page = signed_in(supervised.supervisor).submit("/hours/countersign", {"said": "1"})

    assert (status, page.h1.text) == (200, "Nothing is picked")


@pytest.mark.parametrize("who", ["trainee", "peer", "other_supervisor", "administrator", "former"])
def test_nobody_else_countersigns(db, make, signed_in, supervised, who):
    entry = make.entry(supervised.enrolment)
    enrolment = supervised.enrolment
    people = {
        "trainee": lambda: enrolment.trainee,
        "peer": lambda: make.enrolment(cohort=enrolment.cohort).trainee,
        "other_supervisor": lambda: make.supervision(make.enrolment()).supervisor,
        "administrator": lambda: make.administrator(enrolment.provider),
        "former": lambda: (
            make.supervision(enrolment, ended_on=now().date() - timedelta(days=1)).supervisor
        ),
    }

    response = signed_in(people[who]()).post("/hours/countersign", sign(entry))

    assert response.status_code == 409
    assert standing_of(db, entry) is Standing.SUBMITTED


def test_nobody_signs_their_own_whatever_else_they_are(db, make, signed_in):
    person = make.person()
    enrolment = make.enrolment(trainee=person, supervisor=person)
    make.membership(provider=enrolment.provider, person=person)
    entry = make.entry(enrolment)
    browser = signed_in(person)

    assert browser.post("/hours/countersign", sign(entry)).status_code == 409
    assert browser.post(f"/hours/entries/{entry.id}/query").status_code == 403
    assert browser.post(f"/hours/entries/{entry.id}/return").status_code == 403
    assert standing_of(db, entry) is Standing.SUBMITTED


def test_a_signature_is_taken_back_within_its_minute(db, make, signed_in, supervised):
    entry = make.entry(supervised.enrolment)
    browser = signed_in(supervised.supervisor)
    browser.post("/hours/countersign", sign(entry))
    [signature] = db.scalars(select(Countersignature))

    status, page = browser.submit(f"/hours/signatures/{signature.id}/undo")

    assert status == 200
    assert "one entry waits again" in page.text
    assert standing_of(db, entry) is Standing.SUBMITTED
    assert browser.post(f"/hours/signatures/{signature.id}/undo").status_code == 409


def test_after_its_minute_a_signature_stands(db, make, signed_in, supervised):
    entry = make.entry(supervised.enrolment)
    browser = signed_in(supervised.supervisor)
    browser.post("/hours/countersign", sign(entry))
    [signature] = db.scalars(select(Countersignature))
    signature.signed_at -= timedelta(seconds=61)
    db.commit()

    response = browser.post(f"/hours/signatures/{signature.id}/undo")

    assert response.status_code == 409
    assert "so it stands" in response.text
    assert standing_of(db, entry) is Standing.COUNTERSIGNED


def test_a_signature_is_undone_by_its_signer_only(db, make, signed_in, supervised):
    entry = make.entry(supervised.enrolment)
    signed_in(supervised.supervisor).post("/hours/countersign", sign(entry))
    [signature] = db.scalars(select(Countersignature))
    second = make.supervision(supervised.enrolment, make.person("Dr Ruth Adeyemi")).supervisor

    response = signed_in(second).post(f"/hours/signatures/{signature.id}/undo")

    assert response.status_code == 404


@pytest.mark.parametrize(
    ("deed", "standing", "kind"),
    [
        ("query", Standing.QUERIED, VerdictKind.QUERY),
        ("return", Standing.RETURNED, VerdictKind.RETURN),
    ],
)
def test_each_verdict_is_the_entrys_own(db, make, signed_in, supervised, deed, standing, kind):
    asked, other = make.entry(supervised.enrolment), make.entry(supervised.enrolment)

    response = signed_in(supervised.supervisor).post(
        f"/hours/entries/{asked.id}/{deed}",
        {"words": "Which supervisor covered the 3rd?", "version": str(asked.version)},
    )

    assert response.status_code == 303
    assert standing_of(db, asked) is standing
    assert standing_of(db, other) is Standing.SUBMITTED
    [verdict] = db.scalars(select(Verdict))
    assert (verdict.kind, verdict.entry_id) == (kind, asked.id)


@pytest.mark.parametrize("deed", ["query", "return"])
@pytest.mark.parametrize(
    ("words", "told"), [("", "Write your question|Say why"), ("x" * 501, "501 characters")]
)
def test_words_are_asked_for_and_kept_within_their_limit(
    db, make, signed_in, supervised, deed, words, told
):
    entry = make.entry(supervised.enrolment)

    status, page = signed_in(supervised.supervisor).submit(
        f"/hours/entries/{entry.id}/{deed}", {"words": words, "version": str(entry.version)}
    )

    assert status == 409
    assert any(one in page.select_one("#words-error").text for one in told.split("|"))
    assert page.select_one("#words").text.strip() == words
    assert standing_of(db, entry) is Standing.SUBMITTED


@pytest.mark.parametrize("deed", ["query", "return"])
def test_a_verdict_on_an_entry_that_changed_meanwhile_is_not_sent(
    db, make, signed_in, supervised, deed
):
    entry = make.entry(supervised.enrolment)
    entry.minutes = 55
    db.commit()

    response = signed_in(supervised.supervisor).post(
        f"/hours/entries/{entry.id}/{deed}", {"words": "Why?", "version": "1"}
    )

    assert response.status_code == 409
    assert "Why?" in response.text
    assert standing_of(db, entry) is Standing.SUBMITTED


@pytest.mark.parametrize("deed", ["query", "return"])
@pytest.mark.parametrize(
    ("who", "status"), [("trainee", 403), ("administrator", 403), ("stranger", 404)]
)
def test_nobody_else_gives_a_verdict(make, signed_in, supervised, deed, who, status):
    entry = make.entry(supervised.enrolment)
    people = {
        "trainee": lambda: supervised.enrolment.trainee,
        "administrator": lambda: make.administrator(supervised.enrolment.provider),
        "stranger": make.person,
    }

    response = signed_in(people[who]()).post(f"/hours/entries/{entry.id}/{deed}")

    assert response.status_code == status


def test_the_inbox_picks_what_is_plain_and_flags_what_is_odd(make, signed_in, supervised):
    plain = make.entry(supervised.enrolment, minutes=50, logged_at=now(), worked_on=now().date())
    long = make.entry(supervised.enrolment, minutes=540, logged_at=now(), worked_on=now().date())

    page = signed_in(supervised.supervisor).open("/hours/waiting")

    picked = {box["value"] for box in page.select("input[name=pick][checked]")}
    assert picked == {f"{plain.id}:{plain.version}"}
    assert f"{long.id}:{long.version}" not in picked
    assert "Longer than 4 h" in page.select_one(".odd").text
    assert "this entry is a true account" in page.select_one(".statement").text


def test_asking_opens_a_place_for_words_in_the_row(make, signed_in, supervised):
    entry = make.entry(supervised.enrolment)
    browser = signed_in(supervised.supervisor)

    status, page = browser.submit("/hours/countersign", sign(entry) | {"query": str(entry.id)})

    assert status == 200
    assert "Your question to Mina" in page.select_one(".ask label").text
    assert browser.post("/hours/countersign", {"query": "999999"}).status_code == 404
    assert browser.post("/hours/countersign", {"return": "x"}).status_code == 404


def test_an_empty_inbox_says_what_was_signed_last(make, signed_in, supervised):
    entry = make.entry(supervised.enrolment)
    browser = signed_in(supervised.supervisor)
    assert "Countersign" in browser.open("/hours/waiting").text
    browser.post("/hours/countersign", sign(entry))

    page = browser.open("/hours/waiting")

    assert "Last countersigned" in page.text


def test_an_entry_number_that_is_none_is_ignored(db, make, signed_in, supervised):
    response = signed_in(supervised.supervisor).post(
        "/hours/countersign", {"pick": ["x:y", "1", "99999999999:1"], "said": "0"}
    )

    assert response.status_code == 409
    assert db.scalars(select(HoursEntry)).all() == []


def test_what_waits_is_read_in_few_statements_however_much_it_is(
    app, make, signed_in, supervised, statements
):
    for number in range(30):
        make.entry(supervised.enrolment, minutes=30 + number)
    browser = signed_in(supervised.supervisor)

    with statements() as seen:
        browser.get("/hours/waiting")

    assert len(seen) <= 7, seen
