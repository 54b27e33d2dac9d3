"""The edits: one module for each kind, found by its file name.

A module has ``plan(subject)``, which yields the ``Edit``s that an object needs and the ``Obstacle``s that
stand in the way, and ``ORDER``, its place in lists. It looks at the object and changes nothing; ``apply`` of
an edit plans its change in an ``Editor``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

from musl_compat.types import Applicability

if TYPE_CHECKING:
    from musl_compat.elf import ElfImage
    from musl_compat.elf.edit import Editor
    from musl_compat.fix.needs import Needs
    from musl_compat.kb.targets import Target


class Edit(NamedTuple):
    """One change of an object: ``kind`` is the module's name, ``text`` says what changes, ``safety`` how far
    it can be trusted unseen.
    """

    kind: str
    text: str
    safety: Applicability
    apply: Callable[[Editor], None]


class Obstacle(NamedTuple):
    """Something that no edit can mend, and the way round it. ``is_fatal``: the object does not load."""

    kind: str
    text: str
    way_round: str
    is_fatal: bool = True


class Shim(NamedTuple):
    """The shim as an object finds it: ``library`` is its file name, ``runpath`` a directory that begins with
    ``$ORIGIN``.
    """

    library: str
    runpath: str


class Subject(NamedTuple):
    """An object that edits are planned for.

    ``shim``: None when it needs none; ``libraries``: a directory of the output, as ``$ORIGIN`` names it, that
    holds libraries that the object needs; ``renamed``: DT_NEEDED names -> the file names that these libraries
    have in the output; ``stack``: bytes of stack for its threads, 0 to leave them;
    ``read``: the file's bytes, read when an edit has to look at them.
    """

    name: str
    image: ElfImage
    arch: str
    target: Target
    needs: Needs
    shim: Shim | None
    libraries: str | None
    renamed: Mapping[str, str]
    stack: int
    read: Callable[[], bytes | bytearray]


class Kind(Protocol):
    """A module of this package."""

    ORDER: int

    def plan(self, subject: Subject) -> Iterator[Edit | Obstacle]:
        """The edits of this kind, and what stands in the way."""
        ...


@lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """Every module of this package, in the order of their lists."""
    names = sorted(name[:-3] for name in os.listdir(os.path.dirname(__file__)) if name.endswith(".py"))
    found: list[Kind] = [import_module(f"{__name__}.{name}") for name in names if name[0] != "_"]
    return tuple(sorted(found, key=lambda kind: kind.ORDER))


def plan(subject: Subject) -> tuple[list[Edit], list[Obstacle]]:
    """All edits for an object, and all that stands in the way. Raises ElfError for damaged tables."""
    edits: list[Edit] = []
    obstacles: list[Obstacle] = []
    for kind in kinds():
        for found in kind.plan(subject):
            if isinstance(found, Edit):
                edits.append(found)
            else:
                obstacles.append(found)
    return edits, obstacles
