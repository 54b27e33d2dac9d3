"""What holds for every test: the laboratory's sets in ``SETS`` are in the cache; in CI nothing is skipped."""

from __future__ import annotations

import os
import sys

import pytest

from musl_compat.devtools.lab import fetch, lock
from musl_compat.errors import MuslcheckError

SETS = ("ci", "shim", "musl-arches", "run-ci")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Fetch the real musls and real packages once, before any worker starts."""
    if hasattr(session.config, "workerinput"):
        return
    try:
        fetch.fetch(lock.wanted(lock.load(), SETS), lambda text: print(text, file=sys.stderr))
    except MuslcheckError as error:
        raise pytest.UsageError(f"the laboratory cannot be filled: {error}") from error


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test proves nothing: in CI it is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
