"""A wheel (``*.whl``): the ELF members of the zip archive, read in place.

A wheel within the wheel is not opened. Members that are not ELF, by their first bytes, are passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from musl_compat.errors import InputError
from musl_compat.inputs import ELF_MAGIC, OPEN_FLAGS, ContainerLimits, Member, Probe, Skipped, reason_of

if TYPE_CHECKING:
    from musl_compat.inputs import _zip


def claims(probe: Probe) -> bool:
    """A regular file whose name ends in ``.whl``."""
    return probe.path.endswith(".whl") and probe.is_file


SITE, PREFIX = "site", "prefix"
"""The places that an installer fills: site-packages, and the prefix of scripts and data."""
_SCHEMES = {"platlib": (SITE, ""), "purelib": (SITE, ""), "scripts": (PREFIX, "bin/"), "data": (PREFIX, "")}


def installed(name: str) -> tuple[str, str]:
    """The place to which an installer puts a member of this name, and its path there. Source: PyPA, binary
    distribution format.
    """
    top, _, rest = name.partition("/")
    scheme, slash, inner = rest.partition("/")
    if not top.endswith(".data") or not slash:
        return SITE, name
    place, folder = _SCHEMES.get(scheme, (PREFIX, f"{scheme}/"))
    return place, folder + inner


def open(probe: Probe, limits: ContainerLimits) -> Wheel:
    """The wheel at a path."""
    return Wheel(probe.path, limits)


class ZipMember(Member):
    """A member of a zip archive; ``open`` gives its bytes."""

    __slots__ = ("entry", "limits")

    def __init__(self, container: str, entry: _zip.Entry, limits: ContainerLimits) -> None:
        super().__init__(entry.name, container=container)
        self.entry = entry
        self.limits = limits

    def open(self) -> bytes:
        """The member's bytes, inflated and checked. Raises InputError, OSError."""
        from musl_compat.inputs import _zip

        assert self.container is not None
        fd = os.open(self.container, OPEN_FLAGS)
        try:
            return _zip.read(fd, self.entry, self.limits)
        finally:
            os.close(fd)


class Wheel:
    """The ELF members of a wheel, in the order of its directory."""

    def __init__(self, path: str, limits: ContainerLimits) -> None:
        self.path = path
        self.limits = limits

    def members(self) -> Iterator[Member | Skipped]:
        """Members, and a ``Skipped`` for each that cannot be read; a damaged directory ends the wheel with
        one.
        """
        try:
            fd = os.open(self.path, OPEN_FLAGS)
        except OSError as e:
            yield Skipped(self.path, reason_of(e))
            return
        try:
            yield from self._members(fd)
        except InputError as e:
            yield Skipped(self.path, str(e))
        except OSError as e:
            yield Skipped(self.path, reason_of(e))
        finally:
            os.close(fd)

    def _members(self, fd: int) -> Iterator[Member | Skipped]:
        from musl_compat.inputs import _zip  # not needed, and so not imported, where no wheel is

        seen: set[str] = set()
        for entry in _zip.entries(fd, self.limits):
            if entry.is_directory:
                continue
            if entry.name in seen:
                yield Skipped(
                    entry.name,
                    "a second member of this name: installers differ in which one they keep",
                    self.path,
                )
                continue
            seen.add(entry.name)
            try:
                magic = _zip.head(fd, entry, len(ELF_MAGIC), self.limits)
            except InputError as e:
                yield Skipped(entry.name, str(e), self.path)
                continue
            if magic == ELF_MAGIC:
                yield ZipMember(self.path, entry, self.limits)
