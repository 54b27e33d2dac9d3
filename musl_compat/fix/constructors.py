"""Libraries whose constructors read (argc, argv, envp): glibc passes these to each function of DT_INIT_ARRAY,
musl passes nothing, and the runtimes of Rust and Go in a library then keep what happens to lie in registers.

The shim's recipe ``library_constructors`` calls them in musl's place. It is reached from ``_init`` of crti.o,
which the loader runs first and which calls ``__gmon_start__`` when there is one. So it has to be that
``_init``: its code is compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from musl_compat import origin
from musl_compat.elf import ElfImage, Limits
from musl_compat.elf.edit import DT_INIT, DT_INIT_ARRAYSZ, Editor
from musl_compat.fix.shim.recipe import CONSTRUCTORS

# What the runtimes leave in every object that they are linked into.
_RUNTIMES = (b"/rustc/", b"RUST_BACKTRACE", b"\xff Go buildinf:")
# _init of glibc's crti.o on x86-64: sub; mov slot(%rip), %rax; test; je; call *%rax. In older ones
# the call is one of the PLT. What other objects add to .init follows.
_INIT = re.compile(
    rb"(?:\xf3\x0f\x1e\xfa)?\x48\x83\xec\x08\x48\x8b\x05(?P<slot>....)\x48\x85\xc0"
    rb"(?:\x74\x02\xff\xd0|\x74\x05\xe8(?P<plt>....))",
    re.S,
)
_PLT = re.compile(rb"(?:\xf3\x0f\x1e\xfa)?\xf2?\xff\x25(?P<slot>....)", re.S)
_LONGEST, _STUB = 30, 11


def wanting_arguments(image: ElfImage, read: Callable[[], bytes], arch: str) -> int | None:
    """The index of the symbol ``__gmon_start__`` of a library whose constructors can be given their arguments
    and read them; None for others. ``read`` gives the file's bytes. Raises ElfError for damaged tables,
    OSError.
    """
    if arch != "x86_64" or image.interpreter is not None:
        return None
    if origin.of(image, image.needed).libc != "glibc":
        return None
    index = next((i for i, symbol in image.references() if symbol.name == CONSTRUCTORS), None)
    data = b"" if index is None else read()
    if index is None or not any(mark in data for mark in _RUNTIMES):
        return None
    editor = Editor(bytearray(data))
    init, size = editor.tag(DT_INIT), editor.tag(DT_INIT_ARRAYSZ) or 0
    # One function alone is crtbegin.o's own.
    if not init or size <= editor.word_size:
        return None
    found = _INIT.match(editor.read(init, _LONGEST, "DT_INIT"))
    if found is None:
        return None
    slots = {_target(found, "slot", init)}
    if found["plt"] is not None:
        stub = _target(found, "plt", init)
        jump = _PLT.match(editor.read(stub, _STUB, "the PLT"))
        if jump is None:
            return None
        slots.add(_target(jump, "slot", stub))
    full = ElfImage.from_bytes(data, Limits(keep_relocs=True))
    own = {r.offset for r in full.relocs if r.symbol == index}
    return index if slots <= own else None


def _target(found: re.Match[bytes], group: str, start: int) -> int:
    """The address that a displacement of 32 bits names: it is counted from its own end."""
    return start + found.end(group) + int.from_bytes(found[group], "little", signed=True)
