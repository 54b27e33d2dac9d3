"""``muslcheck shim``: a library with the glibc symbols that files miss."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from musl_compat.errors import UsageError

if TYPE_CHECKING:
    from musl_compat.analysis import ObjectReport
    from musl_compat.fix.shim.generate import Plan
    from musl_compat.kb.targets import Target


class Wanted(NamedTuple):
    """What the objects ask for: names by architecture, glibc's library names, what could not be looked at."""

    symbols: dict[str, set[str]]
    stubs: set[str]
    first: dict[str, str]
    skipped: list[str]


@click.command("shim")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option(
    "-o", "output", metavar="DIR", required=True, help="The directory to make, whole or not at all."
)
@click.option(
    "--all", "every", is_flag=True, help="Every symbol that there is a recipe for, not only the missing ones."
)
@click.option("--build", is_flag=True, help="Compile the library too, and check what the compiler made.")
@click.option(
    "--cc",
    metavar="CC",
    help="With --build: the compiler. Default: the first for musl of cc, musl-gcc, zig cc.",
)
@click.option(
    "--target",
    "target_name",
    metavar="TARGET",
    help="The libc build that lacks the symbols. Default: newest musl.",
)
@click.option(
    "--arch",
    metavar="ARCH",
    help="With --all and no PATH: the architecture, by musl's name. Default: x86_64.",
)
@click.option("--loud", is_flag=True, help="Placeholders say on standard error that they were called.")
def command(
    paths: tuple[str, ...],
    output: str,
    every: bool,
    build: bool,
    cc: str | None,
    target_name: str | None,
    arch: str | None,
    loud: bool,
) -> int:
    """Write the C source and build files of a library that supplies the symbols which the files miss.

    Only missing names are exported, so that nothing else of the process is touched. README.md in the
    directory says of
    each symbol how faithful it is.

    \b
    Exit status: 0 every missing symbol of libc is supplied
                 1 some are not: they are listed, with the reason
                 2 wrong usage, no compiler, or the directory cannot be written
                 3 something could not be analysed
    """
    if not paths and not every:
        raise UsageError("give files whose missing symbols are wanted, or --all")
    if cc and not build:
        raise UsageError("--cc names the compiler of --build: give --build too")
    from musl_compat.fix.shim import compile as building
    from musl_compat.fix.shim import generate
    from musl_compat.fix.shim import output as writing
    from musl_compat.kb import targets

    target = targets.get(target_name) if target_name else targets.default()
    wanted = _wanted(paths, target)
    arch = _one_arch(wanted, arch)
    if target.provenance(arch) == "unknown":
        raise UsageError(
            f"{target.name}: its exports on {arch} are not known (known: {', '.join(target.archs)})"
        )
    symbols = wanted.symbols.get(arch, set())
    if every:
        symbols = symbols | set(generate.every_symbol(arch, target))
    shim = generate.plan(symbols, arch=arch, target=target, stubs=wanted.stubs, loud=loud)
    compiler = building.find_compiler(arch, cc) if build else None
    with writing.whole(Path(output), generate.MANIFEST, generate.is_manifest) as folder:
        generate.write(shim, folder)
        if compiler is not None:
            building.build(shim, folder, compiler, target)
    _report(shim, output, compiler.shown if compiler else None, wanted.skipped)
    if shim.unsupplied:
        return 1
    return 3 if wanted.skipped else 0


def _wanted(paths: Iterable[str], target: Target) -> Wanted:
    from musl_compat.analysis import ObjectReport
    from musl_compat.api import Checker
    from musl_compat.inputs import Skipped

    wanted = Wanted({}, set(), {}, [])
    for item in Checker([target]).run(paths):
        if isinstance(item, Skipped):
            wanted.skipped.append(f"{item.path}: {item.reason}")
        elif isinstance(item, ObjectReport):
            _add(wanted, item)
    return wanted


def _add(wanted: Wanted, item: ObjectReport) -> None:
    from musl_compat.elf.names import arch_of
    from musl_compat.fix import needs

    bindings = item.results[0].bindings if item.results else None
    arch = arch_of(item.image) if item.image is not None else None
    if item.image is None or arch is None or bindings is None:
        wanted.skipped.append(f"{item.path}: {item.error or 'no loader of musl binds such a file'}")
        return
    wanted.first.setdefault(arch, item.path)
    found = needs.without_overrides(item.image, item.path, arch, item.results[0].target, bindings)
    wanted.symbols.setdefault(arch, set()).update(found.symbols)
    if item.container is None:
        path = Path(item.path)
        by_name = needs.at_run_time(
            item.image, arch, [item.results[0].target], lambda: path.open("rb", buffering=0)
        )
        wanted.symbols[arch].update(by_name.symbols)
    wanted.stubs.update(found.libraries)


def _one_arch(wanted: Wanted, given: str | None) -> str:
    archs = sorted(wanted.first)
    if len(archs) > 1:
        shown = ", ".join(f"{arch} ({wanted.first[arch]})" for arch in archs)
        raise UsageError(f"files of several architectures: {shown}; one shim is for one architecture")
    if archs and given and archs[0] != given:
        raise UsageError(f"--arch {given}: {wanted.first[archs[0]]} is for {archs[0]}")
    return archs[0] if archs else given or "x86_64"


def _report(shim: Plan, output: str, compiler: str | None, skipped: list[str]) -> None:
    made = f", compiled with {compiler}" if compiler else ""
    click.echo(f"{output}: {len(shim.supplied)} symbols of {len(shim.sources)} recipes{made}")
    if shim.stubs:
        click.echo(f"stand-ins for {', '.join(shim.stubs)}")
    weak = [s for s in shim.supplied if s.recipe.fidelity in ("degraded", "stub")]
    for s in weak[:20]:
        click.echo(f"  {s.recipe.fidelity}: {s.symbol}: {s.recipe.differs}")
    if len(weak) > 20:
        click.echo(f"  and {len(weak) - 20} more that are degraded or stubs: see README.md")
    for name, reason in shim.unsupplied:
        click.echo(f"  not supplied: {name}: {reason}")
    for line in skipped:
        click.echo(f"skipped: {line}", err=True)
