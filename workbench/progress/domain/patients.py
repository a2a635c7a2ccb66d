"""Two cases of one patient are one, wherever cases are counted. Pure."""

from collections.abc import Mapping

from workbench.progress.domain.facts import Facts


def first_case_of_patient(facts: Facts) -> Mapping[str, str]:
    """For every case the code under which its patient's cases are counted: the first opened."""
    first: dict[str, str] = {}
    counted: dict[str, str] = {}
    for case in sorted(facts.cases, key=lambda case: (case.opened_on, case.code)):
        if case.patient is None:
            counted[case.code] = case.code
        else:
            counted[case.code] = first.setdefault(case.patient, case.code)
    return counted
