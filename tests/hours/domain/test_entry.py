"""The moves of an entry between its standings."""

import pytest

from workbench.errors import Refusal
from workbench.hours.domain import entry
from workbench.hours.domain.entry import Standing

MOVES = {
    entry.submitted: ({Standing.DRAFT, Standing.RETURNED}, Standing.SUBMITTED),
    entry.countersigned: ({Standing.SUBMITTED, Standing.QUERIED}, Standing.COUNTERSIGNED),
    entry.queried: ({Standing.SUBMITTED, Standing.QUERIED}, Standing.QUERIED),
    entry.answered: ({Standing.QUERIED}, Standing.SUBMITTED),
    entry.returned: ({Standing.SUBMITTED, Standing.QUERIED}, Standing.RETURNED),
    entry.withdrawn: (
        {Standing.DRAFT, Standing.SUBMITTED, Standing.QUERIED, Standing.RETURNED},
        Standing.WITHDRAWN,
    ),
}


@pytest.mark.parametrize("standing", list(Standing))
@pytest.mark.parametrize("move", list(MOVES))
def test_an_entry_moves_only_from_where_it_may(move, standing):
    froms, to = MOVES[move]
    if standing in froms:
        assert move(standing) is to
        return

    with pytest.raises(Refusal, match=f"This entry is {standing}"):
        move(standing)
