"""Benchmarks: what has a number to hold, each as a ratio in one run."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))  # for the tests' makers of rows
