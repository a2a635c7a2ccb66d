"""The pages of documents: writing, reading, commenting."""

from workbench.documents.views import commenting, reading, writing
from workbench.documents.views.blueprint import bp

__all__ = ["bp", "commenting", "reading", "writing"]
