"""Which references bind: of one image judged by itself, and of a whole link map.

The work is in C (``mc_join``, ``mc_bind``); this module says what musl's loader accepts, and makes Python
rows of the few references that do not bind, when somebody asks for them.
"""

from __future__ import annotations

import sys
import threading
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from musl_compat import kb
from musl_compat._core import ffi, lib
from musl_compat.elf import ElfImage
from musl_compat.elf.layout import layout
from musl_compat.elf.names import arch_of, reloc_name
from musl_compat.errors import ElfError
from musl_compat.kb.targets import OK_BINDS, OK_TYPES, Target

from . import relocs, traits
from .search import RESERVED_STEMS, MissingLibrary, is_reserved, unreserved_glibc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from musl_compat.elf import Symbol

    from .linkmap import LinkMap

_BINDING = {0: "local", 1: "global", 2: "weak", 10: "unique"}
_STB_WEAK = 2
_JUMP_SLOT = 1 << lib.MC_RC_JUMP_SLOT
_COPY = 1 << lib.MC_RC_COPY
# A weak symbol that nothing defines binds to 0, through which these classes then read.
_NEEDS_OBJECT = _COPY | 1 << lib.MC_RC_DTPMOD | 1 << lib.MC_RC_TPOFF | 1 << lib.MC_RC_TLSDESC


# What ``MissingSymbol.reason`` says.
NOT_FOUND = "not found"
ONLY_UNDEFINED = "only undefined"
TYPE_NOT_ACCEPTED = "type not accepted"
ONLY_HIDDEN = "only a hidden version"
_REASONS = {
    lib.MC_WHY_NOT_FOUND: NOT_FOUND,
    lib.MC_WHY_UNDEFINED: ONLY_UNDEFINED,
    lib.MC_WHY_TYPE: TYPE_NOT_ACCEPTED,
    lib.MC_WHY_HIDDEN: ONLY_HIDDEN,
}


class MissingSymbol(NamedTuple):
    """A reference that the loader would report.

    ``version``: the version asked for, or None; ``binding``: of the reference (``global``, ``weak``,
    ``unique``); ``kind``: who should have it: ``libc``, ``host`` (a program such as Python that loads the
    object) or ``library``; ``row``: of the knowledge base's table, -1 when it does not hold the name;
    ``reason``: what the search met instead; ``used``: bit (1 << MC_RC_x) of the relocation classes that do
    not bind.
    """

    name: str
    version: str | None
    binding: str
    requested_by: str
    kind: str
    row: int
    reason: str
    used: int


class UnsupportedReloc(NamedTuple):
    """A relocation type that the loader does not process: its number, psABI name, the object's path, how many
    entries."""

    type: int
    name: str
    requested_by: str
    total: int


class Counts(NamedTuple):
    """How the references of one image, judged by itself, come out; each symbol is in one of them."""

    own: int
    libc: int
    fallback: int
    others: int
    missing: int
    weak: int


class Bindings:
    """What does not bind. Lists are made when they are asked for; ``missing_count`` and the ``has_``
    properties are cheap.

    ``judged`` is False when the target's exports on this architecture are not known: then nothing is said of
    symbols. ``link_map`` is None for an image judged by itself. ``missing_count`` counts the symbols of each
    object that do not bind.
    """

    __slots__ = ("judged", "link_map", "missing_count")

    judged: bool
    link_map: LinkMap | None
    missing_count: int

    @property
    def has_missing(self) -> bool:
        """Is any reference unbound?"""
        return self.missing_count > 0

    @property
    def missing(self) -> list[MissingSymbol]:
        """Every strong reference that does not bind, by object and symbol index."""
        raise NotImplementedError

    @property
    def missing_libraries(self) -> list[MissingLibrary]:
        """Every DT_NEEDED name that cannot be loaded, by requester."""
        raise NotImplementedError

    @property
    def has_missing_libraries(self) -> bool:
        """Is any library missing?"""
        return bool(self.missing_libraries)

    @property
    def unsupported(self) -> list[UnsupportedReloc]:
        """Every relocation type that the loader refuses, by object and type."""
        raise NotImplementedError

    @property
    def has_unsupported(self) -> bool:
        """Is any relocation type refused?"""
        return bool(self.unsupported)

    @property
    def null_reads(self) -> list[MissingSymbol]:
        """Weak references that nothing satisfies, so that they are 0, and through which the loader reads: it
        crashes there. Not known of an image judged by itself."""
        return []


