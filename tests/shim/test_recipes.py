"""Each recipe against glibc itself: what its test program prints under glibc, it prints under musl with
the shim.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.shim import harness

NO_SUCH_TEST = 98  # of the driver


@cache
def golden(built: harness.Built, name: str) -> harness.Outcome:
    return harness.under_glibc(built, name)


@pytest.mark.parametrize("name", list(harness.test_programs()))
def test_recipe_prints_what_glibc_prints(built: harness.Built, name: str) -> None:
    wanted = golden(built, name)
    assert 0 <= wanted.status < NO_SUCH_TEST, wanted.errors[-500:]
    assert wanted.output, "a test program that prints nothing proves nothing"
    for version in harness.VERSIONS:
        got = harness.under_musl(built, name, version)
        if harness.VALGRIND:  # it computes long double as double, so that what is printed differs
            expected = harness.REPORTED if name in harness.REPORTS_OF_OTHERS else wanted.status
            assert (version, got.status) == (version, expected), got.errors[-2000:].decode()
            continue
        assert (version, *got[:2]) == (version, *wanted[:2]), got.errors[-500:]


def test_without_the_shim_the_same_program_does_not_start(built: harness.Built) -> None:
    outcome = harness.without_shim(built, "__strcpy_chk", harness.BUILT_FOR)
    assert outcome.status == 127
    assert b"__strcpy_chk: symbol not found" in outcome.errors


def test_a_wrong_recipe_would_be_noticed(built: harness.Built) -> None:
    """The golden of one recipe is not what another one prints."""
    assert (
        golden(built, "__strcpy_chk").output
        != harness.under_musl(built, "__memcpy_chk", harness.BUILT_FOR).output
    )
