"""How much stack musl's own functions take, as upper bounds on the paths that are known.

The bounds are data: ``libc.tsv``, made by ``musl_compat.devtools.stack_libc`` from real musl builds.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_MACHINES = {62: "x86_64", 183: "aarch64"}
"""e_machine of the architectures that were looked at; of another one nothing is known."""


@cache
def bounds(machine: int, musl_version: tuple[int, ...] | None) -> dict[str, int]:
    """Bytes of stack below a call of each function that musl exports on an architecture (e_machine).

    Those of the newest build that is no newer than the version, of the oldest build for an older version, of
    the newest for None.
    """
    lines = files("musl_compat.stack").joinpath("libc.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    column = _column(rows[0], _MACHINES.get(machine, ""), musl_version)
    if not column:
        return {}
    return {row[0]: int(row[column]) for row in rows[1:] if row[column] != "-"}


def _column(header: list[str], arch: str, musl_version: tuple[int, ...] | None) -> int:
    """The number of a build's column, 0 for an architecture that has none. Columns go from old to new."""
    best = 0
    for number, build in enumerate(header):
        name, _, version = build.partition(":")
        if name != arch:
            continue
        is_newer = musl_version is not None and tuple(map(int, version.split("."))) > musl_version
        if not best or not is_newer:
            best = number
    return best
