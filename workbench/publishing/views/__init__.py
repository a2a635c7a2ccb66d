"""The curricula: to be read, drafted and published."""

from workbench.publishing.views import drafting, reading
from workbench.publishing.views.blueprint import bp

PAGES = (drafting, reading)
"""Named so that every page is on the blueprint before the app takes it."""

__all__ = ["bp"]
