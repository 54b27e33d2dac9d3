"""One build of the shim and of the test programs for a whole run, whatever the number of processes."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from musl_compat.errors import MuslcheckError

if TYPE_CHECKING:
    from tests.shim import harness


def pytest_addoption(parser: pytest.Parser) -> None:
    """``pytest tests/shim --every-minimal``: build a shim of each recipe alone, not only of a sample.
    ``pytest tests/shim/test_recipes.py --arch aarch64``: the recipes in an emulator, with set shim-arm64.
    """
    parser.addoption("--every-minimal", action="store_true", help="build a shim of every recipe alone")
    parser.addoption("--valgrind", action="store_true", help="run the recipes' programs under valgrind")
    parser.addoption("--arch", default="x86_64", help="the architecture of test_recipes.py, by musl's name")


def pytest_configure(config: pytest.Config) -> None:
    """Before the harness is imported, which reads it; the processes of xdist inherit it."""
    os.environ["MUSLCHECK_SHIM_ARCH"] = config.getoption("--arch", default="x86_64")
    if config.getoption("--valgrind", default=False):
        os.environ["MUSLCHECK_SHIM_VALGRIND"] = "1"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> harness.Built:
    """The first process that asks builds, the others wait for it."""
    from tests.shim import harness

    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / "shim"
    failed = shared / "shim.failed"
    with Path(f"{folder}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert not failed.exists(), f"the build failed before: {failed.read_text(encoding='utf-8')}"
        if not folder.exists():
            _build(shared, folder, failed)
    return harness.found(folder)


def _build(shared: Path, folder: Path, failed: Path) -> None:
    """The folder appears by one rename; what went wrong is kept, so that nobody tries again."""
    from tests.shim import harness

    part = shared / f"shim.{os.getpid()}"
    part.mkdir()
    try:
        harness.build(part)
    except (AssertionError, MuslcheckError) as error:
        failed.write_text(str(error), encoding="utf-8")
        raise
    part.rename(folder)
