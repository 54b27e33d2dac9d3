"""What differs between musl releases in how they load: one named field for each difference.

Only what decides at start-up is here; which names the relocation code maps (LFS64, since 1.2.4) is the
knowledge base's. A field says which release changed it; releases are tuples,
``(1, 2, 4)``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from musl_compat.kb.targets import Target

Version = tuple[int, ...]


class LoaderTraits(NamedTuple):
    """The behaviour of one musl release, as far as it decides what loads.

    Source of each fact: musl's release notes (WHATSNEW) and ``ldso/dynlink.c`` of the release named;
    those since 1.2.2 are also observed on real loaders by the oracle tests.
    """

    version: Version
    """The release that this describes."""

    reserved_stem_is_prefix: bool
    """Up to 1.1.15 a bare ``libX.`` is libc's when X is a *beginning* of a reserved stem (``libp.so``); since
    1.1.16 X must be a stem."""

    second_libc_guard: bool
    """Since 1.1.17 a mapped file that defines ``__libc_start_main`` and ``stdin`` is replaced by libc."""

    empty_name_fails: bool
    """Since 1.1.4 a library name of no characters is EINVAL; before it was searched for."""

    open_error_ends_search: bool
    """Since 1.1.9 an open error other than ENOENT, ENOTDIR, EACCES and ENAMETOOLONG ends the search."""

    runpath_alone: bool
    """Since 1.1.6 DT_RUNPATH counts also when there is no DT_RPATH."""

    relr: bool
    """Since 1.2.4 DT_RELR is processed; before it is ignored in silence, and the program crashes."""


@lru_cache(maxsize=64)
def of_version(version: Version) -> LoaderTraits:
    """The traits of a musl release."""
    return LoaderTraits(
        version=version,
        reserved_stem_is_prefix=version < (1, 1, 16),
        second_libc_guard=version >= (1, 1, 17),
        empty_name_fails=version >= (1, 1, 4),
        open_error_ends_search=version >= (1, 1, 9),
        runpath_alone=version >= (1, 1, 6),
        relr=version >= (1, 2, 4),
    )


def of(target: Target) -> LoaderTraits:
    """The traits of a target's loader."""
    return of_version(target.musl_version)
