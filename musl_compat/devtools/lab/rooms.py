"""Rooms: the unpacked packages of one corpus merged to one root, with real musls in it and no glibc.

A room is a directory that a loader can be asked in twice: from outside with ``--library-path``, and from
inside after
chroot(2), where ``etc/ld-musl-ARCH.path`` names its library directories. Files are hard links to the
cache's trees.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from musl_compat.devtools.lab import cache

# Debian's architecture -> musl's name of it; its multiarch directory begins with the same word.
ARCHES = {"amd64": "x86_64", "i386": "i386"}
# Class, byte order and e_machine, as an ELF header says them.
MACHINES = {"amd64": (2, 1, 62), "i386": (1, 1, 3)}
# Directories that are one on a system with a merged /usr.
MERGED = ("bin", "sbin", "lib", "lib64")


class Room(NamedTuple):
    """``objects`` are (corpus, path inside of the room) of every ELF file that the room holds.

    ``pool`` is the directory of libraries of the one room that is no directory of ours, this system itself.
    """

    path: Path
    objects: tuple[tuple[str, str], ...]
    arch: str = "amd64"
    pool: str = ""

    def inside(self, name: str) -> str:
        """The path on this system of a path in the room."""
        return ("" if self.pool else str(self.path)) + name

    @property
    def library_path(self) -> str:
        """The room's library directories as this system names them."""
        if self.pool:
            return self.pool
        return ":".join(self.inside(directory) for directory in system_path(self.arch))

    def loader(self, version: str) -> str:
        """Where the room keeps a loader."""
        return f"/musl/{version}/lib/ld-musl-{ARCHES[self.arch]}.so.1"


def system_path(arch: str) -> tuple[str, ...]:
    """The library directories of a room."""
    return (f"/usr/lib/{ARCHES[arch]}-linux-gnu", "/usr/lib")


def build(trees: Iterable[cache.Tree], arch: str) -> Room:
    """The room of these packages and all musls of a Debian architecture, found again by their hashes."""
    trees, loaders = list(trees), cache.loaders(arch)
    text = "\n".join(
        [*(t.entry.sha256 for t in trees), *(x.sha256 for x in loaders), Path(__file__).read_text()]
    )
    path = cache.directory() / "rooms" / hashlib.sha256(text.encode()).hexdigest()[:24]
    cache.made(path, lambda folder: _fill(Room(folder, (), arch), trees, loaders))
    return Room(path, tuple(_objects(path, trees, arch)), arch)


HOST_DIRECTORIES = ("/usr/bin", "/usr/sbin", "/usr/lib")
# Separate debug information: program headers without the bytes they speak of. No loader is given one.
HOST_DEBUG = "/usr/lib/debug/"
HOST_LIBRARIES = ("/usr/lib/x86_64-linux-gnu", "/usr/lib")


def host(glibc_own: Iterable[str], pool: Path) -> Room:
    """This system itself: its objects, and in ``pool`` links to its libraries, glibc's own left out."""
    left_out = frozenset(glibc_own)
    for directory in HOST_LIBRARIES:
        for name in sorted(os.listdir(directory)) if os.path.isdir(directory) else ():
            link = pool / name
            if ".so" in name and name not in left_out and not link.is_symlink():
                link.symlink_to(f"{directory}/{name}")
    names = [str(f) for directory in HOST_DIRECTORIES for f in cache.elf_files(Path(directory))]
    asked = (name for name in names if not name.startswith(HOST_DEBUG) and is_for(Path(name), "amd64"))
    objects = tuple(("host", name) for name in asked)
    return Room(Path(""), objects, pool=str(pool))


def is_for(file: Path, arch: str) -> bool:
    """A file for another machine is no question for this one's loader."""
    with open(file, "rb") as stream:
        head = stream.read(20)
    return len(head) == 20 and (head[4], head[5], int.from_bytes(head[18:20], "little")) == MACHINES[arch]


def _place(tree: cache.Tree) -> str:
    """Where a package's files go: a Debian package into the root, each wheel into a folder of its own."""
    return f"wheels/{tree.entry.name}" if tree.entry.kind == "wheel" else ""


def merge_usr(root: Path) -> None:
    """The directories that are one on a system with a merged /usr, empty."""
    for name in MERGED:
        (root / "usr" / name).mkdir(parents=True)
        (root / name).symlink_to(f"usr/{name}")


def _fill(room: Room, trees: list[cache.Tree], loaders: list[cache.Loader]) -> None:
    merge_usr(room.path)
    for tree in trees:
        merge(tree.path, room.path / _place(tree))
    path_file = "\n".join(system_path(room.arch)) + "\n"
    prefixes = [room.path, *(room.path / "musl" / loader.version for loader in loaders)]
    for prefix in prefixes:
        (prefix / "etc").mkdir(parents=True, exist_ok=True)
        (prefix / "etc" / f"ld-musl-{ARCHES[room.arch]}.path").write_text(path_file, encoding="ascii")
    for loader in loaders:
        target = Path(room.inside(room.loader(loader.version)))
        target.parent.mkdir()
        shutil.copy(loader.path, target)


def merge(tree: Path, room: Path) -> None:
    """Hard links of a tree's files below the room; of two files with one name the first stays."""
    for base, folders, names in os.walk(tree):
        relative = os.path.relpath(base, tree)
        target = room / relative
        target.mkdir(parents=True, exist_ok=True)
        for name in [*names, *(f for f in folders if os.path.islink(os.path.join(base, f)))]:
            if not os.path.lexists(target / name):
                os.link(os.path.join(base, name), target / name, follow_symlinks=False)


def _objects(room: Path, trees: list[cache.Tree], arch: str) -> Iterable[tuple[str, str]]:
    """ELF files of the room's architecture, each counted for the package that brought it."""
    for tree in trees:
        for file in cache.elf_files(tree.path):
            name = "/" + os.path.normpath(os.path.join(_place(tree), os.path.relpath(file, tree.path)))
            placed = Path(str(room) + name)
            if placed.exists() and placed.samefile(file) and is_for(file, arch):
                yield tree.entry.corpus, name
