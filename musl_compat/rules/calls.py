"""The calls that an object makes of functions that it imports, as rules look at them.

``Context.calls("iconv_open")`` gives them. What a call's arguments are is known only where the code makes
them constants: ``integer`` and ``text`` are None otherwise, which is an answer of its own and never a pass.
"""

from __future__ import annotations

from typing import NamedTuple

from musl_compat._core import lib
from musl_compat.elf.code import IMPORT, ArgKind, Code, RefKind, Site


class Call:
    """One call of an imported function. ``address`` is that of the instruction, in the file."""

    __slots__ = ("_code", "_site", "address", "name")

    def __init__(self, name: str, code: Code, site: Site) -> None:
        self.name = name
        self.address = site.address
        self._code = code
        self._site = site

    @property
    def caller(self) -> int | None:
        """The number of the calling function in its object; calls with an equal one are in one function."""
        return None if self._site.function is None else self._site.function.number

    @property
    def place(self) -> str:
        """``at 0x1234 in main``; without the function where no symbol names it."""
        name = self._site.function.name if self._site.function is not None else ""
        return f"at {self.address:#x} in {name}" if name else f"at {self.address:#x}"

    def integer(self, number: int) -> int | None:
        """An integer argument, counted from 0, as an unsigned 64-bit value; None when it is not constant."""
        arg = self._site.args[number]
        return arg.value if arg.kind is ArgKind.CONST else None

    def text(self, number: int) -> str | None:
        """A string in memory that the program cannot write; None when it is not known."""
        raw = self._code.string(self._site.args[number])
        return None if raw is None else raw.decode("utf-8", "backslashreplace")

    def address_of(self, number: int) -> tuple[ArgKind, int, int] | None:
        """What tells two arguments are the same local or static object; None when neither is known."""
        arg = self._site.args[number]
        return (arg.kind, arg.value, arg.base) if arg.kind in (ArgKind.STACK, ArgKind.ADDR) else None


class Calls(NamedTuple):
    """The calls of one function.

    ``taken``: its address is held in data or formed in code, so that there may be more calls than ``sites``.
    ``unread``: why the code could not be read, empty when it was.
    """

    sites: tuple[Call, ...] = ()
    taken: bool = False
    unread: str = ""

    @property
    def known(self) -> bool:
        """Are these all calls?"""
        return not self.taken and not self.unread


def calls_of(code: Code, name: str) -> Calls:
    """Each call of an imported function in this code."""
    if not code.has_calls:
        return Calls(unread="the code of this machine is not understood")
    sites = tuple(Call(name, code, site) for site in code.calls(name))
    return Calls(sites, _is_taken(code, name))


def _is_taken(code: Code, name: str) -> bool:
    wanted = {target & ~IMPORT for target in code.imports(name) if target & IMPORT}
    if any(p.symbol in wanted and p.cls == lib.MC_RC_SYMBOLIC for p in code.pointers()):
        return True
    return any(ref.kind is RefKind.TAKES for index in wanted for ref in code.callers(IMPORT | index))
