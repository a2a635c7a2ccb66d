"""What the rules found, kept for as long as nothing changed."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.db import Base


class KeptFindings(Base):
    """An enrolment's findings, good under its change counter, on its day, by its edition only."""

    __tablename__ = "kept_findings"

    enrolment_id: Mapped[int] = mapped_column(
        ForeignKey("enrolments.id"), primary_key=True, autoincrement=False
    )
    counter: Mapped[int]
    on: Mapped[date]
    edition: Mapped[str] = mapped_column(String(16))
    """Of the rules that found it."""
    page: Mapped[dict[str, Any]]
    """Everything that the home page and the cohort's line show."""
