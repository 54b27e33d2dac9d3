"""DT_RUNPATH: where the shim, and the libraries that came along, are found."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.loader.search import expand_rpath
from musl_compat.types import Applicability

ORDER = 30


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """The directories behind those that are there; in a bundle before them, as they hold what was fixed.

    A directory with another ``$`` than that of ``$ORIGIN`` goes: for one of these (``$LIB``, ``$PLATFORM``)
    musl ignores all of them.
    """
    image = subject.image
    old = (image.rpath if image.runpath is None else image.runpath) or ""
    given = [entry for entry in old.split(":") if entry]
    have = [entry for entry in given if expand_rpath(entry, subject.name)]
    wanted = [subject.shim.runpath] if subject.shim is not None else []
    if subject.libraries is not None and subject.libraries not in wanted:
        wanted.append(subject.libraries)
    added = [entry for entry in wanted if entry not in have]
    if not added and (have == given or not have):
        return
    new = ":".join([*added, *have] if subject.libraries is not None else [*have, *added])
    text = f"{old} -> {new}" if old else new
    yield Edit("runpath", text, Applicability.SAFE, lambda editor: editor.set_runpath(new))
