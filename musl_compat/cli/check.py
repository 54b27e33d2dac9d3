"""``muslcheck check``: will these files load and run on musl?"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from musl_compat import report
from musl_compat.errors import UsageError
from musl_compat.report import Style
from musl_compat.types import Severity

if TYPE_CHECKING:
    from musl_compat.analysis import Baseline
    from musl_compat.elf import Limits
    from musl_compat.inputs import ContainerLimits
    from musl_compat.kb.targets import Target

NARROWEST = 50
MOST_DIGITS = 20
MOST_BASELINE = 1 << 30
_SUFFIXES = {"K": 10, "M": 20, "G": 30}


def _codes(option: str, values: tuple[str, ...]) -> list[str]:
    """The codes of an option. Raises UsageError for a value without one, which would mean "all"."""
    words = [value.replace(",", " ").split() for value in values]
    if not all(words):
        raise UsageError(f"{option}: no code given (muslcheck rules lists them)")
    return [word for value in words for word in value]


@click.command("check", no_args_is_help=False)
@click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False), metavar="PATH...")
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="TARGET",
    help="The libc build to judge against, as 'muslcheck targets' lists them; may be given several times. "
    "Default: the newest musl known.",
)
@click.option("--libc", multiple=True, metavar="FILE", help="A real libc.so of musl as the target.")
@click.option(
    "--closure",
    is_flag=True,
    help="Load the whole DT_NEEDED closure of each object as ld-musl would, instead of judging it alone.",
)
@click.option(
    "--root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="With --closure: the root of the musl system whose libraries are used. Default: where "
    "this system keeps its "
    "libraries, glibc's own left out.",
)
@click.option(
    "--library-path",
    multiple=True,
    metavar="DIRS",
    help="With --closure: directories searched first, separated by colons.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(report.names()),
    default="text",
    show_default=True,
    help="How to report.",
)
@click.option("-o", "output", metavar="FILE", help="Write the report to a file, whole or not at all.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="The least severity of a finding that makes the exit status 1.",
)
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules: codes or how they begin.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these rules.")
@click.option(
    "--baseline",
    metavar="FILE",
    help="A former JSON report: what it found is known, neither shown nor counted.",
)
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=N",
    help="Raise or lower a limit: of an ELF file (block_bytes, phnum, symbols, needed, odd_relocs, "
    "reloc_bytes) or a "
    "container (members, member_bytes, ratio, directory_bytes). K, M and G are understood.",
)
@click.option(
    "--code/--no-code",
    default=None,
    help="Look into the machine code too, always or never: thread stacks and calls (rules MC301 to MC309, "
    "MC501). Default: where nothing else says that the object fails.",
)
@click.option("-j", "jobs", type=click.IntRange(1), default=1, metavar="N", help="Use this many processes.")
@click.option("-q", "quiet", is_flag=True, help="One line for each object: its verdict and path.")
@click.option("-v", "verbose", is_flag=True, help="Show every name, the evidence and what runs.")
@click.option("--progress/--no-progress", default=None, help="Show progress. Default: on a terminal.")
def command(
    paths: tuple[str, ...],
    targets: tuple[str, ...],
    libc: tuple[str, ...],
    closure: bool,
    root: str | None,
    library_path: tuple[str, ...],
    form: str,
    output: str | None,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: str | None,
    limits: tuple[str, ...],
    code: bool | None,
    jobs: int,
    quiet: bool,
    verbose: bool,
    progress: bool | None,
) -> int:
    """Tell whether ELF files will load and run on musl, and why not.

    PATH is a file, a directory (every ELF file below it), a wheel (read in place) or - for a list of paths
    on standard input, one a line or NUL-separated.

    \b
    Exit status: 0 nothing found at or above --fail-on
                 1 something found
                 2 wrong usage, or the report cannot be written
                 3 something could not be analysed, and nothing worse was found
    """
    if (root or library_path) and not closure:
        raise UsageError("--root and --library-path say where --closure looks: give --closure too")
    from musl_compat import rules
    from musl_compat.api import Checker
    from musl_compat.cli import _run

    elf_limits, container_limits = _limits(limits)
    name = "quiet" if quiet else form
    style = _style(verbose, output is None and sys.stdout.isatty())
    fmt = report.get(name, style)
    checker = Checker(
        _targets(targets, libc),
        closure=closure,
        root=root,
        library_path=library_path,
        rules=rules.select(_codes("--select", select), _codes("--ignore", ignore)),
        baseline=_baseline(baseline),
        limits=elf_limits,
        container_limits=container_limits,
        code=code,
        verdict_only=fmt.verdict_only and fail_on != "note",
    )
    if progress is None:
        progress = sys.stderr.isatty()
    with _run.opened(output) as out:
        summary = _run.run(checker, paths, fmt, out, jobs=jobs, progress=progress)
    return summary.exit_code(None if fail_on == "never" else Severity[fail_on.upper()])


def _targets(names: tuple[str, ...], libcs: tuple[str, ...]) -> list[Target]:
    from musl_compat.kb import targets

    return [targets.get(name) for name in names] + [targets.from_libc(path) for path in libcs]


def _style(verbose: bool, on_terminal: bool) -> Style:
    if not on_terminal:
        return Style(verbose=verbose)
    from shutil import get_terminal_size

    width = max(NARROWEST, min(Style().width, get_terminal_size().columns))
    return Style(colour=not os.environ.get("NO_COLOR"), verbose=verbose, width=width)


def _limits(pairs: tuple[str, ...]) -> tuple[Limits | None, ContainerLimits | None]:
    """The two sets of limits from ``NAME=N`` pairs; None where none is given. Raises UsageError."""
    if not pairs:
        return None, None
    from musl_compat.elf import Limits
    from musl_compat.inputs import ContainerLimits

    for_elf: dict[str, int] = {}
    for_container: dict[str, int] = {}
    for pair in pairs:
        name, _, text = pair.partition("=")
        digits, shift = (text[:-1], _SUFFIXES[text[-1]]) if text[-1:] in _SUFFIXES else (text, 0)
        if not digits.isdecimal():
            raise UsageError(f"--limit {pair}: write NAME=NUMBER, as in symbols=2000000 or member_bytes=8G")
        chosen = for_container if name in ContainerLimits._fields else for_elf
        if chosen is for_elf and name not in _ELF_LIMITS:
            known = ", ".join((*_ELF_LIMITS, *ContainerLimits._fields))
            raise UsageError(f"--limit {pair}: no limit of this name (there are {known})")
        if len(digits) > MOST_DIGITS:
            raise UsageError(f"--limit {name}: the number is too large")
        chosen[name] = int(digits) << shift
    elf_limits = Limits()
    for name, value in for_elf.items():
        try:
            setattr(elf_limits.c, name, value)
        except OverflowError as e:
            raise UsageError(f"--limit {name}: {value} is too large") from e
    return elf_limits, ContainerLimits(**for_container)


_ELF_LIMITS = ("block_bytes", "phnum", "symbols", "needed", "odd_relocs", "reloc_bytes")


def _baseline(path: str | None) -> Baseline:
    """The fingerprints of a former JSON report. Raises UsageError for a file that is none."""
    if path is None:
        return frozenset()
    import json

    try:
        with open(path, encoding="utf-8") as file:
            text = file.read(MOST_BASELINE)
        known: dict[str, Any] = json.loads(text)
    except (OSError, ValueError, RecursionError) as e:
        raise UsageError(f"--baseline {path}: {getattr(e, 'strerror', None) or e}") from e
    try:
        if known["schema"] == "muslcheck/1":
            return frozenset(
                (result["target"], one["container"] or "", one["path"], finding["code"], symbol)
                for one in known["objects"]
                for result in one["results"]
                for finding in result["findings"]
                for symbol in finding["symbols"] or ("",)
            )
    except (KeyError, TypeError):
        pass  # some other JSON
    raise UsageError(f"--baseline {path}: not a report of schema muslcheck/1 (make one with --format json)")
