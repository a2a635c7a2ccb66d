"""The one door of the engine: a text in, a report out. Pure."""

from collections import Counter
from dataclasses import replace
from itertools import chain

from workbench.anonymisation.declared import softened
from workbench.anonymisation.fusing import fused
from workbench.anonymisation.merging import (
    merged,
    without_agreed,
    without_names_in_organisations,
)
from workbench.anonymisation.model import Label, Recogniser, Report, Span, Tier
from workbench.anonymisation.normalise import Normalised, normalise
from workbench.anonymisation.page import Page
from workbench.anonymisation.propagation import propagated
from workbench.anonymisation.pseudonyms import with_pseudonyms
from workbench.anonymisation.recognisers.addresses import addresses
from workbench.anonymisation.recognisers.ages import ages
from workbench.anonymisation.recognisers.circumstances import circumstances
from workbench.anonymisation.recognisers.compounds import compounds
from workbench.anonymisation.recognisers.contacts import contacts, user_names
from workbench.anonymisation.recognisers.dates import dates
from workbench.anonymisation.recognisers.descriptions import (
    families,
    money,
    quotations,
)
from workbench.anonymisation.recognisers.doings import doings
from workbench.anonymisation.recognisers.files import file_names
from workbench.anonymisation.recognisers.happenings import events
from workbench.anonymisation.recognisers.haunts import haunts
from workbench.anonymisation.recognisers.hidden_names import (
    in_other_letters,
    in_signals,
    lower_case_names,
    spelled_out,
)
from workbench.anonymisation.recognisers.initials import initials
from workbench.anonymisation.recognisers.introduced import introduced
from workbench.anonymisation.recognisers.joined import joined_names, papers
from workbench.anonymisation.recognisers.landmarks import landmarks
from workbench.anonymisation.recognisers.numbers import numbers
from workbench.anonymisation.recognisers.people import people
from workbench.anonymisation.recognisers.peoples import peoples
from workbench.anonymisation.recognisers.perhaps import perhaps_names
from workbench.anonymisation.recognisers.places import acronyms, named_haunts, organisations, places
from workbench.anonymisation.recognisers.routes import routes
from workbench.anonymisation.recognisers.strays import strays
from workbench.anonymisation.recognisers.titles import titled
from workbench.anonymisation.recognisers.work import jobs
from workbench.anonymisation.stretching import stretched
from workbench.anonymisation.widening import widened

#: Part of every stored report: raise it when the rules change what they find.
RULES = "7"

RECOGNISERS: tuple[Recogniser, ...] = (
    contacts, user_names, file_names, numbers, dates, addresses, titled, people, strays,
    introduced, lower_case_names, joined_names, papers, initials, spelled_out, in_signals,
    in_other_letters, perhaps_names, places, organisations, named_haunts, routes, acronyms, ages,
    families, peoples, jobs, events, money, circumstances,
    haunts, compounds, doings, landmarks,
)  # fmt: skip

#: Kinds of detail that identify together what none identifies alone.
MOSAIC = frozenset({
    Label.PLACE, Label.ORGANISATION, Label.AGE, Label.JOB, Label.PEOPLE, Label.FAMILY, Label.EVENT,
})  # fmt: skip
TOO_MANY = 3


def scan(text: str, *, agreed: frozenset[str] = frozenset()) -> Report:
    """Everything in a text that may tell who somebody is, but for the agreed pseudonyms.

    Offsets count code points of the text as it was given.
    """
    plain = normalise(text)
    page = Page(plain.text, agreed)
    everything = chain.from_iterable(recogniser(page) for recogniser in RECOGNISERS)
    found = without_names_in_organisations(everything)
    found.extend(propagated(page, found))
    spans = merged(stretched(page, without_agreed(page, found)))
    spans = fused(page, merged([*spans, *widened(page, spans)]))
    spans = softened(page, merged(spans))
    spans = [*spans, *_quotations_apart(page, spans)]
    spans.sort(key=lambda span: (span.start, span.end))
    named = with_pseudonyms(page, spans)
    placed = tuple(_in_original(plain, span) for span in named)
    return Report(placed, _warnings(placed), _counts(placed))


def _quotations_apart(page: Page, spans: list[Span]) -> list[Span]:
    """Long quotations, where nothing graver stands in them already."""
    return [
        quote
        for quote in quotations(page)
        if not any(span.start < quote.end and quote.start < span.end for span in spans)
    ]


def _in_original(plain: Normalised, span: Span) -> Span:
    return replace(span, start=plain.start(span.start), end=plain.end(span.end))


def _warnings(spans: tuple[Span, ...]) -> tuple[str, ...]:
    kinds = sorted({span.label for span in spans if span.label in MOSAIC})
    if len(kinds) < TOO_MANY:
        return ()
    listed = f"{', '.join(kinds[:-1])} and {kinds[-1]}"
    return (f"Together, {listed} may identify somebody though none of them does alone.",)


def _counts(spans: tuple[Span, ...]) -> dict[str, int]:
    counted = Counter(str(span.label) for span in spans)
    counted["must go"] = sum(span.tier is Tier.MUST_GO for span in spans)
    counted["look at"] = len(spans) - counted["must go"]
    return dict(counted)
