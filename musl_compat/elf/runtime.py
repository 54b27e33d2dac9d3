"""Which language runtimes an object carries: Go and Rust start threads in ways of their own.

Recognised from what the linked file holds in memory, so that stripping and the loss of section headers change
nothing.
"""

from __future__ import annotations

from enum import Enum

from musl_compat._core import lib
from musl_compat.elf.code import Code


class Runtime(Enum):
    """A language's runtime.

    GO: goroutines have stacks of their own, which grow; the threads below them are made by clone(2), or
    with cgo by pthread_create with the libc's default size (runtime/cgo/gcc_linux_amd64.c).
    RUST: std::thread asks for a stack size with pthread_attr_setstacksize, RUST_MIN_STACK or else 2 MiB
    (library/std/src/thread/mod.rs, min_stack).
    """

    GO = "go"
    RUST = "rust"


_GO_BUILDINFO = b"\xff Go buildinf:"
"""What debug/buildinfo looks for; linked into every program since Go 1.13."""
_GO_PCLNTAB = tuple(
    magic.to_bytes(4, "little") + b"\0\0" for magic in (0xFFFFFFFB, 0xFFFFFFFA, 0xFFFFFFF0, 0xFFFFFFF1)
)
"""How the table of Go's functions begins, for Go 1.2, 1.16, 1.18 and 1.20 (debug/gosym/pclntab.go)."""
_RUST_STACK = b"RUST_MIN_STACK"
"""The environment variable that std::thread reads; there only where a thread can be spawned."""


def runtimes(code: Code) -> frozenset[Runtime]:
    """The runtimes whose threads the object may start. Empty: neither is there."""
    found = set()
    if _is_go(code):
        found.add(Runtime.GO)
    if code.find(_RUST_STACK):
        found.add(Runtime.RUST)
    return frozenset(found)


def _is_go(code: Code) -> bool:
    """By the note that the Go linker writes (PT_NOTE), or by tables that stay when it was told not to."""
    if code.image.flags & lib.MC_F_GO or code.find(_GO_BUILDINFO):
        return True
    return any(_is_pclntab(code.read(at, 8)) for magic in _GO_PCLNTAB for at in code.find(magic))


def _is_pclntab(header: bytes) -> bool:
    """Magic, two zero bytes, the instructions' alignment, the size of a pointer."""
    return len(header) == 8 and header[6] in (1, 2, 4) and header[7] in (4, 8)
