"""The curricula, to be read."""

from workbench.publishing.views import reading
from workbench.publishing.views.blueprint import bp

PAGES = (reading,)
"""Named so that every page is on the blueprint before the app takes it."""

__all__ = ["bp"]
