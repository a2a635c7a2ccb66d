"""A document's rounds between its trainee and its supervisor."""

from support.fresh import fresh_rows

from workbench.documents.models import Document

SELF = (
    "A7 takes herself to be kept on only while she is useful: a self who must please. "
    "In her own words, I am the one who copes 🌧️ e\u0301 every day."
)
QUOTE = "a self who must please"


class Round:
    """An IPAF with one version sent, its trainee and its supervisor, both signed in."""

    def __init__(self, db, make, signed_in):
        self.db = db
        self.person = make.person("Dr Anwar Ahmed")
        self.enrolment = make.enrolment(supervisor=self.person)
        self.case = make.case(self.enrolment)
        self.trainee = signed_in(self.enrolment.trainee)
        self.supervisor = signed_in(self.person)
        location = self.trainee.post(f"/cases/{self.case.id}/documents/ipaf").location
        self.id = int(location.split("/")[2])
        self.path = f"/documents/{self.id}"
        self.send(self=SELF)

    @property
    def document(self):
        return self.row(Document, self.id)

    def row(self, kind, row_id):
        row = self.db.get(kind, row_id, populate_existing=True)
        self.db.commit()
        return row

    def rows(self, kind):
        return fresh_rows(self.db, kind)

    def send(self, /, **texts):
        data = {f"part_{key}": text for key, text in texts.items()}
        version = {"version": self.document.draft_version}
        self.trainee.post(f"{self.path}/draft", data | version)
        version = {"version": self.document.draft_version}
        declared = {"method": "disguise", "recognised": "no", "declared": "y"}
        response = self.trainee.post(f"{self.path}/submit", declared | version)
        assert response.status_code == 303, response.text

    def comment(
        self, words="Whose word is this?", quote=QUOTE, text=SELF, browser=None, sent=(), **more
    ):
        start = text.index(quote)
        data = {"section": "self", "start": start, "end": start + len(quote), "quote": quote}
        path = f"{self.path}/versions/{more.pop('on', 1)}/comments"
        return (browser or self.supervisor).post(path, data | {"words": words} | more | dict(sent))

    def review(self, verdict="revise", version=1, browser=None):
        data = {"verdict": verdict, "version": version}
        return (browser or self.supervisor).post(f"{self.path}/review", data)
