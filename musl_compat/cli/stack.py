"""``muslcheck stack``: which threads do these programs start, and is musl's stack large enough for them?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from musl_compat.cli._table import format_option, print_json
from musl_compat.errors import ElfError, UsageError

if TYPE_CHECKING:
    from musl_compat.kb.targets import Target
    from musl_compat.stack import StackReport, ThreadReport

EXIT_FOUND, EXIT_UNKNOWN = 1, 3
_UNSEEN = {
    1: "alloca",
    2: "frames that could not be read",
    4: "calls of functions that are not in the objects looked at",
    8: "calls through pointers",
    16: "recursion",
}


@click.command("stack")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option("--target", metavar="TARGET", help="The libc build, as 'muslcheck targets' lists them.")
@click.option("--closure", is_flag=True, help="Look into the libraries too, as ld-musl would load them.")
@click.option(
    "--root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="With --closure: the root of the musl system whose libraries are used.",
)
@click.option("--library-path", multiple=True, metavar="DIRS", help="With --closure: searched first.")
@click.option("--all", "every", is_flag=True, help="Show threads that fit, too.")
@click.option(
    "--svg",
    "picture",
    metavar="FILE",
    help="Also draw the deepest paths, as wide as their bytes. Whole or not at all.",
)
@format_option
def command(
    paths: tuple[str, ...],
    target: str | None,
    closure: bool,
    root: str | None,
    library_path: tuple[str, ...],
    every: bool,
    picture: str | None,
    form: str,
) -> int:
    """Show the threads that programs start, the stack each gets on musl, and how deep its calls go.

    musl gives a thread 128 KiB where glibc gives it 8 MiB. A thread that overflows on a path of direct calls
    is an error; one that may overflow through callbacks is a warning; recursion and alloca are noted.

    \b
    Exit status: 0 no thread overflows
                 1 a thread overflows
                 2 wrong usage
                 3 a file could not be read, and nothing worse was found
    """
    if (root or library_path) and not closure:
        raise UsageError("--root and --library-path say where --closure looks: give --closure too")
    from musl_compat.kb import targets
    from musl_compat.stack import ThreadVerdict

    chosen = targets.get(target) if target else targets.default()
    found, unread, documents, reports = False, False, [], []
    for path in paths:
        try:
            report = _analyse(path, chosen, closure, root, library_path)
        except (ElfError, OSError) as error:
            click.echo(f"{path}: {error}", err=True)
            unread = True
            continue
        reports.append((path, report))
        found |= any(t.verdict is ThreadVerdict.OVERFLOWS for t in report.threads)
        if form == "json":
            documents.append(_document(path, report))
        else:
            _print(path, report, chosen, every)
    if form == "json":
        print_json("muslcheck-stack/1", target=chosen.name, objects=documents)
    if picture is not None:
        from musl_compat.stack import flame

        _write(picture, flame.svg(reports, chosen.name))
    return EXIT_FOUND if found else EXIT_UNKNOWN if unread else 0


def _write(path: str, text: str) -> None:
    from musl_compat.cli import _run

    with _run.opened(path) as out:
        _run.write(out, text)


def _analyse(
    path: str, target: Target, closure: bool, root: str | None, library_path: tuple[str, ...]
) -> StackReport:
    from musl_compat import kb
    from musl_compat.analysis import read_closure
    from musl_compat.loader.fs import HostFs, RootFs
    from musl_compat.stack import Object, analyse

    fs = RootFs(root) if root is not None else HostFs(kb.glibc_libraries())
    if closure:
        objects, problems = read_closure(path, fs, target, library_path)
        for line in problems:
            click.echo(line, err=True)
    else:
        objects = [Object(path, fs.code(fs.locate(path, True)))]
    return analyse(objects, target.musl_version)


def _print(path: str, report: StackReport, target: Target, every: bool) -> None:
    from musl_compat.stack import ThreadVerdict, words

    budget = report.budget
    click.echo(
        f"{path}: {target.name} gives a thread {budget.size >> 10} KiB ({budget.source}); "
        f"thread starts: {len(report.threads)}"
    )
    quiet = 0
    for thread in report.threads:
        if thread.verdict is ThreadVerdict.FITS and not every:
            quiet += 1
            continue
        click.echo(
            f"  {thread.verdict.value}: {words.place(report, thread)} starts {words.entry(report, thread)}"
        )
        for line in _details(thread):
            click.echo(f"    {line}")
    if quiet:
        click.echo(f"  fits, as far as calls are known: {quiet} more (--all shows them)")
    worst = [t.depth or 0 for t in report.threads if t.verdict is ThreadVerdict.OVERFLOWS]
    if worst:
        click.echo(f"  fix: {words.fix(max(worst))}")


def _details(thread: ThreadReport) -> list[str]:
    from musl_compat.stack import ThreadVerdict, words

    out = []
    size = "a size that is not known" if thread.size is None else words.size_in_bytes(thread.size)
    if thread.depth is not None:
        wide = thread.callbacks or 0
        more = f", {words.size_in_bytes(wide)} with callbacks" if wide > thread.depth else ""
        out.append(f"needs {words.size_in_bytes(thread.depth)}{more}; gets {size}")
    if thread.verdict in (ThreadVerdict.OVERFLOWS, ThreadVerdict.MAY_OVERFLOW):
        out.append(words.frames(thread))
    if thread.turn:
        turn = words.size_in_bytes(thread.turn)
        out.append(f"recursion: at most {turn} a turn, room for at least {thread.turns:,} turns")
    unseen = [text for bit, text in _UNSEEN.items() if thread.unseen & bit and bit != 16]
    if unseen:
        out.append("not counted: " + ", ".join(unseen))
    return out


def _document(path: str, report: StackReport) -> dict[str, Any]:
    from musl_compat.stack import words

    return {
        "path": path,
        "budget": {"bytes": report.budget.size, "guard": report.budget.guard, "source": report.budget.source},
        "threads": [
            {
                "verdict": thread.verdict.value,
                "object": report.objects[thread.object].path,
                "maker": thread.start.maker,
                "address": thread.start.site,
                "entry": None if thread.start.entry is None else words.entry(report, thread),
                "stack": thread.start.stack,
                "bytes": thread.size,
                "depth": thread.depth,
                "depth_with_callbacks": thread.callbacks,
                "path": [{"function": s.name, "bytes": s.frame, "tail": s.tail} for s in thread.path],
                "recursion": {"bytes": thread.turn, "turns": thread.turns} if thread.turn else None,
                "not_counted": [text for bit, text in _UNSEEN.items() if thread.unseen & bit],
            }
            for thread in report.threads
        ],
    }
