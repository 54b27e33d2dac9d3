"""Where a link map looks for libraries: the only I/O of this layer.

``HostFs`` is this system with its own library directories, ``RootFs`` a tree as a system would see it from
inside, ``MemberFs`` the members of a container. Opening a path fails with the ``OSError`` that open(2) would
give the loader there.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from musl_compat.elf import ElfImage, Limits
from musl_compat.errors import UsageError
from musl_compat.inputs import ELF_MAGIC, OPEN_FLAGS

from . import search

if TYPE_CHECKING:
    from musl_compat.elf.code import Code
    from musl_compat.kb.targets import Target

CACHE_BYTES = 96 << 20
CACHE_IMAGES = 512
MAX_SYMLINKS = 40
MAX_PATH_FILE = 1 << 16
"""Bytes of ``etc/ld-musl-ARCH.path``."""
MAX_DIRECTORIES = 4096
"""Directories whose place is remembered; every program may bring its own by ``$ORIGIN``."""


class Located(NamedTuple):
    """A file that an open would give: ``key`` is equal exactly for the same file, ``path`` is where it can be
    read."""

    key: Hashable
    path: str


class Filesystem(Protocol):
    """What a link map asks of the place it looks into."""

    presumes: bool
    """A library that is not found is presumed to be there at run time (it lies outside of a container)."""

    def locate(self, path: str, given: bool) -> Located:
        """Open for reading, as the loader would. ``given``: the path is named as the user's own system names
        it. Raises OSError."""
        ...

    def image(self, found: Located, machine: int) -> ElfImage:
        """The image, with relocations read as those of e_machine ``machine``. Raises OSError and ElfError."""
        ...

    def code(self, found: Located) -> Code:
        """The machine code. Raises OSError, ElfError, and InputError for a member that cannot be had."""
        ...

    def is_given(self, directory: str) -> bool:
        """Is this directory of ``--library-path`` named as the user's own system names it?"""
        ...

    def system_path(self, target: Target, arch: str, loader_name: str) -> str:
        """The path that is searched last."""
        ...

    def in_system_path(self, name: str, found: Located, main: ElfImage) -> bool:
        """Does the system path really offer this file for this name to this program?"""
        ...


class ImageCache:
    """The images read last, bounded by their bytes, so that a tree of any size takes the same memory."""

    __slots__ = ("_images", "_max_bytes", "_total")

    def __init__(self, max_bytes: int = CACHE_BYTES) -> None:
        self._images: OrderedDict[Hashable, ElfImage] = OrderedDict()
        self._max_bytes = max_bytes
        self._total = 0

    def get(self, key: Hashable, machine: int, read: Callable[[Limits | None], ElfImage]) -> ElfImage:
        """The image of a key, read when it is not held; read again when it is of another machine than asked
        for."""
        full = (key, machine)
        held = self._images.get(full)
        if held is not None:
            self._images.move_to_end(full)
            return held
        image = read(None)
        if image.machine != machine:
            image = read(Limits(as_machine=machine))
        self._images[full] = image
        self._total += image.c.total
        while self._images and (self._total > self._max_bytes or len(self._images) > CACHE_IMAGES):
            self._total -= self._images.popitem(last=False)[1].c.total
        return image


def _open_regular(path: str) -> int:
    """A descriptor of a file whose bytes can be read; what cannot be mapped fails as it does for the loader.
    Raises OSError."""
    fd = os.open(path, OPEN_FLAGS)
    mode = os.fstat(fd).st_mode
    if stat.S_ISREG(mode):
        return fd
    os.close(fd)
    code = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENOEXEC
    raise OSError(code, os.strerror(code), path)


class _DiskFs:
    """What the file systems on disk share: identity by device and inode, images by descriptor."""

    presumes = False

    def __init__(self, cache: ImageCache | None = None) -> None:
        self._cache = cache if cache is not None else ImageCache()

    def image(self, found: Located, machine: int) -> ElfImage:
        """See ``Filesystem``."""

        def read(limits: Limits | None) -> ElfImage:
            fd = _open_regular(found.path)
            try:
                return ElfImage.from_fd(fd, limits)
            finally:
                os.close(fd)

        return self._cache.get(found.key, machine, read)

    def code(self, found: Located) -> Code:
        """See ``Filesystem``."""
        from musl_compat.elf.code import Code

        fd = _open_regular(found.path)
        try:
            return Code.from_fd(fd)
        finally:
            os.close(fd)

    @staticmethod
    def _identify(path: str, follow: bool = True) -> Located:
        """What opening a host path gives. A file that may not be read is EACCES, as for the loader. Raises
        OSError."""
        st = os.stat(path, follow_symlinks=follow)
        if not os.access(path, os.R_OK, effective_ids=True):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return Located((st.st_dev, st.st_ino), path)


