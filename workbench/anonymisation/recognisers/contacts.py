"""Ways to reach somebody: e-mail, web addresses, user names, and names of files. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, Page
from workbench.anonymisation.wordlists import wordlist

EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
URL = re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>\"”’)\]]{2,300}", re.IGNORECASE)
DOMAIN = re.compile(
    r"(?<![\w.@-])(?:[a-z0-9-]{2,63}\.){1,4}"
    r"(?:co\.uk|org\.uk|ac\.uk|nhs\.uk|gov\.uk|sch\.uk|me\.uk|com|org|net|info|biz|uk|"
    r"eu|de|fr|nl|pl|ie|io|me|tv|co)"
    r"(?:/[^\s<>\"”)\]]{0,200})?(?![\w.-])",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w@.])@[\w][\w.]{1,40}\w")
MIXED = re.compile(r"(?<![\w@.#/-])(?=[\w.]{0,40}[_\d])[^\W\d_][\w.]{2,60}(?![\w@])")
HASHTAG = re.compile(r"(?<![\w&])#(?=\w{0,40}[^\W\d_])\w{2,60}")
SAID_TO_BE = re.compile(
    r"\b(?:user ?name|handle|insta(?:gram)?|snapchat|snap|tiktok|twitter|gamertag|facebook|skype|"
    r"discord|whatsapp|log ?in|screen ?name|reddit)(?: (?:name|account|page|handle))?"
    r"(?:\s*[:=]\s*|\s+(?:is|was|as|called)\s+)['\"“‘]?(?!(?:a|an|the|her|his|my|not|"
    r"full|just|where|how|that|private|open)\b)"
    r"([^\s,;'\"”’]{3,40})",
    re.IGNORECASE,
)
IP = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
FILE = re.compile(
    r"(?<![\w/\\])(?=[\w()&+.,\\/-])[\w()&+,\\/-]{1,120}(?:\.[\w()&+,\\/-]{1,60}){0,4}"
    r"\.(?:docx?|pdf|odt|rtf|txt|pages|xlsx?|csv|pptx?|m4a|mp3|mp4|wav|mov|wma|aac|jpe?g|png|heic|"
    r"zip|eml|msg|ics|vcf|db)\b",
    re.IGNORECASE,
)
PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\W\d_a-zA-Z]+")
PUBLIC = re.compile(
    r"(?:https?://)?(?:www\.)?(?:nhs\.uk|gov\.uk|bpc\.org\.uk|bacp\.co\.uk|nice\.org\.uk|"
    r"ucl\.ac\.uk|mind\.org\.uk|samaritans\.org)(?:/\S*)?",
    re.IGNORECASE,
)


def contacts(page: Page) -> Iterator[Span]:
    """E-mail and web addresses, and addresses of machines."""
    text = page.text
    for match in EMAIL.finditer(text):
        yield _contact(match.span(), "an e-mail address", "[e-mail removed]")
    for pattern in (URL, DOMAIN):
        for match in pattern.finditer(text):
            if not PUBLIC.fullmatch(match[0].rstrip(".,;")):
                yield _contact(match.span(), "an address on the web", "[web address removed]")
    for match in IP.finditer(text):
        yield _contact(match.span(), "the address of a machine", "[address removed]")


def user_names(page: Page) -> Iterator[Span]:
    """What somebody is called online."""
    text = page.text
    for match in HANDLE.finditer(text):
        yield _user_name(match.span())
    for match in SAID_TO_BE.finditer(text):
        yield _user_name(match.span(1))
    for match in MIXED.finditer(text):
        if _is_user_name(match[0]):
            yield _user_name(match.span())
    for match in HASHTAG.finditer(text):
        yield Span(*match.span(), Label.CONTACT, Tier.LOOK, "a tag that others can search", "")


def file_names(page: Page) -> Iterator[Span]:
    """Names of files that have a name of somebody, or a long number, in them."""
    for match in FILE.finditer(page.text):
        stem = match[0].rpartition(".")[0]
        if any(_tells(piece) for piece in PIECE.findall(stem)):
            reason = "the name of a file, with a name in it"
            yield Span(*match.span(), Label.FILE, Tier.MUST_GO, reason, "[file]")


def _contact(span: tuple[int, int], reason: str, replacement: str) -> Span:
    return Span(*span, Label.CONTACT, Tier.MUST_GO, reason, replacement)


def _user_name(span: tuple[int, int]) -> Span:
    return _contact(span, "a user name", "[user name removed]")


def _is_user_name(word: str) -> bool:
    """Letters run together with figures or low lines: mina_parry, parry84; not GAD7 or week3."""
    if word.endswith(("_", ".")) or ("_" not in word.strip("_") and not word[-1].isdigit()):
        return False
    letters = "".join(piece for piece in PIECE.findall(word.partition("_")[0]) if piece.isalpha())
    if "_" in word:
        return any(_tells(piece) for piece in PIECE.findall(word)) or any(map(str.isdigit, word))
    facts = gazetteer().of(folded(letters))
    if letters.isupper() or len(letters) < 3 or folded(letters) in wordlist("vocabulary"):
        return False
    return not facts & Fact.COMMON


def _tells(piece: str) -> bool:
    """Whether one piece of a compound says something about somebody."""
    key = folded(piece)
    if key.isdigit():
        return len(key) > 5
    if len(key) < 3 or key in wordlist("vocabulary"):
        return False
    facts = gazetteer().of(key)
    return not facts & Fact.WORD or bool(facts & NAME and not facts & Fact.EVERYDAY)
