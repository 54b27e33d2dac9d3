"""Fills the cache with what the lock file names, and remakes the lock file."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from musl_compat.devtools.lab import cache, debian, npm, wheels
from musl_compat.devtools.lab.lock import Entry, upstream_of
from musl_compat.errors import InputError

Say = Callable[[str], None]


def fetch(entries: Iterable[Entry], say: Say) -> None:
    """Fetch and unpack what the cache does not hold; ``InputError`` lists all that cannot be had."""
    absent = [e for e in entries if not cache.tree_path(e).is_dir()]
    unlocked = [e.label for e in absent if e.sha256 == "-"]
    if unlocked:
        raise InputError(f"not locked yet, run `lab lock`: {', '.join(unlocked)}")
    say(f"{len(absent)} packages to fetch into {cache.directory()}")
    # Apart: apt reads every index that it was told of, again for each source, and sources have one.
    problems = _fetch_debian([e for e in absent if e.kind == "deb"], say)
    problems += _fetch_debian([e for e in absent if e.kind == "src"], say)
    for group in _by_origin(e for e in absent if e.kind == "wheel").values():
        _fetch_wheels(group)
    _fetch_npm([e for e in absent if e.kind == "npm"])
    if problems:
        raise InputError(
            "\n".join(
                [*problems, "to lock what the suites hold now: python -m musl_compat.devtools.lab lock"]
            )
        )


def _by_origin(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.origin].append(entry)
    return groups


def _fetch_debian(entries: list[Entry], say: Say) -> list[str]:
    if not entries:
        return []
    problems: list[str] = []
    found: dict[str, Entry] = {}  # the sha256 that the index promises -> the entry that wants it
    requests: list[tuple[str, str, str]] = []
    with debian.apt((e.suite, e.arch) for e in entries) as client:
        for group in _by_origin(entries).values():
            suite, arch = group[0].suite, group[0].arch
            index = client.index(suite, arch, (e.name for e in group))
            for entry in group:
                try:
                    available = choose(entry, index, say)
                except InputError as error:
                    problems.append(str(error))
                    continue
                found[available.sha256] = entry
                if available.sha256 != entry.sha256:
                    cache.note_moved(entry, available.version)
                if entry.kind == "src":
                    tarball = client.download_source(entry.name, available.version)
                    _verify(tarball, available.sha256)
                    _install(entry, lambda folder, tarball=tarball: debian.unpack_source(tarball, folder))  # type: ignore[misc]
                else:
                    requests.append((entry.name, available.version, arch))
        for deb in client.download(requests):
            digest = wheels.sha256_of(deb)
            if digest not in found:
                raise InputError(f"{deb.name}: its sha256 {digest} is not what was asked for")
            _install(found[digest], lambda folder, deb=deb: debian.unpack(deb, folder))  # type: ignore[misc]
    return problems


def _verify(file: Path, sha256: str) -> None:
    digest = wheels.sha256_of(file)
    if digest != sha256:
        raise InputError(f"{file.name}: its sha256 {digest} is not what was asked for")


def choose(entry: Entry, index: dict[str, debian.Available], say: Say) -> debian.Available:
    """The locked version, or what the suite has in its place now.

    Of musl only another packaging of the same upstream version will do: the facts are about that version. Any
    other package is there to be compared with what real loaders say of it, which holds for every version.
    """
    now = index.get(entry.name)
    if now is None:
        raise InputError(f"{entry.label}: {entry.suite} has no package of this name")
    if now.sha256 == entry.sha256:
        return now
    if now.version == entry.version:
        raise InputError(f"{entry.label}: the suite has sha256 {now.sha256}, the lock file {entry.sha256}")
    if entry.name == "musl" and upstream_of(now.version) != entry.upstream:
        raise InputError(f"{entry.label}: {entry.suite} has {now.version} now, of another upstream version")
    say(f"moved: {entry.name} {entry.version} -> {now.version} in {entry.origin}")
    return now


def _fetch_wheels(entries: list[Entry]) -> None:
    by_hash = {e.sha256: e for e in entries}
    with wheels.scratch() as scratch:
        for wheel in wheels.download(entries, Path(scratch)):
            entry = by_hash[wheels.sha256_of(wheel)]
            _install(entry, lambda folder, wheel=wheel: wheels.unpack(wheel, folder))  # type: ignore[misc]


def _fetch_npm(entries: list[Entry]) -> None:
    by_hash = {e.sha256: e for e in entries}
    with wheels.scratch() as scratch:
        for tarball in npm.download(entries, Path(scratch)) if entries else ():
            digest = wheels.sha256_of(tarball)
            if digest not in by_hash:
                raise InputError(f"{tarball.name}: its sha256 {digest} is not in the lock file")
            _install(by_hash[digest], lambda folder, tarball=tarball: npm.unpack(tarball, folder))  # type: ignore[misc]


def _install(entry: Entry, unpack: Callable[[Path], None]) -> None:
    """Unpack beside the final place and rename; a process that was faster wins."""
    cache.made(cache.tree_path(entry), unpack)


RESOLVED_IN = ("bookworm", "amd64")
"""Where packages come from whose dependencies are looked up."""


def resolve(entries: Iterable[Entry], sets: Mapping[str, Iterable[str]], say: Say) -> list[Entry]:
    """The entries with these sets holding exactly the packages named and all that they depend on.

    A package that is new is not locked yet; one that no set wants any more goes.
    """
    every = {(e.kind, e.name, e.origin): e for e in entries}
    if not sets:
        return list(every.values())
    origin = "/".join(RESOLVED_IN)
    with debian.apt([RESOLVED_IN]) as client:
        for name, packages in sets.items():
            wanted = set(client.closure(packages))
            say(f"{name}: {len(wanted)} packages")
            for key, entry in every.items():
                every[key] = entry._replace(use=tuple(use for use in entry.use if use != name))
            for package in wanted:
                old = every.get(("deb", package, origin), Entry("deb", package, "-", origin, "-", ()))
                every["deb", package, origin] = old._replace(use=(*old.use, name))
    return [entry for entry in every.values() if entry.use]


def relock(entries: Iterable[Entry], say: Say) -> list[Entry]:
    """Each entry with the version and sha256 that its registry has now (wheels are downloaded for that)."""
    every = list(entries)
    debs = [e for e in every if e.kind in ("deb", "src")]
    fresh: list[Entry] = []
    if debs:
        with debian.apt((e.suite, e.arch) for e in debs) as client:
            for group in _by_origin(debs).values():
                index = client.index(group[0].suite, group[0].arch, (e.name for e in group))
                for entry in group:
                    now = index.get(entry.name)
                    if now is None:
                        say(f"dropped: {entry.label}: the suite has no package of this name")
                    else:
                        fresh.append(entry._replace(version=now.version, sha256=now.sha256))
    for group in _by_origin(e for e in every if e.kind == "wheel").values():
        fresh += _relock_wheels([e._replace(version="-", sha256="-") for e in group])
    return fresh + _relock_npm([e._replace(version="-", sha256="-") for e in every if e.kind == "npm"])


def _relock_npm(entries: list[Entry]) -> list[Entry]:
    by_name = {e.name: e for e in entries}
    fresh = []
    with wheels.scratch() as scratch:
        for tarball in npm.download(entries, Path(scratch)) if entries else ():
            folder = Path(tempfile.mkdtemp(dir=scratch))
            name, version = npm.identity(tarball, folder)
            fresh.append(by_name[name]._replace(version=version, sha256=wheels.sha256_of(tarball)))
    return fresh


def _relock_wheels(entries: list[Entry]) -> list[Entry]:
    by_name = {e.name.lower().replace("_", "-").replace(".", "-"): e for e in entries}
    fresh = []
    with wheels.scratch() as scratch:
        for wheel in wheels.download(entries, Path(scratch)):
            name, version = wheels.identity(wheel)
            fresh.append(by_name[name]._replace(version=version, sha256=wheels.sha256_of(wheel)))
    return fresh
