"""Two providers that publish: a draft nobody else reads, and a version for their own people."""

from pathlib import Path

from support.marks import mark

SMALL = (Path(__file__).parents[1] / "curricula" / "small.toml").read_text("utf-8")
VERSION = "2027.1"


def published(world, kind, provider, key, title):
    """A version that an administrator published through the page."""
    text = written(key, title)
    draft = world.make.curriculum_draft(provider, text, world.people[kind], title)
    answer = world.browser(kind).post(f"/curricula/drafts/{draft.id}/publish", {"revision": 1})
    assert answer.status_code == 303, answer.text
    world.db.rollback()


def publish(world):
    """What each of the two has: the trainee's own provider, and the one elsewhere."""
    own = mark("curriculum of the provider")
    published(world, "administrator", world.provider, "zq-own", own)
    far = mark("curriculum elsewhere")
    published(world, "administrator elsewhere", world.elsewhere, "zq-far", far)
    title = mark("draft of a curriculum")
    draft = world.make.curriculum_draft(
        world.provider, written("zq-draft", title), world.people["administrator"], title
    )
    world.in_provider("curriculum draft", draft)


def written(key, title):
    """The small curriculum as another one."""
    named = SMALL.replace('key = "small"', f'key = "{key}"', 1)
    titled = named.replace('title = "Small"', f'title = "{title}"', 1)
    return titled.replace('version = "2026.1"\n', f'version = "{VERSION}"\n', 1).replace(
        'succeeds = "2025.1"\n', "", 1
    )
