"""A framework from elsewhere as the draft of a curriculum: what it says, and no more. Pure.

What the other system has no word for is left out, so that the check of the draft asks for it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from workbench.curricula.exchange.framework import Framework, Item, ReadScale
from workbench.curricula.materials import Scope
from workbench.curricula.toml_text import toml_text

Table = dict[str, object]

LONGEST_LABEL = 80
LONGEST_KEY = 60
NOTICE = "These words came from {source}. Say here whose they are and who may use them."
HEAD = (
    "A draft from {source}. What that cannot say is not in here yet: the activities and how they",
    "count, the gates and what they ask. The check names everything that is missing.",
)


def draft_of(framework: Framework, *, year: int) -> str:
    """The text of the draft. The year begins its version where the framework has none like ours."""
    comments = [line.format(source=framework.source) for line in HEAD]
    drafting = _Drafting(framework)
    remarks = [*framework.remarks, *drafting.left_out()]
    return toml_text(drafting.said(year), comments=[*comments, *map(_one_line, remarks)])


class _Drafting:
    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.parents = {item.id: item for item in framework.items}
        self.groups = {item.parent for item in framework.items}
        phases = [item for item in framework.items if self._is_phase(item)]
        self.phases = _keyed(phases, r"[^a-z0-9]+", "phase")
        tasks = [item for item in framework.items if self._is_task(item)]
        self.tasks = _keyed(tasks, r"[^A-Za-z0-9]+", "T")

    def said(self, year: int) -> Table:
        """The file, with what the framework says at its place."""
        f, ours = self.framework, self.framework.said
        scales = _named_scales(f.scales)
        return {
            "format": 1,
            "key": _text(ours.get("key")) or slug(f.title),
            "version": f.version if re.fullmatch(r"\d{4}\.\d+", f.version) else f"{year}.1",
            "title": _one_line(f.title),
            "language": f.language or "en",
            "body": _one_line(f.body) or None,
            "status": "draft",
            "notice": f.notice.strip() or NOTICE.format(source=f.source),
            "short_form": ours.get("short_form"),
            "sources": [],
            "treatment": self._treatment(),
            "scales": [_scale(key, scale) for key, scale in scales.items()],
            "tasks": [self._task(key, item, scales) for key, item in self.tasks.items()],
        }

    def left_out(self) -> Iterator[str]:
        """Groups within a phase, of which the format knows none."""
        for item in self.framework.items:
            if not self._is_phase(item) and not self._is_task(item):
                yield f"Left out, because a phase has no groups: {item.title or item.statement}"

    def _is_phase(self, item: Item) -> bool:
        if "kind" in item.said:
            return item.said["kind"] == "phase"
        return item.parent is None and item.id in self.groups

    def _is_task(self, item: Item) -> bool:
        return item.id not in self.groups and not self._is_phase(item)

    def _treatment(self) -> Table:
        told = self.framework.said.get("treatment")
        ours: Table = dict(told) if isinstance(told, Mapping) else {}
        phases = [_phase(key, item) for key, item in self.phases.items()]
        return {"name": self.framework.description.strip() or None} | ours | {"phases": phases}

    def _task(self, key: str, item: Item, scales: Mapping[str, ReadScale]) -> Table:
        ours = item.said
        phase = self._phase_of(item)
        default = Scope.PHASE if phase else Scope.CROSS_PHASE
        own = {
            name: scale.anchors[item.id]
            for name, scale in scales.items()
            if item.id in scale.anchors
        }
        return {
            "key": key,
            "scope": _text(ours.get("scope")) or default.value,
            "phase": phase,
            "label": _label(item),
            "meaning": item.statement.strip(),
            "looks_for": item.notes.strip() or None,
            "first": ours.get("first"),
            "last": ours.get("last"),
            "core": ours.get("core", False),
            "scales": ours.get("scales", list(scales)),
            "anchors": own or None,
        }

    def _phase_of(self, item: Item) -> str | None:
        """The key of the phase at the top of what the item is put under."""
        top = item
        while top.parent is not None:
            top = self.parents[top.parent]
        return next((key for key, phase in self.phases.items() if phase is top), None)


def _phase(key: str, item: Item) -> Table:
    kept = {name: value for name, value in item.said.items() if name != "kind"}
    return kept | {"key": key, "name": _label(item)}


def _scale(key: str, scale: ReadScale) -> Table:
    points = [
        {"value": value, "label": point.label or str(value), "anchor": point.anchor or None}
        for value, point in enumerate(scale.points, start=scale.first)
    ]
    kept = {name: scale.said.get(name) for name in ("answers", "only_after", "pass_rule")}
    named = {"key": key, "name": _one_line(scale.name), "meaning": scale.meaning.strip() or None}
    return named | {"points": points} | kept


def _named_scales(scales: tuple[ReadScale, ...]) -> dict[str, ReadScale]:
    named: dict[str, ReadScale] = {}
    for scale in scales:
        wanted = _text(scale.said.get("key")) or _key(scale.name.lower(), r"[^a-z0-9]+", "scale")
        named[_free(wanted, named)] = scale
    return named


def _keyed(items: list[Item], strange: str, start: str) -> dict[str, Item]:
    """The items by keys of the format, as near to their own codes as can be."""
    keyed: dict[str, Item] = {}
    for item in items:
        code = item.code or item.title or item.statement
        wanted = code.lower() if start.islower() else code
        keyed[_free(_key(wanted, strange, start), keyed)] = item
    return keyed


def _key(text: str, strange: str, start: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", plain) and not (
        start.islower() and plain.lower() != plain
    ):
        return plain[:LONGEST_KEY]
    key = re.sub(strange, "_", plain).strip("_")[:LONGEST_KEY]
    return key if key[:1].isalpha() else f"{start}_{key}".strip("_")


def _free(wanted: str, taken: Mapping[str, object]) -> str:
    number, key = 2, wanted
    while key in taken:
        key, number = f"{wanted}_{number}", number + 1
    return key


def slug(title: str) -> str:
    """A curriculum's key from its title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_KEY].strip("-")
    return key if key[:1].isalpha() else f"draft-{key}".strip("-")


def _label(item: Item) -> str:
    text = _one_line(item.title) or _one_line(item.statement)
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
