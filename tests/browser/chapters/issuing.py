"""A record is issued, handed out, checked by an outsider, superseded and revoked."""

from pathlib import Path

from browser.hands import downloaded, follow, press, reads

MILESTONES = {
    "Diploma in psychoanalytic": "Diploma of an invented institute, seen in 2025",
    "Theory studied": "Transcript, seen in 2025",
    "Professional registration": "BPC 00000, looked up in 2025",
    "Two years of therapeutic work": "A reference from an invented clinic",
}
KINDS = ("PDF", "CSV", "JSON")


def record_milestones(administrator, day):
    for name, evidence in MILESTONES.items():
        administrator.goto("/people")
        follow(administrator, "Mina Parry")
        follow(administrator, "Record a milestone")
        chosen = administrator.locator("option", has_text=name).get_attribute("value")
        administrator.get_by_label("Milestone", exact=True).select_option(chosen)
        administrator.get_by_label("When it happened").fill(day.isoformat())
        administrator.get_by_label("What was shown").fill(evidence)
        press(administrator, "Record it")
        reads(administrator, evidence)


def see_the_cohort(administrator):
    """One page says how everybody stands, and why."""
    administrator.goto("/cohorts")
    follow(administrator, "2025a")
    reads(administrator, "Mina Parry")


def issue(administrator):
    """Issue what is met; returns the number of the record."""
    administrator.goto("/cohorts")
    follow(administrator, "2025a")
    follow(administrator, "Mina Parry")
    follow(administrator, "Record")
    administrator.get_by_label("I have read the record").check()
    press(administrator, "Issue record")
    administrator.wait_for_url("**/records/*")
    return administrator.locator("h1").inner_text().removeprefix("Record ")


def files(administrator):
    """The record in each of its forms, by name and bytes."""
    return dict(downloaded(administrator, f"Download the {kind}") for kind in KINDS)


def says_of_number(outsider, number, words):
    outsider.goto("/verify")
    outsider.get_by_label("Number of the record").fill(number)
    press(outsider, "Check the number")
    reads(outsider, words)


def says_of_file(outsider, folder: Path, name, content, words):
    path = folder / name
    path.write_bytes(content)
    outsider.goto("/verify")
    outsider.get_by_label("The PDF, CSV, JSON or ZIP").set_input_files(path)
    press(outsider, "Check the file")
    reads(outsider, words)


def revoke(administrator):
    administrator.locator("summary", has_text="Revoke…").click()
    administrator.get_by_label("Why it is revoked").fill("Issued by mistake.")
    press(administrator, "Revoke")
    reads(administrator, "Issued by mistake.")
