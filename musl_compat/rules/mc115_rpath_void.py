"""MC115: an RPATH that musl ignores as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musl_compat.rules.model import HAS_RPATH, Context, Finding, Fix, rule
from musl_compat.types import Applicability, Severity


@rule(
    "MC115",
    "rpath-void",
    topic="silent traps",
    severity=Severity.WARNING,
    since="0.1.0",
    when=HAS_RPATH,
    evidence=("musl: ldso/dynlink.c, fixup_rpath", "observed: the library beside is not found"),
    fires_on="corpus:rpath_lib_token",
    silent_on=("corpus:rpath_origin", "corpus:runpath_origin", "corpus:hello"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A DT_RPATH or DT_RUNPATH with a token other than $ORIGIN: $LIB, $PLATFORM or anything else that begins
    with a dollar sign.

    ## Why it breaks on musl
    musl expands $ORIGIN only. With any other token the whole path is ignored, its other directories too,
    and libraries that lie beside the program are not found.

    ## How to fix
    Write the directories out, with $ORIGIN alone (`patchelf --set-rpath`).

    ## Evidence
    The path as it stands in the file.
    """
    image = ctx.image
    text = image.runpath if image.runpath is not None else image.rpath
    if text and "$" in _ORIGIN.sub("", text):
        tag = "DT_RUNPATH" if image.runpath is not None else "DT_RPATH"
        yield Finding(
            f"{tag} {text} is ignored as a whole: musl expands no token but $ORIGIN",
            evidence=[f"{tag} is {text}"],
            fix=Fix("Set an RPATH of plain directories and $ORIGIN.", Applicability.UNSAFE),
        )


_ORIGIN = re.compile(r"\$ORIGIN|\$\{ORIGIN\}")
