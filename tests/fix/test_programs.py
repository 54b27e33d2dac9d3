"""Programs built for glibc do on real musl, fixed, what they do under glibc."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fix import harness
from tests.fix.harness import Variant

pytestmark = pytest.mark.oracle


@pytest.mark.parametrize("variant", harness.variants(), ids=lambda v: v.name)
def test_fixed_program_does_on_musl_what_it_does_under_glibc(
    variant: Variant, tmp_path: Path, musl_cc: str
) -> None:
    program = harness.build(variant, tmp_path / "given")
    golden = harness.under_glibc(program)
    whole = program.parent if list(program.parent.glob("lib*.so")) else program
    fixed = tmp_path / "out"
    said = harness.fix(whole, "-o", fixed, "--cc", musl_cc, *variant.options)
    assert (said.code, said.err) == (0, ""), said
    assert golden.output
    bare = [harness.under_musl(program, version) for version in harness.VERSIONS]
    assert any(ran != golden for ran in bare), "there is nothing to fix"
    for version in harness.VERSIONS:
        assert harness.under_musl(fixed / program.name, version) == golden, version
