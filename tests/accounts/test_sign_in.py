"""Signing in and out."""

from support.make import PASSWORD


def test_a_person_signs_in_and_comes_to_their_home_page(make, anonymous):
    person = make.person()

    response = anonymous.post("/sign-in", {"email": person.email.upper(), "password": PASSWORD})

    assert (response.status_code, response.location) == (303, "/")
    assert anonymous.open("/").select_one(".who").text.strip() == person.name


def test_a_wrong_password_is_told_and_the_address_stays(make, anonymous):
    person = make.person()

    status, page = anonymous.submit("/sign-in", {"email": person.email, "password": "wrong"})

    assert status == 422
    assert "do not go together" in page.text
    assert page.select_one("#email")["value"] == person.email


def test_two_clients_are_two_people(make, signed_in, anonymous):
    signed_in(make.person("Mina Parry")).open("/")

    response = anonymous.get("/")

    assert response.status_code == 303
    assert response.location.startswith("/sign-in")


def test_signing_out_ends_the_web_session(make, signed_in):
    browser = signed_in(make.person())

    browser.post("/sign-out")

    assert browser.get("/").status_code == 303


def test_a_disabled_person_is_signed_out_at_once(db, make, signed_in):
    person = make.person()
    browser = signed_in(person)
    person.disabled_at = person.created_at
    db.commit()

    assert browser.get("/").status_code == 303