class _Judge:
    """What one target's loader and libc accept on one architecture, in the form that C takes."""

    __slots__ = ("_keep", "accepted", "arch", "bind_spec", "join_spec", "judged", "known", "traits")

    def __init__(self, target: Target, arch: str | None) -> None:
        table = kb.table()
        self.arch = arch
        self.traits = traits.of(target)
        self.accepted = relocs.accepted(arch, self.traits.version) if arch is not None else None
        self.known = ffi.buffer(table.named_plane("known"), table.c.plane_bytes)
        exports = target.exports(arch) if arch is not None else None
        self.judged = exports is not None
        provided, fallback = ffi.NULL, ffi.NULL
        if arch is not None and exports is not None:
            provided, fallback = exports, target.fallback(arch)
        libc = target.libc_image.c if target.libc_image is not None else ffi.NULL
        reserved = ffi.new("char[]", b"".join(b"lib%s.\0" % stem.encode() for stem in RESERVED_STEMS))
        both = {"table": table.c, "provided": provided, "fallback": fallback, "libc": libc}
        both |= {"ok_types": OK_TYPES, "ok_binds": OK_BINDS}
        self.join_spec = ffi.new("mc_join_spec *", both)
        self.join_spec.known = table.named_plane("known")
        self.join_spec.owner_files = table.named_plane("owners")
        self.join_spec.reserved = reserved
        self.join_spec.flags = lib.MC_JOIN_UNDEF_VALUE
        self.bind_spec = {has: ffi.new("mc_bind_spec *", both) for has in (False, True)}
        for has, spec in self.bind_spec.items():
            spec.has_libc = has
            spec.need_def = _JUMP_SLOT
            spec.not_first = _COPY
            spec.weak = _NEEDS_OBJECT
        self._keep = (target, table, reserved)

    def kind(self, name: str, row: int, file: str | None) -> str:
        """Whose symbol it is: the version's file decides, then whether a libc has the name."""
        if file is not None and (file in kb.glibc_libraries() or is_reserved(file, self.traits)):
            return "libc"
        if file is None and row >= 0 and self.known[row >> 3][0] >> (row & 7) & 1:
            return "libc"
        return "host" if kb.host_of(name) is not None else "library"

    def refused(self, image: ElfImage, path: str, missing: set[int]) -> list[UnsupportedReloc]:
        """The relocation types that stop the start, without those that a missing symbol stops before their
        type is looked at."""
        if not image.c.odd_n or self.accepted is None:
            return []
        types = {
            odd.type
            for odd in image.odd_relocs
            if odd.type not in self.accepted and odd.symbol not in missing
        }
        if not types:
            return []
        counts = {row.type: row.total for row in image.reltypes}
        names = {t: reloc_name(image.machine, t, image.elf_class) for t in types}
        return [UnsupportedReloc(t, names[t], path, counts[t]) for t in sorted(types)]


@lru_cache(maxsize=64)
def _judge(target: Target, arch: str | None) -> _Judge:
    return _Judge(target, arch)


