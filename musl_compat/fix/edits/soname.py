"""DT_SONAME: a library that was brought along under another name calls itself by that."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from musl_compat.elf.edit import DT_SONAME
from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.types import Applicability

ORDER = 25


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """No loader of musl reads it; tools that pack wheels do."""
    old, new = subject.image.soname, posixpath.basename(subject.name)
    if new in subject.renamed.values() and old is not None and old != new:
        yield Edit(
            "soname",
            f"{old} -> {new}",
            Applicability.SAFE,
            lambda editor: editor.set_tag(DT_SONAME, editor.string(new)),
        )
