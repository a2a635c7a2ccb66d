"""What no curriculum says: figures beyond any training, letters that nothing can keep. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.curricula.problems import Problem, Step, place

MOST = 1_000_000
MOST_OF = {"months": 1_200, "years": 100, "days": 36_600, "sessions": 1_000, "minutes": 100_000}
"""By the last word of a field's name: a hundred years of anything, and treatments of any length."""
MOST_DOTS = 200
"""In a line. A key of more parts would take a reader of TOML minutes, and no line has as many."""
KEPT_CONTROLS = frozenset("\n\t")


def beyond_limits(said: Mapping[str, object], file: str) -> list[Problem]:
    """Every figure and letter in a file that goes beyond what can be."""
    return [Problem(file, place(steps, said), words) for steps, words in _beyond(said, ())]


def crowded_line(text: str) -> int | None:
    """The number of the first line with more dots than any line of a curriculum."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if line.count(".") > MOST_DOTS), None)


def _beyond(value: object, steps: Sequence[Step]) -> Iterator[tuple[Sequence[Step], str]]:
    match value:
        case Mapping():
            for name, inside in value.items():
                yield from _beyond(inside, (*steps, name))
        case list():
            for number, inside in enumerate(value):
                yield from _beyond(inside, (*steps, number))
        case int():
            most = _most(steps)
            if abs(value) > most:
                yield steps, f"expected at most {most}"
        case str() if any(letter < " " and letter not in KEPT_CONTROLS for letter in value):
            yield steps, "holds a control character, which nothing can show"
        case _:
            pass


def _most(steps: Sequence[Step]) -> int:
    named = next((step for step in reversed(steps) if isinstance(step, str)), "")
    return MOST_OF.get(named.rpartition("_")[2], MOST)
