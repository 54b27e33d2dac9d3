"""Which libc an object was built against, and how new a glibc it asks for: facts for reports, no rule rests
on them."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from musl_compat import kb
from musl_compat._core import ffi, lib

if TYPE_CHECKING:
    from musl_compat.elf import ElfImage

_GLIBC_NODE = re.compile(rb"GLIBC_(\d+(?:\.\d+)*)")
_GLIBC_LOADER = re.compile(r"ld(?:-linux.*|64)?\.so\.\d+")
_PIE: int = lib.MC_F_PIE
_DYNAMIC: int = lib.MC_F_DYNAMIC
_INTERP: int = lib.MC_F_INTERP


class Origin(NamedTuple):
    """``libc``: ``glibc``, ``musl``, ``static`` (nothing is loaded), ``none`` (it asks nothing of a libc) or
    ``unknown`` (another, or unclear). ``glibc_required``: the newest ``GLIBC_`` version asked for, as in
    ``2.34``; None for none.
    """

    libc: str
    glibc_required: str | None


def of(image: ElfImage, needed: list[str]) -> Origin:
    """Where an object is from; ``needed`` are its DT_NEEDED names."""
    newest: tuple[int, ...] = ()
    is_glibcs = False
    for node in _nodes(image):
        if node.startswith(b"GLIBC_"):
            is_glibcs = True
            newest = max(newest, _version(node))
    return Origin(_libc(image, is_glibcs, needed), ".".join(map(str, newest)) or None)


def _nodes(image: ElfImage) -> set[bytes]:
    """The names of the versions that are asked for.

    Straight from the rows: a report needs them of every object.
    """
    c = image.c
    rows = ffi.cast("mc_verneed *", ffi.cast("char *", c) + c.verneed_off)
    return {ffi.string(lib.mc_image_str(c, rows[i].name)) for i in range(c.verneed_n)}


@lru_cache(maxsize=1024)
def _version(node: bytes) -> tuple[int, ...]:
    """``GLIBC_2.34`` as (2, 34); ``GLIBC_PRIVATE`` and such as nothing."""
    found = _GLIBC_NODE.fullmatch(node)
    return tuple(map(int, found[1].split(b"."))) if found else ()


def _libc(image: ElfImage, is_glibcs: bool, needed: list[str]) -> str:
    """The interpreter decides, then the versions asked for, then the names of DT_NEEDED."""
    flags = image.flags
    if not flags & _DYNAMIC:
        return "static"
    if flags & _INTERP:
        return _of_loader(image.interpreter or "")
    if is_glibcs:
        return "glibc"
    if any(name == "libc.so" or name.startswith("libc.musl-") for name in needed):
        return "musl"
    if not kb.glibc_libraries().keys().isdisjoint(needed):
        return "glibc"
    if needed:
        return "unknown"
    return "static" if flags & _PIE else "none"


@lru_cache(maxsize=64)
def _of_loader(path: str) -> str:
    name = os.path.basename(path)
    if name.startswith("ld-musl-"):
        return "musl"
    return "glibc" if is_glibc_loader(name) else "unknown"


def is_glibc_loader(path: str) -> bool:
    """Is this path, or file name, that of a loader of glibc's?"""
    return _GLIBC_LOADER.fullmatch(os.path.basename(path)) is not None
