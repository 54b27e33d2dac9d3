"""Real objects with the shim of every recipe: what still is missing, predicted and said by real loaders."""

from __future__ import annotations

from collections import Counter

import pytest

from musl_compat.devtools.lab import load, oracle
from musl_compat.fix.shim import recipe
from musl_compat.loader.binding import NOT_FOUND, MissingSymbol
from tests.shim import harness

pytestmark = pytest.mark.oracle

EACH_DIRECTORY = 10


@pytest.fixture(scope="module")
def sample() -> list[oracle.Question]:
    return [q for q in oracle.questions("ci", EACH_DIRECTORY) if q.arrangement == "path"]


@pytest.fixture(scope="module")
def shim(built: harness.Built) -> load.Shim:
    return load.Shim(built.shim, frozenset(recipe.catalogue().symbols(harness.ARCH)))


@pytest.mark.parametrize("version", load.VERSIONS)
def test_real_loader_misses_what_no_recipe_supplies_and_no_more(
    sample: list[oracle.Question], shim: load.Shim, version: str
) -> None:
    judged = [one for question in sample for one in load.judge(question, version, shim)]
    assert sum(one.asked for one in judged) >= 150
    wrong = [line for one in judged for line in one.wrong]
    assert not wrong, "\n".join(wrong[:40])


@pytest.mark.parametrize("version", load.VERSIONS)
def test_shim_supplies_99_percent_of_what_fails(sample: list[oracle.Question], version: str) -> None:
    failing: Counter[str] = Counter()
    supplied: Counter[str] = Counter()
    for question in sample:
        for one in load.judge(question, version, None):
            failing[one.corpus] += one.fails
            supplied[one.corpus] += one.fails and not one.lacks
    assert {c: supplied[c] / failing[c] for c in failing if supplied[c] < 0.99 * failing[c]} == {}


def test_gate_sees_an_export_that_the_shim_lacks(shim: load.Shim) -> None:
    """The loader does not say what the prediction says when the shim has a name more than the prediction
    knows of."""
    question = oracle.corpus_question("fortify")
    planted = shim._replace(exports=shim.exports - {"__printf_chk"})
    wrong = [line for one in load.judge(question, "1.2.5", planted) for line in one.wrong]
    assert any("__printf_chk" in line for line in wrong)
    assert not [line for one in load.judge(question, "1.2.5", shim) for line in one.wrong]


@pytest.mark.parametrize(
    ("name", "version", "cause"),
    [
        ("_dl_signal_error", "GLIBC_PRIVATE", "GLIBC_PRIVATE"),
        ("xdr_int", "GLIBC_2.2.5", "no recipe on purpose: Sun RPC"),
        ("no_such_name", "GLIBC_2.99", "not a name of glibc's"),
    ],
)
def test_what_stays_missing_has_a_cause(name: str, version: str, cause: str) -> None:
    missing = MissingSymbol(name, version, "global", "a", "libc", -1, NOT_FOUND, 0)
    assert load.cause_of(missing, "x86_64").startswith(cause)