class HostFs(_DiskFs):
    """This system. Its own library directories (``ld.so.conf``) stand in the place of the system path.

    There glibc's own libraries are not offered (they cannot be used with another libc) and neither are files
    for other machines: this system's loader keeps both apart by its cache, which has no meaning for musl. In
    directories named by ``--library-path`` or by an RPATH nothing is left out: that is what ld-musl would do
    with them.
    """

    def __init__(
        self, glibc_own: Iterable[str], cache: ImageCache | None = None, conf: str = "/etc/ld.so.conf"
    ) -> None:
        super().__init__(cache)
        self._glibc_own = frozenset(glibc_own)
        self._conf = conf
        self._system: str | None = None
        self._kinds: dict[Hashable, tuple[int, str, int] | None] = {}

    def locate(self, path: str, given: bool) -> Located:
        """See ``Filesystem``."""
        return self._identify(path)

    def is_given(self, directory: str) -> bool:
        """See ``Filesystem``."""
        return True

    def system_path(self, target: Target, arch: str, loader_name: str) -> str:
        """The directories of ``ld.so.conf`` and those that are always searched."""
        if self._system is None:
            self._system = ":".join(ld_so_conf(self._conf))
        return self._system

    def in_system_path(self, name: str, found: Located, main: ElfImage) -> bool:
        """See ``Filesystem``."""
        if name in self._glibc_own:
            return False
        try:
            kind = self._kinds[found.key]
        except KeyError:
            kind = self._kinds[found.key] = _kind_of(found.path)
        return kind == (main.elf_class, main.byteorder, main.machine)


def _kind_of(path: str) -> tuple[int, str, int] | None:
    """Class, byte order and machine from an ELF header; None for what is none or cannot be read."""
    try:
        fd = _open_regular(path)
    except OSError:
        return None
    try:
        head = os.pread(fd, 20, 0)
    finally:
        os.close(fd)
    if len(head) < 20 or head[:4] != ELF_MAGIC:
        return None
    if head[5] == 2:
        return (64 if head[4] == 2 else 32, "big", int.from_bytes(head[18:20], "big"))
    return (64 if head[4] == 2 else 32, "little", int.from_bytes(head[18:20], "little"))


class _Presuming:
    """What the file systems share that hold a part of a system and presume that the rest is there."""

    presumes = True

    def is_given(self, directory: str) -> bool:
        """See ``Filesystem``."""
        return True

    def system_path(self, target: Target, arch: str, loader_name: str) -> str:
        """There are no system directories."""
        return ""

    def in_system_path(self, name: str, found: Located, main: ElfImage) -> bool:
        """See ``Filesystem``."""
        return True


class BesideFs(_Presuming, _DiskFs):
    """What an object's own DT_RUNPATH reaches on this system; the rest is presumed to be there."""

    def locate(self, path: str, given: bool) -> Located:
        """See ``Filesystem``."""
        return self._identify(path)


class RootFs(_DiskFs):
    """A directory tree as its own system: absolute paths and symbolic links stay inside, as after chroot(2).

    A path that the user named (the program, a directory of ``--library-path`` that exists as given, and what
    ``$ORIGIN`` makes of them) is the user's own; when it lies inside the tree, its links are still resolved
    inside.
    """

    def __init__(self, root: str, cache: ImageCache | None = None) -> None:
        super().__init__(cache)
        self._root = os.path.realpath(root)
        self._written = os.path.abspath(root)
        self._dirs: dict[str, str] = {}

    def locate(self, path: str, given: bool) -> Located:
        """See ``Filesystem``."""
        if given or not path.startswith("/"):
            inside = self._inside(path)
            if inside is None:
                return self._identify(path)
            path = inside
        return self._identify(self._resolve(path, 0), follow=False)

    def is_given(self, directory: str) -> bool:
        """A directory that exists as given is used as given, else it is one of the tree."""
        return os.path.isdir(directory)

    def system_path(self, target: Target, arch: str, loader_name: str) -> str:
        """The tree's ``etc/ld-musl-ARCH.path``, or the target's default path when there is none.

        A file that is there and cannot be read leaves nothing to search: the loader fails closed.
        """
        try:
            found = self.locate(search.path_file(loader_name, arch), False)
            with open(found.path, "rb") as f:
                text = f.read(MAX_PATH_FILE + 1)
        except FileNotFoundError:
            return ":".join(target.search_path)
        except OSError:
            return ""
        if len(text) > MAX_PATH_FILE:
            raise UsageError(f"--root: {found.path}: more than {MAX_PATH_FILE} bytes: not a search path")
        return os.fsdecode(text.partition(b"\0")[0])

    def in_system_path(self, name: str, found: Located, main: ElfImage) -> bool:
        """See ``Filesystem``."""
        return True

    def _inside(self, path: str) -> str | None:
        """The tree's own name of a host path that lies in the tree."""
        whole = path if path.startswith("/") else os.path.join(os.getcwd(), path)
        for name in (whole, os.path.normpath(whole)):
            for root in (self._written, self._root):
                stem = root.rstrip("/") + "/"
                if name.startswith(stem):
                    return "/" + name[len(stem) :]
        return None

    def _resolve(self, path: str, links: int) -> str:
        """The host path of a path of the tree, no symbolic link left in it. Raises OSError."""
        head, _, name = path.rstrip("/").rpartition("/")
        if name in ("", ".", ".."):
            return self._directory(path, links)
        parent = self._directory(head, links)
        whole = f"{parent}/{name}"
        try:
            target = os.readlink(whole)
        except OSError as e:
            if e.errno == errno.EINVAL:  # there, and no link
                return whole
            raise
        if links >= MAX_SYMLINKS:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
        return self._resolve(target if target.startswith("/") else f"{head}/{target}", links + 1)

    def _directory(self, path: str, links: int) -> str:
        """The host path of a directory of the tree; ``..`` does not lead out of it. Raises OSError."""
        known = self._dirs.get(path)
        if known is not None:
            return known
        if len(self._dirs) >= MAX_DIRECTORIES:
            self._dirs.clear()
        at = self._root.rstrip("/")
        for part in path.split("/"):
            if part in ("", "."):
                continue
            if part == "..":
                at = at if at == self._root.rstrip("/") else at.rpartition("/")[0]
                continue
            at = self._step(at, part, links)
        self._dirs[path] = at
        return at

    def _step(self, at: str, part: str, links: int) -> str:
        """One component further, through a symbolic link when it is one. Raises OSError."""
        whole = f"{at}/{part}"
        try:
            target = os.readlink(whole)
        except OSError as e:
            if e.errno == errno.EINVAL:
                return whole
            raise
        if links >= MAX_SYMLINKS:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), whole)
        own = at[len(self._root.rstrip("/")) :]
        return self._directory(target if target.startswith("/") else f"{own}/{target}", links + 1)


