"""The path rules of ld-musl: which names are libc's, what a search path holds, where the system's path is
kept.

Pure functions over strings; ``fs`` does the looking, ``linkmap`` the loading. Source: ``load_library``,
``path_open`` and ``fixup_rpath`` of musl's ``ldso/dynlink.c``.
"""

from __future__ import annotations

import errno
import os
import re
from functools import lru_cache
from typing import NamedTuple

from musl_compat import kb

from .traits import LoaderTraits

RESERVED_STEMS = ("c", "pthread", "rt", "m", "dl", "util", "xnet")
"""``lib`` + one of these + ``.`` at the start of a name is libc itself."""

NAME_MAX = 255
"""Bytes; a longer bare name is not searched for."""

PATH_ROOM = 512
"""Bytes of the loader's buffer for one candidate path, its NUL included; what does not fit is passed over."""

CONTINUES = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.ENAMETOOLONG})
"""Open errors after which a search goes on with the next directory."""

_STRERROR = {
    errno.ENOENT: "No such file or directory",
    errno.EIO: "I/O error",
    errno.ENOEXEC: "Exec format error",
    errno.EACCES: "Permission denied",
    errno.ENOTDIR: "Not a directory",
    errno.EISDIR: "Is a directory",
    errno.EINVAL: "Invalid argument",
    errno.ELOOP: "Symbolic link loop",
    errno.ENAMETOOLONG: "Filename too long",
}

EXEC_FORMAT_ERROR = _STRERROR[errno.ENOEXEC]
"""What the loader says of a file that it found and cannot map."""

_SEPARATORS = re.compile("[:\n]+")


class Entry(NamedTuple):
    """One directory of a search path. ``given``: the directory is named as the user's own system names it."""

    path: str
    given: bool = False


def strerror(number: int) -> str:
    """musl's text for an errno value; this system's for one that a search does not give."""
    return _STRERROR.get(number) or os.strerror(number)


def is_reserved(name: str, traits: LoaderTraits) -> bool:
    """Does this DT_NEEDED name mean libc itself, whatever is on disk? The rest of the name after the dot does
    not matter.

    Up to 1.1.15 the comparison had its sides swapped, so that the beginning of a stem, or nothing at all, was
    enough: ``libp.so`` was libc (fixed in 1.1.16).
    """
    if not name.startswith("lib"):
        return False
    stem, dot, _ = name[3:].partition(".")
    if not dot:
        return False
    if traits.reserved_stem_is_prefix:
        return any(reserved.startswith(stem) for reserved in RESERVED_STEMS)
    return stem in RESERVED_STEMS


_SHIM = re.compile(r"libglibc-shim(-[0-9a-f]{8})?\.so")


def is_shim(name: str) -> bool:
    """Is this the file name of a library that ``muslcheck shim`` or ``muslcheck fix`` made? It supplies names
    of libc's, so that an object which needs it is not judged without it."""
    return _SHIM.fullmatch(name) is not None


def split_path(text: str, given: bool = False) -> list[Entry]:
    """The directories of a search path, in order: ``:`` and newline separate, empty entries do not count."""
    return [Entry(part, given) for part in _SEPARATORS.split(text) if part]


def candidate(directory: str, name: str) -> str | None:
    """The path that is opened for a name in a directory, or None when it does not fit into the loader's
    buffer."""
    path = f"{directory}/{name}"
    return path if len(os.fsencode(path)) < PATH_ROOM else None


def origin_of(name: str) -> str:
    """What ``$ORIGIN`` stands for in an object of this name: its directory part as written, ``.`` when there
    is none."""
    head, slash, _ = name.rpartition("/")
    return head if slash else "."


def expand_rpath(text: str, name: str, given: bool = False) -> list[Entry]:
    """The directories of an object's DT_RUNPATH or DT_RPATH; ``name`` is the object's path as the loader has
    it.

    Only ``$ORIGIN`` and ``${ORIGIN}`` are known: any other ``$`` makes the loader ignore the whole string.
    """
    if "$" not in text:
        return split_path(text)
    parts = text.split("$")
    if not all(p.startswith(("ORIGIN", "{ORIGIN}")) for p in parts[1:]):
        return []
    origin = origin_of(name)
    whole = parts[0] + "".join(origin + p[8 if p[0] == "{" else 6 :] for p in parts[1:])
    return [Entry(e.path, given and e.path.startswith(origin)) for e in split_path(whole)]


def path_file(loader_name: str, arch: str) -> str:
    """Where the loader looks for its search path: ``/etc/ld-musl-ARCH.path`` under the prefix of its own
    path.

    The prefix is what is left without the last two components (``/lib/ld-musl-...`` gives ``/etc``,
    ``/opt/x/lib/ld-...`` gives ``/opt/x/etc``); a loader that was named by a relative path has none.
    """
    prefix = ""
    if loader_name.startswith("/"):
        slashes = [i for i, c in enumerate(loader_name) if c == "/"]
        prefix = loader_name[: slashes[-2]] if len(slashes) > 1 else ""
    return f"{prefix}/etc/ld-musl-{arch}.path"


@lru_cache(maxsize=1)
def unreserved_glibc() -> frozenset[str]:
    """File names of glibc's own libraries that musl does not take for itself: they are never there on a musl
    system."""
    return frozenset(name for name, reserved in kb.glibc_libraries().items() if not reserved)


class MissingLibrary(NamedTuple):
    """A DT_NEEDED name that could not be loaded, the path of the requester, and why in musl's words."""

    name: str
    needed_by: str
    reason: str
