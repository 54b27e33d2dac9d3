"""What is to be fixed, gathered as a set of files: single files, trees, programs with their libraries."""

from __future__ import annotations

import os
import posixpath
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from musl_compat import kb
from musl_compat.elf import ElfImage
from musl_compat.elf.names import arch_of
from musl_compat.errors import ElfError, UsageError
from musl_compat.fix.fixing import Layout
from musl_compat.fix.shim.generate import is_shim
from musl_compat.inputs import OPEN_FLAGS
from musl_compat.kb.targets import Target
from musl_compat.loader.fs import Filesystem, HostFs, RootFs
from musl_compat.loader.linkmap import LinkMap

BUNDLED = "lib"
TREE_SHIM = "glibc-shim"


class Stage(NamedTuple):
    """``files``: path below the output -> where it is now; ``roots``: trees whose every other entry comes
    along; ``missing``: (library, needed by) that a bundle could not find.
    """

    files: dict[str, Path]
    layout: Layout
    roots: tuple[Path, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()


def of_files(paths: Iterable[str]) -> Stage:
    """Single files, side by side in the output. Raises UsageError for two of one name."""
    files: dict[str, Path] = {}
    for path in paths:
        name = os.path.basename(os.path.abspath(path))
        if name in files:
            raise UsageError(f"{path} and {files[name]} have one name: fix them in two calls")
        files[name] = Path(path)
    for given in list(files.values()):
        for shim in _shims_beside(given):
            files.setdefault(shim.name, shim)
    return Stage(files, Layout())


def _shims_beside(path: Path) -> list[Path]:
    """The shims that a file which was fixed before has in its directory: it would fail without them."""
    try:
        image = _scan(path)
    except (ElfError, OSError):
        return []  # it is looked at again, and what is wrong with it is said, when it is examined
    beside = [path.parent / name for name in image.needed if is_shim(name)]
    return [shim for shim in beside if shim.is_file()]


def of_tree(path: str) -> Stage:
    """Every regular file of a tree, each once: a further hard link in the same directory is made again by
    ``copy_rest``. Raises UsageError for a directory that cannot be read.
    """
    files: dict[str, Path] = {}
    seen: set[tuple[int, int, str]] = set()
    for base, folders, names in os.walk(path, onerror=_unreadable):
        folders.sort()
        for name in sorted(names):
            whole = Path(base, name)
            found = whole.lstat()
            key = (found.st_dev, found.st_ino, base)
            if stat.S_ISREG(found.st_mode) and key not in seen:
                seen.add(key)
                files[os.path.relpath(whole, path)] = whole
    return Stage(files, Layout(shim=TREE_SHIM), (Path(path),))


def _unreadable(error: OSError) -> None:
    raise UsageError(f"{error.filename}: {error.strerror}") from error


def of_bundle(paths: Iterable[str], target: Target, root: str | None, library_path: Iterable[str]) -> Stage:
    """Programs and libraries with all the libraries that they need: those go to ``lib/``. Raises UsageError,
    ElfError, OSError.
    """
    stage = of_files(paths)
    fs: Filesystem = RootFs(root) if root is not None else HostFs(kb.glibc_libraries())
    files, missing = dict(stage.files), {}
    for path in stage.files.values():
        link_map = _link_map(str(path), fs, target, tuple(library_path))
        for one in link_map.objects[1:]:
            if one.is_libc:
                continue
            name = posixpath.join(BUNDLED, one.short_name or posixpath.basename(one.name))
            files.setdefault(name, Path(fs.locate(one.name, one.given).path))
        for lost in link_map.missing:
            if lost.name not in kb.glibc_libraries():
                missing[lost.name] = lost.needed_by
    return Stage(files, Layout(shim=BUNDLED, libraries=BUNDLED), (), tuple(sorted(missing.items())))


def _scan(path: Path) -> ElfImage:
    fd = os.open(path, OPEN_FLAGS)
    try:
        return ElfImage.from_fd(fd)
    finally:
        os.close(fd)


def _link_map(path: str, fs: Filesystem, target: Target, library_path: tuple[str, ...]) -> LinkMap:
    image = _scan(Path(path))
    arch = arch_of(image)
    if arch is None:
        raise UsageError(f"{path}: musl has no port to its machine")
    return LinkMap.build(path, image, fs, target, arch=arch, library_path=library_path)


def copy_rest(stage: Stage, folder: Path) -> list[tuple[str, str]]:
    """Copy to the output what is not there yet: files that did not change, and of trees everything else, with
    its links, modes and times. Gives (name, reason) of what is no file, link or directory. Raises OSError.
    """
    skipped: list[tuple[str, str]] = []
    for name, source in stage.files.items():
        _copy(source, folder / name)
    for root in stage.roots:
        skipped += _copy_tree(root, folder)
    return skipped


def _copy(source: Path, target: Path) -> None:
    if os.path.lexists(target):
        shutil.copystat(source, target)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
    _same_owner(source, target)


def _same_owner(source: Path, target: Path) -> None:
    """As cp -a: only root can give a file away. Mode bits such as setuid go when the owner changes."""
    if os.geteuid() == 0:
        found = source.lstat()
        os.chown(target, found.st_uid, found.st_gid, follow_symlinks=False)
        if not stat.S_ISLNK(found.st_mode):
            os.chmod(target, stat.S_IMODE(found.st_mode))


def _copy_tree(root: Path, folder: Path) -> list[tuple[str, str]]:
    skipped: list[tuple[str, str]] = []
    made: dict[tuple[int, int, str], Path] = {}
    directories = []
    for base, folders, names in os.walk(root, onerror=_unreadable):
        here = folder / os.path.relpath(base, root)
        here.mkdir(parents=True, exist_ok=True)
        directories.append((Path(base), here))
        for name in sorted([*names, *(f for f in folders if os.path.islink(os.path.join(base, f)))]):
            source, target = Path(base, name), here / name
            found = source.lstat()
            key = (found.st_dev, found.st_ino, base)
            if stat.S_ISLNK(found.st_mode):
                os.symlink(os.readlink(source), target)
                _same_owner(source, target)
            elif not stat.S_ISREG(found.st_mode):
                skipped.append((os.path.relpath(source, root), "neither file, link nor directory: left out"))
            elif key in made:
                os.link(made[key], target)
            else:
                made[key] = target
    for source, target in reversed(directories):
        shutil.copystat(source, target)
        _same_owner(source, target)
    return skipped
