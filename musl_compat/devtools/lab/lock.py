"""The lock file ``lab.lock``: which packages the laboratory holds, each with its sha256.

One tab-separated line for each package: ``kind name version origin sha256 use``.

* ``kind``: ``deb`` (a package of a Debian suite), ``src`` (the upstream tarball of a Debian source package),
  ``wheel`` (a wheel of PyPI) or ``npm`` (a package of the npm registry);
* ``origin``: ``suite/architecture`` for a deb, ``suite/source`` for a src, ``python tag/platform`` for a
  wheel, ``npm/tarball`` for an npm package;
* ``sha256``: of the file that the registry gives;
* ``use``: the sets that want it, comma separated.

A version and sha256 of ``-`` mean: not locked yet, ``lab lock`` fills them in.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from musl_compat.errors import InputError

LOCK_FILE = Path(__file__).with_name("lab.lock")
HEADER = "# kind\tname\tversion\torigin\tsha256\tuse\n"
KINDS = ("deb", "src", "wheel", "npm")


class Entry(NamedTuple):
    """One package of the lock file."""

    kind: str
    name: str
    version: str
    origin: str
    sha256: str
    use: tuple[str, ...]

    @property
    def suite(self) -> str:
        """The Debian suite of a deb, the Python tag of a wheel."""
        return self.origin.partition("/")[0]

    @property
    def arch(self) -> str:
        """The Debian architecture of a deb, the platform tag of a wheel."""
        return self.origin.partition("/")[2]

    @property
    def label(self) -> str:
        """What messages call this package."""
        return f"{self.kind} {self.name} {self.version} ({self.origin})"

    @property
    def corpus(self) -> str:
        """What results of this package are counted in: ``bookworm``, ``bookworm-i386``, ``pypi``."""
        if self.kind in ("wheel", "npm"):
            return {"wheel": "pypi", "npm": "npm"}[self.kind]
        return self.suite if self.arch == "amd64" else f"{self.suite}-{self.arch}"

    @property
    def upstream(self) -> str:
        """The version without the epoch and the Debian revision."""
        return upstream_of(self.version)


def upstream_of(version: str) -> str:
    """The upstream part of a Debian version: ``1:2.3-4`` is ``2.3``. (Debian Policy 5.6.12)"""
    without_epoch = version.partition(":")[2] or version
    return without_epoch.rpartition("-")[0] or without_epoch


def parse(text: str, where: str) -> list[Entry]:
    """The entries of a lock file's text; ``InputError`` names the line that is wrong."""
    entries: list[Entry] = []
    seen: set[tuple[str, str, str]] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 6 or fields[0] not in KINDS or "/" not in fields[3]:
            raise InputError(f"{where}:{number}: want kind, name, version, origin, sha256, use; got {line!r}")
        kind, name, version, origin, sha256, use = fields
        if (sha256 == "-") != (version == "-") or (sha256 != "-" and len(sha256) != 64):
            raise InputError(f"{where}:{number}: version and sha256 must both be given, or both be '-'")
        if (kind, name, origin) in seen:
            raise InputError(f"{where}:{number}: {kind} {name} {origin} occurs twice")
        seen.add((kind, name, origin))
        entries.append(Entry(kind, name, version, origin, sha256, tuple(use.split(","))))
    return entries


def load(path: Path = LOCK_FILE) -> list[Entry]:
    """The committed lock file."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def dump(entries: Iterable[Entry]) -> str:
    """The text of a lock file, in a stable order."""
    rows = sorted(entries, key=lambda e: (e.kind, e.origin, e.name))
    return HEADER + "".join("\t".join([*e[:5], ",".join(e.use)]) + "\n" for e in rows)


def wanted(entries: Iterable[Entry], sets: Iterable[str]) -> list[Entry]:
    """The entries that one of the sets uses; ``InputError`` for a set that nothing is in."""
    every = list(entries)
    names = set(sets)
    unknown = names - {use for entry in every for use in entry.use}
    if unknown:
        raise InputError(f"no package of the lock file is in the set {', '.join(sorted(unknown))}")
    return [entry for entry in every if names.intersection(entry.use)]
