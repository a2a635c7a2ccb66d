"""What a trainee does with a document: begins it, writes it, sends it."""

from workbench.documents.models import Document


def started(db, browser, case, kind="ipaf"):
    response = browser.post(f"/cases/{case.id}/documents/{kind}")
    assert response.status_code == 303, response.text
    return stored(db, int(response.location.split("/")[2]))


def stored(db, document_id):
    """The document as it stands now; the test's own session keeps no transaction open."""
    document = db.get(Document, document_id, populate_existing=True)
    db.commit()
    return document


def written(db, browser, document, **texts):
    data = {f"part_{key}": text for key, text in texts.items()}
    path = f"/documents/{document.id}/draft"
    response = browser.post(path, data | {"version": document.draft_version})
    assert response.status_code == 303, response.text
    return stored(db, document.id)


def declaration(document):
    said = {"method": "disguise", "recognised": "no", "declared": "y"}
    return said | {"version": document.draft_version}


def sent(browser, document, **more):
    return browser.post(f"/documents/{document.id}/submit", declaration(document) | more)
