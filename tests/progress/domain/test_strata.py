"""The places of recordings are filled as by trying every way there is."""

from itertools import combinations, permutations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from made_facts import RECORDINGS

from workbench.curricula.asked_cases import Stratum
from workbench.progress.domain.strata import Recording, best_plan

ASKED = [
    msgspec.structs.replace(RECORDINGS, strata=strata)
    for strata in (
        (),
        (Stratum(content="ipaf", each_case=True),),
        (Stratum(phase="middle"), Stratum(phase="ending", other_case_than="middle")),
        (
            Stratum(content="ipaf", each_case=True),
            Stratum(phase="middle"),
            Stratum(phase="ending", other_case_than="middle"),
        ),
        (Stratum(phase="middle", recordings=2), Stratum(content="ipaf", recordings=2)),
    )
]

recordings = st.lists(
    st.builds(
        Recording,
        st.sampled_from(["A7", "B2", "C3"]),
        st.sampled_from(["initial", "middle", "ending"]),
        st.sampled_from([(), ("ipaf",)]),
    ),
    max_size=6,
)


def by_trying(asked, made):
    """Whether some cases and some order of recordings fill every place."""
    shared = [one for one in asked.strata if not one.each_case for _ in range(one.recordings)]
    own = [one for one in asked.strata if one.each_case for _ in range(one.recordings)]
    cases = sorted({one.case for one in made})
    for chosen in combinations(cases, asked.cases):
        if any(sum(one.case == case for one in made) < asked.per_case for case in chosen):
            continue
        places = [(None, one) for one in shared]
        places += [(case, one) for case in chosen for one in own]
        if any(fills(places, order) for order in permutations(made, len(places))):
            return True
    return False


def fills(places, order):
    given_to = list(zip(places, order, strict=True))
    if not all(one.fits(stratum) and case in (None, one.case) for (case, stratum), one in given_to):
        return False
    of_phase = {(stratum.phase, one.case) for (case, stratum), one in given_to if case is None}
    return not any(
        (stratum.other_case_than, one.case) in of_phase
        for (_, stratum), one in given_to
        if stratum.other_case_than
    )


@settings(max_examples=150)  # each tries every order of up to six recordings
@given(st.sampled_from(ASKED), recordings)
def test_nothing_is_to_come_exactly_where_some_way_fills_every_place(asked, made):
    assert (best_plan(asked, made).to_come == 0) is by_trying(asked, made)


@given(st.sampled_from(ASKED), recordings, recordings)
def test_one_more_recording_never_makes_more_to_come(asked, made, more):
    assert best_plan(asked, [*made, *more]).to_come <= best_plan(asked, made).to_come
