"""What changes on drafts, published versions and whom they hold for."""

from workbench.publishing.commands.drafting import (
    discard_draft,
    publish_draft,
    save_draft,
    start_draft,
)

__all__ = ["discard_draft", "publish_draft", "save_draft", "start_draft"]
