"""How much stack musl's own functions take, as upper bounds on the paths that are known.

The bounds are data: ``libc.tsv``, made by ``musl_compat.devtools.stack_libc`` from real musl builds.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def bounds() -> dict[str, int]:
    """Bytes of stack below a call of each function that musl exports."""
    out: dict[str, int] = {}
    text = files("musl_compat.stack").joinpath("libc.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, size, *_ = line.split("\t")
            out[name] = int(size)
    return out
