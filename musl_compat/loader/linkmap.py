"""The link map: the objects that a start would load, in the loader's order, and what it could not load.

A model of ``load_library`` and ``load_deps`` of musl's ``ldso/dynlink.c``. What it keeps to, against the
habits of other loaders: a library is known by the last component of the path that a search found, never by
its DT_SONAME; one inode is one object; the program itself is never found, by name or inode; there is no
filter on class or machine, so the first file of a name decides.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from musl_compat._core import lib
from musl_compat.elf import ElfImage
from musl_compat.errors import ElfError
from musl_compat.kb.targets import OK_BINDS, OK_TYPES

from . import search, traits
from .search import Entry, MissingLibrary, unreserved_glibc

if TYPE_CHECKING:
    from musl_compat.kb.targets import Target

    from .fs import Filesystem, Located

ET_EXEC, ET_DYN = 2, 3
STT_TLS = 6
_DYNAMIC: int = lib.MC_F_DYNAMIC
HEADERS = ("ELF header", "program headers")
"""Tables that the loader reads whole or not at all; a file that is too short for the others breaks it."""
MAX_TRIES = 250_000
"""Paths that the search for one map's libraries may try: far above what any program needs, and where one
that was made to be slow is given up."""
GUARD = ("__libc_start_main", "stdin")
"""A file that defines both is a second libc."""


class Unreadable(NamedTuple):
    """An object of the map that the loader would map and that could not be analysed."""

    path: str
    needed_by: str
    error: ElfError


class LinkObject:
    """One object of the map. ``name`` is its path as the loader prints it; only libc has no ``image``."""

    __slots__ = ("given", "image", "is_libc", "key", "name", "needed_by", "rpath", "short_name")

    def __init__(
        self,
        name: str,
        image: ElfImage | None,
        key: Hashable,
        needed_by: LinkObject | None,
        short_name: str | None = None,
        given: bool = False,
    ) -> None:
        self.name = name
        self.image = image
        self.key = key
        self.needed_by = needed_by
        self.short_name = short_name
        self.given = given
        self.is_libc = image is None
        self.rpath: list[Entry] = []

    def __repr__(self) -> str:
        return f"LinkObject({self.name!r})"


class LinkMap:
    """``objects`` in the loader's list order, the program first, libc (``is_libc``) where it was first asked
    for, if it was.

    ``missing`` are the libraries that could not be loaded, ``external`` the ``(name, needed by)`` that are
    presumed present outside of a container, ``unreadable`` what the scanner could not read.
    """

    __slots__ = (
        "_env",
        "_fs",
        "_loader_name",
        "_system",
        "_traits",
        "_tries",
        "arch",
        "external",
        "missing",
        "objects",
        "target",
        "unreadable",
    )

    def __init__(
        self, main: LinkObject, fs: Filesystem, target: Target, arch: str, env: list[Entry], loader_name: str
    ) -> None:
        self.objects: list[LinkObject] = [main]
        self.missing: list[MissingLibrary] = []
        self.external: list[tuple[str, str]] = []
        self.unreadable: list[Unreadable] = []
        self._fs = fs
        self.target = target
        self.arch = arch
        self._env = env
        self._loader_name = loader_name
        self._traits = traits.of(target)
        self._system: list[Entry] | None = None
        self._tries = 0

    @classmethod
    def build(
        cls,
        main_path: str,
        main_image: ElfImage,
        fs: Filesystem,
        target: Target,
        *,
        arch: str | None = None,
        library_path: str | Iterable[str] = (),
    ) -> LinkMap:
        """Load a program (or a library, as ``ld-musl --list`` does) and everything it needs.

        ``main_path`` is the path as the user gave it; ``library_path`` what follows ``--library-path``:
        colons or newlines separate. ``arch`` is musl's name of the architecture, by default that of the
        image. Raises nothing for a bad library: that is what the map is about; ElfError (``limit``) for
        search paths that were made to be slow.
        """
        from musl_compat.elf.names import arch_of

        name = arch or arch_of(main_image) or ""
        text = library_path if isinstance(library_path, str) else ":".join(library_path)
        env = [Entry(e.path, fs.is_given(e.path)) for e in search.split_path(text)]
        loader_name = main_image.interpreter or target.interpreter(name) or ""
        main = LinkObject(main_path, main_image, None, None, given=True)
        link_map = cls(main, fs, target, name, env, loader_name)
        link_map._set_rpath(main)
        for obj in link_map.objects:  # grows while it is walked
            link_map._load_needed(obj)
        return link_map

    @property
    def main(self) -> LinkObject:
        """The program."""
        return self.objects[0]

    @property
    def presumes(self) -> bool:
        """Is a library that was not found presumed to be there at run time (see ``external``)?"""
        return self._fs.presumes

    @property
    def has_libc(self) -> bool:
        """Is libc in the map? Without a reserved DT_NEEDED name anywhere, no libc symbol is found."""
        return any(o.is_libc for o in self.objects)

    def _set_rpath(self, obj: LinkObject) -> None:
        image = obj.image
        if image is None:
            return
        text = image.runpath if self._traits.runpath_alone or image.rpath is not None else None
        if text is None:
            text = image.rpath
        if text is not None:
            obj.rpath = search.expand_rpath(text, obj.name, obj.given)

    def _load_needed(self, obj: LinkObject) -> None:
        if obj.image is None:
            return
        reported = set()
        for name in obj.image.needed:
            try:
                self._load(name, obj)
            except OSError as e:
                if name not in reported:
                    reported.add(name)
                    self._not_loaded(name, obj, e)

    def _not_loaded(self, name: str, obj: LinkObject, error: OSError) -> None:
        if self.presumes and error.errno == errno.ENOENT and name not in unreserved_glibc():
            self.external.append((name, obj.name))
            return
        self.missing.append(MissingLibrary(name, obj.name, search.strerror(error.errno or 0)))

    def _load(self, name: str, by: LinkObject) -> None:
        """``load_library``: the map grows, or not when the library is there already. Raises OSError."""
        if not name and self._traits.empty_name_fails:
            raise _error(errno.EINVAL)
        if search.is_reserved(name, self._traits) or name == self._loader_name:
            self._add_libc()
            return
        if "/" in name:
            path, given = name, False
            found = self._fs.locate(path, given)
        else:
            if any(o.short_name == name for o in self.objects[1:]):
                return
            path, given, found = self._search(name, by)
        for known in self.objects[1:]:
            if known.key == found.key:
                if known.short_name is None and "/" not in name:
                    known.short_name = known.name.rpartition("/")[2]
                return
        self._map(name, path, given, found, by)

    def _add_libc(self) -> None:
        if not self.has_libc:
            self.objects.append(LinkObject("libc.so", None, ("libc",), None, short_name="libc.so"))

    def _search(self, name: str, by: LinkObject) -> tuple[str, bool, Located]:
        """The first file of this name on ``--library-path``, the RPATHs from the requester up to the program,
        the system path."""
        if len(os.fsencode(name)) > search.NAME_MAX:
            raise _error(errno.ENAMETOOLONG)
        last = _error(errno.ENOENT)
        chain: LinkObject | None = by
        paths = [self._env]
        while chain is not None:
            paths.append(chain.rpath)
            chain = chain.needed_by
        for entries in paths:
            for entry in entries:
                hit = self._try(entry, name)
                if isinstance(hit, tuple):
                    return hit
                last = hit or last
        if self._system is None:
            self._system = search.split_path(self._fs.system_path(self.target, self.arch, self._loader_name))
        for entry in self._system:
            hit = self._try(entry, name)
            if isinstance(hit, tuple):
                assert self.main.image is not None
                if self._fs.in_system_path(name, hit[2], self.main.image):
                    return hit
                continue
            last = hit or last
        raise last

    def _try(self, entry: Entry, name: str) -> tuple[str, bool, Located] | OSError | None:
        """What a directory gives for a name; an error after which the search goes on; None when the path is
        too long to try."""
        self._tries += 1
        if self._tries > MAX_TRIES:
            text = f"limit: the search for libraries tries more than {MAX_TRIES} paths"
            raise ElfError(text, status="limit", table="DT_RUNPATH", offset=0)
        path = search.candidate(entry.path, name)
        if path is None:
            return None
        try:
            return path, entry.given, self._fs.locate(path, entry.given)
        except OSError as e:
            if e.errno in search.CONTINUES or not self._traits.open_error_ends_search:
                return e
            raise

    def _map(self, name: str, path: str, given: bool, found: Located, by: LinkObject) -> None:
        """``map_library``, the second-libc guard, and the new object. Raises OSError."""
        main = self.main.image
        assert main is not None
        try:
            image = self._fs.image(found, main.machine)
        except ElfError as e:
            if e.status == "not-elf" or (e.status == "truncated" and e.table in HEADERS and e.index < 0):
                raise _error(errno.ENOEXEC) from e
            self.unreadable.append(Unreadable(path, by.name, e))
            return
        if not mappable(image, main):
            raise _error(errno.ENOEXEC)
        if self._traits.second_libc_guard and all(defines(image, symbol) for symbol in GUARD):
            self._add_libc()
            return
        short = None if "/" in name else path.rpartition("/")[2]
        shown = found.path if self.presumes else path  # a member has one name, however it was reached
        obj = LinkObject(shown, image, found.key, by, short, given)
        self._set_rpath(obj)
        self.objects.append(obj)


def _error(number: int) -> OSError:
    return OSError(number, search.strerror(number))


def mappable(image: ElfImage, main: ElfImage) -> bool:
    """Would the program's loader map this file? It reads the headers by its own class and byte order, looks
    for PT_DYNAMIC, and asks nothing of the machine."""
    return (
        image.elf_class == main.elf_class
        and image.byteorder == main.byteorder
        and image.type in (ET_EXEC, ET_DYN)
        and image.flags & _DYNAMIC != 0
    )


def defines(image: ElfImage, name: str) -> bool:
    """Does the object's own hash table give an accepted definition of this name?"""
    index = image.find(name)
    if not index:
        return False
    symbol = image.symbol(index)
    if not symbol.shndx or (not symbol.value and symbol.type != STT_TLS):
        return False
    return bool(OK_TYPES >> symbol.type & 1 and OK_BINDS >> symbol.bind & 1)
