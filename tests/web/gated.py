"""Short texts at the gate: who writes them, and what a refused page sends again."""

from support.fresh import fresh_rows

from workbench.documents.models import Document

NAMED = "Ask Joan Whitfield about it."


class Scene:
    """A trainee with a supervisor, a case, and an IPAF that was sent."""

    def __init__(self, db, make, signed_in):
        self.db = db
        self.supervisor = make.person("Dr Anwar Ahmed")
        self.enrolment = make.enrolment(supervisor=self.supervisor)
        self.case = make.case(self.enrolment)
        make.placement(self.enrolment, name="North Clinic")
        self.trainee = signed_in(self.enrolment.trainee)
        self.senior = signed_in(self.supervisor)

    def rows(self, kind):
        return fresh_rows(self.db, kind)

    def sent_document(self):
        location = self.trainee.post(f"/cases/{self.case.id}/documents/ipaf").location
        path = location.removesuffix("/draft")
        for step, data in (
            ("draft", {"part_self": "She copes, and tells nobody."}),
            ("submit", {"method": "disguise", "recognised": "no", "declared": "y"}),
        ):
            [document] = self.rows(Document)
            data |= {"version": document.draft_version}
            assert self.trainee.post(f"{path}/{step}", data).status_code == 303
        return path

    def comment(self, words, **more):
        passage = {"section": "self", "start": 0, "end": 9, "quote": "She copes"}
        path = f"{self.path}/versions/1/comments"
        return self.senior.post(path, passage | {"words": words} | more)


def travelling(response, **typed):
    """What the page of a refused form would send again, with what is typed into it."""
    from bs4 import BeautifulSoup  # noqa: PLC0415

    page = BeautifulSoup(response.text, "html.parser")
    form = page.select_one(".gate-box").find_parent("form")
    data = {
        field["name"]: field.get("value", "")
        for field in form.select("input[name]:not([type=radio]):not([type=checkbox])")
    }
    data |= {area["name"]: area.text.strip("\n") for area in form.select("textarea[name]")}
    picked = form.select("input[type=radio][checked]")
    data |= {radio["name"]: radio["value"] for radio in picked}
    data |= {
        choice["name"]: choice.select_one("option[selected]")["value"]
        for choice in form.select("select[name]")
        if choice.select_one("option[selected]")
    }
    data.pop("csrf_token")
    return data | {name.replace("_", "-"): value for name, value in typed.items()}
