"""MC004: no musl for this machine."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.elf.names import machine_name
from musl_compat.rules.model import NO_ARCH, Context, Finding, rule
from musl_compat.types import Severity


@rule(
    "MC004",
    "no-port",
    topic="could not analyse",
    severity=Severity.WARNING,
    since="0.1.0",
    when=NO_ARCH,
    certain=NO_ARCH,
    evidence=("musl: the directories of arch/",),
    fires_on="corpus:hello machine=21930",
    silent_on=("corpus:hello", "corpus:hello_static"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    An object for a machine, word size, byte order or float ABI of which no port of musl is known here.

    ## Why it breaks on musl
    There is no musl for it, or none that this program can judge by.

    ## How to fix
    Check the file of another architecture.

    ## Evidence
    e_machine, the class and the byte order of the ELF header.
    """
    image = ctx.image
    what = f"{machine_name(image.machine)}, {image.elf_class}-bit {image.byteorder} endian"
    evidence = f"e_machine {image.machine}, e_flags {image.e_flags:#x}"
    yield Finding(f"no port of musl to {what} is known", evidence=[evidence])
