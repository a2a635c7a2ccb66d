"""Beginning a document: once, when it is time, by its trainee alone."""

from documents.drafting import started


def test_a_document_is_begun_once_whatever_the_clicks(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)

    first = started(db, browser, case)
    second = started(db, browser, case)

    assert first.id == second.id


def test_a_case_study_is_begun_on_the_training_once(db, make, signed_in):
    enrolment = make.enrolment()
    browser = signed_in(enrolment.trainee)
    path = f"/enrolments/{enrolment.id}/documents/case_study"
    stranger = signed_in(make.enrolment().trainee)

    locations = {browser.post(path).location for _ in range(2)}

    assert len(locations) == 1
    assert stranger.post(path).status_code == 404
    assert "Case study" in browser.open("/documents").text


def test_the_letter_opens_with_its_phase(db, make, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    make.therapy_session(case, 8)

    refused = browser.post(f"/cases/{case.id}/documents/goodbye_letter")
    make.therapy_session(case, 12)
    begun = browser.post(f"/cases/{case.id}/documents/goodbye_letter")

    assert (refused.status_code, begun.status_code) == (409, 303)
    assert "opens when session 13 is next" in refused.text


def test_a_case_study_belongs_to_the_enrolment(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    path = f"/enrolments/{case.enrolment_id}/documents"

    assert browser.post(f"{path}/ipaf").status_code == 404
    assert browser.post(f"{path}/nothing").status_code == 404


def test_the_list_offers_what_may_be_begun(scene, signed_in):
    _, trainee, supervisor = scene
    browser = signed_in(trainee)

    page = browser.open("/documents")

    assert page.select("form[action$='/documents/ipaf']")
    assert "Opens with session 13" in page.text
    assert "Nothing waits for you" in signed_in(supervisor).open("/documents").text


def test_nobody_else_begins_a_document(make, scene, signed_in):
    case, _, supervisor = scene
    stranger = make.enrolment().trainee
    administrator = make.administrator(case.enrolment.provider)
    path = f"/cases/{case.id}/documents/ipaf"

    assert signed_in(supervisor).post(path).status_code == 403
    assert signed_in(stranger).post(path).status_code == 404
    assert signed_in(administrator).post(path).status_code == 404
