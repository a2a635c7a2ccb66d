"""A session is rated by both, each blind to the other until both have signed."""

from browser.hands import does_not_read, press, reads
from support.make import CURRICULUM

from workbench.adherence.domain.form import form_for
from workbench.curricula.library import Library


def begin(page, session_id):
    page.goto(f"/sessions/{session_id}/ratings")
    page.get_by_label("Short form").check()
    press(page, "Rate this session")


def rate(page, session_id, *, extent, skill, heard):
    """Every task of the phase on both scales, one with what was heard; then sign."""
    begin(page, session_id)
    items = form_for(Library().get(*CURRICULUM), "initial", short=True).items
    for item in items:
        page.locator(f"[name='{item.task.key}-extent'][value='{extent}']").check()
        page.locator(f"[name='{item.task.key}-skill'][value='{skill}']").check()
    page.locator(f"[name='{items[0].task.key}-evidence']").fill(heard)
    page.get_by_label("Good enough, taken as a whole").check()
    press(page, "Check and sign")
    page.wait_for_url(f"**/sessions/{session_id}/ratings")


def sees_nothing_of(page, session_id, heard):
    page.goto(f"/sessions/{session_id}/ratings")
    does_not_read(page, heard)
    page.goto("/ratings")
    does_not_read(page, heard)


def sees_both(page, session_id):
    page.goto(f"/sessions/{session_id}/ratings")
    reads(page, "Both signed.")
    reads(page, "two or more points apart")
