"""What is said of threads' stacks is what happens: the laboratory's own programs of C on every real musl.

``python -m musl_compat.devtools.lab stacks`` does the same with all programs, and with Debian's libraries.
"""

from __future__ import annotations

import pytest

from musl_compat.devtools.lab import cache, rooms, stacks
from musl_compat.errors import InputError

pytestmark = pytest.mark.oracle

OWN = [one for one in stacks.programs() if one.source.suffix == ".c" and not one.needs]


@pytest.fixture(scope="module")
def bench() -> stacks.Bench:
    return stacks.Bench(rooms.build(cache.trees(["ci"]), "amd64"), None)


@pytest.mark.parametrize("program", OWN, ids=lambda program: program.name)
def test_a_program_that_crashes_is_flagged_and_runs_with_the_stack_that_is_asked_for(
    bench: stacks.Bench, program: stacks.Program
) -> None:
    found = stacks.outcome(program, bench)
    assert len(found) == len(cache.loaders())
    assert stacks.problems(found) == []


def test_most_of_those_that_are_said_to_exceed_crash() -> None:
    """The one that does not has its frame behind a condition that never holds."""
    assert sum(one.truth == stacks.CRASHES for one in OWN) >= 20
    assert sum(one.truth == stacks.ENDS for one in OWN) >= 15


def test_a_wrong_truth_and_an_unflagged_crash_are_noticed(bench: stacks.Bench) -> None:
    program = stacks.programs(["frame_200000"])[0]
    found = stacks.outcome(program, bench)
    wrong = [one._replace(program=program._replace(truth=stacks.ENDS)) for one in found]
    assert len(stacks.problems(wrong)) == len(found)
    assert "nothing was said" in stacks.problems([found[0]._replace(flag="fits")])[0]
    assert "with" in stacks.problems([found[0]._replace(fixed=stacks.CRASHES)])[0]


def test_an_unknown_program_is_an_error_that_names_it() -> None:
    with pytest.raises(InputError, match="no_such_program"):
        stacks.programs(["no_such_program"])
