"""PT_INTERP: musl's loader in the place of glibc's."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat import origin
from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.types import Applicability

ORDER = 10


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """For a file that names a loader of glibc's."""
    old, new = subject.image.interpreter, subject.target.interpreter(subject.arch)
    if old is None or old == new or not origin.is_glibc_loader(old):
        return
    yield Edit(
        "interpreter", f"{old} -> {new}", Applicability.SAFE, lambda editor: editor.set_interpreter(new)
    )
