"""What anybody may ask about a record."""

from io import BytesIO

import pytest
from records.conftest import AT
from sqlalchemy import update
from werkzeug.datastructures import FileStorage

from workbench.policy import Actor
from workbench.records.commands import revoke
from workbench.records.files import bundled_files
from workbench.records.models import RecordFile
from workbench.records.queries import files_of
from workbench.records.throttle import CHECKS


@pytest.fixture
def files(db):
    return lambda record: {
        file.name.rpartition(".")[2]: file.content for file in files_of(db, record)
    }


@pytest.fixture
def brought(anonymous):
    """The heading that answers an uploaded file, and its page."""

    def bring(content, name="file.pdf"):
        sent = {"file": FileStorage(BytesIO(content), filename=name)}
        status, page = anonymous.submit("/verify", sent)
        return status, page.h1.text, page

    return bring


def test_a_number_shows_what_the_record_says_and_nothing_else(issued, anonymous):
    record, _ = issued(short_name="HI")

    page = anonymous.open(f"/verify?record={record.number}")

    assert page.h1.text == "This record is valid"
    facts = page.select_one("dl").text
    for said in ("Daniel Achebe", "150.0 of supervised practice", "16 November 2026", "HI-2026-"):
        assert said in facts
    for hidden in ("Ahmed", "canary", record.enrolment.trainee.email, record.public_id):
        assert hidden not in page.text


@pytest.mark.parametrize("typed", [" hi-2026-0001 ", "HI\u20132026\u20130001", "HI 2026 0001"])
def test_a_number_is_read_as_people_type_it(issued, anonymous, typed):
    issued(short_name="HI")

    response = anonymous.get("/verify", query_string={"record": typed})

    assert ("This record is valid" in response.text) is ("2026 0001" not in typed)


def test_the_address_on_the_paper_leads_to_the_answer(issued, anonymous):
    record, _ = issued()

    page = anonymous.open(f"/verify/{record.public_id}")

    assert "has not been changed since" in page.text
    assert "What was not checked" in page.text


def test_no_search_engine_and_no_cache_keeps_an_answer(issued, anonymous):
    record, _ = issued()

    response = anonymous.get(f"/verify/{record.public_id}")

    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("asked", ["HI-2026-9999", "f" * 32, "hello", "<script>", "a" * 5000])
def test_an_unknown_name_is_not_known(anonymous, asked):
    page = anonymous.open(f"/verify/{asked.replace('<', '%3C')}", status=404)

    assert "is not known here" in page.h1.text
    assert page.select_one("main .btn")["href"] == "/verify"
    assert not page.select(".note")


def test_a_superseded_record_names_the_newer_one(qualified, issued, anonymous):
    enrolment, administrator = qualified(short_name="HI")
    first, _ = issued(enrolment, administrator)
    issued(enrolment, administrator)

    page = anonymous.open(f"/verify/{first.number}")

    assert page.h1.text == "This record was superseded"
    assert "HI-2026-0002" in page.text


def test_a_revoked_record_says_why(issued, anonymous, db):
    record, administrator = issued()
    actor = Actor(person_id=administrator.id)
    revoke(db, record, actor, because="Issued in error.", at=AT)
    db.commit()

    page = anonymous.open(f"/verify/{record.number}")

    assert page.h1.text == "This record was revoked"
    assert "Issued in error." in page.text


@pytest.mark.parametrize("kind", ["pdf", "csv", "json"])
def test_a_file_as_issued_is_valid(issued, files, brought, kind):
    record, _ = issued()

    status, heading, page = brought(files(record)[kind], f"anything.{kind}")

    assert (status, heading) == (200, "This file is valid")
    assert record.number in page.text


@pytest.mark.parametrize("kind", ["pdf", "csv", "json"])
@pytest.mark.parametrize("place", [0.02, 0.5, 0.98])
def test_a_changed_byte_is_altered_and_never_merely_not_known(issued, files, brought, kind, place):
    record, _ = issued()
    content = bytearray(files(record)[kind])
    content[int(len(content) * place)] ^= 1

    _, heading, page = brought(bytes(content))

    assert heading == "This file was altered"
    assert record.number in page.text


def test_the_bundle_is_valid_and_a_repacked_or_added_to_one_is_not(issued, files, brought):
    record, _ = issued()
    members = [(f"{record.number}.{kind}", content) for kind, content in files(record).items()]

    _, as_issued, _ = brought(bundled_files(sorted(members)))
    _, with_more, _ = brought(bundled_files([*sorted(members), ("more.txt", b"x")]))
    _, with_less, _ = brought(bundled_files(sorted(members)[1:]))

    assert as_issued == "This file is valid"
    assert with_more == with_less == "This file was altered"


@pytest.mark.parametrize(
    "content", [b"x", b"%PDF-1.7 nothing", b"PK\x03\x04broken", b"{}", b"\x00"]
)
def test_a_file_of_somebody_else_is_not_known(brought, content):
    status, heading, _ = brought(content)

    assert (status, heading) == (200, "This file is not known here")


def test_no_file_asks_for_one(anonymous):
    status, page = anonymous.submit("/verify")

    assert status == 422
    assert "Choose the file" in page.text


@pytest.mark.parametrize(("megabytes", "status"), [(5, 200), (6, 413)])
def test_a_file_over_five_megabytes_is_refused_and_one_below_is_read(anonymous, megabytes, status):
    token = anonymous.open("/verify").select_one("input[name=csrf_token]")["value"]
    parts = [
        b'--edge\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n' + token.encode(),
        b'\r\n--edge\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n',
        b"x" * (megabytes * 1024 * 1024) + b"\r\n--edge--\r\n",
    ]

    response = anonymous.client.post(
        "/verify", data=b"".join(parts), content_type="multipart/form-data; boundary=edge"
    )

    assert response.status_code == status


def test_a_copy_that_was_changed_in_the_database_no_longer_passes(issued, anonymous, db):
    record, _ = issued()
    json_file = db.query(RecordFile).filter_by(name=f"{record.number}.json").one()
    changed = json_file.content.replace(b"Daniel Achebe", b"Daniel Achobe")
    db.execute(update(RecordFile).where(RecordFile.id == json_file.id).values(content=changed))
    db.commit()

    page = anonymous.open(f"/verify/{record.number}")

    assert page.h1.text == "This record was altered"
    assert "no longer bears its own signature" in page.text


def test_whoever_asks_too_often_waits(anonymous):
    answers = [anonymous.get(f"/verify/HI-2026-{n:04}").status_code for n in range(CHECKS + 1)]

    assert set(answers[:-1]) == {404}
    assert answers[-1] == 429


def test_the_public_keys_are_public_and_hold_no_private_part(issued, anonymous, press):
    issued()

    keys = anonymous.get("/.well-known/jwks.json").json["keys"]

    assert [key["kid"] for key in keys] == [press.signer.kid]
    assert set(keys[0]) == {"kty", "crv", "x", "kid", "use", "alg"}
