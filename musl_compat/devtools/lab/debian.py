"""Debian packages of any suite through apt itself: no root, and nothing of the system is touched.

apt gets its own sources list, list directory, cache and an empty status file, all in a temporary directory.
It checks each suite's signature with the keys of debian-archive-keyring, and each download by that index.
The mirror is the one that the machine's own apt configuration names.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from musl_compat.errors import InputError

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
MIRROR_VARIABLE = "MUSLCHECK_LAB_MIRROR"
# One request of apt-get with a few hundred names stays far below the limit of a command line.
BATCH = 200
# What stands for the architecture in the origin of a source package.
SOURCE = "source"


class Available(NamedTuple):
    """What a suite's signed index says of one package."""

    name: str
    version: str
    sha256: str
    size: int


def mirror() -> str:
    """The base address of this machine's Debian mirror, ``MUSLCHECK_LAB_MIRROR`` first.

    Raises ``InputError`` when apt has no plain Debian suite configured.
    """
    given = os.environ.get(MIRROR_VARIABLE)
    if given:
        return given
    codename = _os_release("VERSION_CODENAME")
    for line in _run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)"]).splitlines():
        address, _, release = line.partition(" ")
        if release in (codename, "stable", "testing", "unstable", "sid"):
            return address
    raise InputError(f"apt has no plain Debian suite configured; set {MIRROR_VARIABLE} to a mirror's address")


def _os_release(key: str) -> str:
    for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition("=")
        if name == key:
            return value.strip('"')
    return ""


