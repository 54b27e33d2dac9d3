"""What is to be fixed, gathered as a set of files: single files, trees, programs with their libraries."""

from __future__ import annotations

import os
import posixpath
import shutil
import stat
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from musl_compat import kb
from musl_compat.elf.names import arch_of
from musl_compat.errors import ElfError, UsageError
from musl_compat.fix.fixing import Layout, attributes, is_elf, scan
from musl_compat.kb.targets import Target
from musl_compat.loader.fs import Filesystem, HostFs, RootFs
from musl_compat.loader.linkmap import LinkMap
from musl_compat.loader.search import is_shim

BUNDLED = "lib"
TREE_SHIM = "glibc-shim"


class Stage(NamedTuple):
    """``files``: path below the output -> where it is now; ``roots``: trees whose every other entry comes
    along; ``missing``: (library, needed by) that a bundle could not find; ``links``: symbolic links of a
    tree, with what they point at.
    """

    files: dict[str, Path]
    layout: Layout
    roots: tuple[Path, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    links: Mapping[str, str] = MappingProxyType({})


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
        image = scan(path)
    except (ElfError, OSError):
        return []  # it is looked at again, and what is wrong with it is said, when it is examined
    beside = [path.parent / name for name in image.needed if is_shim(name)]
    return [shim for shim in beside if shim.is_file()]


def of_tree(path: str) -> Stage:
    """Every regular file of a tree, each once: a further hard link in the same directory is made again by
    ``copy_rest``. Raises UsageError for a directory that cannot be read.
    """
    files: dict[str, Path] = {}
    links: dict[str, str] = {}
    seen: set[_Inode] = set()
    for base, folders, names in os.walk(path, onerror=_unreadable):
        folders.sort()
        for name in sorted([*names, *folders]):
            whole = Path(base, name)
            found = whole.lstat()
            shown = os.path.relpath(whole, path)
            if stat.S_ISLNK(found.st_mode):
                links[shown] = _inside(os.readlink(whole), shown)
            elif stat.S_ISREG(found.st_mode) and (key := _inode(whole, found)) not in seen:
                seen.add(key)
                files[shown] = whole
    is_root = any(os.path.isdir(os.path.join(path, name)) for name in ("usr", "lib"))
    return Stage(files, Layout(shim=TREE_SHIM, is_root=is_root), (Path(path),), links=links)


_Inode: TypeAlias = tuple[int, int, str]


def _inode(path: Path, found: os.stat_result) -> _Inode:
    """What tells hard links of one file; for an object, whose edits depend on where it is, with its
    directory."""
    return found.st_dev, found.st_ino, str(path.parent) if is_elf(path) else ""


def _inside(target: str, name: str) -> str:
    """A link's text as seen from its own directory: an absolute one is meant from the top of the tree."""
    if not target.startswith("/"):
        return target
    return posixpath.relpath(target.lstrip("/") or ".", posixpath.dirname(name) or ".")


def _unreadable(error: OSError) -> None:
    raise UsageError(f"{error.filename}: {error.strerror}") from error


class Origin(NamedTuple):
    """Where the libraries of a bundle are taken from: ``root``, a system's tree, None for this system;
    ``library_path``: directories that are searched first.
    """

    root: str | None
    library_path: tuple[str, ...]


def of_bundle(paths: Iterable[str], target: Target, origin: Origin) -> Stage:
    """Programs and libraries with all the libraries that they need: those go to ``lib/``. Raises UsageError,
    ElfError, OSError.
    """
    stage = of_files(paths)
    for path in stage.files.values():
        if not is_elf(path):
            what = "a directory" if path.is_dir() else "not an ELF file"
            raise UsageError(f"{path}: {what}: --bundle takes programs and libraries")
    given = {str(path): path for path in stage.files.values()}
    found, missing = libraries_of(given, target, origin)
    files = {**stage.files, **{posixpath.join(BUNDLED, name): path for name, path in found.items()}}
    return Stage(files, Layout(shim=BUNDLED, libraries=BUNDLED), (), tuple(sorted(missing.items())))


def libraries_of(
    objects: Mapping[str, Path], target: Target, origin: Origin, own: Container[str] = ()
) -> tuple[dict[str, Path], dict[str, str]]:
    """The libraries that these objects need, with all that those need: file name -> where it is; and those
    that are not there: name -> needed by. glibc's are in neither, nor are the names of ``own``. The keys of
    ``objects`` are for messages. Raises UsageError, ElfError, OSError.
    """
    fs: Filesystem = RootFs(origin.root) if origin.root is not None else HostFs(kb.glibc_libraries())
    found: dict[str, Path] = {}
    missing: dict[str, str] = {}
    for shown, path in objects.items():
        link_map = _link_map(shown, path, fs, target, origin.library_path)
        for one in link_map.objects[1:]:
            name = one.short_name or posixpath.basename(one.name)
            if one.is_libc or name in own or name in kb.glibc_libraries():
                continue
            source = Path(fs.locate(one.name, one.given).path)
            if not found.setdefault(name, source).samefile(source):
                raise UsageError(
                    f"{shown}: needs {source}, and another file needs {found[name]}: bundle them apart"
                )
        for lost in link_map.missing:
            if lost.name not in kb.glibc_libraries() and lost.name not in own:
                missing[lost.name] = shown if lost.needed_by == str(path) else lost.needed_by
    return found, missing


def _link_map(
    shown: str, path: Path, fs: Filesystem, target: Target, library_path: tuple[str, ...]
) -> LinkMap:
    try:
        image = scan(path)
    except ElfError as error:
        raise UsageError(f"{shown}: {error}") from error
    arch = arch_of(image)
    if arch is None:
        raise UsageError(f"{shown}: musl has no port to its machine")
    return LinkMap.build(str(path), image, fs, target, arch=arch, library_path=library_path)


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
    changed = os.path.lexists(target)
    if not changed:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    _like(source, target)
    for name in _SIGNATURES if changed else ():
        # They are of the old bytes; a kernel that asks for one would refuse the file for it.
        if name in attributes(target):
            os.removexattr(target, name)


_SIGNATURES = ("security.ima", "security.evm")


def _like(source: Path, target: Path, *, follow: bool = True) -> None:
    """Owner, mode, times and extended attributes, as ``cp -a``. The owner comes first, as the kernel takes
    setuid bits and capabilities away with it; only root can give a file away.
    """
    found = source.stat(follow_symlinks=follow)
    if os.geteuid() == 0:
        os.chown(target, found.st_uid, found.st_gid, follow_symlinks=follow)
    shutil.copystat(source, target, follow_symlinks=follow)


def _copy_tree(root: Path, folder: Path) -> list[tuple[str, str]]:
    skipped: list[tuple[str, str]] = []
    made: dict[_Inode, Path] = {}
    directories = []
    for base, folders, names in os.walk(root, onerror=_unreadable):
        here = folder / os.path.relpath(base, root)
        here.mkdir(parents=True, exist_ok=True)
        directories.append((Path(base), here))
        for name in sorted([*names, *(f for f in folders if os.path.islink(os.path.join(base, f)))]):
            source, target = Path(base, name), here / name
            found = source.lstat()
            if stat.S_ISLNK(found.st_mode):
                os.symlink(os.readlink(source), target)
                _like(source, target, follow=False)
            elif not stat.S_ISREG(found.st_mode):
                skipped.append((os.path.relpath(source, root), "neither file, link nor directory: left out"))
            elif (key := _inode(source, found)) in made:
                os.link(made[key], target)
            else:
                made[key] = target
    for source, target in reversed(directories):
        _like(source, target)
    return skipped
