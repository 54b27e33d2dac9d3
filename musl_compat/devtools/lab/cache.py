"""Where the laboratory keeps what it fetched, and what tests ask of it.

Layout below the cache directory: ``trees/<sha256 in the lock file>/`` holds the unpacked package;
``<sha256>.moved`` beside it names the version that came in its place, when the suite has moved on. A tree
comes by one rename, so that a directory that exists is complete and several processes may fetch at once.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from musl_compat.devtools.lab import lock
from musl_compat.devtools.lab.wheels import sha256_of
from musl_compat.errors import InputError

VARIABLE = "MUSLCHECK_LAB"


def directory() -> Path:
    """``MUSLCHECK_LAB``, or ``muslcheck-lab`` below the XDG cache directory."""
    given = os.environ.get(VARIABLE)
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "muslcheck-lab"


def made(path: Path, fill: Callable[[Path], object]) -> Path:
    """A directory of the cache, filled by ``fill`` when it is not there. It comes by one rename: one that
    exists is complete, and where two processes make it at once, the faster one's stays. Raises what ``fill``
    does, and OSError.
    """
    if path.is_dir():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="made-", dir=path.parent))
    draft = work / path.name
    try:
        draft.mkdir()
        fill(draft)
        draft.chmod(0o755)
        try:
            draft.rename(path)
        except OSError:
            if not path.is_dir():
                raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return path


def tree_path(entry: lock.Entry) -> Path:
    """Where the unpacked package is, or would be: by the lock file's sha256, moved or not."""
    return directory() / "trees" / entry.sha256


def note_moved(entry: lock.Entry, version: str) -> None:
    """Remember that the suite had another version than the lock file names."""
    path = tree_path(entry).with_suffix(".moved")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{version}\n", encoding="utf-8")


def has_moved(entry: lock.Entry) -> bool:
    """Is the unpacked package another version than the lock file names?"""
    return tree_path(entry).with_suffix(".moved").exists()


def tree(entry: lock.Entry) -> Path:
    """The unpacked package; ``InputError`` tells the command that fetches it."""
    path = tree_path(entry)
    if not path.is_dir():
        sets = ",".join(entry.use)
        raise InputError(
            f"{entry.label} is not in {directory()}: python -m musl_compat.devtools.lab fetch --set {sets}"
        )
    return path


class Loader(NamedTuple):
    """A real musl: its version, the file that is both libc and loader, and that file's sha256."""

    version: str
    path: Path
    sha256: str
    package: str


def musl_entries(arch: str = "amd64") -> list[lock.Entry]:
    """The musl packages of one Debian architecture, oldest first."""
    found = [e for e in lock.load() if e.kind == "deb" and e.name == "musl" and e.arch == arch]
    return sorted(found, key=lambda e: [int(n) for n in e.upstream.split(".")])


def loaders(arch: str = "amd64") -> list[Loader]:
    """Every real musl of this architecture that the lock file names, oldest first."""
    return [_loader(entry) for entry in musl_entries(arch)]


def _loader(entry: lock.Entry) -> Loader:
    files = [p for p in tree(entry).glob("**/libc.so") if p.is_file() and not p.is_symlink()]
    if len(files) != 1:
        raise InputError(f"{entry.label}: expected one libc.so, found {len(files)}")
    return Loader(entry.upstream, files[0], sha256_of(files[0]), f"{entry.name} {entry.version}")


def loader(version: str, arch: str = "amd64") -> Loader:
    """The real musl of this version; ``InputError`` when the lock file has none."""
    for entry in musl_entries(arch):
        if entry.upstream == version:
            return _loader(entry)
    raise InputError(f"the lock file names no musl {version} for {arch}")


class Tree(NamedTuple):
    """One unpacked package of a corpus."""

    entry: lock.Entry
    path: Path


def trees(sets: Iterable[str], kinds: Iterable[str] = lock.KINDS) -> list[Tree]:
    """The unpacked packages of these sets, the real musls left out."""
    chosen = lock.wanted(lock.load(), sets)
    wanted_kinds = set(kinds)
    return [Tree(e, tree(e)) for e in chosen if e.kind in wanted_kinds and e.name != "musl"]


def elf_files(folder: Path) -> Iterator[Path]:
    """Regular files below a folder that begin with the ELF magic, sorted, symbolic links not followed."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(base, name)
            if path.is_symlink() or not path.is_file():
                continue
            with open(path, "rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path
