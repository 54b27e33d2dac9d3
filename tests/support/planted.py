"""Targets with one wrong fact, to see that a gate notices it."""

from __future__ import annotations

from musl_compat import kb
from musl_compat._core import ffi
from musl_compat.kb import targets


def without_export(target: targets.Target, arch: str, name: str) -> targets.Target:
    """The target with one name less on one architecture."""
    return _flipped(target, arch, name, wanted=True)


def with_export(target: targets.Target, arch: str, name: str) -> targets.Target:
    """The target with one name more on one architecture."""
    return _flipped(target, arch, name, wanted=False)


def _flipped(target: targets.Target, arch: str, name: str, *, wanted: bool) -> targets.Target:
    table = kb.table()
    row = table.find(name)
    assert row >= 0, f"{name} has no row"
    bits = bytearray(ffi.buffer(target.exports(arch), table.c.plane_bytes))
    assert bool(bits[row >> 3] >> (row & 7) & 1) is wanted, f"{name} is not as the test presumes"
    bits[row >> 3] ^= 1 << (row & 7)
    plane = ffi.new("uint8_t[]", bytes(bits))
    return targets.Target(
        f"planted {target.name}",
        target.title,
        target.musl_version,
        {arch: (plane, target.fallback(arch), "planted")},
        certainty=target.certainty,
        source=target.source,
    )
