"""References to functions whose name musl has and whose meaning it has not: renamed to the shim's overrides.

Only this file's references are renamed, so what was built for musl in the same process keeps musl's meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.elf.edit import Editor
from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.fix.shim.recipe import PRIVATE_PREFIX
from musl_compat.types import Applicability

ORDER = 40
_SHOWN = 8


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """One edit for all names."""
    found = subject.needs.overrides
    if not found or subject.shim is None:
        return

    def apply(editor: Editor) -> None:
        for index, name in found:
            editor.rename_symbol(index, PRIVATE_PREFIX + name)

    names = sorted(name for _, name in found)
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN + 1 else ""
    shown = ", ".join(names[:_SHOWN] if more else names)
    yield Edit("meaning", f"glibc's meaning for {shown}{more}", Applicability.SAFE, apply)
