"""``muslcheck fix``: a copy that runs on musl."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from musl_compat.errors import UsageError
from musl_compat.report import shown
from musl_compat.rules.model import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musl_compat.fix.fixing import FixPlan, Options, Outcome
    from musl_compat.fix.stage import Origin, Stage
    from musl_compat.fix.wheel import UnpackedWheel

_SIZE = re.compile(r"(\d+)([KMG]?)", re.IGNORECASE)
_UNITS = {"": 0, "K": 10, "M": 20, "G": 30}
# Objects that are shown with every edit; of more, only those that could not be mended.
_DETAILED = 20
EXIT_LEFT, EXIT_UNKNOWN = 1, 3
_BAD = (0, EXIT_UNKNOWN, EXIT_LEFT)


@click.command("fix")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option("-o", "output", metavar="DIR", help="The directory to make, whole or not at all.")
@click.option("--plan", "only_plan", is_flag=True, help="Show what would be done, and do nothing.")
@click.option(
    "--target",
    "target_names",
    multiple=True,
    metavar="TARGET",
    help="The libc build that it has to run on; may be given several times. Default: the newest musl; for"
    " wheels, as their tag promises, every musl 1.2.",
)
@click.option(
    "--allow",
    type=click.Choice(["safe", "unsafe"]),
    default="safe",
    help="How far edits may be trusted unseen. Default: safe.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="stack-size=8M (or 1M, 262144, ...), auto: what the code needs, keep: as it is. Default: 8M, as"
    " glibc has it, for programs that may start threads.",
)
@click.option(
    "--bundle",
    is_flag=True,
    help="Bring along, and fix, every library that the files need; for wheels, that they do not hold.",
)
@click.option(
    "--root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="With --bundle: the root of the system whose libraries are taken. Default: this system.",
)
@click.option("--library-path", multiple=True, metavar="DIRS", help="With --bundle: searched first.")
@click.option(
    "--cc",
    metavar="CC",
    help="The compiler for the shim. Default: the first for musl of cc, musl-gcc, zig cc.",
)
@click.option("--loud", is_flag=True, help="Placeholders say on standard error that they were called.")
def command(
    paths: tuple[str, ...],
    output: str | None,
    only_plan: bool,
    target_names: tuple[str, ...],
    allow: str,
    settings: tuple[str, ...],
    bundle: bool,
    root: str | None,
    library_path: tuple[str, ...],
    cc: str | None,
    loud: bool,
) -> int:
    """Write a copy of files, or of a directory, that runs on musl.

    Programs get musl's loader, and a library with the glibc symbols that they miss; functions whose meaning
    differs get glibc's. The originals are not touched, and what was written has been checked again.

    \b
    Exit status: 0 everything runs now
                 1 something still fails: it is listed, with the reason
                 2 wrong usage, no compiler, or the directory cannot be written
                 3 something could not be analysed
    """
    if output is None and not only_plan:
        raise UsageError("-o DIR says where the copy goes; --plan shows what would be done")
    if (root or library_path) and not bundle:
        raise UsageError("--root and --library-path say where --bundle looks: give --bundle too")
    from musl_compat.fix import fixing, summary
    from musl_compat.fix.stage import Origin
    from musl_compat.kb import targets

    wheels = [path for path in paths if path.endswith(".whl") and os.path.isfile(path)]
    if wheels and len(wheels) != len(paths):
        raise UsageError("wheels are fixed by themselves: give no other paths")
    chosen = [targets.get(name) for name in target_names] or [targets.default()]
    if wheels and not target_names:
        from musl_compat.fix.wheel import every_musl_1_2

        chosen = list(every_musl_1_2())
    chosen.sort(key=lambda target: target.musl_version)
    options = fixing.Options(tuple(chosen), _stack(settings), allow == "unsafe", cc, loud)
    origin = Origin(root, library_path) if bundle else None
    if wheels:
        return max([_fix_wheel(Path(path), options, origin, output) for path in wheels], key=_BAD.index)
    if output is not None:
        _must_be_apart(paths, output)
    stage = _stage(paths, options, origin)
    todo = fixing.plan(stage.files, options, stage.layout, stage.links)
    _complain(todo.skipped)
    _say_missing(stage.missing)
    if only_plan:
        _say(*summary.plan_lines(todo))
        return _status(todo, stage, any(fixing.will_fail(one, todo) for one in todo.objects))
    assert output is not None
    if not any(one.edits for one in todo.objects):
        outcomes = fixing.untouched(todo)
        _say(*summary.outcome_lines(todo, outcomes, True))
        _say("nothing was written" if outcomes else "there is no program or library: nothing was written")
        return _status(todo, stage, not all(o.is_good for o in outcomes))
    outcomes = _write(paths, todo, stage, options, output)
    return _status(todo, stage, not all(o.is_good for o in outcomes))


def _write(
    paths: tuple[str, ...], todo: FixPlan, stage: Stage, options: Options, output: str
) -> list[Outcome]:
    from musl_compat.fix import fixing, summary
    from musl_compat.fix.shim import output as writing
    from musl_compat.fix.stage import copy_rest

    inputs = sorted(os.path.basename(os.path.abspath(path)) for path in paths)
    for root in stage.roots:
        taken = root / summary.MANIFEST
        if taken.exists() and not summary.is_manifest(writing.document(taken)):
            raise UsageError(f"{taken}: the output has a file of its own by this name; move it away")

    def is_earlier(found: object) -> bool:
        return summary.is_manifest(found, inputs)

    with writing.whole(Path(output), summary.MANIFEST, is_earlier) as folder:
        outcomes = fixing.carry_out(todo, options, folder)
        changed = sum(o.is_changed for o in outcomes)
        lines = list(summary.outcome_lines(todo, outcomes, len(outcomes) <= _DETAILED))
        if not changed:
            raise writing.Discard
        left_out = copy_rest(stage, folder)
        manifest = summary.manifest(todo, outcomes, [t.name for t in options.targets], inputs)
        (folder / summary.MANIFEST).write_text(manifest, encoding="utf-8")
    _say(*lines)
    if not changed:
        _say("nothing could be mended: nothing was written")
        return outcomes
    for name, reason in left_out:
        _say(f"{name}: {reason}", err=True)
    _say(f"{output}: {changed} of {counted(len(outcomes), 'object')} changed")
    return outcomes


def _fix_wheel(path: Path, options: Options, origin: Origin | None, output: str | None) -> int:
    """Fix one wheel, or with no output show what would be done; ``origin``: bring libraries along from there.
    Raises UsageError.
    """
    from musl_compat.errors import InputError
    from musl_compat.fix import wheel
    from musl_compat.inputs import ContainerLimits

    try:
        with tempfile.TemporaryDirectory(prefix="muslcheck-") as folder:
            opened = wheel.unpack(path, Path(folder, "given"), ContainerLimits())
            missing: dict[str, str] = {}
            if origin is not None:
                opened, missing = wheel.bring(opened, options.oldest, origin)
                _say_missing(sorted(missing.items()))
            status = _fix_unpacked(opened, options, output, Path(folder))
            return EXIT_LEFT if missing else status
    except InputError as error:
        _say(f"{path}: skipped: {error}", err=True)
        return EXIT_UNKNOWN
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}; nothing was written") from error


def _fix_unpacked(opened: UnpackedWheel, options: Options, output: str | None, folder: Path) -> int:
    from musl_compat.fix import fixing, summary, wheel

    path = opened.path
    plans = wheel.plan(opened, options)
    for _, todo in plans:
        _complain(todo.skipped)
    skipped = any(todo.skipped for _, todo in plans)
    fails = any(fixing.will_fail(one, todo) for _, todo in plans for one in todo.objects)
    if output is None or not wheel.has_work(opened, plans):
        for _, todo in plans:
            _say(*summary.plan_lines(todo))
        if output is not None:
            _say(f"{path}: nothing to change: nothing was written")
        return EXIT_LEFT if fails else EXIT_UNKNOWN if skipped else 0
    done = wheel.fix(opened, plans, options, folder / "made")
    _say(*wheel.lines(done, _DETAILED))
    if not wheel.has_changed(done):
        _say(f"{path}: nothing could be mended: nothing was written")
        return EXIT_LEFT
    made = folder / "made.whl"
    wheel.write(opened, done, options, folder / "made", made)
    assert output is not None
    _deliver(made, Path(output), done.name)
    tail = "" if done.is_musllinux else f"; not tagged musllinux: {wheel.why_not_tagged(options)}"
    _say(f"{os.path.join(output, done.name)}: written{tail}")
    if done.is_musllinux:
        return 0
    good = all(o.is_good for _, outcomes in done.sets for o in outcomes)
    return EXIT_UNKNOWN if good and skipped else EXIT_LEFT


def _deliver(made: Path, output: Path, name: str) -> None:
    """Put a finished file into the output directory, whole or not at all; one that is there is never
    overwritten by another. Raises UsageError.
    """
    target = output / name
    part = output / f".{name}.part"
    try:
        output.mkdir(parents=True, exist_ok=True)
        if target.exists():
            if filecmp.cmp(made, target, shallow=False):
                return
            raise UsageError(f"{target}: is there already, with other contents; nothing was written")
        shutil.copyfile(made, part)
        os.replace(part, target)
    except OSError as error:
        raise UsageError(f"-o {output}: {error.strerror or error}; nothing was written") from error
    finally:
        part.unlink(missing_ok=True)


def _must_be_apart(paths: tuple[str, ...], output: str) -> None:
    """The output replaces what is there, so no input may be in it; and it is no part of its own input."""
    target = os.path.realpath(output)
    for path in paths:
        source = os.path.realpath(path)
        if os.path.commonpath([source, target]) in (source, target):
            raise UsageError(f"-o {output}: {path} is in it, or holds it; give a directory beside it")


def _stage(paths: tuple[str, ...], options: Options, origin: Origin | None) -> Stage:
    from musl_compat.fix import stage

    for path in paths:
        if not os.path.exists(path):
            raise UsageError(f"{path}: there is no such file")
    if origin is not None:
        return stage.of_bundle(paths, options.oldest, origin)
    if any(os.path.isdir(path) for path in paths):
        if len(paths) > 1:
            raise UsageError("a directory is fixed by itself: give one path")
        return stage.of_tree(paths[0])
    return stage.of_files(paths)


def _stack(settings: tuple[str, ...]) -> int | str:
    """The value of stack-size. Raises UsageError."""
    value: int | str = "glibc"
    for setting in settings:
        key, equals, text = setting.partition("=")
        if key != "stack-size" or not equals:
            raise UsageError(f"--set {setting}: the one setting is stack-size=SIZE")
        if text in ("auto", "keep"):
            value = text
            continue
        found = _SIZE.fullmatch(text)
        if found is None:
            raise UsageError(
                f"--set {setting}: a size is a number of bytes, or has K, M or G; or auto, or keep"
            )
        value = int(found[1]) << _UNITS[found[2].upper()]
        if value > 8 << 20:
            raise UsageError(f"--set {setting}: musl gives a thread 8M at most from PT_GNU_STACK")
    return value


def _say_missing(missing: Iterable[tuple[str, str]]) -> None:
    for name, needed_by in missing:
        _say(f"{name}: not found; {needed_by} needs it", err=True)


def _complain(skipped: Iterable[tuple[str, str]]) -> None:
    for path, reason in skipped:
        _say(f"{path}: skipped: {reason}", err=True)


def _say(*lines: str, err: bool = False) -> None:
    """Print lines whose names may hold anything: control characters and bytes that are no text are shown."""
    for line in lines:
        click.echo(shown(line), err=err)


def _status(todo: FixPlan, stage: Stage, fails: bool) -> int:
    if fails or stage.missing:
        return EXIT_LEFT
    return EXIT_UNKNOWN if todo.skipped or not todo.objects else 0
