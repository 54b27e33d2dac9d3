"""DT_RELR, which musl reads since 1.2.4 and passes over before: ordinary relative relocations instead."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.elf.edit import Editor
from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.loader import traits
from musl_compat.types import Applicability

ORDER = 55
_RELR: int = lib.MC_F_RELR
# R_*_RELATIVE, from the psABIs.
_RELATIVE = {
    "aarch64": 1027,
    "arm": 23,
    "armhf": 23,
    "i386": 8,
    "loongarch64": 3,
    "powerpc64": 22,
    "powerpc64le": 22,
    "riscv64": 3,
    "s390x": 12,
    "x86_64": 8,
}


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """For an object that has them, when the oldest target does not know them."""
    if not subject.image.flags & _RELR or traits.of(subject.target).relr:
        return
    relative = _RELATIVE.get(subject.arch)
    if relative is None:
        yield Obstacle(
            "relr",
            f"{subject.target.name} passes over DT_RELR, and it cannot be unpacked on {subject.arch}",
            "relink with -Wl,-z,nopack-relative-relocs, or take musl 1.2.4 or later",
        )
        return

    def apply(editor: Editor) -> None:
        editor.unpack_relr(relative)

    yield Edit(
        "relr",
        f"DT_RELR unpacked to relocations that {subject.target.name} knows",
        Applicability.SAFE,
        apply,
    )
