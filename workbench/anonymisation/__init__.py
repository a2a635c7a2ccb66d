"""Finds what in a text may tell who a patient is. Pure apart from its data files."""

from workbench.anonymisation.model import Label, Report, Span, Tier
from workbench.anonymisation.scanning import scan

__all__ = ["Label", "Report", "Span", "Tier", "scan"]
