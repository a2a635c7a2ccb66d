"""A provider drafts a curriculum: copied or brought, checked, written on, thrown away."""

import io

import pytest
from publishing.conftest import SMALL, of_version

from workbench.curricula.exchange.case_export import case_json
from workbench.curricula.library import Library, load_text
from workbench.publishing.domain.drafts import LARGEST

SHIPPED = "dit-practitioner-5day-uk"
COPY = {"source": f"{SHIPPED}/2026.1", "key": "harbour-dit", "version": "2027.1"}


def sent(content, name="mine.toml"):
    content = content if isinstance(content, bytes) else content.encode()
    return {"file": (io.BytesIO(content), name)}


def test_a_shipped_curriculum_is_copied_under_a_key_of_ones_own(desk, provider, drafts):
    status, page = desk.submit(f"/providers/{provider.id}/curricula/copy", COPY)

    [draft] = drafts()
    copied = load_text(draft.text)
    assert status == 200
    assert "It checks clean" in page.select_one("main").text
    assert (copied.key, copied.version, copied.status) == ("harbour-dit", "2027.1", "draft")
    assert copied.gates == Library().get(SHIPPED, "2026.1").gates
    assert "# No official DIT rating form is public" in draft.text


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"key": SHIPPED}, 409, "is a curriculum that is shipped"),
        ({"key": "Harbour DIT"}, 409, "small letters, digits and hyphens"),
        ({"version": "one"}, 409, "a year and a number"),
        ({"key": ""}, 422, "Give the copy a key"),
        ({"source": "nobody/2026.1"}, 422, "Not a valid choice"),
    ],
)
def test_a_copy_that_cannot_be_is_refused_and_keeps_what_was_typed(
    desk, provider, drafts, change, status, words
):
    found, page = desk.submit(f"/providers/{provider.id}/curricula/copy", COPY | change)

    assert found == status
    assert words in page.text
    assert page.select_one("#version")["value"] == (COPY | change)["version"]
    assert drafts() == []


def test_a_file_becomes_a_draft_as_it_stands_and_says_what_is_wrong(desk, provider, drafts):
    broken = SMALL.replace("usual_minutes = 50\n", "").replace("hours = 10", "hours = 0")

    status, page = desk.submit(f"/providers/{provider.id}/curricula/upload", sent(broken))

    [draft] = drafts()
    assert status == 200
    assert draft.text == broken
    said = page.select_one("main").text
    assert "Two things to put right" in said
    assert "“usual_minutes” is missing" in said
    assert "requirement 1 (hours_total)" in said


@pytest.mark.parametrize("content", ["key = mine\n", "format = 1\n", "\ufeff" + SMALL])
def test_whatever_is_written_in_it_a_text_can_be_a_draft(desk, provider, content):
    status, _ = desk.submit(f"/providers/{provider.id}/curricula/upload", sent(content))

    assert status == 200


