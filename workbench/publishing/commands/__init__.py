"""What changes on drafts, published versions and whom they hold for."""

from workbench.publishing.commands.drafting import (
    discard_draft,
    publish_draft,
    save_draft,
    start_draft,
)
from workbench.publishing.commands.moving import move_cohort, move_enrolment

__all__ = [
    "discard_draft",
    "move_cohort",
    "move_enrolment",
    "publish_draft",
    "save_draft",
    "start_draft",
]