class MemberFs(_Presuming):
    """The members of one container, by their names. What is not in it is presumed to be there at run time.

    ``read`` gives a member's image for its name, ``read_code`` its machine code; ``links`` maps names that
    are symbolic links to what they point at.
    """

    def __init__(
        self,
        names: Iterable[str],
        read: Callable[[str, Limits | None], ElfImage],
        links: Mapping[str, str] | None = None,
        cache: ImageCache | None = None,
        read_code: Callable[[str], Code] | None = None,
    ) -> None:
        self._read_code = read_code
        self._names = frozenset(names)
        self._read = read
        self._links = links or {}
        self._cache = cache if cache is not None else ImageCache()

    def locate(self, path: str, given: bool) -> Located:
        """See ``Filesystem``."""
        name = self._plain(path)
        for _ in range(MAX_SYMLINKS):
            if name in self._names:
                return Located(name, name)
            if name not in self._links:
                break
            name = self._plain(f"{name.rpartition('/')[0]}/{self._links[name]}")
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)

    def image(self, found: Located, machine: int) -> ElfImage:
        """See ``Filesystem``."""
        return self._cache.get(found.key, machine, lambda limits: self._read(found.path, limits))

    def code(self, found: Located) -> Code:
        """See ``Filesystem``."""
        if self._read_code is None:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP), found.path)
        return self._read_code(found.path)

    @staticmethod
    def _plain(path: str) -> str:
        """A member's name from a path with ``.`` and ``..`` in it; one that leads out of the container names
        nothing in it."""
        out: list[str] = []
        for part in path.split("/"):
            if part == "..":
                if not out:
                    return ""
                out.pop()
            elif part not in ("", "."):
                out.append(part)
        return "/".join(out)


TRUSTED_DIRS = ("/lib64", "/usr/lib64", "/lib", "/usr/lib")
MAX_CONF_DEPTH = 8


def ld_so_conf(path: str = "/etc/ld.so.conf") -> list[str]:
    """The library directories of a glibc system: those of ``ld.so.conf`` and its includes, then the trusted
    ones. Each once."""
    found: dict[str, None] = {}
    for directory in [*_conf_dirs(path, 0), *TRUSTED_DIRS]:
        if os.path.isdir(directory):
            found.setdefault(directory)
    return list(found)


def _conf_dirs(path: str, depth: int) -> list[str]:
    """The directories that one configuration file names; a file that cannot be read names none, as for
    ldconfig."""
    from glob import glob

    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as f:
            lines = f.read().splitlines()
    except OSError:
        return []
    out: list[str] = []
    for line in lines:
        words = line.partition("#")[0].replace(",", " ").replace(":", " ").split()
        if words[:1] == ["include"]:
            for pattern in words[1:] if depth < MAX_CONF_DEPTH else []:
                whole = pattern if pattern.startswith("/") else os.path.join(os.path.dirname(path), pattern)
                for name in sorted(glob(whole)):
                    out += _conf_dirs(name, depth + 1)
        elif words[:1] != ["hwcap"]:
            out += [w.partition("=")[0].rstrip("/") or "/" for w in words if w.startswith("/")]
    return out
