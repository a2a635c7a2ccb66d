"""The provider comes to be: its first administrator, a cohort, a supervisor, a trainee."""

import re
from urllib.parse import urlsplit

from browser.hands import follow, press, reads

from workbench.training.cli import providers

CURRICULUM = "DIT practitioner, five-day route (United Kingdom), 2026.1"
PASSWORD = "seven lanterns by the quiet harbour"


def found_the_provider(app, administrator):
    """The command line makes the provider and a link for its first administrator."""
    run = app.test_cli_runner().invoke
    run(providers, ["create", "Harbour Institute", "--short", "HI"])
    answer = run(providers, ["invite-administrator", "HI", "jo@example.org", "Jo Lindqvist"])
    accept(administrator, path_of(answer.output))


def path_of(words):
    """The path of the one-time link in some words."""
    return urlsplit(re.search(r"http://\S+/invitations/\S+", words)[0]).path


def accept(page, path):
    """Follow a one-time link and make an account."""
    page.goto(path)
    page.get_by_label("Choose a password").fill(PASSWORD)
    press(page, "Make my account")
    page.locator(".who").wait_for()


def make_cohort(administrator, starts_on):
    administrator.goto("/people")
    follow(administrator, "New cohort")
    administrator.get_by_label("Name").fill("2025a")
    administrator.get_by_label("Curriculum").select_option(label=CURRICULUM)
    administrator.get_by_label("First day").fill(starts_on.isoformat())
    press(administrator, "Make the cohort")
    reads(administrator, "Cohort 2025a is made")


def invite(administrator, name, email, role, *, cohort=None, registration=""):
    """Invite somebody; returns the path of the link to pass on."""
    administrator.goto("/people")
    follow(administrator, "Invite somebody")
    administrator.get_by_label("Name", exact=True).fill(name)
    administrator.get_by_label("E-mail address").fill(email)
    administrator.get_by_label(role, exact=True).check()
    if cohort:
        administrator.get_by_label("Cohort").select_option(label=cohort)
    administrator.get_by_label("Professional registration").fill(registration)
    press(administrator, "Make the link")
    return path_of(administrator.locator("#link").input_value())


def appoint(administrator, trainee, supervisor):
    administrator.goto("/people")
    follow(administrator, trainee)
    follow(administrator, "Appoint a supervisor")
    chosen = administrator.locator("option", has_text=supervisor).get_attribute("value")
    administrator.get_by_label("Supervisor", exact=True).select_option(chosen)
    press(administrator, "Appoint")
    reads(administrator, supervisor)


def gather(app, administrator, supervisor, trainee, *, starts_on):
    """Everybody of the story, each by a link of their own that works once."""
    found_the_provider(app, administrator)
    make_cohort(administrator, starts_on)
    registration = "HCPC PYL00000"
    link = invite(
        administrator,
        "Dr Anwar Ahmed",
        "anwar@example.org",
        "Supervisor",
        registration=registration,
    )
    accept(supervisor, link)
    link = invite(administrator, "Mina Parry", "mina@example.org", "Trainee", cohort="2025a")
    accept(trainee, link)
    appoint(administrator, "Mina Parry", "Dr Anwar Ahmed")
    return link
