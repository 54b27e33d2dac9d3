"""PT_GNU_STACK: p_memsz is the stack of threads that ask for none (musl 1.1.21 and later)."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.types import Applicability

ORDER = 50


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """For a program whose threads would get less than was asked for."""
    old, new = subject.image.stack_memsz, subject.stack
    if new <= old:
        return
    yield Edit(
        "stack",
        f"threads get {new >> 10} KiB instead of {max(old >> 10, 128)} KiB",
        Applicability.SAFE,
        lambda editor: editor.set_stack_size(new),
    )
