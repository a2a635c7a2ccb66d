"""The wheel carries all it needs: built, installed outside the checkout, it opens a page."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

CHECKOUT = Path(__file__).parent.parent
OPENS_A_PAGE = """
from workbench.app import create_app
from workbench.config import Config

app = create_app(Config(secret_key="k" * 40, database="sqlite://", tls=False))
page = app.test_client().get("/sign-in")
assert page.status_code == 200, page.status
assert b"Sign in" in page.data
assert app.extensions["curricula"].all()
import workbench
print(workbench.__file__)
"""


def test_an_installed_wheel_opens_a_page(tmp_path):
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", tmp_path, CHECKOUT)
    [wheel] = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", site, wheel)

    said = run(sys.executable, "-c", OPENS_A_PAGE, cwd=tmp_path, env={"PYTHONPATH": str(site)})

    assert Path(said.strip()).is_relative_to(site)


def run(*command, **kwargs):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **kwargs)  # noqa: S603 - our own words
    assert done.returncode == 0, done.stderr
    return done.stdout
