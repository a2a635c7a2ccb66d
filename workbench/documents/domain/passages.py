"""The passages of a section that can be chosen without a mouse. Pure."""

from dataclasses import dataclass

from workbench.documents.domain.tokens import Stretch, Tokens, tokenised


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a sentence, in code points of its section's text."""

    start: int
    end: int
    text: str
    is_paragraph: bool


def passages_of(text: str) -> list[Passage]:
    """Each paragraph, followed by its sentences where it has more than one."""
    tokens = tokenised(text)
    found: list[Passage] = []
    if not tokens:
        return found
    for paragraph in tokens.paragraphs:
        inside = [one for one in tokens.sentences if _holds(paragraph, one)]
        found.append(_passage(text, tokens, paragraph, is_paragraph=True))
        if len(inside) > 1:
            found += [_passage(text, tokens, one, is_paragraph=False) for one in inside]
    return found


def _holds(paragraph: Stretch, sentence: Stretch) -> bool:
    return paragraph[0] <= sentence[0] and sentence[1] <= paragraph[1]


def _passage(text: str, tokens: Tokens, stretch: Stretch, *, is_paragraph: bool) -> Passage:
    start, end = tokens.starts[stretch[0]], tokens.ends[stretch[1] - 1]
    return Passage(start, end, text[start:end], is_paragraph)
