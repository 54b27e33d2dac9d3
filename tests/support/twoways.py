"""One file read both ways: from a buffer and from a descriptor. The answers must be the same."""

from __future__ import annotations

import os
from collections.abc import Callable

from musl_compat._core import ffi
from musl_compat.elf import ElfImage, Limits
from musl_compat.errors import ElfError

Answer = ElfImage | ElfError


def _answer(read: Callable[[], ElfImage]) -> Answer:
    try:
        return read()
    except ElfError as error:
        return error


def _facts(answer: Answer) -> tuple[object, ...]:
    if isinstance(answer, ElfError):
        return str(answer), answer.status, answer.table, answer.offset, answer.index
    return (bytes(ffi.buffer(answer.c, answer.c.total)),)


def answer(data: bytes, limits: Limits | None = None) -> Answer:
    """The image or the error that both ways agree on."""
    fd = os.memfd_create("twoways")
    try:
        os.write(fd, data)
        from_fd = _answer(lambda: ElfImage.from_fd(fd, limits))
    finally:
        os.close(fd)
    from_bytes = _answer(lambda: ElfImage.from_bytes(data, limits))
    assert _facts(from_bytes) == _facts(from_fd)
    return from_bytes


def scan(data: bytes, limits: Limits | None = None) -> ElfImage:
    """The image that both ways agree on; raises their error."""
    both = answer(data, limits)
    if isinstance(both, ElfError):
        raise both
    return both
