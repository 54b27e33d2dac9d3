"""A directory: every regular file below it, in order of name, symbolic links not followed.

A link is left out whether it points inside or outside of the tree: what is inside is found at its own
place, so each object is checked once and no loop is possible. FIFOs, sockets and devices are passed over.
Whether a file is ELF is not decided here but by its first bytes, when it is opened.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from musl_compat.inputs import ContainerLimits, Member, Probe, Skipped, reason_of


def claims(probe: Probe) -> bool:
    """Any directory."""
    return stat.S_ISDIR(probe.mode)


def open(probe: Probe, limits: ContainerLimits) -> Tree:
    """The tree below a directory."""
    return Tree(probe.path)


class Tree:
    """The files below a directory. Memory is one sorted listing for each level that is open."""

    def __init__(self, path: str) -> None:
        self.path = path

    def members(self) -> Iterator[Member | Skipped]:
        """Depth first, each directory sorted by name; a directory that cannot be read gives a ``Skipped``."""
        stack: list[Iterator[os.DirEntry[str]]] = []
        below: str | None = self.path
        while below is not None or stack:
            if below is not None:
                listing = _listing(below)
                below = None
                if isinstance(listing, Skipped):
                    yield listing
                    continue
                stack.append(iter(listing))
            for entry in stack[-1]:
                if entry.is_file(follow_symlinks=False):
                    yield Member(entry.path)
                elif entry.is_dir(follow_symlinks=False):
                    below = entry.path
                    break
            else:
                stack.pop()


def _listing(directory: str) -> list[os.DirEntry[str]] | Skipped:
    """The sorted entries of a directory, links and special files still among them."""
    try:
        with os.scandir(directory) as entries:
            return sorted(entries, key=_name)
    except OSError as e:
        return Skipped(directory, f"cannot list the directory: {reason_of(e)}")


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
