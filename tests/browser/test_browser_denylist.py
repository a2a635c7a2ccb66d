"""The trainee's own list of real names: kept in the browser, looked for there, sent nowhere."""

import pytest
from browser.hands import press, reads, sign_in
from playwright.sync_api import expect
from sqlalchemy import select
from support.make import PASSWORD

from workbench.documents.models import DocumentVersion

pytestmark = pytest.mark.browser

ENTRIES = ("Skerrow Lightkeeper", "943 476 5919", "Marram Teasel = Alex")
NAMED = "Mrs lightkeeper\u2019s boat was late."

RAW = """async () => {
    const open = indexedDB.open("own-lists", 1);
    const db = await new Promise((done) => { open.onsuccess = () => done(open.result); });
    const all = (name) => new Promise((done) => {
        const asked = db.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => done(asked.result);
    });
    const [lists, keys] = [await all("lists"), await all("keys")];
    db.close();
    return {
        kept: lists.map((one) => new TextDecoder("latin1").decode(one.data)).join(),
        readable: keys.some((key) => key.extractable),
        keys: keys.length,
    };
}"""


@pytest.fixture
def scene(make, visit):
    """A trainee at a case, with every request that their browser makes."""
    case = make.case(make.enrolment(supervisor=make.person("Dr Anwar Ahmed")))
    for number in range(1, 5):
        make.therapy_session(case, number)
    page, sent = visit(), []
    page.context.on(
        "request", lambda one: sent.append(f"{one.url} {one.post_data} {one.all_headers()}")
    )
    sign_in(page, case.enrolment.trainee.email, PASSWORD)
    return page, case, sent


def keep(page, case, entries=ENTRIES):
    page.goto(f"/cases/{case.id}/own-list")
    page.get_by_label("Real names and numbers").fill("\n".join(entries))
    press(page, "Keep it in this browser")
    reads(page, f"Kept in this browser: {len(entries)}")


def write(page, case, words):
    if "/draft" not in page.url:
        page.goto("/documents")
        page.get_by_role("button", name=f"Start: IPAF, case {case.code}").click()
    page.locator("#part_self").fill(words)
    press(page, "Check and send")
    page.wait_for_url("**/submit")


def declare(page):
    page.get_by_role("radio", name="Disguised").check()
    page.locator("#recognised-0").check()
    page.locator("#declared").check()
    press(page, "Send to your supervisor")


def parts(entries):
    return [part for entry in entries for part in entry.replace("=", " ").split() if part != "Alex"]


def test_no_request_carries_an_entry_and_the_server_learns_its_length_only(scene, db):
    page, case, sent = scene
    keep(page, case)
    page.reload()
    expect(page.get_by_label("Real names and numbers")).to_have_value("\n".join(ENTRIES))

    write(page, case, "She copes.")
    declare(page)
    reads(page, "Version 1 is with your supervisor.")

    assert [one for one in sent if "She+copes" in one], "what is sent is seen here"
    carried = [one for one in sent if any(part in one for part in parts(ENTRIES))]
    assert carried == []
    [version] = db.scalars(select(DocumentVersion)).all()
    assert version.gate["own_list"] == len(ENTRIES)


def test_the_list_lies_encrypted_under_a_key_that_no_script_can_read_out(scene):
    page, case, _ = scene
    keep(page, case)

    raw = page.evaluate(RAW)

    assert raw["keys"] == 1
    assert raw["readable"] is False
    assert raw["kept"]
    assert not [part for part in parts(ENTRIES) if part in raw["kept"]]


def test_a_text_with_an_entry_in_any_form_is_not_sent_and_the_entry_is_named_here_only(scene, db):
    page, case, sent = scene
    keep(page, case)
    write(page, case, NAMED)
    for button in page.get_by_role("button", name="Dismiss finding").all():
        button.page.locator("[data-finding] input[name=reason]").first.fill("a word")
        button.page.locator("[data-finding] button[value=dismiss]").first.click()
    sent.clear()

    declare(page)

    reads(page, "Not sent. Of your own list, 1 entry stands in it")
    reads(page, "Skerrow Lightkeeper")
    assert not [one for one in sent if "/submit" in one]
    assert not db.scalars(select(DocumentVersion)).all()


def test_a_note_on_a_session_with_an_entry_is_held_too(scene):
    page, case, sent = scene
    keep(page, case)
    page.goto(f"/cases/{case.id}/sessions/new")
    page.locator("summary").first.click()
    page.get_by_label("Note").fill("Teasel rang.")
    sent.clear()

    press(page, "Log it", within="main form")

    reads(page, "Not sent. Of your own list, 1 entry stands in it")
    assert not [one for one in sent if "sessions/new" in one]


def test_the_pseudonym_beside_a_name_is_what_the_gate_offers(scene):
    page, case, _ = scene
    keep(page, case, ("Sarah Whitcombe = Quill",))

    write(page, case, "Sarah Whitcombe copes.")

    expect(page.locator("[data-finding] input[name=words]").first).to_have_value("Quill")


def test_a_deleted_list_is_gone(scene):
    page, case, _ = scene
    keep(page, case)
    page.locator("summary").get_by_text("Delete the list").click()
    press(page, "Yes, delete it")
    reads(page, "There is no list in this browser.")

    page.reload()

    expect(page.get_by_label("Real names and numbers")).to_have_value("")
    assert page.evaluate(RAW)["kept"] == ""


def test_lists_of_two_cases_are_two(scene, make):
    page, case, _ = scene
    keep(page, case)
    other = make.case(case.enrolment, code="B2")

    page.goto(f"/cases/{other.id}/own-list")

    reads(page, "There is no list in this browser yet.")


def test_without_script_the_page_says_that_nothing_is_kept(make, visit):
    case = make.case(make.enrolment())
    page = visit(script=False)
    sign_in(page, case.enrolment.trainee.email, PASSWORD)

    page.goto(f"/cases/{case.id}/own-list")

    reads(page, "nothing is kept and nothing is looked for")
    expect(page.get_by_label("Real names and numbers")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_the_page_of_the_list_and_the_gate_are_accessible(make, visit, axe, width, dark):
    case = make.case(make.enrolment())
    page = visit(width=width, dark=dark)
    sign_in(page, case.enrolment.trainee.email, PASSWORD)
    keep(page, case)
    axe(page)
    for number in range(1, 5):
        make.therapy_session(case, number)

    write(page, case, "Sarah Whitcombe, a nurse in Leeds, copes. Sarah rang.")

    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_can_be_typed_over_before_the_list_is_read(scene):
    page, case, _ = scene
    page.add_init_script("IDBFactory.prototype.open = () => ({})")

    page.goto(f"/cases/{case.id}/own-list", wait_until="networkidle")

    expect(page.locator("#own-list")).to_be_hidden()


def test_the_list_is_deleted_after_a_question_only(scene):
    page, case, _ = scene
    keep(page, case)
    field = page.get_by_label("Real names and numbers")

    page.locator("summary").get_by_text("Delete the list").click()
    press(page, "Keep it")
    expect(field).to_have_value("\n".join(ENTRIES))
    page.locator("summary").get_by_text("Delete the list").click()
    press(page, "Yes, delete it")

    reads(page, "There is no list in this browser.")
    expect(field).to_have_value("")


def test_leaving_with_names_that_are_not_kept_asks_and_only_then(scene):
    page, case, _ = scene
    keep(page, case)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.reload()
    assert not asked
    page.get_by_label("Real names and numbers").press_sequentially("Teasel")
    page.reload()

    assert asked == ["beforeunload"]
