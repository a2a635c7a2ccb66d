"""How old somebody is or was: a number, and what stands before and behind it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.anonymisation.counting import TENS, UNITS, WORDS, N
from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import Page
from workbench.anonymisation.recognisers.decades import band, decades
from workbench.anonymisation.wordlists import cues, wordlist

NUMBER = re.compile(
    rf"(?<![\w£$€#/.%+=<>≤≥:-])(?:\d{{1,3}}(?:\.5|½)?(?![\w:/]|[.,]\d)|(?:{WORDS})(?!\w)|"
    rf"\d{{1,3}}(?=yo\b|y/o|yrs?\b))",
    re.IGNORECASE,
)
#: What stands before a number: the last word or sign, but for "only", "nearly" and the like.
CUE = re.compile(
    r"(?:(?P<word>[\w’'&]+)|(?P<sign>[^\w\s]))?\s*"
    r"(?:(?:now|still|only|just|about|already|nearly|almost|barely|around|roughly) )*$",
    re.IGNORECASE,
)
REACH, NEAR = 60, 30
OLD = re.compile(
    r"(?:[- ]and[- ]a[- ]half)?[-\s]?(?:years?|yrs?|months?|weeks?|days?)[-\s]?(?:olds?|of age)\b"
    r"|\s?(?:y/o|yo\b|y\.o\.)",
    re.IGNORECASE,
)
UNIT = re.compile(r" (?:months?|weeks?|days?|yrs?|years?)(?=[.,;)]| and\b|\s*$)")
NO_AGE = re.compile(
    r"\s?(?:%|/|:|[-–]\s?(?:week|session|point|item|month|minute|\d)|"
    r"(?:per|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?|sessions?|times|"
    r"miles|"
    r"points?|people|of|out|mg|am|pm|o['’]clock|pounds?|stone|kg|lbs?|percent|children|kids|"
    r"cigarettes|units|others|siblings|brothers|sisters|sons|daughters|jobs|meetings|appointments|"
    r"down|up|away|half|and a half)\b)"
)
#: A clock: "ten to five", "at twenty to", "five past".
CLOCK = re.compile(rf" (?:to|past)(?: {N}\b| the hour|[.,;:]| and\b|$)", re.IGNORECASE)
ENDS = re.compile(
    r"[.,;:!?)”\"]|\s*$|\s+[-–—(]|\s(?:and|but|now|when|who|with|in|next|last|this|on|from|at|to|"
    r"or|"
    r"then|so|if|because|she|he|you|i|they|her|his|the|my|we)\b",
    re.IGNORECASE,
)
LISTED = re.compile(r"[;)\n]|,(?! ?(?:\d|or\b))|\.(?!\d)|\s*$|\s+[-–—]\s")
THEN = re.compile(
    r",? (?:he|she|they|i|when|her|his|my|your|the family|and (?:was|had))\b", re.IGNORECASE
)
AFTER_AT = re.compile(
    rf"[.,;)]|\s*$| (?:and|by|with|in|from|for|because|after|you)\b| to (?!{N}\b|and\b)[a-z]",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"(?: ?(?:months?|weeks?|yrs?|years?|m|f))?(?=\)|,| and |;)", re.IGNORECASE)
BEFORE_A_BRACKET = re.compile(r"(?: (?:months|weeks|yrs|years))?[;)]")
LIFE = re.compile(
    r"\b(?:sent|taken|left|married|orphaned|adopted|widowed|died|dead|born|school|boarding|home|"
    r"away|"
    r"care|mother|father|mum|dad|pregnant|diagnosed|started|began|moved|joined|emigrated|lost|"
    r"weaned|"
    r"fostered|placed|given|wed|divorced|retired|enlisted|apprenticed|baby)\b[^.;\n]{0,25}$"
)
REACHING = re.compile(
    r"\b(?:rising|pushing|knocking on|getting on for|coming up to|nudging|touching|nearing|"
    r"approaching|hitting|side of|will be|not yet|be|turn|gone|reached|reaching|past|over|under|"
    r"about|around|nearly|almost|just|barely) $",
    re.IGNORECASE,
)
#: What is said of nothing but an age.
NEARING = re.compile(
    r"\b(?:rising|pushing|knocking on|getting on for|nudging|the (?:wrong|right) side of) $",
    re.IGNORECASE,
)
PAIRED = re.compile(rf"\b(?:aged|ages?) (?:{N}, )*{N}(?:,|,? (?:and|to|or)) $", re.IGNORECASE)
SEXED = re.compile(r"(?<!\w)(?:[1-9]\d ?[MF]|[mfMF],? ?[1-9]\d)(?=[.,;)\n ]|$)")
#: A number after one of these is a score: "PHQ-9 was 16", "total of 24".
SCORE = re.compile(
    r"(?:\b[A-Za-z]{3,}[-‑ ]?\d+\s\d+ \((?:was|from)|\b(?i:phq|gad|core|"
    r"wsas)[-‑ ]?\d*(?: at [a-z]+(?: \d+)?)?|\b(?!AGE\b)[A-Z]{3,}(?:[-‑]?\w+)?|(?i:\b(?:scores?|"
    r"scored|total|rating|rated|mean|item|"
    r"first|"
    r"last|hours?|sessions?|attended|offered|weeks?|page|pp?)))"
    r"[\s(=:.]*(?:was|is|of|at|fell to|were)?[\s(=:]*$"
)
NOBODY = cues("no_age_of")
YOUNG = frozenset({"boy", "girl", "child", "baby", "toddler", "lad", "lass", "son", "daughter"})
KIN = wordlist("relations") | YOUNG | cues("persons")
DIGITS = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A number with what stands around it."""

    before: str
    text: str
    after: str
    word: str
    sign: str

    @property
    def in_figures(self) -> bool:
        """Whether it is written in figures."""
        return self.text[0].isdigit()

    @property
    def years(self) -> bool:
        """Whether it is between ten and ninety-nine."""
        if self.in_figures:
            return len(self.text) == DIGITS and self.text[0] != "0"
        return not re.fullmatch(UNITS, self.text.lower())

    @property
    def tens(self) -> bool:
        """Whether it is twenty or more, in words."""
        return not self.in_figures and bool(re.match(TENS, self.text.lower()))

    @property
    def leading(self) -> str:
        """The word before the last word or sign."""
        words = re.findall(r"[\w’'-]+", self.before)
        skip = 1 if self.word else 0
        return words[-1 - skip] if len(words) > skip else ""


