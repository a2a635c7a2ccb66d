"""The rules of documents: text, anchors, re-anchoring, differences, rounds. Pure."""
