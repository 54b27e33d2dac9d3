"""The compiler for musl that the tests of ``muslcheck fix`` use, whatever this machine has."""

from __future__ import annotations

import pytest

from musl_compat.devtools.lab import muslcc


@pytest.fixture(scope="session")
def musl_cc(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The command of a compiler for musl on x86_64."""
    return muslcc.compiler(tmp_path_factory.mktemp("compiler")).shown
