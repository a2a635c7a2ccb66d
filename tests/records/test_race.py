"""Two administrators issue at the same moment."""

from threading import Barrier, Thread

import pytest
from records.conftest import GATE

from workbench.records.models import CompetencyRecord

PEOPLE = 4


@pytest.fixture
def at_once(signed_in):
    """Sends one form for each person at the same moment; answers the statuses."""

    def send(sent):
        barrier, statuses = Barrier(len(sent)), []

        def one(browser, path, data):
            barrier.wait()
            statuses.append(browser.client.post(path, data=data).status_code)

        threads = [Thread(target=one, args=each) for each in sent]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sorted(statuses)

    return send


def ready(signed_in, enrolment, administrator):
    browser = signed_in(administrator)
    path = f"/enrolments/{enrolment.id}/record?gate={GATE}"
    page = browser.open(path)
    names = ("read", "csrf_token")
    data = {name: page.select_one(f"form.stack input[name={name}]")["value"] for name in names}
    return browser, path, data | {"sure": "y"}


def test_the_same_record_is_issued_once(make, qualified, signed_in, at_once, db):
    enrolment, first = qualified()
    others = [make.administrator(enrolment.provider) for _ in range(PEOPLE - 1)]

    statuses = at_once([ready(signed_in, enrolment, who) for who in (first, *others)])

    assert statuses == [303] + [409] * (PEOPLE - 1)
    assert db.query(CompetencyRecord).count() == 1


def test_no_two_records_share_a_number(qualified, signed_in, at_once, db):
    enrolment, administrator = qualified(short_name="HI")
    enrolments = [enrolment]
    for _ in range(PEOPLE - 1):
        other, _ = qualified()
        other.provider_id = enrolment.provider_id
        enrolments.append(other)
    db.commit()

    statuses = at_once([ready(signed_in, one, administrator) for one in enrolments])

    numbers = sorted(record.number[-4:] for record in db.query(CompetencyRecord))
    assert statuses == [303] * PEOPLE
    assert numbers == ["0001", "0002", "0003", "0004"]
