"""The planes of the compiled table that ``core.c`` takes, in its order: what the default target exports on
x86_64, the names of any libc, the file names of glibc's libraries."""

from __future__ import annotations

from musl_compat import kb
from musl_compat.kb import targets


def planes() -> list[str]:
    """Their numbers."""
    table, exports = kb.table(), targets.default().exports("x86_64")
    provided = next(i for i in range(int(table.c.plane_n)) if table.plane(i) == exports)
    return [str(provided), *(table.lines("P", name)[0][2] for name in ("known", "owners"))]


if __name__ == "__main__":
    print(*planes())
