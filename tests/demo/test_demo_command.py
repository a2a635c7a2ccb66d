"""`workbench demo`, as a person types it."""

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


def demo(folder):
    command = [sys.executable, "-m", "workbench.cli", "demo", "--no-serve", "--folder", folder]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)  # noqa: S603 - our own words


def test_the_demo_is_made_once_and_kept(tmp_path):
    first = demo(tmp_path)
    made = (tmp_path / "demo.sqlite").stat().st_size
    second = demo(tmp_path)

    assert first.returncode == 0, first.stderr
    assert "parry@harbour.example" in first.stdout
    assert "One to try is HI-20" in first.stdout
    assert second.stdout.strip() == first.stdout.strip()
    assert (tmp_path / "demo.sqlite").stat().st_size == made
