"""What one object asks of a shim: the names that the target's libc lacks, the references that mean something
else there, the libraries of glibc that it does not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from musl_compat import kb, origin
from musl_compat.fix.shim.recipe import catalogue
from musl_compat.loader.search import unreserved_glibc

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from io import RawIOBase

    from musl_compat.elf import ElfImage
    from musl_compat.kb.targets import Target
    from musl_compat.loader.binding import Bindings

_STB_WEAK = 2
CXX = "libstdc++.so.6"
# What a libstdc++ has for glibc only: functions that take its locale_t, and those that take the masks of its
# ctype, which are 16 bits wide there (config/locale and config/os of gcc's libstdc++-v3).
_GLIBCS_CXX = re.compile(
    r"15__locale_struct|_ZNK?St5ctypeI[cw]E(?:C[12]EPKt|\d+do_scan_\w+?Et|\d+_M_convert_to_wmaskEt|5do_isE(?:t|\w*Pt))"
)
_CTYPE = re.compile("use_facetISt5ctypeIcEE|_ZNSt5ctypeIcE2idE")
_LOOKS_UP = frozenset(("dlsym", "dlvsym"))


class Needs(NamedTuple):
    """``symbols``: names that the shim has to supply, as far as it can; ``overrides``: (index of the symbol,
    name) of references that an override has glibc's meaning for; ``libraries``: DT_NEEDED names of glibc's
    that musl neither has nor takes for itself; ``constructors``: the symbol through which the constructors
    get their arguments (see ``fix.constructors``), None when they need none.
    """

    symbols: tuple[str, ...]
    overrides: tuple[tuple[int, str], ...]
    libraries: tuple[str, ...]
    constructors: int | None = None

    @property
    def asks_for_shim(self) -> bool:
        """Does the shim have anything for this object?"""
        return bool(self.symbols or self.overrides) or self.constructors is not None

    def with_those(self, other: Needs) -> Needs:
        """What the same object needs for two targets."""
        symbols = tuple(sorted({*self.symbols, *other.symbols}))
        overrides, libraries = self.overrides or other.overrides, self.libraries or other.libraries
        return Needs(symbols, overrides, libraries, self.constructors)


def of(image: ElfImage, path: str, arch: str, target: Target, bindings: Bindings) -> Needs:
    """The needs of an object; ``path`` is what the bindings call it.

    An object that was not built for glibc gets no override: its references mean what the target's libc does.
    """
    return _of(image, path, arch, target, bindings, overrides(image, arch))


def without_overrides(image: ElfImage, path: str, arch: str, target: Target, bindings: Bindings) -> Needs:
    """The needs of an object whose references stay as they are."""
    return _of(image, path, arch, target, bindings, ())


def _of(
    image: ElfImage,
    path: str,
    arch: str,
    target: Target,
    bindings: Bindings,
    meant: tuple[tuple[int, str], ...],
) -> Needs:
    known = catalogue()
    renamed = {name for _, name in meant}
    wanted = set()
    for missing in bindings.missing:
        if missing.requested_by != path or missing.name in renamed:
            continue
        if missing.kind == "libc" or (missing.kind != "host" and known.find(missing.name, arch)):
            wanted.add(missing.name)
    for _, symbol in image.references():
        if symbol.name in renamed or not known.find(symbol.name, arch):
            continue
        # A weak reference that glibc would bind changes what the program does when it stays null.
        if symbol.bind == _STB_WEAK and target.answer(symbol.name, arch) == "missing":
            wanted.add(symbol.name)
    lost = unreserved_glibc()
    gone = tuple(name for name in image.needed if name in lost)
    return Needs(tuple(sorted(wanted)), meant, gone)


class Cxx(NamedTuple):
    """What an object expects of a libstdc++ that was built for glibc: ``names``, which no other has;
    ``reads_table``: its code may read the table of ``std::ctype<char>``, which is null in another.
    """

    names: tuple[str, ...]
    reads_table: bool


def of_glibcs_cxx(image: ElfImage) -> Cxx:
    """What an object asks of the system's libstdc++ that one of a musl system does not have."""
    if CXX not in image.needed:
        return Cxx((), False)
    of_either = [s for _, s in image.references() if _GLIBCS_CXX.search(s.name) or _CTYPE.search(s.name)]
    names = {s.name for s in of_either if image.version_of(s)[1] == CXX}
    return Cxx(tuple(sorted(filter(_GLIBCS_CXX.search, names))), any(map(_CTYPE.search, names)))


def at_run_time(
    image: ElfImage,
    arch: str,
    targets: Iterable[Target],
    opened: Callable[[], AbstractContextManager[RawIOBase]],
) -> Needs:
    """The names of glibc's that an object built for it may look up with dlsym: those that stand in it as
    strings, that the libc of some target lacks and that a public recipe supplies. ``opened`` opens the file;
    it is called for an object that refers to dlsym or dlvsym only. Raises OSError.

    A string is no proof. So words that mean something in plain text (``error``, ``step``) do not count: the
    shim may stand before a library that has a function of that name. What a library defines does not count
    for the same reason; a program that wraps a name of libc's stands before the shim itself.
    """
    if not any(symbol.name in _LOOKS_UP for _, symbol in image.references()):
        return Needs((), (), ())
    if origin.of(image, image.needed).glibc_required is None:
        return Needs((), (), ())
    with opened() as file:
        names = kb.table().names_in(file)
    names &= frozenset[str]().union(*(_lacking(arch, target) for target in targets))
    if image.interpreter is None:
        names = {name for name in names if not image.find(name)}
    return Needs(tuple(sorted(names)), (), ())


@cache
def _lacking(arch: str, target: Target) -> frozenset[str]:
    """The names that a public recipe supplies and the target's libc lacks, but for plain words."""
    names = (name for name in catalogue().symbols(arch) if not name.isalpha())
    return frozenset(name for name in names if target.answer(name, arch) == "missing")


def overrides(image: ElfImage, arch: str) -> tuple[tuple[int, str], ...]:
    """References to functions of glibc, as their versions tell, for which there is an override."""
    if origin.of(image, image.needed).glibc_required is None:
        return ()
    names = catalogue().overrides(arch)
    libraries = kb.glibc_libraries()
    found = []
    for index, symbol in image.references():
        if symbol.name in names and image.version_of(symbol)[1] in libraries:
            found.append((index, symbol.name))
    return tuple(found)
