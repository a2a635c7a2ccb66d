"""Figures in their exact form, and cells that never calculate."""

import csv
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records.domain.made_statement import statement

from workbench.progress.domain.amounts import exact
from workbench.records.domain.canonical import grouped
from workbench.records.domain.naming import printed
from workbench.records.domain.table import DANGEROUS, harmless, hours, record_table, written


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Fraction(150), "150"),
        (Fraction(0), "0"),
        (Fraction(35, 2), "17.5"),
        (Fraction(1, 8), "0.125"),
        (Fraction(100, 3), "100/3"),
        (Fraction(100), "100"),
    ],
)
def test_an_amount_is_said_exactly(amount, said):
    assert exact(amount) == said


@given(st.fractions(min_value=0, max_value=10_000))
def test_an_exact_amount_reads_back(amount):
    assert Fraction(exact(amount)) == amount


def test_hours_are_rounded_down_and_fingerprints_grouped():
    assert hours("8999") == "149.9"
    assert grouped("9f2c41d8") == "9f2c 41d8"


@given(st.text())
def test_no_cell_calculates_and_none_loses_a_letter(text):
    cell = harmless(text)

    assert not cell.startswith(DANGEROUS)
    assert cell.endswith(text)


def test_nothing_is_an_empty_cell():
    assert harmless(None) == ""


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_a_table_reads_back_as_it_was_written(cells):
    table = written([cells]).decode("utf-8-sig")

    [row] = csv.reader(StringIO(table, newline=""))

    assert row == [harmless(cell) for cell in cells]


def test_a_record_table_begins_with_its_number():
    table = record_table(statement(), "0" * 64).decode("utf-8-sig")

    assert table.startswith('"Competency record","HI-2026-0147"\r\n')


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (" Mina\n Parry ", "Mina Parry"),
        ("\u202eMina", "Mina"),
        ("a\u200cb", "a\u200cb"),
        ("e\u0301", "é"),
        ("a\ue000\ufeffb", "ab"),
    ],
)
def test_a_name_is_printed_on_one_line_without_hidden_marks(name, shown):
    assert printed(name) == shown
