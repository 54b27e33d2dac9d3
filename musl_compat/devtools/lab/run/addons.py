"""The group of Node add-ons: prebuilt for glibc, from npm, in a Node for musl of the same version.

A workload's file names its ``packages`` of the lock file, which are found below ``/node_modules``, and holds
``script``, the JavaScript that Node runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache as once
from pathlib import Path

from musl_compat.devtools.lab import cache
from musl_compat.devtools.lab.run import COLUMNS as EVERY
from musl_compat.devtools.lab.run import GOLDEN, Outcome, hosts, roots, sandbox, workload
from musl_compat.devtools.lab.run.workload import Workload
from musl_compat.fix.shim import buildfiles

NAME = "addons"
COLUMNS = EVERY
SET = hosts.NODE_SET
KEYS = ("packages", "script")
MODULES = "node_modules"


@once
def workloads() -> list[Workload]:
    """Every file of ``corpus/run/addons``."""
    return workload.load_all(NAME, KEYS)


def packages() -> dict[str, list[str]]:
    """No set is filled from Debian."""
    return {}


def sets() -> tuple[str, ...]:
    """The add-ons and both Nodes, the real musls, and the headers that the shim is compiled with."""
    return (SET, "musl", "shim")


def prepare(column: str, musl: str, asked: Iterable[Workload]) -> Path:
    """The root of a column, with the packages of these workloads."""
    wanted = {name for one in asked for name in one.texts("packages")}
    addons = [tree for tree in cache.trees([SET], ["npm"]) if tree.entry.name in wanted]
    more = "\n".join(tree.entry.sha256 for tree in addons)

    def fill(root: Path, family: str) -> None:
        hosts.install_node(root, family)
        for tree in addons:
            hosts.install_for_here(tree.path, root / MODULES / tree.entry.name)

    if column == GOLDEN:
        debs = cache.trees([SET], ["deb"])
        return hosts.glibc_root("node-glibc", debs, more, lambda root: fill(root, "manylinux"))
    unmodified = hosts.musl_root("node-musl", musl, more, lambda root: fill(root, "musllinux"))
    if column == "bare":
        return unmodified
    if column == "shim":
        return roots.shimmed(unmodified, musl)
    return hosts.repaired("node-fixed", unmodified, MODULES, musl)


def run(one: Workload, column: str, root: Path) -> Outcome:
    """Run the script in a column's Node."""
    environment = {"NODE_PATH": f"/{MODULES}"}
    if column == "shim":
        environment["LD_PRELOAD"] = buildfiles.LIBRARY
    command = sandbox.Command(
        [hosts.NODE, "--no-warnings", "work.js"],
        environment,
        {"work.js": one.text("script")},
        [],
        one.timeout,
    )
    return sandbox.execute(root, command)