class _Versions:
    """The versions that an image asks for, by their numbers in DT_VERSYM; text is decoded when asked for."""

    __slots__ = ("_image", "_needs")

    def __init__(self, image: ElfImage) -> None:
        c = image.c
        rows = ffi.cast("char *", c) + c.verneed_off
        raw = ffi.buffer(rows, c.verneed_n * _NEED.size)
        self._image = image
        self._needs = {other & 0x7FFF: (file, name) for file, name, _, _, other in _NEED.iter_unpack(raw)}

    def name(self, symbol: Symbol) -> str | None:
        """The version that a reference asks for, or that a definition has."""
        if symbol.version < 2:
            return None
        need = self._needs.get(symbol.version)
        return self._image.version_of(symbol)[0] if need is None else _text(self._image, need[1])

    def file(self, symbol: Symbol) -> str | None:
        """The library that the version is wanted of."""
        need = self._needs.get(symbol.version) if symbol.version > 1 else None
        return None if need is None else _text(self._image, need[0])


def _text(image: ElfImage, offset: int) -> str:
    raw: bytes = ffi.string(lib.mc_image_str(image.c, offset))
    return raw.decode("utf-8", "surrogateescape")


_NEED = layout("mc_verneed", "IIIHH")
_REF = layout("mc_ref", "IIIIIBBH")
_UNBOUND = layout("mc_unbound", "IIIIBBBB")
_COUNTS = layout("mc_join_counts", "6I")
_NO_ROW = int(lib.MC_NO_ROW)
_OWN: int = lib.MC_REF_OWN
FIRST_ROWS = 1024


@lru_cache(maxsize=1)
def _hidden_marks() -> tuple[frozenset[str], tuple[bytes, ...]]:
    """The files of ``kb.hidden_versions``, and the hashes of its versions as they stand in rows of
    ``mc_verneed``: most images are told by these."""
    marks = []
    for version in sorted({version for _, _, version in kb.hidden_versions()}):
        value = 0
        for byte in version.encode():  # gABI, "Hash Table Section"
            value = (value << 4) + byte
            value = (value ^ (value & 0xF0000000) >> 24) & 0x0FFFFFFF
        marks.append(value.to_bytes(4, sys.byteorder))
    return frozenset(file for file, _, _ in kb.hidden_versions()), tuple(marks)


def _hidden(image: ElfImage) -> list[int]:
    """The strong references to names that the library which they are wanted of has as hidden versions only:
    known without a look at that library."""
    files, marks = _hidden_marks()
    if files.isdisjoint(image.needed):
        return []
    c = image.c
    rows: bytes = ffi.buffer(ffi.cast("char *", c) + c.verneed_off, c.verneed_n * _NEED.size)[:]
    if not any(mark in rows for mark in marks):
        return []
    known = kb.hidden_versions()
    names, found = {name for _, name, _ in known}, []
    for index, symbol in image.references():
        if symbol.name in names and symbol.bind != _STB_WEAK:
            version, file = image.version_of(symbol)
            if (file, symbol.name, version) in known:
                found.append(index)
    return found


class _Room(threading.local):
    """Memory of one thread for what C gives back, used again for each file."""

    def __init__(self) -> None:
        self.counts = ffi.new("mc_join_counts *")
        self.counts_view = ffi.buffer(self.counts)
        self.refs = ffi.new("mc_ref[]", FIRST_ROWS)
        self.cap = FIRST_ROWS


_room = _Room()


