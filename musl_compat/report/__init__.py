"""Reports: a stream of items to text. A format is one module of this package with ``format(style) ->
Format``.

A format turns each item into text by itself, without memory of the others, so that workers can do it and a
tree of any size takes no more room than one object.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from musl_compat.analysis import ObjectReport
    from musl_compat.inputs import Skipped
    from musl_compat.kb.targets import Target
    from musl_compat.report.summary import Summary


class Style(NamedTuple):
    """How text for people looks. ``width`` in columns."""

    colour: bool = False
    verbose: bool = False
    width: int = 100


class Format(Protocol):
    """One report format. The pieces are written in order, ``separator`` between two that are not empty.

    ``verdict_only``: it shows nothing but verdicts, so the findings need not be made. ``skipped_apart``:
    what ``skipped`` gives goes to standard error, so that standard output holds objects only.
    """

    separator: str
    verdict_only: bool
    skipped_apart: bool

    def begin(self, targets: list[Target]) -> str:
        """What comes first."""
        ...

    def object(self, report: ObjectReport) -> str:
        """One object; empty when there is nothing to show."""
        ...

    def skipped(self, skipped: Skipped) -> str:
        """One thing that was not checked; empty when ``end`` shows it."""
        ...

    def end(self, summary: Summary) -> str:
        """What comes last."""
        ...


def names() -> list[str]:
    """The names of the formats."""
    found = []
    for file in sorted(os.listdir(os.path.dirname(__file__))):
        if file.endswith("_format.py"):
            found.append(file.removesuffix("_format.py"))
    return found


def get(name: str, style: Style) -> Format:
    """The format of a name that ``names`` gives."""
    made: Format = import_module(f"{__name__}.{name}_format").format(style)
    return made


def shown(name: str) -> str:
    """A name from a file, safe to print: a hostile one could hold terminal control sequences or a line
    feed."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else _escaped(c) for c in name)


def _escaped(c: str) -> str:
    code = ord(c)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
