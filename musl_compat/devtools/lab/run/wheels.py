"""The group of manylinux wheels, in a CPython 3.11 for musl.

A workload's file names its ``wheels`` of the lock file, all that it imports, and holds ``script``, the Python
that runs. Each wheel is in a folder of its own below ``/wheels``, and is on the path when the file names it.

A Python for musl looks for extension modules with ``linux-musl`` in their names; where a wheel comes
unmodified its modules are renamed on installing, or nothing of it could be imported at all.

``bundle`` names those of the wheels that are fixed with ``--bundle``, with the libraries of the golden: ones
that need a C++ runtime of glibc's. They are the only ones that are fixed so.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache as once
from pathlib import Path

from musl_compat.devtools.lab import cache, rooms, wheels
from musl_compat.devtools.lab.run import COLUMNS as EVERY
from musl_compat.devtools.lab.run import GOLDEN, Outcome, hosts, python_musl, roots, sandbox, workload
from musl_compat.devtools.lab.run.workload import Workload
from musl_compat.fix.shim import buildfiles
from musl_compat.inputs.wheel import installed

NAME = "wheels"
COLUMNS = EVERY
SET = "run-wheels"
GLIBC_SET = "run-python"
KEYS = ("wheels", "bundle", "script")
FOLDER = "wheels"
PYTHONS = {GOLDEN: "/usr/bin/python3.11"}
MUSL_PYTHON = f"{python_musl.PREFIX}/bin/python3.11"
_GNU_MODULE = re.compile(r"(\.cpython-311-x86_64-linux-)gnu(\.so)$")


@once
def workloads() -> list[Workload]:
    """Every file of ``corpus/run/wheels``."""
    return workload.load_all(NAME, KEYS)


def packages() -> dict[str, list[str]]:
    """The Python of the golden, and the C++ runtime, which manylinux wheels expect of the system."""
    return {GLIBC_SET: ["python3.11", "libstdc++6"]}


def sets() -> tuple[str, ...]:
    """The wheels, the golden's Python, the musl Node for its C++ runtime, what the Python for musl is built
    of, and the headers that the shim is compiled with."""
    return (SET, GLIBC_SET, hosts.NODE_SET, "musl", "shim")


def prepare(column: str, musl: str, asked: Iterable[Workload]) -> Path:
    """The root of a column, with the wheels of these workloads."""
    wanted = {name for one in asked for name in one.texts("wheels")}
    trees = [tree for tree in cache.trees([SET], ["wheel"]) if tree.entry.name in wanted]
    more = "\n".join([*(tree.entry.sha256 for tree in trees), Path(__file__).read_text(encoding="utf-8")])
    if column == GOLDEN:
        debs = cache.trees([GLIBC_SET], ["deb"])
        return hosts.glibc_root("python-glibc", debs, more, lambda root: _install(trees, root))
    python, system = python_musl.tree(), python_musl.system_libraries()
    more = f"{more}\n{python}\n{system}"

    def fill(root: Path, given: Iterable[cache.Tree]) -> None:
        rooms.merge(python, root)
        rooms.merge(system / "lib", root / "usr/lib")
        _install(given, root)

    def fill_unmodified(root: Path) -> None:
        fill(root, trees)
        rename_modules(root / FOLDER)

    if column == "fixed":
        mended = [*_fixed(trees, musl)]
        more = "\n".join([more, *(str(tree.path) for tree in mended)])
        return hosts.musl_root("python-fixed", musl, more, lambda root: fill(root, mended))
    unmodified = hosts.musl_root("python-musl", musl, more, fill_unmodified)
    return unmodified if column == "bare" else roots.shimmed(unmodified, musl)


def run(one: Workload, column: str, root: Path) -> Outcome:
    """Run the script in a column's Python."""
    path = ":".join(f"/{FOLDER}/{name}" for name in one.texts("wheels"))
    environment = {"PYTHONPATH": path, "PYTHONHASHSEED": "0"}
    if column == "shim":
        environment["LD_PRELOAD"] = buildfiles.LIBRARY
    argv = [PYTHONS.get(column, MUSL_PYTHON), "-s", "work.py"]
    return sandbox.execute(
        root, sandbox.Command(argv, environment, {"work.py": one.text("script")}, [], one.timeout)
    )


def _install(trees: Iterable[cache.Tree], root: Path) -> None:
    """Each wheel below its folder, which is both site-packages and prefix, as an installer would put it."""
    for tree in trees:
        folder = root / FOLDER / tree.entry.name
        rooms.merge(tree.path, folder)
        for path in [p for p in folder.glob("*.data/**/*") if p.is_file()]:
            target = folder / installed(str(path.relative_to(folder)))[1]
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.parent.name == "bin":
                shutil.copyfile(path, target)
                target.chmod(0o755)
            else:
                path.rename(target)


def rename_modules(folder: Path) -> None:
    """Give extension modules below a folder the names that a Python for musl looks for."""
    for path in [*folder.rglob("*-linux-gnu.so")]:
        if _GNU_MODULE.search(path.name):
            path.rename(path.with_name(_GNU_MODULE.sub(r"\1musl\2", path.name)))


def bundled() -> frozenset[str]:
    """The wheels that some workload wants fixed with ``--bundle``."""
    return frozenset(name for one in workloads() for name in one.texts("bundle"))


def _fixed(trees: list[cache.Tree], musl: str) -> Iterable[cache.Tree]:
    """The wheels as ``muslcheck fix`` makes them, unpacked; those without an object as they are."""
    code, asked = roots.code(), bundled()
    system = prepare(GOLDEN, musl, []) if asked else None

    def one(tree: cache.Tree) -> cache.Tree:
        if not any(cache.elf_files(tree.path)):
            return tree
        options = []
        if system is not None and tree.entry.name in asked:
            options = ["--bundle", "--root", str(system), "--library-path", str(system / roots.LIBRARIES)]
        identity = "\n".join([tree.entry.sha256, code, *options])
        name = f"wheel-{tree.entry.name}"
        return tree._replace(path=roots.kept(name, identity, lambda folder: _fix(tree, folder, options)))

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, trees))


def _fix(tree: cache.Tree, folder: Path, options: Iterable[str]) -> None:
    """The wheel that ``muslcheck fix`` makes when no target is named: for every musl 1.2, unpacked. Where it
    writes none, the wheel as it is."""
    work = folder / "work"
    work.mkdir()
    wheel = pack(tree.path, work)
    log = roots.fix(wheel, work / "out", *options)
    wheels.unpack(next((work / "out").glob("*.whl"), wheel), folder)
    shutil.rmtree(work)
    (folder / "fix.log").write_text(log, encoding="utf-8")


def pack(tree: Path, folder: Path) -> Path:
    """An unpacked wheel as a wheel again, below ``folder``; its file name is made of its own metadata."""
    (info,) = tree.glob("*.dist-info")
    text = (info / "WHEEL").read_text(encoding="utf-8")
    tags = [line.split(":")[1].strip().split("-") for line in text.splitlines() if line.startswith("Tag:")]
    parts = (".".join(dict.fromkeys(tag[i] for tag in tags)) for i in range(3))
    wheel = folder / f"{info.stem}-{'-'.join(parts)}.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path in sorted(p for p in tree.rglob("*") if p.is_file()):
            archive.write(path, path.relative_to(tree))
    return wheel
