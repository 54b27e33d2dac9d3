"""Targets: the libc builds that a file can be judged against, by name or as a real libc.so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from musl_compat._core import ffi, lib
from musl_compat.errors import UnknownTarget, UsageError
from musl_compat.kb._table import Table, table

if TYPE_CHECKING:
    from musl_compat.elf import ElfImage

# What ld-musl accepts as a definition (ldso/dynlink.c, OK_TYPES and OK_BINDS):
# NOTYPE, OBJECT, FUNC, COMMON, TLS; GLOBAL, WEAK, GNU_UNIQUE.
OK_TYPES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 5 | 1 << 6
OK_BINDS = 1 << 1 | 1 << 2 | 1 << 10

SEARCH_PATH = ("/lib", "/usr/local/lib", "/usr/lib")


class Target:
    """One libc build. Frozen: nothing changes after it was made.

    ``name``: as given on the command line; ``title``: for people; ``musl_version``: a tuple of integers;
    ``certainty``: ``measured``, ``reported`` or ``uncertain`` (that this build is that version);
    ``source``: id of where it is from; ``libc_image``: the image of a real libc.so, else None;
    ``search_path``: where its loader looks when no ``etc/ld-musl-ARCH.path`` says otherwise.
    """

    __slots__ = (
        "_planes",
        "certainty",
        "libc_image",
        "musl_version",
        "name",
        "search_path",
        "source",
        "title",
    )

    def __init__(
        self,
        name: str,
        title: str,
        musl_version: tuple[int, ...],
        planes: dict[str, tuple[Any, Any, str]],
        *,
        certainty: str,
        source: str,
        libc_image: ElfImage | None = None,
    ) -> None:
        self.name = name
        self.title = title
        self.musl_version = musl_version
        self.certainty = certainty
        self.source = source
        self.libc_image = libc_image
        self.search_path = SEARCH_PATH
        self._planes = planes

    def __repr__(self) -> str:
        return f"<Target {self.name}>"

    @property
    def archs(self) -> tuple[str, ...]:
        """The architectures (musl's names) of which the exports are known."""
        return tuple(self._planes)

    def exports(self, arch: str) -> Any:
        """The plane of names that the build defines on an architecture; None when it is not known."""
        planes = self._planes.get(arch)
        return planes[0] if planes else None

    def fallback(self, arch: str) -> Any:
        """The plane of names that its loader maps to another (LFS64); ``ffi.NULL``:
        it maps none, or is unknown.
        """
        planes = self._planes.get(arch)
        return planes[1] if planes else ffi.NULL

    def provenance(self, arch: str) -> str:
        """``measured`` (its exports were read), ``derived`` (x86_64's and a known difference) or
        ``unknown``.
        """
        planes = self._planes.get(arch)
        return planes[2] if planes else "unknown"

    def answer(self, name: str, arch: str) -> str:
        """``exported``, ``mapped`` (to another name by its loader), ``missing``, or ``unknown``
        (architecture).
        """
        exports = self.exports(arch)
        if exports is None:
            return "unknown"
        row = table().find(name)
        if row < 0:
            known = self.libc_image is not None and self.libc_image.find(name) > 0
            return "exported" if known else "missing"
        if exports[row >> 3] >> (row & 7) & 1:
            return "exported"
        mapped = self.fallback(arch)
        return "mapped" if mapped != ffi.NULL and mapped[row >> 3] >> (row & 7) & 1 else "missing"

    def interpreter(self, arch: str) -> str:
        """The path of its loader."""
        return f"/lib/ld-musl-{arch}.so.1"


def _of_line(cells: list[str], kb: Table) -> Target:
    """A target from its line in the table's directory."""
    _, name, title, version, certainty, source, archs = cells
    planes: dict[str, tuple[Any, Any, str]] = {}
    for cell in archs.split(" "):
        arch, _, rest = cell.partition("=")
        exports, fallback, how = rest.split(",")
        mapped = ffi.NULL if fallback == "-1" else kb.plane(int(fallback))
        planes[arch] = (kb.plane(int(exports)), mapped, how)
    return Target(name, title, _parts(version), planes, certainty=certainty, source=source)


@cache
def get(name: str) -> Target:
    """The target of a name. ``musl`` and ``musl:1.2`` mean the newest release of these.

    Raises UnknownTarget.
    """
    kb = table()
    found = kb.lines("T", name)
    if found:
        return _of_line(found[0], kb)
    if name == "musl" or (name.startswith("musl:") and name.count(".") == 1):
        for cells in kb.lines("T"):  # newest first
            if cells[1].startswith(name + (":" if name == "musl" else ".")):
                return _of_line(cells, kb)
    import difflib

    names = [cells[1] for cells in kb.lines("T")]
    raise UnknownTarget(name, difflib.get_close_matches(name, names, 3, 0.5))


def all() -> list[Target]:
    """Every named target, newest musl first, then the distributions'."""
    kb = table()
    return [_of_line(cells, kb) for cells in kb.lines("T")]


def default() -> Target:
    """The newest release of musl that is known."""
    return get("musl")


LIBC_SIZE_LIMIT = 64 << 20  # bytes; a real one has less than one million


def from_libc(path: str) -> Target:
    """A real musl libc.so as the target: what it exports, its version and its machine. Raises UsageError."""
    from musl_compat.elf import ElfImage
    from musl_compat.errors import ElfError

    try:
        with open(path, "rb") as file:
            data = file.read(LIBC_SIZE_LIMIT + 1)
    except OSError as error:
        raise UsageError(f"--libc {path}: {error.strerror}") from None
    if len(data) > LIBC_SIZE_LIMIT:
        raise UsageError(f"--libc {path}: larger than {LIBC_SIZE_LIMIT} bytes: not a libc")
    try:
        image = ElfImage.from_bytes(data)
    except ElfError as error:
        raise UsageError(f"--libc {path}: {error}") from None
    arch, version = _identify(data, path)
    kb = table()
    exports = ffi.new("uint8_t[]", kb.c.plane_bytes)
    lib.mc_table_mark(kb.c, image.c, OK_TYPES, OK_BINDS, exports)
    if not image.find("__libc_start_main"):
        raise UsageError(f"--libc {path}: does not define __libc_start_main: not a libc")
    parts = tuple(int(part) for part in version.split("_")[0].split("-")[0].split("."))
    planes = {arch: (exports, _mapped(kb, exports, parts), "measured")}
    title = f"musl {version} for {arch}, {path}"
    return Target(path, title, parts, planes, certainty="measured", source="given", libc_image=image)


def _identify(data: bytes, path: str) -> tuple[str, str]:
    """The architecture and version that a musl libc prints about itself (ldso/dynlink.c,
    src/internal/version.c).
    """
    import re

    archs = set(re.findall(rb"musl libc \(([a-z0-9_-]+)\)\n", data))
    if len(archs) != 1:
        raise UsageError(
            f"--libc {path}: does not call itself musl libc: give the libc.so (or ld-musl) of a musl"
        )
    # LINUX_2.6.39 and such are versions of the kernel's vdso
    versions = set(
        re.findall(rb"(?<!LINUX_)(?<![0-9.])([0-9]+\.[0-9]+\.[0-9]+(?:[-_][0-9A-Za-z._-]*)?)\0", data)
    )
    if len(versions) != 1:
        found = ", ".join(sorted(v.decode() for v in versions)) or "none"
        raise UsageError(f"--libc {path}: cannot tell its version (strings that could be one: {found})")
    return archs.pop().decode(), versions.pop().decode()


def _mapped(kb: Table, exports: Any, version: tuple[int, ...]) -> Any:
    """The plane of names that a loader of this version maps to one of these exports."""
    plane = ffi.new("uint8_t[]", kb.c.plane_bytes)
    for _, symbol, stem, first, broken in kb.lines("F"):
        if version < _parts(first) or version in [_parts(b) for b in broken.split()]:
            continue
        row, stem_row = kb.find(symbol), kb.find(stem)
        if exports[stem_row >> 3] >> (stem_row & 7) & 1:
            plane[row >> 3] |= 1 << (row & 7)
    return plane


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
