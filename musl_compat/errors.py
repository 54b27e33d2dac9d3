"""Exceptions of the public API. A bug of ours is a traceback; what is here is the caller's or the file's."""

from __future__ import annotations


class MuslcheckError(Exception):
    """Base of every error that this package raises on purpose."""


class UsageError(MuslcheckError):
    """The caller asked for something that cannot be meant: the command line exits with 2."""


class UnknownTarget(UsageError):
    """No target of this name. ``near`` holds the nearest names."""

    def __init__(self, name: str, near: list[str]) -> None:
        self.name = name
        self.near = near
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"unknown target {name!r}{hint} (muslcheck targets lists them)")


class InputError(MuslcheckError):
    """A path could not be read as what it is: the file goes to ``skipped``, the others are still checked."""


class ElfError(MuslcheckError, ValueError):
    """The bytes are not an ELF file, or one that cannot be read.

    ``status``, ``table`` and ``offset`` (bytes from the start of the file) say what and where;
    ``status`` is one of ``not-elf``, ``truncated``, ``malformed``, ``limit``, ``io``, ``changed``,
    ``no-memory``.
    """

    def __init__(self, message: str, *, status: str, table: str, offset: int, index: int = -1) -> None:
        super().__init__(message)
        self.status = status
        self.table = table
        self.offset = offset
        self.index = index
