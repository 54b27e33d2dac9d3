"""Which libc an object was built against, and how new a glibc it asks for: facts for reports, no rule rests
on them."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from musl_compat import kb
from musl_compat._core import lib

if TYPE_CHECKING:
    from musl_compat.elf import ElfImage

_GLIBC_NODE = re.compile(r"GLIBC_(\d+(?:\.\d+)*)")
_GLIBC_LOADER = re.compile(r"ld(?:-linux.*|64)?\.so\.\d+")
_PIE: int = lib.MC_F_PIE
_DYNAMIC: int = lib.MC_F_DYNAMIC


def libc_of(image: ElfImage) -> str:
    """``glibc``, ``musl``, ``static`` (nothing is loaded), ``none`` (it asks nothing of a libc) or
    ``unknown`` (another, or unclear).

    The interpreter decides, then the versions asked for, then the names of DT_NEEDED.
    """
    if not image.flags & _DYNAMIC:
        return "static"
    if image.interpreter is not None:
        name = os.path.basename(image.interpreter)
        if name.startswith("ld-musl-"):
            return "musl"
        return "glibc" if _GLIBC_LOADER.fullmatch(name) else "unknown"
    if any(need.name.startswith("GLIBC_") for need in image.verneed):
        return "glibc"
    needed = image.needed
    if any(name == "libc.so" or name.startswith("libc.musl-") for name in needed):
        return "musl"
    if not kb.glibc_libraries().keys().isdisjoint(needed):
        return "glibc"
    if needed:
        return "unknown"
    return "static" if image.flags & _PIE else "none"


def glibc_required(image: ElfImage) -> str | None:
    """The newest ``GLIBC_`` version asked for, as in ``2.34``; None when there is none."""
    newest: tuple[int, ...] = ()
    for need in image.verneed:
        found = _GLIBC_NODE.fullmatch(need.name)
        if found:
            newest = max(newest, tuple(map(int, found[1].split("."))))
    return ".".join(map(str, newest)) or None
