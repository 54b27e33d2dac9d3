"""The group of Debian programs with their Debian libraries.

A workload's file names its ``packages`` (what they depend on comes too) and holds ``script``, which a static
bash runs in the root: that shell is the same in every column and is not what is judged. There
``await COMMAND`` waits for what depends on time, such as the answer of a server. ``[input]`` gives
files by name, ``files`` names those whose content counts besides standard output, ``[links]`` the links that
a maintainer script of Debian would make, and ``user = "root"`` says who does the work.

All packages are in one root. The column ``fixed`` is a second root, that ``muslcheck fix`` made of the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache as once
from pathlib import Path

from musl_compat.devtools.lab import cache
from musl_compat.devtools.lab.run import COLUMNS as EVERY
from musl_compat.devtools.lab.run import GOLDEN, Outcome, roots, sandbox, workload
from musl_compat.devtools.lab.run.workload import Workload
from musl_compat.errors import InputError
from musl_compat.fix.shim import buildfiles

NAME = "programs"
COLUMNS = EVERY
SET, SAMPLE_SET = "run", "run-ci"
SAMPLE = ("bc", "coreutils-text", "dash", "ed", "gzip", "mawk", "sed")
"""The workloads that continuous integration runs: small packages, a few seconds."""
KEYS = ("packages", "script", "files", "user", "input", "links")
# The libc of the golden, the shell of the scripts, and what the root of any system has.
BASE = ("libc6", "libc-bin", "bash-static", "base-files", "netbase", "tzdata", "dash", "coreutils")
SHELL = ("/bin/bash-static", "-eu", "-c")
# How a script waits for a server that it has started: until a command succeeds, or no job runs any more; the
# last may have done its work between the two questions.
AWAIT = (
    'await() { until "$@" > /dev/null 2>&1; do'
    ' test -n "$(jobs -r)" || { "$@" > /dev/null 2>&1; return; }; sleep 0.1; done; }\n'
)


@once
def workloads() -> list[Workload]:
    """Every file of ``corpus/run/programs``."""
    return workload.load_all(NAME, KEYS)


def sample() -> list[Workload]:
    """The workloads of continuous integration."""
    return [one for one in workloads() if one.name in SAMPLE]


def packages() -> dict[str, list[str]]:
    """What the set ``run``, and that of the sample, ask of Debian."""
    return {SET: needed(workloads()), SAMPLE_SET: needed(sample())}


def needed(asked: Iterable[Workload]) -> list[str]:
    """The packages of some workloads, sorted."""
    return sorted({*BASE, *(name for one in asked for name in one.texts("packages"))})


def sets() -> tuple[str, ...]:
    """The programs, the real musls, and the headers that the shim is compiled with."""
    return (SET, "musl", "shim")


def prepare(column: str, musl: str, _asked: Iterable[Workload]) -> Path:
    """The root of a column, with the packages of every workload: they are fixed as one system."""
    return place(cache.trees([SET], ["deb"]), workloads(), column, musl)


def place(trees: Iterable[cache.Tree], asked: Iterable[Workload], column: str, musl: str) -> Path:
    """The root of a column with these packages, and the links of these workloads in it."""
    packages = list(trees)
    links: dict[str, str] = {}
    for one in asked:
        for link, target in one.table("links").items():
            if links.setdefault(link, target) != target:
                raise InputError(f"{one.path.name}: {link} leads to {links[link]} in another workload")
    if column == GOLDEN:
        return roots.merged(packages, links)
    unmodified = roots.bare(packages, links, musl)
    if column == "bare":
        return unmodified
    return (roots.shimmed if column == "shim" else roots.fixed)(unmodified, musl)


def run(one: Workload, column: str, root: Path) -> Outcome:
    """Run the script in a column's root."""
    command = sandbox.Command(
        [*SHELL, AWAIT + one.text("script")],
        {"LD_PRELOAD": buildfiles.LIBRARY} if column == "shim" else {},
        one.table("input"),
        one.texts("files"),
        one.timeout,
        one.text("user", "lab") == "root",
    )
    return sandbox.execute(root, command)
