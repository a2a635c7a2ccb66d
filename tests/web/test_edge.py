"""What every request is held to before any view sees it, and what every answer carries."""

import pytest
from support.pages import hold_to_the_rules

from workbench.web.limits import BODY_BYTES, FORM_PARTS


@pytest.fixture
def browser(make, signed_in):
    return signed_in(make.person())


@pytest.mark.parametrize("bad", ["a\x00b", "\x00"])
def test_a_nul_byte_in_a_form_is_a_clear_400(browser, bad):
    response = browser.post("/account", {"name": bad, "zone": "Europe/London"})

    assert response.status_code == 400
    assert "cannot be kept" in response.text


def test_what_was_typed_is_given_back_without_what_cannot_be_kept(browser):
    long = "She says that she copes, and looks away."
    sent = {"name": f"{long}\x00", "password": "quiet harbour lantern", "q": "50"}

    page = hold_to_the_rules(browser.post("/account", sent).text)

    assert [area.text for area in page.select("textarea")] == [long]
    assert page.select_one("label[for=typed-1]").text == "What you typed: Name"
    assert "lantern" not in page.text


def test_a_form_without_its_mark_gives_back_what_was_typed(browser):
    words = "A note that took a while to write, and is not lost."

    response = browser.client.post("/account", data={"name": words})

    assert response.status_code == 400
    assert words in hold_to_the_rules(response.text).select_one("textarea").text


@pytest.mark.parametrize("path", ["/people?q=%00", "/people?%00=x", "/sign-in?next=/%00"])
def test_a_nul_byte_in_an_address_is_a_clear_400(browser, path):
    assert browser.get(path).status_code == 400


def test_half_a_symbol_never_reaches_the_database(browser):
    token = browser._token  # noqa: SLF001 - what every form of a test carries
    body = f"csrf_token={token}&name=%ED%A0%80&zone=Europe%2FLondon"

    response = browser.client.post(
        "/account", data=body, content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code in {303, 400}


@pytest.mark.parametrize("path", ["/invitations/%00", "/new-password/%00", "/nowhere/%00"])
def test_a_nul_byte_in_a_path_is_a_clear_400_or_404(browser, path):
    assert browser.get(path).status_code in {400, 404}


def test_a_body_over_its_size_is_a_413_page(browser):
    response = browser.client.post("/account", data={"name": "x" * (BODY_BYTES + 1)})

    assert response.status_code == 413
    assert "too large" in response.text


def test_too_many_parts_are_a_413_page(browser):
    body = {f"part{number}": "x" for number in range(FORM_PARTS + 1)}

    response = browser.client.post("/account", data=body, content_type="multipart/form-data")

    assert response.status_code == 413


@pytest.mark.parametrize("number", ["0", "999999999", "99999999999999999999"])
def test_a_number_that_names_no_row_is_not_there(browser, number):
    assert browser.get(f"/enrolments/{number}/arrangements").status_code == 404


@pytest.mark.parametrize("digits", ["٣٤", "\uff11\uff12", "৫"])
def test_a_row_has_one_address_in_plain_digits(make, signed_in, digits):
    enrolment = make.enrolment(id=int(digits))
    browser = signed_in(enrolment.trainee)

    assert browser.get(f"/enrolments/{digits}").status_code == 404
    assert browser.get(f"/enrolments/{enrolment.id}").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_what_another_site_sends_is_refused(browser, headers):
    response = browser.post("/sign-out", headers=headers)

    assert response.status_code == 403
    assert browser.get("/account").status_code == 200


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}]
)
def test_what_our_own_pages_send_is_done(browser, headers):
    assert browser.post("/sign-out", headers=headers).status_code == 303


@pytest.mark.parametrize("data", [{}, {"csrf_token": "noise"}])
def test_a_form_without_its_token_is_not_done(browser, data):
    response = browser.client.post("/sign-out", data=data)

    assert response.status_code == 400
    assert "was not done" in response.text
    assert browser.get("/account").status_code == 200


def test_a_token_of_another_browser_is_not_taken(make, browser, signed_in):
    token = signed_in(make.person("Hana Brandt"))._token  # noqa: SLF001 - as above

    response = browser.client.post("/sign-out", data={"csrf_token": token})

    assert response.status_code == 400


@pytest.mark.parametrize("path", ["/sign-out", "/sign-out/everywhere", "/theme"])
def test_reading_changes_nothing(browser, path):
    page = browser.open(path, status=405)

    assert page.h1.text == "This address cannot be opened like that"


def test_an_address_names_the_methods_that_it_takes(browser):
    response = browser.get("/sign-out")

    assert set(response.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_who_is_not_signed_in_any_more_is_told_so_when_they_send(anonymous):
    response = anonymous.post("/sign-out")

    assert response.status_code == 401
    assert hold_to_the_rules(response.text).h1.text == "Sign in first"
    assert "nothing was done" in response.text


@pytest.mark.parametrize(
    "path", ["/account", "/sign-in", "/nowhere", "/static/css/base.css", "/enrolments/1/end"]
)
def test_every_answer_carries_the_headers_of_safety(browser, path):
    with browser.get(path) as response:
        headers = response.headers

    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert ("no-store" in headers.get("Cache-Control", "")) == (not path.startswith("/static"))


def test_the_cookie_is_for_the_server_alone(make, anonymous):
    page = anonymous.get("/sign-in")

    assert "HttpOnly" in page.headers["Set-Cookie"]
    assert "SameSite=Lax" in page.headers["Set-Cookie"]
