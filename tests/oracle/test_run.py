"""A sample of the run lab: real Debian programs, fixed, do on real musls what they do under glibc.

``python -m musl_compat.devtools.lab run`` does the same with everything.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache
from musl_compat.devtools.lab.run import GOLDEN, command, judge, programs

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(os.geteuid() != 0, reason="the run lab works in roots of its own, which needs root"),
]


def place(column: str, musl: str) -> Path:
    return programs.place(cache.trees([programs.SAMPLE_SET], ["deb"]), programs.sample(), column, musl)


def reasons(column: str, musl: str) -> dict[str, str]:
    """What keeps each workload of the sample from being the golden's equal."""
    golden, other = place(GOLDEN, musl), place(column, musl)
    found = {}
    for one in programs.sample():
        outcomes = command.run_workload(programs, one, {GOLDEN: golden, column: other}, 1)
        result = judge.judge(one, outcomes)
        assert result.columns[GOLDEN] == judge.PASS
        found[one.name] = result.columns[column]
    return found


@pytest.mark.parametrize("musl", ["1.2.3", "1.2.5"])
def test_fixed_programs_do_on_musl_what_they_do_under_glibc(musl: str) -> None:
    assert reasons("fixed", musl) == dict.fromkeys(programs.SAMPLE, judge.PASS)


def test_unmodified_programs_do_not_start_on_musl() -> None:
    found = reasons("bare", "1.2.5")
    assert set(found) == set(programs.SAMPLE)
    assert all(reason.startswith("exit 127: ") for reason in found.values()), found
