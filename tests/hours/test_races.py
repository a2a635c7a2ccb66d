"""Two at once: exactly one effect, on both databases, with real transactions."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import func, select

from workbench.cases.models import TherapySession
from workbench.hours.models import Countersignature, HoursEntry


def at_once(*deeds):
    """Do each in a thread of its own, all starting together."""
    start = Barrier(len(deeds))

    def run(deed):
        start.wait()
        return deed().status_code

    with ThreadPoolExecutor(len(deeds)) as pool:
        return sorted(pool.map(run, deeds))


def with_token(browser):
    """A browser that has fetched its token already, so that only the deed is raced."""
    token = browser._token  # noqa: SLF001 - what every form of a test carries
    return lambda path, data: browser.client.post(path, data=data | {"csrf_token": token})


def test_two_supervisors_at_once_make_one_signature(db, make, signed_in):
    entry = make.entry(make.enrolment())
    people = [make.supervision(entry.enrolment, make.person(f"Dr {n}")) for n in ("Ahmed", "Roe")]
    senders = [with_token(signed_in(one.supervisor)) for one in people]
    form = {"pick": f"{entry.id}:{entry.version}", "said": "1"}

    statuses = at_once(*(lambda s=s: s("/hours/countersign", form) for s in senders))

    db.commit()
    assert statuses == [303, 409]
    assert db.scalar(select(func.count(Countersignature.id))) == 1


def test_a_form_sent_twice_at_once_signs_once(db, make, signed_in):
    entry = make.entry(make.enrolment())
    supervisor = make.supervision(entry.enrolment).supervisor
    send = with_token(signed_in(supervisor))
    form = {"pick": f"{entry.id}:{entry.version}", "said": "1"}

    statuses = at_once(*[lambda: send("/hours/countersign", form)] * 2)

    db.commit()
    assert statuses == [303, 409]
    assert db.scalar(select(func.count(Countersignature.id))) == 1


def test_a_line_sent_twice_at_once_logs_once(db, make, signed_in):
    case = make.case(code="A7")
    send = with_token(signed_in(case.enrolment.trainee))
    path = f"/enrolments/{case.enrolment_id}/hours/quick"

    statuses = at_once(*[lambda: send(path, {"q": "50 A7", "form_key": "d" * 32})] * 3)

    db.commit()
    assert statuses == [303, 409, 409]
    assert db.scalar(select(func.count(TherapySession.id))) == 1
    assert db.scalar(select(func.count(HoursEntry.id))) == 1


def test_signing_and_withdrawing_at_once_have_one_outcome(db, make, signed_in):
    entry = make.entry(make.enrolment())
    supervisor = make.supervision(entry.enrolment).supervisor
    sign, withdraw = (with_token(signed_in(p)) for p in (supervisor, entry.enrolment.trainee))
    form = {"pick": f"{entry.id}:{entry.version}", "said": "1"}

    statuses = at_once(
        lambda: sign("/hours/countersign", form),
        lambda: withdraw(f"/hours/entries/{entry.id}/withdraw", {}),
    )

    assert statuses == [303, 409]
