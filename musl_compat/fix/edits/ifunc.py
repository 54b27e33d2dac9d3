"""IFUNC, which musl does not have: resolvers that the object runs itself, and plain functions for others.

An R_*_IRELATIVE relocation becomes R_*_RELATIVE, and code in a new segment, run before the object's own
initialisation, replaces what it left there by what the resolver gives. A symbol of type STT_GNU_IFUNC becomes
a function in that segment that jumps to what its resolver gave. glibc runs resolvers when it relocates; here
the constructors of the libraries that the object needs run before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from musl_compat import origin
from musl_compat._core import lib
from musl_compat.elf import ElfImage, Limits
from musl_compat.elf.edit import DT_INIT, DT_INIT_ARRAY, DT_INIT_ARRAYSZ, PT_GNU_RELRO, Editor
from musl_compat.fix import machine
from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.loader import traits
from musl_compat.types import Applicability

ORDER = 60

_STT_FUNC, _STT_GNU_IFUNC = 2, 10
_PAGE = 4096
_IFUNC: int = lib.MC_F_IFUNC_DEF | lib.MC_F_IRELATIVE
_CLASS_IRELATIVE: int = lib.MC_RC_IRELATIVE


class _Irelative(NamedTuple):
    """A relocation: the address of the word that it fills, the address of its resolver."""

    word: int
    resolver: int


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """One edit for an object with such relocations or symbols."""
    image = subject.image
    # A static position-independent program relocates itself, and knows these relocations.
    if not image.flags & _IFUNC or origin.of(image, list(image.needed)).libc == "static":
        return
    code = machine.machine(subject.arch)
    if code is None:
        yield Obstacle(
            "ifunc",
            f"it has IFUNC relocations or symbols, and there is no code for them on {subject.arch}",
            "rebuild it without __attribute__((ifunc)) and target_clones",
        )
        return
    full = ElfImage.from_bytes(subject.read(), Limits(keep_relocs=True))
    first = 0 if code.RUNS_DT_INIT else _first_constructor(subject, full, code.RELATIVE)
    if first is None:
        yield Obstacle(
            "ifunc",
            "it has IFUNC relocations or symbols, and no constructor that could run their resolvers",
            "link it with the usual start files, or without __attribute__((ifunc)) and target_clones",
        )
        return
    words = [_Irelative(r.offset, r.addend) for r in full.relocs if r.cls == _CLASS_IRELATIVE]
    symbols = [
        (index, symbol.value)
        for index, symbol in enumerate(full.symbols())
        if symbol.type == _STT_GNU_IFUNC and symbol.shndx
    ]
    counts = [f"{len(words)} relocations"] * bool(words) + [f"{len(symbols)} symbols"] * bool(symbols)
    yield Edit(
        "ifunc",
        f"{' and '.join(counts)}: the resolvers are run by the object itself",
        Applicability.SAFE,
        lambda editor: _apply(editor, subject.arch, code, words, symbols, first),
    )


def _first_constructor(subject: Subject, image: ElfImage, relative: int) -> int | None:
    """The address of the first function of DT_INIT_ARRAY; None when there is none, or a symbol names it."""
    if image.flags & lib.MC_F_RELR and not traits.of(subject.target).relr:
        return None  # the relocation of its first function is about to move
    editor = Editor(bytearray(subject.read()))
    array, size = editor.tag(DT_INIT_ARRAY), editor.tag(DT_INIT_ARRAYSZ)
    if not array or not size or size < editor.word_size:
        return None
    found = next((r for r in image.relocs if r.offset == array), None)
    if found is None:
        return int.from_bytes(editor.read(array, editor.word_size, "DT_INIT_ARRAY"), "little")
    return found.addend if found.type == relative else None


def _apply(
    editor: Editor,
    arch: str,
    code: machine.Machine,
    words: list[_Irelative],
    symbols: list[tuple[int, int]],
    first_constructor: int,
) -> None:
    slots = editor.add(8 * len(symbols), lambda: bytes(8 * len(symbols))) if symbols else None
    entry_size = machine.entry_size(arch, len(words) + len(symbols))
    size = entry_size + code.TRAMPOLINE_SIZE * len(symbols)
    own_init = (editor.tag(DT_INIT) or 0) if code.RUNS_DT_INIT else first_constructor

    def build() -> bytes:
        first = slots.address if slots is not None else 0
        pairs = [(w.word, w.resolver) for w in words]
        pairs += [(first + 8 * i, resolver) for i, (_, resolver) in enumerate(symbols)]
        protected = _protected(editor, [w.word for w in words])
        out = machine.entry(arch, added.address, machine.Resolution(own_init, protected, pairs))
        for i, (index, _) in enumerate(symbols):
            at = added.address + entry_size + code.TRAMPOLINE_SIZE * i
            out += code.trampoline(at, first + 8 * i)
            old = editor.symbol(index)
            editor.set_symbol(index, old._replace(value=at, info=old.info & 0xF0 | _STT_FUNC))
        if not code.RUNS_DT_INIT:
            editor.set_address(editor.tag(DT_INIT_ARRAY) or 0, added.address)
        return out

    added = editor.add(size, build, code=True)
    if code.RUNS_DT_INIT:
        editor.set_tag_later(DT_INIT, lambda: added.address)
    editor.retype_relocations(code.IRELATIVE, code.RELATIVE)


def _protected(editor: Editor, words: list[int]) -> tuple[int, int]:
    """The pages that the loader has made read-only by then, when a word is in them.

    Source: musl's ldso/dynlink.c, reloc_all: both ends of PT_GNU_RELRO are rounded down to pages.
    """
    relro = editor.segment(PT_GNU_RELRO)
    if relro is None or not any(relro.vaddr <= word < relro.vaddr + relro.memsz for word in words):
        return 0, 0
    start, end = relro.vaddr & -_PAGE, (relro.vaddr + relro.memsz) & -_PAGE
    return (start, end - start) if end > start else (0, 0)