def test_a_case_package_becomes_a_draft_that_says_what_is_missing(desk, provider, drafts):
    package = case_json(Library().get(SHIPPED, "2026.1"))

    status, page = desk.submit(
        f"/providers/{provider.id}/curricula/upload", sent(package, "theirs.json")
    )

    assert status == 200
    assert "“gates” is missing" in page.select_one("main").text
    assert len(drafts()) == 1


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"a\x00b", "mine.toml", "holds a NUL byte"),
        (b"\x81", "mine.toml", "expected a text"),
        (b"{", "theirs.json", "is not JSON"),
        (b"{}", "theirs.matrix", "expected a CASE package"),
        (b"a,b\n", "theirs.csv", "expected the columns"),
        (b"", "theirs.csv", "expected the columns"),
        (b"a = 1\n" * (LARGEST // 6 + 1), "mine.toml", "at most 400 kilobytes"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(desk, provider, drafts, content, name, words):
    status, page = desk.submit(f"/providers/{provider.id}/curricula/upload", sent(content, name))

    assert status in {409, 422}
    assert words in page.text
    assert drafts() == []


def test_ten_megabytes_are_not_taken(desk, provider, drafts):
    body = b"--b\r\n" + b"# nothing\n" * 1024 * 1024

    answer = desk.client.post(
        f"/providers/{provider.id}/curricula/upload",
        data=body,
        content_type="multipart/form-data; boundary=b",
    )

    assert answer.status_code == 413
    assert drafts() == []


def test_no_file_is_asked_for_again(desk, provider):
    status, page = desk.submit(f"/providers/{provider.id}/curricula/upload", {})

    assert status == 422
    assert "Choose the file." in page.text


def test_windows_text_is_read_and_told(desk, provider):
    text = SMALL.replace("Harbour Institute", "Wärme")

    _, page = desk.submit(f"/providers/{provider.id}/curricula/upload", sent(text.encode("cp1252")))

    assert "Read as Windows text" in page.text
    assert "Wärme" in page.select_one("#text").text


def saved(draft, **values):
    return {"text": SMALL, "revision": draft.revision} | values


def test_a_draft_is_written_on_until_it_checks_clean(desk, drafted, drafts):
    draft = drafted("format = 1\n")
    path = f"/curricula/drafts/{draft.id}"
    assert "“gates” is missing" in desk.open(path).text

    status, page = desk.submit(path, saved(draft, text=SMALL.replace("\n", "\r\n")))

    [kept] = drafts()
    assert status == 200
    assert "Saved. It checks clean." in page.text
    assert kept.text == SMALL
    assert kept.title == "Small"
    assert "Small therapy" in desk.open(f"{path}/read").text


@pytest.mark.parametrize(
    ("text", "said"), [("format = 1\n", "things are"), ("key = x", "thing is")]
)
def test_a_text_that_is_wrong_is_saved_and_told(desk, drafted, drafts, text, said):
    draft = drafted()

    _, page = desk.submit(f"/curricula/drafts/{draft.id}", saved(draft, text=text))

    assert said in page.text
    assert drafts()[0].text == text
    assert drafts()[0].title == "Untitled draft"


def test_a_draft_that_is_no_curriculum_yet_is_read_as_its_text(desk, drafted):
    draft = drafted("format = 1\n")

    assert desk.get(f"/curricula/drafts/{draft.id}/read").status_code == 303


@pytest.mark.parametrize(
    ("values", "status", "words"),
    [
        ({"text": ""}, 422, "cannot be empty"),
        ({"text": "a = 1\n" * (LARGEST // 6 + 1)}, 409, "at most 400 kilobytes"),
        ({"revision": "soon"}, 422, "Open the page again"),
    ],
)
def test_what_cannot_be_saved_stays_on_the_page(desk, drafted, drafts, values, status, words):
    draft = drafted()

    answer = desk.post(
        f"/curricula/drafts/{draft.id}", saved(draft, **values), content_type="multipart/form-data"
    )

    assert answer.status_code == status
    assert words in answer.text
    assert drafts()[0].text == SMALL


def test_nobody_overwrites_what_another_saved_and_what_was_typed_can_be_sent_again(
    desk, drafted, drafts
):
    draft = drafted()
    path = f"/curricula/drafts/{draft.id}"
    desk.post(path, saved(draft, text=SMALL.replace("Small therapy", "Theirs")))
    mine = SMALL.replace("Small therapy", "Mine")

    status, page = desk.submit(path, saved(draft, text=mine))

    assert status == 409
    assert [line.text for line in page.select("pre del, pre ins")] == [
        '-name = "Theirs"',
        '+name = "Mine"',
    ]
    assert page.select_one("#text").text.strip() == mine.strip()
    assert "Theirs" in drafts()[0].text
    again = {"text": mine, "revision": page.select_one("#revision")["value"]}
    assert desk.post(path, again).status_code == 303
    assert drafts()[0].text == mine


def test_a_draft_is_thrown_away_once(desk, drafted, drafts):
    draft = drafted()

    first, second = (desk.post(f"/curricula/drafts/{draft.id}/discard") for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 404)
    assert drafts() == []


def test_drafts_are_listed_for_administrators_alone(desk, drafted, make, signed_in, provider):
    drafted()
    trainee = make.enrolment(cohort=make.cohort(provider)).trainee

    assert "Drafts" in desk.open("/curricula").text
    assert "Drafts" not in signed_in(trainee).open("/curricula").text


def test_an_administrator_of_two_providers_chooses_for_which(desk, make, administrator):
    make.membership(provider=make.provider(name="Quay School"), person=administrator)

    assert "Bring a file, for Quay School" in str(desk.open("/curricula"))


@pytest.mark.parametrize("page", ["", "/read"])
@pytest.mark.parametrize("who", ["trainee", "other administrator", "supervisor"])
def test_nobody_else_sees_a_draft(make, signed_in, drafted, provider, who, page):
    draft = drafted()
    enrolment = make.enrolment(cohort=make.cohort(provider))
    people = {
        "trainee": lambda: enrolment.trainee,
        "other administrator": lambda: make.administrator(make.provider()),
        "supervisor": lambda: make.supervision(enrolment).supervisor,
    }
    browser = signed_in(people[who]())

    assert browser.get(f"/curricula/drafts/{draft.id}{page}").status_code == 404
    assert browser.post(f"/curricula/drafts/{draft.id}/publish").status_code == 404
    assert browser.get(f"/providers/{provider.id}/curricula/upload").status_code == 404


def test_a_next_version_is_proposed_and_succeeds(desk, provider, publish, drafts):
    publish(of_version("2026.1"))
    path = f"/providers/{provider.id}/curricula/copy"
    page = desk.open(f"{path}?source=small/2026.1")
    proposed = {name: page.select_one(f"#{name}")["value"] for name in ("key", "version")}

    desk.post(path, proposed | {"source": "small/2026.1"})

    [draft] = drafts()
    copied = load_text(draft.text)
    assert proposed["key"] == "small"
    assert (copied.succeeds, copied.status) == ("2026.1", "draft")
