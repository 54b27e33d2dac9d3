"""MC119: a reference that gets another version than it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.elf import ElfImage
from musl_compat.rules.model import LINK_MAP, Context, Finding, Fix, rule
from musl_compat.types import Confidence, Severity


@rule(
    "MC119",
    "version-rebound",
    topic="silent traps",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    since="0.1.0",
    when=LINK_MAP,
    evidence=("musl: ldso/dynlink.c, find_sym2 (no version is compared)", "observed: foo@V1 gets foo@@V2"),
    fires_on="corpus:old_version_user closure",
    silent_on=("corpus:runpath_origin closure", "corpus:hello closure"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    With `--closure`: a reference to a version of a symbol that its library keeps for old programs
    (`foo@V1`), while the default one is another (`foo@@V2`).

    ## Why it breaks on musl
    musl binds the name to the default version without a word, where glibc gives the old one. The two may
    differ in what they do or in the layout of what they are given: that is why the library keeps both.

    ## How to fix
    Relink the object against the library's current version; find out what changed between the two versions.

    ## Evidence
    The symbol, the version asked for, and the version that it gets.
    """
    for name, wanted, given, where in _rebound(ctx):
        yield Finding(
            f"{name}@{wanted} gets {name}@@{given} of {where}",
            symbols=[name],
            evidence=[f"asks for {wanted}; the default in {where} is {given}"],
            fix=Fix(f"Relink against the current version of {where}."),
        )


def _rebound(ctx: Context) -> Iterator[tuple[str, str, str, str]]:
    """Symbol, version asked for, version got, library: of each reference to an old version."""
    link_map = ctx.bound.link_map
    assert link_map is not None
    files = {need.file for need in ctx.image.verneed}
    suppliers = {
        one.short_name: one.image for one in link_map.objects[1:] if one.image and one.short_name in files
    }
    if not suppliers:
        return
    for symbol in ctx.image.symbols():
        if symbol.shndx or symbol.version < 2 or not symbol.used:
            continue
        wanted, file = ctx.image.version_of(symbol)
        image = suppliers.get(file) if file is not None else None
        if image is None or wanted is None:
            continue
        given = _default_version(image, symbol.name)
        if given is not None and given != wanted:
            yield symbol.name, wanted, given, file or ""


def _default_version(image: ElfImage, name: str) -> str | None:
    """The version that the library gives for a plain name; None for none, or for a name without versions."""
    index = image.find(name)
    return image.version_of(image.symbol(index))[0] if index else None
