"""The arguments of a library's constructors: see ``musl_compat.fix.constructors``."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.elf.edit import Editor
from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.fix.shim.recipe import CONSTRUCTORS, MOVED_TAGS, PRIVATE_PREFIX
from musl_compat.types import Applicability

ORDER = 45


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """For a library of Rust or Go."""
    index = subject.needs.constructors
    if index is None or subject.shim is None:
        return

    def apply(editor: Editor) -> None:
        editor.rename_symbol(index, PRIVATE_PREFIX + CONSTRUCTORS)
        for old, new in MOVED_TAGS.items():
            editor.retag(old, new)

    yield Edit("arguments", "constructors get argc, argv and envp, as on glibc", Applicability.SAFE, apply)
