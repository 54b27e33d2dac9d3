"""The run lab: real software doing real work on a real musl, compared with the same work under glibc.

A *group* is a module of this package: programs, wheels, add-ons. A *workload* is one TOML file below
``corpus/run/GROUP/``. A *column* is one way to run it; the column ``glibc`` gives the golden. ``groups()``
finds the modules that fit ``Group`` by their being there.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from musl_compat.devtools.lab.run.workload import Workload
from musl_compat.errors import InputError

GOLDEN = "glibc"
COLUMNS = (GOLDEN, "bare", "shim", "fixed")
"""As people know them: the golden; unmodified files on musl; those with every symbol of the shim preloaded;
what ``muslcheck fix`` makes of them."""


class Outcome(NamedTuple):
    """What one run did: exit status (negative: the signal; None: the time was up), what it printed, the files
    that the workload names, and the end of what it said on standard error."""

    status: int | None
    stdout: bytes
    files: tuple[tuple[str, bytes], ...]
    stderr: str

    @property
    def result(self) -> tuple[int | None, bytes, tuple[tuple[str, bytes], ...]]:
        """What must be the same as under glibc."""
        return self.status, self.stdout, self.files


class Group(Protocol):
    """What a module of this package has to be a group of workloads."""

    NAME: str
    COLUMNS: tuple[str, ...]

    def workloads(self) -> list[Workload]:
        """Every workload of the group, sorted by name."""

    def packages(self) -> dict[str, list[str]]:
        """Sets of the lock file that this group fills with Debian packages: set -> names, without what they
        depend on, which ``lab lock`` finds."""

    def sets(self) -> tuple[str, ...]:
        """The sets of the lock file that have to be in the cache."""

    def prepare(self, column: str, musl: str, asked: Sequence[Workload]) -> Path:
        """Make, or find again, what the column runs these workloads in on this version of musl; ``run`` is
        given the path."""

    def run(self, workload: Workload, column: str, place: Path) -> Outcome:
        """Do the work once."""


def groups() -> dict[str, Group]:
    """The groups by name."""
    found = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        if hasattr(module, "COLUMNS"):
            group = cast(Group, module)
            found[group.NAME] = group
    return found


def group(name: str) -> Group:
    """The group of this name; ``InputError`` names those that there are."""
    known = groups()
    if name not in known:
        raise InputError(f"no group {name}; there are: {', '.join(sorted(known))}")
    return known[name]
