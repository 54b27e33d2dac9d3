"""Initial-exec TLS in a library: its place is fixed when the program starts, so dlopen refuses it on musl."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.fix.edits import Edit, Obstacle, Subject

ORDER = 90
_TPOFF: int = lib.MC_F_TPOFF


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """What to do instead: no edit makes room for it later."""
    image = subject.image
    if image.flags & _TPOFF and image.tls is not None and image.interpreter is None:
        yield Obstacle(
            "tls",
            "it has thread-local variables of the initial-exec model, and musl refuses it in dlopen",
            "load it when the program starts: DT_NEEDED of the program, or LD_PRELOAD",
            is_fatal=False,
        )
