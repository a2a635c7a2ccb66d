"""`make bench`: runs every benchmark and prints its ratio. Never part of the tests."""

from rich.console import Console
from rich.table import Table

from bench import anonymised, cohort, documents, evaluation, home

BENCHMARKS = (home, cohort, evaluation, documents, anonymised)


def main() -> None:
    """Run them one after the other."""
    table = Table("What", "Ratio", "Asked for", "Measured")
    for benchmark in BENCHMARKS:
        for line in benchmark.run():
            table.add_row(line.what, f"{line.ratio:.2f}", line.asked, line.measured)
    Console().print(table)


main()
