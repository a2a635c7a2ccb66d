"""A draft before the gate."""

from support.fresh import fresh_rows

from workbench.documents.models import Document

NAMED = "Sarah Whitcombe copes. Sarah's sister Joan, a nurse, does not."


class Gate:
    """The draft of an IPAF that names somebody, before it is sent."""

    def __init__(self, db, make, signed_in):
        self.db = db
        self.supervisor = make.person("Dr Anwar Ahmed")
        self.enrolment = make.enrolment(supervisor=self.supervisor)
        self.case = make.case(self.enrolment)
        self.trainee = signed_in(self.enrolment.trainee)
        self.signed_in = signed_in
        location = self.trainee.post(f"/cases/{self.case.id}/documents/ipaf").location
        self.id = int(location.split("/")[2])
        self.path = f"/documents/{self.id}"
        self.write(self=NAMED)

    @property
    def document(self):
        document = self.db.get(Document, self.id, populate_existing=True)
        self.db.commit()
        return document

    def rows(self, kind):
        return fresh_rows(self.db, kind)

    def write(self, /, **texts):
        data = {f"part_{key}": text for key, text in texts.items()}
        version = {"version": self.document.draft_version}
        response = self.trainee.post(f"{self.path}/draft", data | version)
        assert response.status_code == 303, response.text

    def decide(self, do, passage, browser=None, section="self", **more):
        draft = self.document.draft[section].replace("**", "")
        start = draft.index(passage)
        where = {"section": section, "start": start, "end": start + len(passage)}
        data = {"do": do, "version": self.document.draft_version} | where | more
        return (browser or self.trainee).post(f"{self.path}/findings", data)

    def send(self, **more):
        said = {"method": "disguise", "recognised": "no", "declared": "y"}
        version = {"version": self.document.draft_version}
        return self.trainee.post(f"{self.path}/submit", said | version | more)

    def page(self):
        return self.trainee.open(f"{self.path}/submit")
