"""How far the clause goes in which something is told. Pure."""

import re

EDGE = re.compile(
    r"[.,;:!?\n()“”\"]|\s[-–—]\s|\s(?:and|but|when|because|so|after|before|while|since|if|although|"
    r"until|as)\s"
)
#: How far the words that tell more may go.
REACH, BEFORE = 60, 40


def to_edge(text: str, end: int) -> int:
    """Where the clause ends that goes on after a passage, at a whole word."""
    edge = EDGE.search(text, end, min(len(text), end + REACH))
    if edge:
        return max(end, edge.start())
    if end + REACH >= len(text):
        return len(text)
    return max(end, text.rfind(" ", end, end + REACH))


def from_edge(text: str, start: int) -> int:
    """Where the clause begins that leads up to a passage, at a whole word."""
    left = max(0, start - BEFORE)
    edges = [edge.end() for edge in EDGE.finditer(text, left, start)]
    first = edges[-1] if edges else (text.find(" ", left, start) + 1 if left else 0)
    while first < start and not text[first].isalnum():
        first += 1
    return first
