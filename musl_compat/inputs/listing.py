"""``-``: a list of paths on standard input, one a line, or NUL-separated (as ``find -print0`` writes them).

NUL separates as soon as the first block read holds one. Each path is treated as one given by the user.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from musl_compat.inputs import ContainerLimits, Member, Probe, Skipped, members

BLOCK = 1 << 16
# Longer than any path the kernel takes; what is longer is one Skipped line and not a growing buffer.
LONGEST = 1 << 16


def claims(probe: Probe) -> bool:
    """Only ``-``."""
    return probe.path == "-"


def open(probe: Probe, limits: ContainerLimits) -> Listing:
    """The list on standard input."""
    return Listing(sys.stdin.fileno(), limits)


class Listing:
    """Paths read from a descriptor as they come."""

    def __init__(self, fd: int, limits: ContainerLimits) -> None:
        self.fd = fd
        self.limits = limits

    def members(self) -> Iterator[Member | Skipped]:
        """What each listed path holds, in the list's order."""
        for name in self.names():
            if isinstance(name, Skipped):
                yield name
            elif name == "-":
                yield Skipped("-", "the list on standard input cannot hold itself")
            else:
                yield from members(name, self.limits)

    def names(self) -> Iterator[str | Skipped]:
        """The paths; empty ones are passed over."""
        rest, separator, overlong = b"", b"", False
        while block := os.read(self.fd, BLOCK):
            separator = separator or (b"\0" if b"\0" in block else b"\n")
            *whole, rest = (rest + block).split(separator)
            if overlong and whole:
                del whole[0]  # the end of a name that was reported already
                overlong = False
            yield from (os.fsdecode(name) for name in whole if name)
            if len(rest) > LONGEST:
                if not overlong:
                    yield Skipped(
                        os.fsdecode(rest[:64]) + "...", f"a path of more than {LONGEST} bytes in the list"
                    )
                rest, overlong = b"", True
        if rest and not overlong:
            yield os.fsdecode(rest)
