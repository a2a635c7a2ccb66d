"""A curriculum as a CASE 1.1 package: phases and tasks as items, scales as rubrics. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import pairwise
from uuid import NAMESPACE_URL, uuid5

import msgspec

from workbench.curricula.materials import Scale, Scope, Task
from workbench.curricula.model import Curriculum, Phase, Status

Node = dict[str, object]

OURS = "workbench"
"""Under this name an extension keeps what CASE has no word for."""
_SPACE = uuid5(NAMESPACE_URL, "urn:x-workbench:curricula")
_ADOPTION = {
    Status.DRAFT: "Draft",
    Status.PUBLISHED: "Adopted",
    Status.WITHDRAWN: "Deprecated",
}
_TYPES = {
    "phase": ("Phase", "A stretch of the treatment."),
    Scope.PHASE: ("Task", "What a therapist does in one phase."),
    Scope.CROSS_PHASE: ("Cross-phase task", "What a therapist does in every session."),
    Scope.OFF_MODEL: ("Departure from the model", "What leaves the model when it is done."),
}


def case_json(curriculum: Curriculum, *, owner: str = "") -> bytes:
    """The package as the text of its file."""
    return msgspec.json.format(msgspec.json.encode(case_package(curriculum, owner=owner)))


def case_package(curriculum: Curriculum, *, owner: str = "") -> Node:
    """The package. The same version of one owner has the same identifiers, wherever it is made.

    The owner is the provider that published the version; nobody, for one that is shipped.
    """
    return _Export(curriculum, owner).package()


def case_identifier(curriculum: Curriculum, kind: str, key: str = "", *, owner: str = "") -> str:
    """The identifier of one part of a version, such as a task, by which others can point at it."""
    name = f"{owner}\n{curriculum.key}\n{curriculum.version}\n{kind}\n{key}"
    return str(uuid5(_SPACE, name))


@dataclass(frozen=True, slots=True)
class _Export:
    c: Curriculum
    owner: str

    def package(self) -> Node:
        return {
            "CFDocument": self._document(),
            "CFItems": [*self._phases(), *map(self._task, self.c.tasks)],
            "CFAssociations": list(self._associations()),
            "CFDefinitions": {"CFItemTypes": list(self._item_types())},
            "CFRubrics": [self._rubric(scale) for scale in self.c.scales],
        }

    def _named(self, kind: str, key: str = "") -> Node:
        """What every part of a package has: an identifier, its address, and when it was changed."""
        identifier = case_identifier(self.c, kind, key, owner=self.owner)
        uri = f"urn:uuid:{identifier}"
        return {"identifier": identifier, "uri": uri, "lastChangeDateTime": self._changed()}

    def _changed(self) -> str:
        """The day of the latest reading of a source: the file itself knows no other."""
        read = max((source.read for source in self.c.sources), default=None)
        if read is None:
            return f"{self.c.version[:4]}-01-01T00:00:00Z"
        return datetime.combine(read, time(), UTC).isoformat().replace("+00:00", "Z")

    def _document(self) -> Node:
        c, treatment = self.c, msgspec.to_builtins(self.c.treatment)
        del treatment["phases"]
        return self._named("document") | {
            "creator": _line(c.body),
            "title": _line(c.title),
            "caseVersion": "1.1",
            "frameworkType": "Training curriculum",
            "description": c.treatment.name,
            "language": c.language,
            "version": c.version,
            "adoptionStatus": _ADOPTION[c.status],
            "notes": c.notice,
            "extensions": _ours(key=c.key, short_form=c.short_form, treatment=treatment),
        }

    def _phases(self) -> Iterator[Node]:
        for number, phase in enumerate(self.c.treatment.phases, start=1):
            told = msgspec.to_builtins(phase)
            kept = {name: told[name] for name in told if name not in {"key", "name"}}
            yield self._item("phase", phase.key, phase.name, "phase") | {
                "listEnumeration": str(number),
                "abbreviatedStatement": _line(phase.name),
                "extensions": _ours(kind="phase", **kept),
            }

    def _task(self, task: Task) -> Node:
        return self._item("task", task.key, task.meaning, task.scope) | {
            "abbreviatedStatement": _line(task.label),
            "notes": task.looks_for,
            "conceptKeywords": ["core"] if task.core else [],
            "extensions": _ours(
                kind="task",
                scope=task.scope,
                first=task.first,
                last=task.last,
                core=task.core,
                scales=task.scales,
            ),
        }

    def _item(self, kind: str, key: str, statement: str, sort: str) -> Node:
        title, _ = _TYPES[sort]
        return self._named(kind, key) | {
            "fullStatement": statement,
            "humanCodingScheme": key,
            "CFItemType": title,
            "CFItemTypeURI": self._link("type", sort, title),
            "language": self.c.language,
        }

    def _item_types(self) -> Iterator[Node]:
        for code, (sort, (title, description)) in enumerate(_TYPES.items(), start=1):
            yield self._named("type", sort) | {
                "title": title,
                "description": description,
                "hierarchyCode": str(code),
                "typeCode": str(sort),
            }

    def _associations(self) -> Iterator[Node]:
        phases = self.c.treatment.phases
        document = self._link("document", "", _line(self.c.title))
        for number, phase in enumerate(phases, start=1):
            yield self._association("isChildOf", self._phase_link(phase), document, number)
        for before, after in pairwise(phases):
            yield self._association("precedes", self._phase_link(before), self._phase_link(after))
        for number, task in enumerate(self.c.tasks, start=1):
            above = self.c.phase(task.phase or "")
            parent = self._phase_link(above) if above else document
            yield self._association("isChildOf", self._task_link(task), parent, number)

    def _association(
        self, kind: str, origin: Node, target: Node, number: int | None = None
    ) -> Node:
        key = f"{origin['identifier']} {target['identifier']} {kind}"
        order: Node = {} if number is None else {"sequenceNumber": number}
        return (
            self._named("association", key)
            | order
            | {
                "associationType": kind,
                "originNodeURI": origin | {"targetType": "CASE"},
                "destinationNodeURI": target | {"targetType": "CASE"},
            }
        )

    def _rubric(self, scale: Scale) -> Node:
        own = [task for task in self.c.tasks if scale.key in task.anchors]
        told = msgspec.to_builtins(scale)
        kept = {name: told.get(name) for name in ("answers", "only_after", "pass_rule")}
        return self._named("scale", scale.key) | {
            "title": _line(scale.name),
            "description": scale.meaning,
            "CFRubricCriteria": [
                self._criterion(scale, task, number) for number, task in enumerate([None, *own], 1)
            ],
            "extensions": _ours(key=scale.key, **kept),
        }

    def _criterion(self, scale: Scale, task: Task | None, number: int) -> Node:
        """What the points look like: for any task, or for one that has words of its own."""
        named = self._named("criterion", f"{scale.key} {task.key if task else ''}")
        anchors = self.c.anchors(task, scale) if task else tuple(p.anchor for p in scale.points)
        about: Node = {"CFItemURI": self._task_link(task)} if task else {}
        return (
            named
            | about
            | {
                "category": _line(scale.name),
                "description": _line(task.label) if task else scale.meaning,
                "position": number,
                "rubricId": case_identifier(self.c, "scale", scale.key, owner=self.owner),
                "CFRubricCriterionLevels": [
                    self._level(scale, str(named["identifier"]), place, anchor)
                    for place, anchor in enumerate(anchors)
                ],
            }
        )

    def _level(self, scale: Scale, criterion: str, place: int, anchor: str) -> Node:
        point = scale.points[place]
        return self._named("level", f"{criterion} {point.value}") | {
            "quality": _line(point.label),
            "score": point.value,
            "description": anchor,
            "position": place + 1,
            "rubricCriterionId": criterion,
        }

    def _phase_link(self, phase: Phase) -> Node:
        return self._link("phase", phase.key, _line(phase.name))

    def _task_link(self, task: Task) -> Node:
        return self._link("task", task.key, _line(task.label))

    def _link(self, kind: str, key: str, title: str) -> Node:
        named = self._named(kind, key)
        return {"title": title, "identifier": named["identifier"], "uri": named["uri"]}


def _line(text: str) -> str:
    """A text without line ends, as CASE wants its titles."""
    return " ".join(text.split())


def _ours(**said: object) -> Node:
    return {OURS: {name: value for name, value in said.items() if value is not None}}
