"""Ways to reach somebody: e-mail, web addresses, user names, and names of files. Pure."""

import re
from collections.abc import Iterator

from workbench.anonymisation.gazetteer import Fact, folded, gazetteer
from workbench.anonymisation.model import Label, Span, Tier
from workbench.anonymisation.page import NAME, Page
from workbench.anonymisation.wordlists import wordlist

EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
HIDDEN = re.compile(
    r"(?<![\w.+%-])[\w.+%'-]{1,64}\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\w-]{1,63}"
    r"(?:\s?(?:\.|\(dot\)|\[dot\]|\{dot\})\s?[\w-]{1,63}){1,6}",
    re.IGNORECASE,
)
URL = re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>\"”’)\]]{2,300}", re.IGNORECASE)
DOMAIN = re.compile(
    r"(?<![\w.@-])(?:[a-z0-9-]{2,63}\.){1,4}"
    r"(?:co\.uk|org\.uk|ac\.uk|nhs\.uk|gov\.uk|sch\.uk|me\.uk|com|org|net|info|biz|uk|"
    r"eu|de|fr|nl|pl|ie|io|me|tv|co|app|dev|ai|london|scot|wales|cymru|nhs|shop|online|site|test|"
    r"example|gg|be|es|it|in|ng|pk|us|ca|au)"
    r"(?:/[^\s<>\"”)\]]{0,200})?(?![\w.-])",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w@.])@[\w][\w.]{1,40}\w")
MIXED = re.compile(r"(?<![\w@.#/-])(?=[\w.]{0,40}[_\d])(?P<name>[^\W\d_][\w.]{1,60}\w)(?![\w@])")
HYPHENED = re.compile(r"(?<![\w@.#/-])[A-Za-z0-9]{2,20}(?:-[A-Za-z0-9]{1,20}){1,4}(?![\w@-])")
HASHTAG = re.compile(r"(?<![\w&])#(?=\w{0,40}[^\W\d_])\w{2,60}")
SAID_TO_BE = re.compile(
    r"\b(?:user ?name|handle|insta(?:gram)?|ig|snapchat|snap|tiktok|twitter|gamertag|facebook|"
    r"skype|discord|whatsapp|log ?in|screen ?name|reddit|vinted|etsy|ebay|twitch|youtube|telegram|"
    r"psn)(?: (?:name|account|page|handle))?"
    r"(?:\s*[:=]\s*|\s+(?:is|was|as|called)\s+)['\"“‘]?(?!(?:a|an|the|her|his|my|not|"
    r"full|just|where|how|that|private|open)\b)"
    r"([^\s,;'\"”’\[]{3,40})",
    re.IGNORECASE,
)
PLATFORM = (
    r"(?:tik ?tok|insta(?:gram)?|discord|snap(?:chat)?|twitter|twitch|you ?tube|facebook|fb|reddit|"
    r"telegram|signal|whatsapp|we ?chat|vinted|tinder|hinge|bumble|grindr|only ?fans|xbox|psn|"
    r"playstation|gamertag|steam|roblox|kik|linked ?in|fortnite|minecraft|ebay|etsy|tumblr|"
    r"threads|bluesky)"
)
ON_PLATFORM = re.compile(
    rf"\b{PLATFORM},?[ :(]{{1,2}}['\"“‘]?(?P<name>[\w][\w.]{{2,40}}\w)", re.IGNORECASE
)
TAGGED = re.compile(r"(?<![\w#])[\w.]{2,32}#\d{4}\b")
REDDIT = re.compile(r"(?<![\w/])u/\w{3,30}")
DICTATED = re.compile(
    r"\b[\w'-]{1,40}(?: (?:dot|underscore|dash|hyphen) [\w'-]{1,40}){0,4} at "
    r"[\w-]{1,40}(?: dot [a-z]{2,12}){1,4}\b",
    re.IGNORECASE,
)
IP = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\W\d_a-zA-Z]+")
#: What a name of a file ends in: files.py decides about those.
ENDING = re.compile(
    r"\.(?:docx?|pdf|odt|rtf|txt|pages|xlsx?|csv|pptx?|m4a|mp3|mp4|wav|mov|wma|aac|jpe?g|png|heic|"
    r"zip|eml|msg|ics|vcf|db)$",
    re.IGNORECASE,
)
TAGGED_LIVES = frozenset({"married", "divorced", "widow", "trucker", "office", "farm", "army"})
PUBLIC = re.compile(
    r"(?:https?://)?(?:www\.)?(?:nhs\.uk|gov\.uk|bpc\.org\.uk|bacp\.co\.uk|nice\.org\.uk|"
    r"ucl\.ac\.uk|mind\.org\.uk|samaritans\.org)(?:/\S*)?",
    re.IGNORECASE,
)
#: What a word processor keeps of who wrote: "Author: ashield".
PROPERTY = re.compile(r"\b(?:Author|Last modified by|Owner|Creator|Saved by) ?[:=] ?([\w.-]{3,30})")


