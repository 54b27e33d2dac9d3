"""What the rules about thread stacks say of corpus programs happens when a real musl runs these."""

from __future__ import annotations

import signal
import subprocess

import pytest

from musl_compat.api import check
from musl_compat.devtools import corpus
from musl_compat.devtools.lab import cache

pytestmark = pytest.mark.oracle

CRASHES = {"thread_big_frame": "MC301", "thread_callback": "MC302", "thread_table": "MC306"}
RUNS = (
    "thread_big_frame_linked",
    "thread_big_frame_sized",
    "thread_recursion",
    "thread_alloca",
    "thread_unresolved",
)


def said(name: str, version: str) -> set[str]:
    """The codes of those that tell where a stack is exceeded."""
    (item,) = check([str(corpus.build(name))], [f"musl:{version}"], code=True)
    (result,) = item.results  # type: ignore[union-attr]
    return {f.rule.code for f in result.findings} & set(CRASHES.values())


def outcome(name: str, musl: cache.Loader) -> int:
    done = subprocess.run([str(musl.path), str(corpus.build(name))], check=False, timeout=60)
    return done.returncode


@pytest.mark.parametrize("musl", cache.loaders(), ids=lambda musl: musl.version)
@pytest.mark.parametrize(("name", "code"), CRASHES.items())
def test_a_program_that_is_flagged_crashes(name: str, code: str, musl: cache.Loader) -> None:
    assert said(name, musl.version) == {code}
    assert outcome(name, musl) == -signal.SIGSEGV


@pytest.mark.parametrize("musl", cache.loaders(), ids=lambda musl: musl.version)
@pytest.mark.parametrize("name", RUNS)
def test_a_program_that_is_not_flagged_ends_well(name: str, musl: cache.Loader) -> None:
    assert said(name, musl.version) == set()
    assert outcome(name, musl) == 0