def _run(command: list[str], cwd: Path | None = None) -> str:
    """The output of a command; ``InputError`` with its own words when it fails."""
    env = {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise InputError(f"{command[0]} is not installed; the laboratory needs Debian's apt") from error
    if done.returncode != 0:
        raise InputError(f"{command[0]} {command[-1]}: exit {done.returncode}: {done.stderr.strip()}")
    return done.stdout


class Apt:
    """apt with a state of its own, for the given (suite, architecture) pairs."""

    def __init__(self, state: Path, origins: Iterable[tuple[str, str]]) -> None:
        self.state = state
        self.origins = sorted(set(origins))
        self._indexes: dict[tuple[str, str], str] = {}
        if not KEYRING.exists():
            raise InputError(f"{KEYRING} is not there; install the package debian-archive-keyring")
        for folder in ("lists/partial", "archives/partial", "debs"):
            (state / folder).mkdir(parents=True)
        (state / "status").touch()
        how = f"signed-by={KEYRING}] {mirror()}"
        lines = [
            f"deb-src [{how} {suite} main\n" if arch == SOURCE else f"deb [arch={arch} {how} {suite} main\n"
            for suite, arch in self.origins
        ]
        (state / "sources.list").write_text("".join(lines), encoding="utf-8")
        native = _run(["dpkg", "--print-architecture"]).strip()
        arches = dict.fromkeys([native, *(arch for _, arch in self.origins if arch != SOURCE)])
        self._options = [
            f"-oDir::Etc::sourcelist={state / 'sources.list'}",
            "-oDir::Etc::sourceparts=/dev/null",
            f"-oDir::State={state}",
            f"-oDir::State::Lists={state / 'lists'}",
            f"-oDir::State::status={state / 'status'}",
            f"-oDir::Cache={state}",
            f"-oAPT::Architectures={','.join(arches)}",
            "-oAcquire::Languages=none",
            "-oAcquire::Retries=3",
            # A mirror that stands still is welcome: the dates guard against old packages, and here the lock
            # file's sha256 says which package is meant. Signatures are checked all the same.
            "-oAcquire::Check-Valid-Until=false",
            "-oAcquire::Check-Date=false",
        ]

    def update(self) -> None:
        """Fetch the suites' indexes. apt itself refuses a suite that no key of the keyring signed."""
        options = [*self._options, "-oAPT::Update::Error-Mode=any", "-q"]
        _run(["apt-get", *options, "update"])
        # Asked for once: apt reads every index anew for each call.
        form = "$(CREATED_BY)|$(RELEASE)|$(ARCHITECTURE)|$(FILENAME)"
        for line in _run(["apt-get", *self._options, "indextargets", "--format", form]).splitlines():
            maker, release, architecture, filename = line.split("|", 3)
            if maker in ("Packages", "Sources"):
                self._indexes[release, SOURCE if maker == "Sources" else architecture] = filename

    def index(self, suite: str, arch: str, names: Iterable[str]) -> dict[str, Available]:
        """What the suite holds of these packages (the one version that a suite has)."""
        filename = self._indexes.get((suite, arch))
        if filename is None:
            raise InputError(f"apt holds no index of {suite}/{arch} after its update")
        text = "\n" + _run(["/usr/lib/apt/apt-helper", "cat-file", filename])
        of = source_stanza if arch == SOURCE else _stanza
        found = (of(text, name) for name in names)
        return {a.name: a for a in found if a is not None}

    def download_source(self, name: str, version: str) -> Path:
        """The upstream tarball of a source package, checked by apt against the signed index."""
        folder = self.state / "sources" / name
        folder.mkdir(parents=True)
        options = [*self._options, "-q", "--download-only", "--only-source", "--tar-only"]
        _run(["apt-get", *options, "source", f"{name}={version}"], cwd=folder)
        return next(f for f in folder.iterdir() if _UPSTREAM.search(f.name))

    def closure(self, names: Iterable[str]) -> list[str]:
        """These packages and all that they depend on, sorted, as apt would install them on an empty system.

        One solution for all: they can be installed beside each other. With several suites apt would mix them,
        so this is for an ``Apt`` of one origin.
        """
        command = ["apt-get", *self._options, "-s", "--no-install-recommends", "install", *sorted(names)]
        lines = _run(command).splitlines()
        return sorted({line.split()[1].partition(":")[0] for line in lines if line.startswith("Inst ")})

    def download(self, packages: Iterable[tuple[str, str, str]]) -> list[Path]:
        """Download (name, version, architecture) each; the files, in no certain order."""
        wanted = [f"{name}:{arch}={version}" for name, version, arch in packages]
        for start in range(0, len(wanted), BATCH):
            command = ["apt-get", *self._options, "-q", "download", *wanted[start : start + BATCH]]
            _run(command, cwd=self.state / "debs")
        return list((self.state / "debs").glob("*.deb"))


def _stanza(index: str, name: str) -> Available | None:
    """One package of an index (deb822), only the fields that matter here."""
    start = index.find(f"\nPackage: {name}\n")
    if start < 0:
        return None
    end = index.find("\n\n", start)
    fields = dict(line.split(": ", 1) for line in index[start:end].splitlines() if ": " in line)
    return Available(name, fields["Version"], fields["SHA256"], int(fields["Size"]))


# The one tarball that holds the upstream source; further ones (``.orig-www.tar``) are components.
_UPSTREAM = re.compile(r"\.orig\.tar\.[a-z0-9]+$")


def source_stanza(index: str, name: str) -> Available | None:
    """The upstream tarball of a source package, as the suite's index of sources names it."""
    start = index.find(f"\nPackage: {name}\n")
    while start >= 0:
        stanza = index[start + 1 : index.find("\n\n", start) + 1]
        # A source that is kept only because something was built from it is not what the suite has.
        if "\nExtra-Source-Only: yes\n" not in stanza:
            return _upstream_tarball(name, stanza)
        start = index.find(f"\nPackage: {name}\n", start + 1)
    return None


def _upstream_tarball(name: str, stanza: str) -> Available:
    version = re.search(r"^Version: (.*)$", stanza, re.MULTILINE)
    for line in re.findall(r"^ ([0-9a-f]{64} .*)$", stanza, re.MULTILINE):
        sha256, size, file = line.split()
        if version and _UPSTREAM.search(file):
            return Available(name, version[1], sha256, int(size))
    raise InputError(f"the index of sources names no upstream tarball of {name}")


@contextmanager
def apt(origins: Iterable[tuple[str, str]]) -> Iterator[Apt]:
    """An updated ``Apt`` in a temporary directory that its download user may enter."""
    state = Path(tempfile.mkdtemp(prefix="muslcheck-lab-"))
    try:
        state.chmod(0o755)  # apt downloads as the user _apt when it is started by root
        client = Apt(state, origins)
        client.update()
        yield client
    finally:
        shutil.rmtree(state)


def unpack(deb: Path, folder: Path) -> None:
    """The files of a package below ``folder``. dpkg-deb's tar keeps every member inside of it."""
    _run(["dpkg-deb", "--extract", str(deb), str(folder)])


def unpack_source(tarball: Path, folder: Path) -> None:
    """The members of an upstream tarball below ``folder``; GNU tar keeps them inside of it."""
    _run(["tar", "--extract", "--no-same-owner", f"--directory={folder}", f"--file={tarball}"])