def contacts(page: Page) -> Iterator[Span]:
    """E-mail and web addresses, and addresses of machines."""
    text = page.text
    for match in (*EMAIL.finditer(text), *HIDDEN.finditer(text)):
        yield _contact(match.span(), "an e-mail address", "[e-mail removed]")
    for match in DICTATED.finditer(text):
        yield _contact(match.span(), "an e-mail address in words", "[e-mail removed]")
    for pattern in (URL, DOMAIN):
        for match in pattern.finditer(text):
            if not PUBLIC.fullmatch(match[0].rstrip(".,;")):
                yield _contact(match.span(), "an address on the web", "[web address removed]")
    for match in IP.finditer(text):
        yield _contact(match.span(), "the address of a machine", "[address removed]")


def user_names(page: Page) -> Iterator[Span]:
    """What somebody is called online."""
    text = page.text
    for pattern in (HANDLE, TAGGED, REDDIT):
        yield from (_user_name(match.span()) for match in pattern.finditer(text))
    for pattern in (SAID_TO_BE, PROPERTY):
        yield from (_user_name(match.span(1)) for match in pattern.finditer(text))
    for pattern, is_one in ((ON_PLATFORM, _is_unlike_a_word), (MIXED, _is_user_name)):
        for match in pattern.finditer(text):
            if is_one(match["name"]):
                yield _user_name(match.span("name"))
    yield from (_user_name(m.span()) for m in HYPHENED.finditer(text) if _is_named_code(m[0]))
    for match in HASHTAG.finditer(text):
        if any(map(_tags, PIECE.findall(match[0]))):
            yield Span(*match.span(), Label.CONTACT, Tier.LOOK, "a tag that others can search", "")


def _tags(piece: str) -> bool:
    """Whether one piece of a tag says who or what somebody is: #teamleanne, #TruckerDad."""
    key = folded(piece)
    return tells(piece) or bool(gazetteer().of(key) & Fact.TRADE) or key in TAGGED_LIVES


def _is_named_code(word: str) -> bool:
    """BTHub-Someone-5G."""
    return any(map(str.isdigit, word)) and any(map(tells, PIECE.findall(word)))


def _contact(span: tuple[int, int], reason: str, replacement: str) -> Span:
    return Span(*span, Label.CONTACT, Tier.MUST_GO, reason, replacement)


def _user_name(span: tuple[int, int]) -> Span:
    return _contact(span, "a user name", "[user name removed]")


def _is_unlike_a_word(word: str) -> bool:
    """What stands after the name of a platform and is no word: kezlashes.ldn, bluesparrow."""
    key = folded(word)
    if "." in word or "_" in word:
        return True
    return (
        not gazetteer().of(key)
        and (word.islower() or not word[1:].islower())
        and key not in wordlist("vocabulary")
    )


def _is_user_name(word: str) -> bool:
    """Letters run together with figures or low lines: mina_parry, parry84; not GAD7 or week3."""
    if (
        ENDING.search(word)
        or word.endswith(("_", "."))
        or ("_" not in word.strip("_") and not word[-1].isdigit())
    ):
        return False
    letters = "".join(piece for piece in PIECE.findall(word.partition("_")[0]) if piece.isalpha())
    if "_" in word:
        return any(tells(piece) for piece in PIECE.findall(word)) or any(map(str.isdigit, word))
    facts = gazetteer().of(folded(letters))
    if letters.isupper() or len(letters) < 3 or folded(letters) in wordlist("vocabulary"):
        return False
    return not facts & Fact.COMMON


def tells(piece: str) -> bool:
    """Whether one piece of a compound says something about somebody."""
    key = folded(piece)
    if key.isdigit():
        return len(key) > 5
    if len(key) < 3 or key in wordlist("vocabulary"):
        return False
    facts = gazetteer().of(key)
    return not facts & Fact.WORD or bool(facts & NAME and not facts & Fact.EVERYDAY)