class _Alone(Bindings):
    """One image, judged by itself."""

    __slots__ = ("_counts", "_hidden", "_image", "_judge", "_libraries", "_missing", "_path", "_rows")

    def __init__(self, image: ElfImage, judge: _Judge, path: str) -> None:
        self.link_map = None
        self.judged = judge.judged
        self._image = image
        self._judge = judge
        self._path = path
        self._libraries: list[MissingLibrary] | None = None
        self._missing: list[MissingSymbol] | None = None
        self._counts = b""
        self._rows = b""
        self._hidden: list[int] = []
        self.missing_count = 0
        if judge.judged:
            room = _room
            n = lib.mc_join(image.c, judge.join_spec, room.refs, room.cap, room.counts)
            if n == lib.MC_GAVE_UP:
                raise _gave_up()
            if n > room.cap:
                room.refs = ffi.new("mc_ref[]", n)
                room.cap = n
                lib.mc_join(image.c, judge.join_spec, room.refs, n, room.counts)
            self._counts = room.counts_view[:]
            self._hidden = _hidden(image)
            self.missing_count = n + len(self._hidden)
            if n:
                self._rows = ffi.buffer(room.refs, n * _REF.size)[:]

    @property
    def counts(self) -> Counts:
        """How the references come out."""
        return Counts(*_COUNTS.unpack(self._counts)) if self._counts else Counts(0, 0, 0, 0, 0, 0)

    @property
    def missing(self) -> list[MissingSymbol]:
        """See ``Bindings``. All are references that libc should satisfy, own definitions that the loader does
        not accept, or names that another library is known to have as hidden versions only."""
        if self._missing is None:
            self._missing = [*self._make_missing(), *self._make_hidden()] if self.missing_count else []
        return self._missing

    @property
    def indices(self) -> set[int]:
        """The symbols of ``missing``."""
        return {cells[0] for cells in _REF.iter_unpack(self._rows)}.union(self._hidden)

    def _make_hidden(self) -> Iterator[MissingSymbol]:
        for index in self._hidden:
            symbol = self._image.symbol(index)
            version, binding = self._image.version_of(symbol)[0], binding_name(symbol.bind)
            yield MissingSymbol(
                symbol.name, version, binding, self._path, "library", -1, ONLY_HIDDEN, symbol.used
            )

    def _make_missing(self) -> list[MissingSymbol]:
        image, path, out = self._image, self._path, []
        versions: dict[int, str | None] = {_NO_ROW: None}
        needs = ffi.cast("mc_verneed *", ffi.cast("char *", image.c) + image.c.verneed_off)
        for sym, row, used, file, name, bind, _, flags in _REF.iter_unpack(self._rows):
            text, at = _text(image, name), -1 if row == _NO_ROW else row
            if file not in versions:
                versions[file] = _text(image, needs[file].name)
            version, kind, reason = versions[file], "libc", NOT_FOUND
            if flags & _OWN:
                symbol = image.symbol(sym)
                version, kind = image.version_of(symbol)[0], self._judge.kind(text, at, None)
                reason = ONLY_HIDDEN if symbol.hidden else TYPE_NOT_ACCEPTED
            out.append(MissingSymbol(text, version, binding_name(bind), path, kind, at, reason, used))
        return out

    @property
    def missing_libraries(self) -> list[MissingLibrary]:
        """See ``Bindings``: glibc's own libraries that musl does not take for itself; others are presumed to
        be there."""
        if self._libraries is None:
            gone = unreserved_glibc()
            reason = "a library of glibc's own that musl does not have"
            names = dict.fromkeys(n for n in self._image.needed if n in gone)
            self._libraries = [MissingLibrary(n, self._path, reason) for n in names]
        return self._libraries

    @property
    def has_missing_libraries(self) -> bool:
        """See ``Bindings``."""
        return not unreserved_glibc().isdisjoint(self._image.needed)

    @property
    def unsupported(self) -> list[UnsupportedReloc]:
        """See ``Bindings``."""
        if not self._image.c.odd_n:
            return []
        return self._judge.refused(self._image, self._path, self.indices)


