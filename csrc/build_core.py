"""Builds ``musl_compat._core``: one abi3 extension from every C file of this folder, through cffi's API mode.

Each header of the border holds its declarations once, between ``/* CFFI BEGIN */`` and ``/* CFFI END */``:
the cdef.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from cffi import FFI

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# The border, in the order that a cdef needs: a header after those whose types it uses.
NAMES = ("image", "table", "strings", "bind", "code", "graph", "uses")
HEADERS = [HERE / f"mc_{name}.h" for name in NAMES]


def cdef_of(header: Path) -> str:
    """The declarations between the marks, without what cffi's parser has no use for."""
    text = header.read_text(encoding="utf-8")
    part = re.search(r"/\* CFFI BEGIN \*/(.*?)/\* CFFI END \*/", text, re.S)
    if part is None:
        raise SystemExit(f"{header}: no CFFI BEGIN and CFFI END marks")
    body = re.sub(r"/\*.*?\*/", "", part[1], flags=re.S)
    # cffi's preprocessor takes plain integer macros only
    lines = (line for line in body.splitlines() if not line.startswith("#") or line.startswith("#define"))
    return "\n".join(lines)


ffibuilder = FFI()
for _header in HEADERS:
    ffibuilder.cdef(cdef_of(_header))
ffibuilder.set_source(
    "musl_compat._core",
    "\n".join(f'#include "{h.name}"' for h in HEADERS),
    sources=sorted(str(p.relative_to(ROOT)) for p in HERE.glob("mc_*.c")),
    depends=sorted(str(p.relative_to(ROOT)) for p in HERE.glob("*.h")),
    include_dirs=[str(HERE.relative_to(ROOT))],
    extra_compile_args=[
        "-O3",
        "-std=c11",
        "-fvisibility=hidden",
        "-Wall",
        "-Wextra",
        "-Wno-unused-parameter",
    ],
    py_limited_api=sys.implementation.name == "cpython",
)

if __name__ == "__main__":
    ffibuilder.compile(verbose=True)