def ages(page: Page) -> Iterator[Span]:
    """How old somebody is or was."""
    text = page.text
    for match in NUMBER.finditer(text):
        end = _end_of_age(text, *match.span())
        if end:
            led = NEARING.search(text, max(0, match.start() - REACH), match.start())
            yield _age(text, led.start() if led else match.start(), end)
    for match in SEXED.finditer(text):
        yield _age(text, *match.span())
    for start, end in decades(text):
        yield _age(text, start, end)


def _end_of_age(text: str, start: int, end: int) -> int:
    """Where the age ends that a number begins; 0 where it is none."""
    old = OLD.match(text, end)
    if old:
        return old.end()
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if CLOCK.match(after) or SCORE.search(before[-NEAR:]):
        return 0
    number = _number(before, text[start:end], after)
    rule = RULES.get(number.word.lower() or number.sign or "start", _otherwise)
    if not rule(number):
        return 0
    unit = UNIT.match(text, end)
    return unit.end() if unit else end


def _number(before: str, written: str, after: str) -> Number:
    cue = CUE.search(before, max(0, len(before) - NEAR))
    if cue is None:
        return Number(before, written, after, "", "")
    told = before[: cue.end("word") if cue["word"] else max(cue.end("sign"), cue.start())]
    return Number(told, written, after, cue["word"] or "", cue["sign"] or "")


def _aged(number: Number) -> bool:
    """Aged 34; age: 34; turned forty."""
    return not re.match(r"\s?(?:%|per\b|down|up|away)", number.after)


def _said(number: Number) -> bool:
    """He is 34; the girl is 7 now; "I was one of them" is none."""
    who = number.leading.lower()
    if NO_AGE.match(number.after) or not ENDS.match(number.after) or who in NOBODY:
        return False
    if number.text.lower() == "one" or number.text == "Two" or number.before.endswith("(was"):
        return False
    if who == "they" and "when" in number.before.lower()[-len("when they were") :]:
        return True
    told = who in KIN or number.leading[:1].isupper() or "," in number.before[-len(", who was") :]
    return number.years or told


def _of_pronoun(number: Number) -> bool:
    """She's 34; he's nine."""
    return not NO_AGE.match(number.after) and bool(ENDS.match(number.after))