class _Closure(Bindings):
    """A link map."""

    __slots__ = ("_hidden", "_judge", "_missing", "_objects", "_rows", "_weak")

    link_map: LinkMap

    def __init__(self, link_map: LinkMap, judge: _Judge) -> None:
        self.link_map = link_map
        self.judged = judge.judged
        self._judge = judge
        self._missing: list[MissingSymbol] | None = None
        self._objects = [(o, o.image) for o in link_map.objects if o.image is not None]
        self._rows: list[tuple[int, ...]] = []
        self._weak: list[tuple[int, ...]] = []
        self._hidden: set[tuple[int, int]] = set()
        if judge.judged:
            rows = self._bind()
            if link_map.presumes:
                rows = self._without_presumed(rows)
            self._rows = [r for r in rows if not r[6]]
            self._weak = [r for r in rows if r[6]]
        self.missing_count = len(self._rows)

    def _bind(self) -> list[tuple[int, ...]]:
        images = ffi.new("mc_image *[]", [image.c for _, image in self._objects])
        spec = self._judge.bind_spec[self.link_map.has_libc]
        cap = FIRST_ROWS
        while True:
            out = ffi.new("mc_unbound[]", cap)
            n = lib.mc_bind(images, len(self._objects), spec, out, cap)
            if n == lib.MC_GAVE_UP:
                raise _gave_up()
            if n == lib.MC_BIND_NOMEM:
                raise MemoryError("no memory for the names of a link map")
            if n <= cap:
                return list(_UNBOUND.iter_unpack(ffi.buffer(out, n * _UNBOUND.size)))
            cap = n

    def _without_presumed(self, rows: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
        """Only what is libc's, or known to be hidden: the rest may be had from what lies outside of the
        container."""
        out = []
        for index in sorted({r[0] for r in rows}):
            obj, image = self._objects[index]
            own = _Alone(image, self._judge, obj.name)
            out += [r for r in rows if r[0] == index and r[1] in own.indices]
            self._hidden.update((index, symbol) for symbol in own._hidden)
        return out

    @property
    def missing(self) -> list[MissingSymbol]:
        """See ``Bindings``."""
        if self._missing is None:
            self._missing = self._symbols(self._rows)
        return self._missing

    @property
    def null_reads(self) -> list[MissingSymbol]:
        """See ``Bindings``."""
        return self._symbols(self._weak)

    def _symbols(self, rows: list[tuple[int, ...]]) -> list[MissingSymbol]:
        versions = {i: _Versions(self._objects[i][1]) for i in {r[0] for r in rows}}
        return [self._row(versions[cells[0]], *cells) for cells in rows]

    def _row(
        self,
        versions: _Versions,
        index: int,
        sym: int,
        row: int,
        used: int,
        why: int,
        bind: int,
        weak: int,
        pad: int,
    ) -> MissingSymbol:
        obj, image = self._objects[index]
        at = -1 if row == _NO_ROW else row
        symbol = image.symbol(sym)
        version = versions.name(symbol)
        kind = self._judge.kind(symbol.name, at, versions.file(symbol))
        reason = ONLY_HIDDEN if (index, sym) in self._hidden else _REASONS[why]
        return MissingSymbol(symbol.name, version, binding_name(bind), obj.name, kind, at, reason, used)

    @property
    def missing_libraries(self) -> list[MissingLibrary]:
        """See ``Bindings``."""
        return self.link_map.missing

    @property
    def unsupported(self) -> list[UnsupportedReloc]:
        """See ``Bindings``."""
        out = []
        for index, (obj, image) in enumerate(self._objects):
            if image.c.odd_n:
                out += self._judge.refused(image, obj.name, {r[1] for r in self._rows if r[0] == index})
        return out


def _gave_up() -> ElfError:
    """The error for hash tables that were made to be slow."""
    text = "limit: the chains of DT_GNU_HASH or DT_HASH are so long that looking names up takes too long"
    return ElfError(text, status="limit", table="DT_GNU_HASH", offset=0)


def binding_name(bind: int) -> str:
    """The word for an STB_ number."""
    return _BINDING.get(bind) or f"binding {bind}"


def alone(image: ElfImage, target: Target, path: str, arch: str | None = None) -> Bindings:
    """Judge one image by itself: which references libc should satisfy and does not. ``path`` is what reports
    call the object.

    ``arch`` is musl's name of the architecture, when the caller knows it already.
    Raises ElfError (``limit``) for hash tables that were made to be slow.
    """
    return _Alone(image, _judge(target, arch or arch_of(image)), path)


def closure(link_map: LinkMap) -> Bindings:
    """Bind every reference of every object of a link map, as the loader does at start-up. Raises ElfError as
    ``alone`` does."""
    return _Closure(link_map, _judge(link_map.target, link_map.arch or None))
