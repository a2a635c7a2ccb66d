"""An identifying detail that slipped through, and who can read it."""

from sqlalchemy import inspect, text
from support.fresh import fresh_rows

from workbench.documents.models import (
    Document,
)

DETAIL = "keeps the light at Skerrow"
FIRST = f"She copes. Her mother {DETAIL}, and she rows out to her every Sunday."
SECOND = f"She copes, she says. Her mother {DETAIL}, and nobody else ever did."


class Slip:
    """An IPAF sent with a detail in it, and the people who can read it."""

    def __init__(self, db, make, signed_in):
        self.db, self.make = db, make
        self.person = make.person("Dr Anwar Ahmed")
        self.enrolment = make.enrolment(supervisor=self.person)
        other = make.supervision(self.enrolment, make.person("Dr Other")).supervisor
        self.case = make.case(self.enrolment)
        self.trainee = signed_in(self.enrolment.trainee)
        self.supervisor, self.other = signed_in(self.person), signed_in(other)
        self.administrator = signed_in(make.administrator(self.enrolment.provider))
        self.path = self.begun("ipaf")
        self.send(self=FIRST)

    def begun(self, kind):
        location = self.trainee.post(f"/cases/{self.case.id}/documents/{kind}").location
        return location.removesuffix("/draft")

    def rows(self, kind):
        return fresh_rows(self.db, kind)

    def document(self, path=None):
        number = int((path or self.path).rsplit("/", 1)[1])
        document = self.db.get(Document, number, populate_existing=True)
        self.db.commit()
        return document

    def save(self, /, path=None, **texts):
        data = {f"part_{key}": words for key, words in texts.items()}
        version = {"version": self.document(path).draft_version}
        response = self.trainee.post(f"{path or self.path}/draft", data | version)
        assert response.status_code == 303, response.text

    def send(self, /, path=None, **texts):
        """Send it past the gate as somebody would who thinks that nothing is wrong."""
        path = path or self.path
        self.save(path=path, **texts)
        page = self.trainee.open(f"{path}/submit")
        while found := page.select_one("article[data-finding]"):
            form = found.select("form")[-1]
            data = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
            do = form.select("button[value=dismiss], button[value=acknowledge]")[-1]["value"]
            sent = {"do": do, "reason": "an island in a story"}
            answer = self.trainee.post(f"{path}/findings", data | sent)
            assert answer.status_code == 303, answer.text
            page = self.trainee.open(f"{path}/submit")
        said = {"method": "disguise", "recognised": "no", "declared": "y"}
        version = {"version": self.document(path).draft_version}
        response = self.trainee.post(f"{path}/submit", said | version)
        assert response.status_code == 303, response.text

    def comment(self, words, quote=DETAIL, number=1):
        start = FIRST.index(quote)
        data = {"section": "self", "start": start, "end": start + len(quote), "quote": quote}
        sent = data | {"words": words} | dismissing(words)
        response = self.supervisor.post(f"{self.path}/versions/{number}/comments", sent)
        assert response.status_code == 303, response.text

    def review(self, verdict="revise", number=1):
        data = {"version": number, "verdict": verdict}
        assert self.supervisor.post(f"{self.path}/review", data).status_code == 303

    def send_back(self, words=DETAIL, number=1, browser=None, path=None):
        url = f"{path or self.path}/versions/{number}/send-back"
        return (browser or self.supervisor).post(url, {"words": words})

    def held(self):
        """Every text in the database, by table, but for drafts, which only the trainee reads."""
        held = {}
        for table in inspect(self.db.connection()).get_table_names():
            for row in self.db.execute(text(f'SELECT * FROM "{table}"')).mappings():  # noqa: S608
                kept = {name: value for name, value in row.items() if name != "draft"}
                held.setdefault(table, []).append(str(kept))
        self.db.commit()
        return held


def dismissing(words):
    """What lets a name stand in a comment, where the gate finds one."""
    return {
        "gate": "as_it_is",
        "gate-1-field": "words",
        "gate-1-passage": "Skerrow",
        "gate-1-nth": "0",
        "gate-1-reason": "an island in a story" if "Skerrow" in words else "",
    }
