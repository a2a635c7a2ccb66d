"""One's own account: settings, password, browsers, one-time links."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from support.make import PASSWORD

from workbench.accounts.commands import make_password_link, open_web_session
from workbench.accounts.domain.browsers import browser_name
from workbench.accounts.domain.passwords import WeakPassword, accepted
from workbench.accounts.models import Person, WebSession
from workbench.clock import now

NEW = "seven lanterns by the quiet harbour"
HOUR = timedelta(hours=1)


def test_name_zone_and_shortcuts_are_kept(make, signed_in):
    browser = signed_in(make.person())

    status, page = browser.submit("/account", {"name": "Mina P.", "zone": "Pacific/Auckland"})

    assert status == 200
    assert page.select_one("#name")["value"] == "Mina P."
    assert page.select_one("option[selected]")["value"] == "Pacific/Auckland"
    assert page.html["data-shortcuts"] == "off"


@pytest.mark.parametrize("bad", [{"name": ""}, {"zone": "Mars/Olympus"}, {"name": "x" * 121}])
def test_what_cannot_be_kept_is_told(make, signed_in, bad):
    data = {"name": "Mina", "zone": "Europe/London"} | bad

    status, page = signed_in(make.person()).submit("/account", data)

    assert status == 422
    assert page.select_one(".summary")


def test_a_changed_password_signs_every_other_browser_out(make, signed_in):
    person = make.person()
    here, elsewhere = signed_in(person), signed_in(person)

    response = here.post("/account/password", {"present": PASSWORD, "password": NEW})

    assert response.status_code == 303
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303
    signing_in = elsewhere.post("/sign-in", {"email": person.email, "password": NEW})
    assert signing_in.status_code == 303


@pytest.mark.parametrize(
    ("present", "new", "words"),
    [("wrong", NEW, "not the password you have"), (PASSWORD, "short", "at least 12")],
)
def test_a_password_that_cannot_change_is_told(make, signed_in, present, new, words):
    status, page = signed_in(make.person()).submit(
        "/account/password", {"present": present, "password": new}
    )

    assert status in {409, 422}
    assert words in page.text
    assert PASSWORD not in str(page)


def test_one_other_browser_is_signed_out(db, make, signed_in):
    person = make.person()
    here, elsewhere = signed_in(person), signed_in(person)
    page = here.open("/account")

    here.post(page.select_one("form[action*='/account/browsers/']")["action"])

    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303


def test_nobody_signs_out_anothers_browser(db, make, signed_in):
    other = signed_in(make.person("Hana Brandt"))
    name = db.scalar(select(WebSession.token_hash))

    signed_in(make.person()).post(f"/account/browsers/{name}/end")

    assert other.get("/account").status_code == 200


def test_signing_out_everywhere_ends_every_browser(make, signed_in):
    person = make.person()
    here, elsewhere = signed_in(person), signed_in(person)

    here.post("/sign-out/everywhere")

    assert {here.get("/account").status_code, elsewhere.get("/account").status_code} == {303}


def test_signing_in_again_ends_what_the_browser_carried(db, make, signed_in):
    person = make.person()
    browser = signed_in(person)
    before = db.scalar(select(WebSession.token_hash))

    browser.post("/sign-in", {"email": person.email, "password": PASSWORD})

    db.rollback()
    [after] = db.scalars(select(WebSession.token_hash))
    assert after != before


def test_expired_web_sessions_are_swept_away(db, make):
    person = make.person()
    open_web_session(db, person, shared=True, browser="", at=now() - timedelta(days=1))
    open_web_session(db, person, shared=False, browser="", at=now())

    assert db.scalar(select(func.count()).select_from(WebSession)) == 1


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", ""]
)
def test_signing_in_leads_nowhere_else(make, anonymous, target):
    person = make.person()

    response = anonymous.post(
        "/sign-in",
        {"email": person.email, "password": PASSWORD},
        query_string={"next": target},
    )

    assert response.location == "/"


def test_a_disabled_account_is_told_no_more_than_a_wrong_password(db, make, anonymous):
    person = make.person(disabled_at=now())

    status, page = anonymous.submit("/sign-in", {"email": person.email, "password": PASSWORD})

    assert status == 422
    assert "do not go together" in page.text


def test_the_help_page_says_what_to_do(anonymous):
    assert "administrator" in anonymous.open("/sign-in/help").text


@pytest.fixture
def link(db, make):
    person = make.person()
    token = make_password_link(db, person, lasts=HOUR, at=now())
    db.commit()
    return person, f"/new-password/{token}"


def test_a_link_sets_a_new_password_once_and_signs_out_everywhere(link, anonymous, signed_in):
    person, path = link
    elsewhere = signed_in(person)
    anonymous.open(path)

    response = anonymous.post(path, {"password": NEW})

    assert response.status_code == 303
    assert elsewhere.get("/account").status_code == 303
    anonymous.open(path, status=404)
    assert anonymous.post("/sign-in", {"email": person.email, "password": NEW}).status_code == 303


def test_a_weak_new_password_is_refused_and_the_link_still_works(link, anonymous):
    _, path = link

    status, _ = anonymous.submit(path, {"password": "short"})

    assert status == 409
    assert anonymous.get(path).status_code == 200


def test_a_newer_link_makes_the_older_one_worthless(db, link, anonymous):
    person, path = link
    make_password_link(db, person, lasts=HOUR, at=now())
    db.commit()

    assert anonymous.get(path).status_code == 404


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox on Linux",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("curl/8", "A browser"),
    ],
)
def test_a_browser_is_called_by_what_it_says(agent, name):
    assert browser_name(agent) == name


@pytest.mark.parametrize("password", ["short", "x" * 201, "password1234"])
def test_a_password_that_is_easily_guessed_is_refused(password):
    with pytest.raises(WeakPassword):
        accepted(password, known=())


def test_nobody_has_an_account_from_the_start(db):
    assert db.scalar(select(func.count()).select_from(Person)) == 0
