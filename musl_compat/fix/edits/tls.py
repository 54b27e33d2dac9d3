"""Initial-exec TLS in a library: variables at a fixed distance from the thread pointer, for which room is
made only when the program starts. musl refuses such a library in dlopen; glibc keeps some room for them.

Each relocation that gives the distance becomes one that fills a TLS descriptor, and each instruction that
loads it from the global offset table goes by way of code that asks the descriptor: the same number where the
library is there at the start, else the distance of the thread's own copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from musl_compat._core import lib
from musl_compat.elf import ElfImage, Limits
from musl_compat.elf.edit import PF_X, PT_LOAD, Editor
from musl_compat.elf.uses import Use, UseKind, uses
from musl_compat.fix import machine
from musl_compat.fix.edits import Edit, Obstacle, Subject
from musl_compat.types import Applicability

ORDER = 65
_TPOFF: int = lib.MC_F_TPOFF
_CLASS_TPOFF: int = lib.MC_RC_TPOFF
_DESCRIPTOR = 16
_STB_WEAK = 2
_DT_FLAGS, _DF_STATIC_TLS = 30, 0x10
# No address, wherever the thread pointer is: an instruction that was overlooked stops the program.
_NOWHERE = (1 << 62).to_bytes(8, "little")


class _Found(NamedTuple):
    """Entries of the global offset table that hold distances, and the instructions that read them."""

    slots: Sequence[int]
    uses: Sequence[Use]


def plan(subject: Subject) -> Iterator[Edit | Obstacle]:
    """One edit for a library with such relocations; not for a program, which is there at the start."""
    image = subject.image
    if not image.flags & _TPOFF or image.interpreter is not None:
        return
    code = machine.machine(subject.arch)
    if code is None:
        yield _obstacle(f"there is no code for another model on {subject.arch}")
        return
    found = _found(subject, code)
    if isinstance(found, str):
        yield _obstacle(found)
        return
    yield Edit(
        "tls",
        f"initial-exec TLS in dlopen: {len(found.uses)} instructions ask TLS descriptors for the place of"
        f" {len(found.slots)} variables",
        Applicability.SAFE,
        lambda editor: _apply(editor, code, found),
    )


def _obstacle(why: str) -> Obstacle:
    return Obstacle(
        "tls",
        f"it has thread-local variables of the initial-exec model, which musl refuses in dlopen, and {why}",
        "load it when the program starts: DT_NEEDED of the program, or LD_PRELOAD",
        is_fatal=False,
    )


def _found(subject: Subject, code: machine.Machine) -> _Found | str:
    """What is to be changed, or why it cannot be."""
    data = subject.read()
    image = ElfImage.from_bytes(data, Limits(keep_relocs=True))
    rows = [reloc for reloc in image.relocs if reloc.cls == _CLASS_TPOFF]
    for row in rows:
        if row.type != code.TPOFF or row.table == lib.MC_T_REL:
            return f"the relocation of {row.offset:#x} is of an unusual type"
        symbol = image.symbol(row.symbol) if row.symbol else None
        if symbol is not None and symbol.bind == _STB_WEAK and not symbol.shndx:
            return f"{symbol.name} may be missing"
    slots = sorted({row.offset for row in rows})
    segments = [s for s in Editor(bytearray(data)).segments if s.type == PT_LOAD and s.flags & PF_X]
    parts = [(s.vaddr, bytes(data[s.offset : s.offset + s.filesz])) for s in segments]
    found = uses(image.machine, parts, slots)
    odd = [use for use in found if use.kind is UseKind.OTHER]
    if odd:
        return f"the instruction at {odd[0].at:#x} uses their place in an unusual way"
    unread = set(slots) - {use.word for use in found}
    if unread:
        return f"no instruction was found that uses the relocated word at {min(unread):#x}"
    return _Found(slots, found)


def _apply(editor: Editor, code: machine.Machine, found: _Found) -> None:
    size = _DESCRIPTOR * len(found.slots)
    descriptors = editor.add(size, lambda: bytes(size))

    def descriptor(slot: int) -> int:
        return descriptors.address + _DESCRIPTOR * found.slots.index(slot)

    def build() -> bytes:
        out = b""
        for use in found.uses:
            at = added.address + len(out)
            editor.patch(use.at, code.detour(use, at))
            out += code.tls_load(at, descriptor(use.word), use)
        return out

    added = editor.add(code.TLS_LOAD_SIZE * len(found.uses), build, code=True)
    editor.retype_relocations(code.TPOFF, code.TLSDESC, descriptor)
    for slot in found.slots:
        editor.patch(slot, _NOWHERE)
    flags = editor.tag(_DT_FLAGS)
    if flags is not None:
        editor.set_tag(_DT_FLAGS, flags & ~_DF_STATIC_TLS)
