"""MC401: initial-exec TLS in something that is loaded at run time."""

from __future__ import annotations

import os
from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import LIBRARY, Context, Finding, Fix, rule
from musl_compat.types import Applicability, Confidence, Severity


@rule(
    "MC401",
    "initial-exec-tls",
    topic="silent traps",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    since="0.1.0",
    when=lib.MC_F_TPOFF,
    evidence=(
        "musl: ldso/dynlink.c, do_relocs REL_TPOFF (since 1.1.20)",
        "observed: initial-exec TLS resolves to dynamic definition",
    ),
    fires_on="corpus:plugin_initial_exec_tls",
    silent_on=("corpus:initial_exec_tls", "corpus:global_dynamic_tls", "corpus:hello"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A plug-in (a Python extension module, a Node addon) that reaches thread-local storage at a fixed place
    (TPOFF relocations), its own or that of a library loaded with it.

    ## Why it breaks on musl
    That place is laid out at start-up. glibc keeps some room to spare for libraries that come later; musl
    keeps none and refuses them: dlopen fails with "initial-exec TLS resolves to dynamic definition". Loaded
    at start-up, the same object works.

    ## How to fix
    `muslcheck fix` makes its instructions ask TLS descriptors (x86_64 and aarch64). Or rebuild without
    -ftls-model=initial-exec, or have the object loaded at start-up (LD_PRELOAD, or DT_NEEDED of the program).

    ## Evidence
    The object, and the function by which it is known as a plug-in.
    """
    if not ctx.has(LIBRARY):
        return
    entry = next((s for s in _entries(ctx.path) if ctx.image.find(s)), None)
    if entry is None:
        return
    for path, image in ctx.objects(lib.MC_F_TPOFF):
        if image.flags & lib.MC_F_TLS:
            where = "" if path == ctx.path else f"{path}: "
            yield Finding(
                f"{where}initial-exec TLS in a plug-in: musl refuses it in dlopen",
                evidence=[f"{path}: TPOFF relocations and PT_TLS", f"plug-in by its entry {entry}"],
                fix=_FIX if ctx.arch in _FIXED else Fix(_REBUILD),
            )


_REBUILD = "Rebuild without -ftls-model=initial-exec, or load it at start-up (LD_PRELOAD)."
_FIX = Fix(_REBUILD, Applicability.SAFE)
_FIXED = ("aarch64", "x86_64")


def _entries(path: str) -> tuple[str, ...]:
    """The functions by which hosts enter a plug-in of this file name."""
    stem = os.path.basename(path).partition(".")[0]
    return (f"PyInit_{stem}", "napi_register_module_v1", "JNI_OnLoad", "Agent_OnLoad")
