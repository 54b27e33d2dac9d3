"""MC102: a DT_NEEDED name that cannot be loaded."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat import kb
from musl_compat.loader.search import EXEC_FORMAT_ERROR
from musl_compat.rules.model import MISSING_LIBRARY, Context, Finding, Fix, rule
from musl_compat.types import Applicability, Severity

_DROP = (
    "Drop the DT_NEEDED entry {0}, or put an empty library of that name beside: what it gave is "
    "libc's on musl."
)
_SUPPLY = "Install {0} built for musl where the loader looks for it, or beside the program with an RPATH."
_KNOWN = (
    ("ld-", "glibc's loader, named as a library", _DROP),
    ("libresolv.", "glibc's resolver; musl has its res_* and dn_* functions in libc", _DROP),
    ("libmvec.", "glibc's vector mathematics; musl has none", "Rebuild without -ffast-math."),
    ("libanl.", "glibc's asynchronous getaddrinfo; musl has none", "Rebuild without getaddrinfo_a."),
    ("libnsl.", "glibc's old NIS library; musl has none", "Rebuild without NIS, or supply libnsl."),
    ("libnss_", "a name service module of glibc; musl has none", "Rebuild without the module."),
    (
        "libthread_db.",
        "glibc's thread debugging library; musl has none",
        "Do without: only debuggers use it.",
    ),
    ("libBrokenLocale.", "a work-around of glibc's for old programs", _DROP),
    ("libcrypt.", "libxcrypt, or an old glibc's; musl has crypt in libc", _DROP),
)


@rule(
    "MC102",
    "missing-library",
    topic="missing libraries",
    severity=Severity.ERROR,
    since="0.1.0",
    when=MISSING_LIBRARY,
    certain=MISSING_LIBRARY,
    evidence=(
        "musl: ldso/dynlink.c, load_library (reserved names)",
        "observed: Error loading shared library",
    ),
    fires_on=("corpus:needs_ld_linux", "corpus:needs_libresolv", "corpus:missing_library closure"),
    silent_on=("corpus:hello", "corpus:missing_library", "corpus:runpath_origin closure"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A library in DT_NEEDED that will not be found. Judged alone, these are glibc's own libraries that musl
    does not take for
    itself (ld-linux, libresolv, libmvec, libanl, libnsl, libnss_*, ...); with `--closure`, any name that
    the search gives nothing for.

    ## Why it breaks on musl
    musl answers by itself for libc, libm, libpthread, librt, libdl, libutil and libxnet, whatever follows
    the dot. Any other name must be a file. One that is missing stops the start with "Error loading shared
    library".

    ## How to fix
    `muslcheck fix` drops the entry where the library is glibc's own and supplies what was used of it; an
    empty library of that name does, too, where nothing is used that libc does not give. Else supply the
    library, or rebuild without it.

    ## Evidence
    The name, and the object that needs it.
    """
    by_name: dict[str, list[str]] = {}
    for missing in ctx.bound.missing_libraries:
        if missing.reason != EXEC_FORMAT_ERROR:
            by_name.setdefault(missing.name, []).append(f"needed by {missing.needed_by}: {missing.reason}")
    for name, needs in by_name.items():
        what, step = _known(name)
        yield Finding(
            f"{name} is not there" + (f": {what}" if what else ""),
            symbols=[name],
            evidence=needs,
            fix=_fix(step.format(name), kb.glibc_libraries().get(name) is False),
        )


def _fix(step: str, is_glibcs: bool) -> Fix:
    """What to do; a library of glibc's that musl does not take for itself can be dropped."""
    return Fix(step, Applicability.SAFE) if is_glibcs else Fix(step)


def _known(name: str) -> tuple[str, str]:
    """What a missing library is, and what to do about it."""
    for start, what, step in _KNOWN:
        if name.startswith(start):
            return what, step
    return ("a library of glibc's", _DROP) if name in kb.glibc_libraries() else ("", _SUPPLY)
