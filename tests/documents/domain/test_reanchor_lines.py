import json

from workbench.documents.domain.reanchor_lines import placed_lines


def test_each_line_is_answered_by_one():
    case = {"id": "a", "old": "One more word here.", "new": "Now one more word here.", "start": 4}
    lines = [json.dumps(case | {"end": 8}), "\n", json.dumps(case | {"id": "b", "end": 4})]

    found, gone = map(json.loads, placed_lines(lines))

    assert found == {"id": "a", "status": "carried", "start": 8, "end": 12, "why": "mapped"}
    assert (gone["id"], gone["status"], gone["start"]) == ("b", "orphaned", None)
