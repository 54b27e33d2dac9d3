"""What a path holds: ``members(path)`` turns a path into the objects in it, without reading them.

A format is one module of this package with ``claims(probe) -> bool`` and ``open(probe, limits) ->
Source``; it is found by its file name, no list names it. A regular file that no format claims is taken as
one ELF file; whether it is one shows when it is scanned.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple, Protocol

ELF_MAGIC = b"\x7fELF"
# Never wait for a writer (FIFO), never become the terminal's owner, never leak into a child.
OPEN_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
HEAD_BYTES = 64


class ContainerLimits(NamedTuple):
    """How much a container may ask for.

    Reaching one is a ``Skipped`` line that names it, never a wrong answer.
    """

    members: int = 200_000
    """Entries of one archive."""
    member_bytes: int = 4 << 30
    """Inflated bytes of one member (it is held in memory while it is scanned)."""
    ratio: int = 400
    """Inflated bytes for each stored byte, asked only of members above 64 MiB."""
    total_bytes: int = 16 << 30
    """Inflated bytes of all members together, asked where a container is unpacked."""
    directory_bytes: int = 64 << 20
    """Bytes of an archive's own directory."""


class Skipped(NamedTuple):
    """Something that was asked for and not checked, and why.

    Silence is not possible: it is one or the other.
    """

    path: str
    reason: str
    container: str | None = None


class Member:
    """One object that can be opened: a file.

    ``path`` is shown; ``named`` tells that the user gave this very path.
    """

    __slots__ = ("container", "named", "path")

    def __init__(self, path: str, named: bool = False, container: str | None = None) -> None:
        self.path = path
        self.named = named
        self.container = container

    def open(self) -> int | bytes:
        """A file descriptor, which the caller closes, or the bytes. Raises OSError, or InputError for a
        container's own faults.

        A path found in a tree is not followed when it has become a symbolic link since.
        """
        return os.open(self.path, OPEN_FLAGS if self.named else OPEN_FLAGS | os.O_NOFOLLOW)


class Source(Protocol):
    """What one path holds."""

    def members(self) -> Iterator[Member | Skipped]:
        """The members in a fixed order, each once, found as they are asked for."""
        ...


class Probe:
    """A path that a format may claim. ``head`` is read only when a format looks at it."""

    __slots__ = ("_head", "mode", "path")

    def __init__(self, path: str, mode: int) -> None:
        self.path = path
        self.mode = mode
        self._head: bytes | None = None

    @property
    def is_file(self) -> bool:
        """A regular file."""
        return stat.S_ISREG(self.mode)

    @property
    def head(self) -> bytes:
        """The first bytes of a regular file (at most 64). Raises OSError."""
        if self._head is None:
            self._head = head_of(self.path) if self.is_file else b""
        return self._head


class Format(Protocol):
    """A module of this package that knows one kind of container."""

    def claims(self, probe: Probe) -> bool:
        """Is this path mine?"""
        ...

    def open(self, probe: Probe, limits: ContainerLimits) -> Source:
        """The source; faults of the container come out of ``members()``."""
        ...


_formats: list[Format] = []


def formats() -> list[Format]:
    """Every format module of this package."""
    if not _formats:
        names = sorted(name[:-3] for name in os.listdir(os.path.dirname(__file__)) if name.endswith(".py"))
        for name in names:
            module = import_module(f"{__name__}.{name}") if name[0] != "_" else None
            if module is not None and hasattr(module, "claims"):
                _formats.append(module)
    return _formats


def head_of(path: str) -> bytes:
    """The first bytes of a file. Raises OSError."""
    fd = os.open(path, OPEN_FLAGS)
    try:
        return os.pread(fd, HEAD_BYTES, 0)
    finally:
        os.close(fd)


_KINDS = (
    (stat.S_ISFIFO, "a FIFO"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a character device"),
    (stat.S_ISBLK, "a block device"),
)


def members(path: str, limits: ContainerLimits | None = None) -> Iterator[Member | Skipped]:
    """What a path given by the user holds; ``-`` is a list of paths on standard input.

    A path that cannot be looked at gives one ``Skipped``.
    """
    if path == "-":
        mode = 0
    else:
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as e:
            yield Skipped(path, reason_of(e))
            return
    if stat.S_ISREG(mode) or mode == 0 or stat.S_ISDIR(mode):
        probe = Probe(path, mode)
        for form in formats():
            if form.claims(probe):
                yield from form.open(probe, limits or ContainerLimits()).members()
                return
        yield Member(path, named=True)
        return
    kind = next((words for test, words in _KINDS if test(mode)), "not a file")
    yield Skipped(path, f"{kind}, not a regular file")


def reason_of(error: OSError | ValueError) -> str:
    """The reason for a ``Skipped`` line, in the system's words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower() if error.strerror[1:2].islower() else error.strerror
    if isinstance(error, OSError | UnicodeError):
        return str(error)
    return "a NUL in the path"  # each release of Python has its own words


def describe(head: bytes) -> str:
    """Why a file that is not ELF was skipped, from its first bytes."""
    if not head:
        return "empty file"
    if head.startswith(b"#!"):
        return "a script, not an ELF file"
    if head.startswith(b"!<arch>\n"):
        return "an ar archive (static library or package), not an ELF file"
    if head.startswith(b"PK\x03\x04"):
        return "a zip archive, not an ELF file (only wheels, *.whl, are read in place)"
    return "not an ELF file"
