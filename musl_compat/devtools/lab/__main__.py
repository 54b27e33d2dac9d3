"""``python -m musl_compat.devtools.lab``: fetch, lock, list, objects, oracle, load, run, stacks, frames."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from musl_compat.devtools.lab import cache, lock
from musl_compat.devtools.lab import fetch as fetching
from musl_compat.devtools.lab.run import command as running
from musl_compat.devtools.lab.run import groups
from musl_compat.errors import MuslcheckError

if TYPE_CHECKING:
    from musl_compat.devtools.lab.oracle import Question


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code is 1 when a package cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m musl_compat.devtools.lab", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("fetch", "fetch what the lock file names into the cache"),
        ("list", "print the lock file's packages and whether the cache holds them"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument(
            "--set", default="ci", help="sets of the lock file, comma separated (default: ci)"
        )
    locking = commands.add_parser("lock", help="write the lock file anew from what the registries hold now")
    locking.add_argument("--set", help="only the packages of these sets, comma separated; default: all")
    objects = commands.add_parser("objects", help="write the paths of the sets' ELF files, one on a line")
    objects.add_argument("--set", default="ci", help="sets, comma separated (default: ci)")
    objects.add_argument("--output", required=True, help="the file to write")
    oracle = commands.add_parser("oracle", help="compare our predictions with real musl loaders")
    oracle.add_argument(
        "--all", action="store_true", help="every object of the set full, not the sample of ci"
    )
    oracle.add_argument("--corpus", help="only this corpus: bookworm, bookworm-i386, sid, pypi, host, ...")
    oracle.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    frames = commands.add_parser(
        "frames", help="compare frames and calls that the core reads with what compilers say of real projects"
    )
    frames.add_argument("--projects", default="", help="only these, comma separated")
    frames.add_argument("--machines", default="", help="only these: x86_64, aarch64, i386, armhf, riscv64")
    frames.add_argument("--compilers", default="", help="only these: gcc, clang")
    frames.add_argument("--builds", default="", help="only these: O2, O0, Os, hardened, ...")
    frames.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="compilers at once")
    frames.add_argument("--differences", action="store_true", help="print each difference too")
    oracle.add_argument("--shown", type=int, default=50, help="how many differences to print")
    load = commands.add_parser("load", help="count the real objects that load with the shim of every recipe")
    load.add_argument("--all", action="store_true", help="every object of the set full, not the sample of ci")
    load.add_argument("--corpus", help="only this corpus, as for oracle")
    load.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    running.add_arguments(
        commands.add_parser("run", help="do real work with real software on a real musl, and under glibc")
    )
    stacks = commands.add_parser(
        "stacks", help="run threads on real musls and compare with what we say of them"
    )
    stacks.add_argument("names", nargs="*", help="programs of corpus/stacks (default: all)")
    stacks.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="threads")
    arguments = parser.parse_args(argv)
    if arguments.command == "load":
        return _load(arguments)
    if arguments.command == "oracle":
        return _oracle(arguments)
    if arguments.command == "stacks":
        return _stacks(arguments)
    if arguments.command == "frames":
        return _frames(arguments)
    try:
        if arguments.command == "run":
            return running.run(arguments)
        if arguments.command == "lock":
            _lock(arguments.set.split(",") if arguments.set else None)
            return 0
        sets = arguments.set.split(",")
        if arguments.command == "fetch":
            fetching.fetch(lock.wanted(lock.load(), sets), _say)
        elif arguments.command == "objects":
            fetching.fetch(lock.wanted(lock.load(), sets), _say)
            paths = [f"{file}\n" for tree in cache.trees(sets) for file in cache.elf_files(tree.path)]
            Path(arguments.output).write_text("".join(paths), encoding="utf-8")
        else:
            for entry in lock.wanted(lock.load(), sets):
                print("cached" if cache.tree_path(entry).is_dir() else "absent", entry.label, sep="\t")
    except MuslcheckError as error:
        _say(str(error))
        return 1
    return 0


def _questions(arguments: argparse.Namespace, pool: Path) -> list[Question]:
    """The objects that a command asks about; ``pool`` is an empty directory for links to this system's
    libraries."""
    from musl_compat.devtools.lab import oracle

    sets = "full" if arguments.all else "ci"
    fetching.fetch(lock.wanted(lock.load(), [sets]), _say)
    asked = oracle.questions(sets, None if arguments.all else oracle.SAMPLE)
    if arguments.all:
        asked += oracle.host_questions(pool)
    return [question for question in asked if arguments.corpus in (None, question.corpus)]


def _load(arguments: argparse.Namespace) -> int:
    """Print the tables and where the real loader differs; 1 when it does."""
    from musl_compat.devtools.lab import load

    with tempfile.TemporaryDirectory(prefix="muslcheck-load-") as scratch:
        folder = Path(scratch)
        pool = folder / "pool"
        pool.mkdir()
        try:
            fetching.fetch(lock.wanted(lock.load(), ["shim"]), _say)
            asked = [q for q in _questions(arguments, pool) if q.arrangement == "path"]
            shims = {version: load.build(folder / version, version) for version in load.VERSIONS}
        except MuslcheckError as error:
            _say(str(error))
            return 1
        found = list(load.run(asked, shims, arguments.jobs))
    wrong = [line for one in found for line in one.wrong]
    print(load.table(found), load.causes(found), *wrong, sep="\n\n")
    print(f"\n{len(asked)} objects, {len(wrong)} lines in which the real loader differs")
    return 1 if wrong or not found else 0


def _lock(sets: list[str] | None) -> None:
    """Lock all, or only the packages of some sets. Which packages the sets of the run lab hold, its workloads
    say."""
    wanted = {name: names for group in groups().values() for name, names in group.packages().items()}
    entries = fetching.resolve(
        lock.load(), {k: v for k, v in wanted.items() if sets is None or k in sets}, _say
    )
    chosen = entries if sets is None else lock.wanted(entries, sets)
    kept = [entry for entry in entries if entry not in chosen]
    lock.LOCK_FILE.write_text(lock.dump([*kept, *fetching.relock(chosen, _say)]), encoding="utf-8")


def _oracle(arguments: argparse.Namespace) -> int:
    """Print the table and the differences; 1 when there are any."""
    from musl_compat.devtools.lab import oracle

    with tempfile.TemporaryDirectory(prefix="muslcheck-pool-") as pool:
        try:
            asked = _questions(arguments, Path(pool))
        except MuslcheckError as error:
            _say(str(error))
            return 1
        found = list(oracle.run(asked, arguments.jobs))
    wrong = [one for one in found if one.differences]
    arches = sorted({question.room.arch for question in asked})
    print("\n".join(oracle.pins(arch) for arch in arches), oracle.table(found), sep="\n\n")
    for one in wrong[: arguments.shown]:
        print(f"\nmusl {one.musl}:", *one.differences, sep="\n")
    print(f"\n{len(found)} answers of {len(asked)} questions, {len(wrong)} differ")
    return 1 if wrong or not found else 0


def _stacks(arguments: argparse.Namespace) -> int:
    """Print the table and what breaks a promise; 1 when anything does."""
    from musl_compat.devtools.lab import stacks

    try:
        fetching.fetch(lock.wanted(lock.load(), [stacks.SET]), _say)
        found = list(stacks.outcomes(stacks.programs(arguments.names), arguments.jobs))
    except MuslcheckError as error:
        _say(str(error))
        return 1
    wrong = stacks.problems(found)
    print(stacks.table(found), *wrong, sep="\n")
    crash, alarms = stacks.precision(found)
    print(f"\n{len(found)} runs, {len(wrong)} broken promises; {crash} of {alarms} alarms are true")
    return 1 if wrong or not found or crash < stacks.TRUE_ALARMS * alarms else 0


def _frames(arguments: argparse.Namespace) -> int:
    """Print the tables; 1 when a promise is not kept."""
    from musl_compat.devtools.lab import frames, projects

    def chosen(text: str) -> list[str]:
        return [word for word in text.split(",") if word]

    names = chosen(arguments.projects)
    try:
        every = frames.jobs(
            names, chosen(arguments.machines), chosen(arguments.builds), chosen(arguments.compilers)
        )
        fetching.fetch(projects.entries({job.project.name for job in every}), _say)
        outcomes = list(frames.run(every, arguments.jobs))
    except MuslcheckError as error:
        _say(str(error))
        return 1
    if arguments.differences:
        print(*(line for one in outcomes for line in frames.differences(one)), sep="\n")
    found = frames.lines(outcomes)
    print(frames.table(found), frames.by_project(found), sep="\n\n")
    broken = [line for line in found if not line.kept]
    for line in broken:
        _say(f"promise not kept: {line.machine.name} {line.machine.family} {line.config.name}")
    return 1 if broken or not found else 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
