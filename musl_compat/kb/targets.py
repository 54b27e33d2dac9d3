"""Targets: the libc builds that a file can be judged against, by name or as a real libc.so."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any

from musl_compat._core import ffi, lib
from musl_compat.errors import UnknownTarget, UsageError
from musl_compat.kb._table import Table, table

# What ld-musl accepts as a definition (ldso/dynlink.c, OK_TYPES and OK_BINDS): NOTYPE, OBJECT, FUNC, COMMON, TLS;
# GLOBAL, WEAK, GNU_UNIQUE.
OK_TYPES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 5 | 1 << 6
OK_BINDS = 1 << 1 | 1 << 2 | 1 << 10

SEARCH_PATH = ("/lib", "/usr/local/lib", "/usr/lib")


class Target:
    """One libc build. Frozen: nothing changes after it was made.

    ``name``: as given on the command line; ``title``: for people; ``musl_version``: a tuple, None when unknown;
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
        musl_version: tuple[int, ...] | None,
        planes: dict[str, tuple[Any, Any, str]],
        *,
        certainty: str,
        source: str,
        libc_image: Any = None,
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
        """The plane of names that its loader maps to another one (LFS64), ``ffi.NULL`` when it maps none or is unknown."""
        planes = self._planes.get(arch)
        return planes[1] if planes else ffi.NULL

    def provenance(self, arch: str) -> str:
        """``measured`` (its own exports were read), ``derived`` (x86_64's with the known difference) or ``unknown``."""
        planes = self._planes.get(arch)
        return planes[2] if planes else "unknown"

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
    parts = tuple(int(part) for part in version.split("."))
    return Target(name, title, parts, planes, certainty=certainty, source=source)


@lru_cache(maxsize=None)
def get(name: str) -> Target:
    """The target of a name. ``musl:1.2`` and ``musl`` mean the newest release that it begins. Raises UnknownTarget."""
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


def all() -> list[Target]:  # noqa: A001 - reads as targets.all()
    """Every named target, newest musl first, then the distributions'."""
    kb = table()
    return [_of_line(cells, kb) for cells in kb.lines("T")]


def default() -> Target:
    """The newest release of musl that is known."""
    return get("musl")
