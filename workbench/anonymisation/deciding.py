"""What may be decided of one finding, and in which words. Pure."""

from workbench.anonymisation.gate import Finding
from workbench.anonymisation.model import Label
from workbench.anonymisation.scanning import scan
from workbench.errors import Refusal

REASON_CHARACTERS = 200
REPLACEMENT_CHARACTERS = 60


class NotToBeDecided(Refusal):
    """A finding cannot be settled in this way, or not in these words."""


def reason_for(finding: Finding, reason: str) -> str:
    """Why a finding that must go is harmless, in words that may be kept."""
    _not_sent_back(finding)
    if not reason:
        message = "Say why it identifies nobody. Your supervisor sees the reason."
        raise NotToBeDecided(message, field="reason")
    if len(reason) > REASON_CHARACTERS:
        message = f"The reason is {len(reason)} characters long; {REASON_CHARACTERS} are the most."
        raise NotToBeDecided(message, field="reason")
    if finding.passage.casefold() in reason.casefold() or scan(reason).must_go:
        message = (
            "Give the reason without repeating the detail: the reason is kept, the detail not."
        )
        raise NotToBeDecided(message, field="reason")
    return reason


def may_keep(finding: Finding) -> None:
    """Refuse to let a detail stand unseen that must go."""
    _not_sent_back(finding)
    if finding.must_go:
        message = "This must go, or be dismissed with a reason: it cannot only be kept."
        raise NotToBeDecided(message)


def replacement_for(finding: Finding, words: str) -> str:
    """Other words for a passage, which must not give it away again."""
    if not words:
        message = "Write what should stand there instead."
        raise NotToBeDecided(message, field="words")
    if len(words) > REPLACEMENT_CHARACTERS:
        message = f"This is {len(words)} characters long; {REPLACEMENT_CHARACTERS} are the most."
        raise NotToBeDecided(message, field="words")
    if shares_a_word(words, finding.passage):
        message = "This repeats a part of what must go. Choose other words."
        raise NotToBeDecided(message, field="words")
    if is_person(finding) and _initials(words) & _initials(finding.passage):
        message = "This begins like the real name. Choose one that does not."
        raise NotToBeDecided(message, field="words")
    return words


def pseudonym_in(finding: Finding) -> str:
    """The words of a finding that is a pseudonym already."""
    _not_sent_back(finding)
    if not is_person(finding) or len(finding.passage) > REPLACEMENT_CHARACTERS:
        message = "Only a name can be a pseudonym."
        raise NotToBeDecided(message)
    return finding.passage


def is_person(finding: Finding) -> bool:
    """Whether it is somebody's name."""
    return finding.label == Label.PERSON


def shares_a_word(words: str, passage: str) -> bool:
    """Whether two texts have a word in common, whatever its case."""
    return bool(_words(words) & _words(passage))


def _words(text: str) -> set[str]:
    kept = "".join(each if each.isalnum() else " " for each in text.casefold())
    return set(kept.split()) - FILLERS


def _initials(text: str) -> set[str]:
    return {word[0] for word in _words(text)}


FILLERS = frozenset(
    {"s", "a", "of", "the", "in", "an", "at", "on", "and", "for", "to", "she", "he"}
)


def _not_sent_back(finding: Finding) -> None:
    if finding.is_sent_back:
        message = "Your supervisor marked this as identifying. Replace it with other words."
        raise NotToBeDecided(message)
