"""Constant arguments at the calls of real projects are those that ``objdump -d`` shows, read straight on."""

from __future__ import annotations

import pytest

from musl_compat.devtools.lab import frames
from tests.support import argtruth

PROJECTS = ("lz4", "expat")
TOOLS = {
    "x86_64": ("objdump", argtruth.X86),
    "aarch64": ("aarch64-linux-gnu-objdump", argtruth.A64),
}


@pytest.fixture(scope="module", params=sorted(TOOLS))
def scores(request: pytest.FixtureRequest) -> list[argtruth.Score]:
    tool, machine = TOOLS[request.param]
    out = []
    for job in frames.jobs(PROJECTS, (request.param,), ("O2",), ("gcc",)):
        out.append(argtruth.compare(tool, frames.build(job) / "lib.so", machine))
    return out


def test_no_argument_is_wrong(scores: list[argtruth.Score]) -> None:
    assert [wrong for score in scores for wrong in score.wrong] == []
    assert sum(score.known for score in scores) > 150


def test_nearly_every_constant_of_straight_code_is_found(scores: list[argtruth.Score]) -> None:
    assert sum(score.found for score in scores) >= 0.99 * sum(score.known for score in scores)
