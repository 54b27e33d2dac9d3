"""DT_NEEDED: the shim comes in, glibc's libraries that musl does not have go out, a library that was brought
along is named as it is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat import kb
from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.types import Applicability

ORDER = 20


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """One edit for all entries.

    The shim takes the place of glibc's first library in the list: so a library that comes before glibc, and
    defines a name of the shim too, wins over it as it did over glibc.
    """
    old = list(subject.image.needed)
    gone = set(subject.needs.libraries)
    new = [subject.renamed.get(name, name) for name in old if name not in gone]
    words = [f"{name} as {subject.renamed[name]}" for name in dict.fromkeys(old) if name in subject.renamed]
    if subject.shim is not None and subject.shim.library not in old:
        glibcs = kb.glibc_libraries()
        at = next((i for i, name in enumerate(old) if name in glibcs and name != "libm.so.6"), len(old))
        new.insert(sum(name not in gone for name in old[:at]), subject.shim.library)
        words.append(f"{subject.shim.library} is needed")
    if gone:
        words.append(f"{', '.join(n for n in dict.fromkeys(old) if n in gone)} no longer")
    if new != old:
        yield Edit("needed", ", ".join(words), Applicability.SAFE, lambda editor: editor.set_needed(new))
