"""What is known of one symbol, for people: ``detail.json``, read when somebody asks for the first time."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from musl_compat.kb._causes import Group, Supplier, group
from musl_compat.kb._patterns import group_of_name, host_of, suppliers
from musl_compat.kb._table import Table, TableError, table

if TYPE_CHECKING:
    from musl_compat.kb.targets import Target

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "detail.json")


# musl's names of architectures, where the names in glibc's lists differ
GLIBC_ARCHS = {"armhf": "arm", "powerpc64le": "ppc64le"}


class GlibcEntry(NamedTuple):
    """A symbol in one library of glibc. ``nodes``:
    (version without ``GLIBC_``, architectures), oldest first.
    """

    library: str
    kind: str
    nodes: tuple[tuple[str, tuple[str, ...]], ...]
    source: str

    def since(self, arch: str) -> str | None:
        """The first version that has it on an architecture (musl's name), None when it has it not."""
        return next(iter(self.versions(arch)), None)

    def versions(self, arch: str) -> tuple[str, ...]:
        """Every version node that it has on an architecture (musl's name), oldest first."""
        name = GLIBC_ARCHS.get(arch, arch)
        return tuple(version for version, archs in self.nodes if name in archs)


class Behaviour(NamedTuple):
    """A difference that no symbol table shows: same name, other behaviour. Phrases for people."""

    area: str
    topic: str
    glibc: str
    musl: str
    since: str
    consequence: str
    severity: str
    fix: str
    evidence: str
    source: str


class SymbolFacts(NamedTuple):
    """All that is known of one name. ``musl``: ranges of releases on x86_64, empty when none has it."""

    name: str
    group: Group
    glibc: tuple[GlibcEntry, ...]
    musl: str
    first_musl: str | None
    last_musl: str | None
    host: str | None
    suppliers: tuple[Supplier, ...]
    behaviours: tuple[Behaviour, ...]
    sources: dict[str, tuple[str, str]]

    def glibc_since(self, arch: str = "x86_64") -> str | None:
        """The first glibc version that has it on an architecture (musl's name), in whatever library."""
        found = [version for entry in self.glibc if (version := entry.since(arch)) is not None]
        return min(found, key=_version_key) if found else None

    @property
    def libraries(self) -> tuple[str, ...]:
        """glibc's libraries that have it."""
        return tuple(sorted({entry.library for entry in self.glibc}))


class _Detail:
    """The content of the file."""

    def __init__(self, path: str, kb: Table) -> None:
        import json

        try:
            with open(path, encoding="utf-8") as file:
                self.data: dict[str, Any] = json.load(file)
        except FileNotFoundError:
            raise TableError(f"{path}: there are no details; run python -m musl_compat.kb.compile") from None
        if self.data["stamp"] != kb.stamp:
            raise TableError(f"{path}: of another text than the table; run python -m musl_compat.kb.compile")


@lru_cache(maxsize=1)
def _detail() -> _Detail:
    return _Detail(PATH, table())


def _releases_of(name: str) -> list[str]:
    """The releases of musl that define a name on x86_64, oldest first."""
    data = _detail().data
    releases: list[str] = data["releases"]
    out: list[str] = []
    for part in data["musl"].get(name, [""])[0].split():
        first, _, last = part.partition("..")
        out += releases[releases.index(first) : releases.index(last or first) + 1]
    return out


def _version_key(version: str) -> tuple[int, ...]:
    """A version as numbers; a part that is none (``GCC_3.0``) sorts first."""
    return tuple(int(part) if part.isdigit() else -1 for part in re.split(r"[._]", version))


def behaviours(name: str) -> tuple[Behaviour, ...]:
    """The differences of behaviour that are known of a name."""
    out = []
    for row in _detail().data["behaviours"]:
        for symbol in row["symbols"].split():
            if symbol == name or (symbol.endswith("*") and name.startswith(symbol[:-1])):
                out.append(Behaviour(**{field: row[field] for field in Behaviour._fields}))
                break
    return tuple(out)


def _entry(library: str, kind: str, nodes: str, source: str) -> GlibcEntry:
    pairs = (node.partition(":") for node in _detail().data["nodes"][nodes].split(" "))
    return GlibcEntry(
        library, kind, tuple((version, tuple(archs.split(","))) for version, _, archs in pairs), source
    )


def facts(name: str, target: Target | None = None) -> SymbolFacts | None:
    """What is known of a name, the suppliers as seen from a target; None when nothing is."""
    data = _detail().data
    group_id, host = group_of_name(name), host_of(name)
    if group_id == "other" and host is None:
        return None
    releases = _releases_of(name)
    found = SymbolFacts(
        name=name,
        group=group(group_id),
        glibc=tuple(_entry(*entry) for entry in data["glibc"].get(name, [])),
        musl=data["musl"].get(name, [""])[0],
        first_musl=releases[0] if releases else None,
        last_musl=releases[-1] if releases else None,
        host=host,
        suppliers=suppliers(name, target),
        behaviours=behaviours(name),
        sources={},
    )
    used = {entry.source for entry in found.glibc} | {b.source for b in found.behaviours}
    used |= {s.source for s in found.suppliers} | ({data["musl"][name][1]} if releases else set())
    return found._replace(sources={key: tuple(data["sources"][key]) for key in sorted(used | {"review"})})


def near(name: str, count: int = 3) -> list[str]:
    """Known names that look like this one, for a message."""
    import difflib

    data = _detail().data
    return difflib.get_close_matches(name, sorted({*data["glibc"], *data["musl"]}), count, 0.75)
