"""The curricula: to be read, drafted and published, and people moved between them."""

from workbench.publishing.views import drafting, moving, reading
from workbench.publishing.views.blueprint import bp

PAGES = (drafting, moving, reading)
"""Named so that every page is on the blueprint before the app takes it."""

__all__ = ["bp"]
