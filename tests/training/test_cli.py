"""The first administrator, and the other commands about people and curricula."""

import re

import pytest
from sqlalchemy import select

from workbench.accounts.cli import accounts
from workbench.cli import permissions
from workbench.config import CHECKOUT
from workbench.curricula.cli import curricula
from workbench.curricula.library import shipped_directory
from workbench.permissions import permissions_page
from workbench.training.cli import providers
from workbench.training.models import Membership, Provider

NEW = "seven lanterns by the quiet harbour"


@pytest.fixture
def run(app):
    runner = app.test_cli_runner()
    return lambda group, *words: runner.invoke(group, words)


def test_the_first_administrator_comes_by_a_link_of_the_command_line(db, run, anonymous):
    made = run(providers, "create", "Harbour Institute", "--short", "HI")
    invited = run(providers, "invite-administrator", "HI", "jo@example.org", "Jo Lindqvist")
    path = re.search(r"http://127\.0\.0\.1:8000(/invitations/\S+)", invited.output)[1]

    anonymous.post(path, {"name": "Jo Lindqvist", "password": NEW})

    assert made.exit_code == 0, made.output
    assert db.scalar(select(Membership.role)) == "administrator"
    assert "Harbour Institute" in anonymous.open("/people").text


@pytest.mark.parametrize(
    "words",
    [
        ("Harbour Institute", "--short", "hi"),
        ("Harbour Institute", "--short", "HI", "--zone", "Mars/Olympus"),
        ("Kept Institute", "--short", "HI"),
        ("Harbour Institute", "--short", "KI"),
    ],
)
def test_a_provider_that_cannot_be_is_refused(db, make, run, words):
    make.provider(name="Kept Institute", short_name="KI")

    result = run(providers, "create", *words)

    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert db.scalars(select(Provider.short_name)).all() == ["KI"]


def test_nobody_is_invited_to_a_provider_that_is_not_there(run):
    result = run(providers, "invite-administrator", "HI", "jo@example.org", "Jo Lindqvist")

    assert result.exit_code == 1
    assert "no provider HI" in result.output


def test_a_link_sets_a_forgotten_password(make, run, anonymous):
    person = make.person()

    result = run(accounts, "link", person.email)
    path = re.search(r"http://127\.0\.0\.1:8000(/new-password/\S+)", result.output)[1]

    assert person.name in anonymous.open(path).text


def test_no_link_for_an_address_that_nobody_has(run):
    assert run(accounts, "link", "nobody@example.org").exit_code == 1


def test_curricula_are_listed_and_checked(run, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("format = ", "utf-8")
    shipped, *_ = shipped_directory().glob("*.toml")

    assert "2026.1  published" in run(curricula, "list").output
    assert run(curricula, "check").exit_code == 0
    assert run(curricula, "check", str(shipped)).output == "All is well with 1 of 1 files.\n"
    refused = run(curricula, "check", str(bad))
    assert refused.exit_code == 1
    assert refused.output.startswith(f"{bad}: ")


def test_the_page_of_permissions_fits_the_policy(run):
    assert (CHECKOUT / "docs" / "permissions.md").read_text("utf-8") == permissions_page()
    assert run(permissions, "--check").exit_code == 0