def _at(number: Number) -> bool:
    """At nine she left; married at nineteen."""
    if THEN.match(number.after):
        return not (number.in_figures and ":" in number.before)
    if UNIT.match(number.after):
        return bool(LIFE.search(number.before.lower().removesuffix("at")))
    if not AFTER_AT.match(number.after):
        return False
    return (
        number.tens
        or number.text.lower().endswith("teen")
        or bool(LIFE.search(number.before.lower().removesuffix("at")))
    )


def _since(number: Number) -> bool:
    """Since nine, when her father left."""
    return bool(THEN.match(number.after))


def _of(number: Number) -> bool:
    """The age of nine; a man of sixty; a woman of thirty-nine; a boy of six."""
    who = number.leading.lower()
    if who in {"age", "side"}:
        return True
    if NO_AGE.match(number.after) or not ENDS.match(number.after):
        return False
    if number.years:
        return who in KIN or "-" in number.text or number.text[0] in "3456789"
    return who in YOUNG


def _listed(number: Number) -> bool:
    """One of several facts: ", 38, Polish"; "(dtr, 9)"."""
    if number.leading in cues("numbered"):
        return False
    if PAIRED.search(number.before + " "):
        return True
    if number.years:
        if number.leading[-1:].isdigit():
            return False
        return bool(LISTED.match(number.after) or re.match(r" (?:and|who)\b", number.after))
    somebody = number.in_figures or len(number.leading) == 1 or number.leading.lower() in KIN
    return somebody and bool(BEFORE_A_BRACKET.match(number.after))


def _in_brackets(number: Number) -> bool:
    """Ann (34); her son (9); tegen (9, at school)."""
    if not BRACKETED.match(number.after) or len(number.text) > DIGITS:
        return False
    who = number.leading
    facts = gazetteer().of(folded(who))
    known = facts & (Fact.FIRST_NAME | Fact.TRADE) or not facts
    return who.lower() in KIN or who[:1].isupper() or bool(known and not who[-1:].isdigit())


def _first(number: Number) -> bool:
    """19, Iraqi; Seventeen is very young."""
    if number.in_figures:
        return number.years and bool(re.match(r", [A-Za-z]| next (?:wk|week|month)", number.after))
    return number.years and bool(re.match(r"\.| (?:is|was|and|in|next) ", number.after))


def _headed(number: Number) -> bool:
    return number.leading.lower() in {"age", "ages"}


def _otherwise(number: Number) -> bool:
    """Ann 34, a nurse; daughter 9; nearly fifty and well; forty-two, she says."""
    word, after = number.word, number.after
    if not word or NO_AGE.match(after) or word.lower() in cues("numbered") | cues("months"):
        return False
    if PAIRED.search(number.before + " "):
        return True
    if number.in_figures:
        return _stands_behind(number, word)
    if not ENDS.match(after) or not number.years:
        return False
    return ("-" in number.text and word.lower() not in cues("prepositions")) or bool(
        REACHING.search(number.before + " ")
    )


def _stands_behind(number: Number, word: str) -> bool:
    """Whether figures stand right behind whoever is so old."""
    if word.lower() in KIN:
        return bool(re.match(r"[,;).]| and\b|\s*$", number.after))
    if not number.years or not re.match(r"[,;)]", number.after):
        return False
    facts = gazetteer().of(folded(word))
    unknown = not facts and word.lower() not in wordlist("vocabulary")
    return word[0].isupper() and (unknown or word.isupper() or bool(facts & Fact.FIRST_NAME))


def _age(text: str, start: int, end: int) -> Span:
    return Span(start, end, Label.AGE, Tier.LOOK, "an age", band(text[start:end]))


RULES = {
    **dict.fromkeys(("aged", "age", "ages", "turned", "turning", "turns"), _aged),
    **dict.fromkeys(("is", "was", "were", "are", "am", "been"), _said),
    **dict.fromkeys(
        ("he's", "she's", "i'm", "he’s", "she’s", "i’m", "who's", "hes", "shes", "im"), _of_pronoun
    ),
    **dict.fromkeys(("since", "from", "until", "till", "by"), _since),
    **dict.fromkeys((".", "!", "?", "-", "–", "—", "•", "*", ">", "start"), _first),
    "at": _at, "of": _of, ",": _listed, ";": _listed, "(": _in_brackets, ":": _headed,
}  # fmt: skip
