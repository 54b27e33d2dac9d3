"""``python -m musl_compat.devtools.lab run``: does the work in every column, and prints what came of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from musl_compat.devtools.lab import fetch, lock
from musl_compat.devtools.lab.run import GOLDEN, Group, Outcome, groups, judge
from musl_compat.devtools.lab.run import group as group_of
from musl_compat.devtools.lab.run.workload import Workload
from musl_compat.errors import InputError

MUSL = "1.2.5"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--group", help="only this group; default: every group")
    parser.add_argument("--only", help="only these workloads, comma separated")
    parser.add_argument("--long", action="store_true", help="also the workloads that take many minutes")
    parser.add_argument("--column", help="only these columns, comma separated; the golden always runs")
    parser.add_argument("--musl", default=MUSL, help=f"the version of musl (default: {MUSL})")
    parser.add_argument("-j", "--jobs", type=int, default=2, help="workloads at a time (default: 2)")
    parser.add_argument(
        "--times", type=int, default=1, help="run each so often, to find what depends on time (default: 1)"
    )
    parser.add_argument("--write", action="store_true", help="write the tables into docs/run.md")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what failing runs said")


def run(arguments: argparse.Namespace) -> int:
    """Run the groups; 1 when a fixed workload fails, or a golden is no good."""
    chosen = [group_of(arguments.group)] if arguments.group else list(groups().values())
    if arguments.write and arguments.only:
        raise InputError("--write takes whole groups: leave --only out")
    bad = 0
    for group in chosen:
        columns = _columns(group, arguments.column)
        asked = select(group, arguments.only, arguments.long)
        fetch.fetch(lock.wanted(lock.load(), group.sets()), _say)
        results = run_group(group, asked, columns, arguments)
        text = judge.section(group.NAME, arguments.musl, results, columns)
        print(f"\n## {group.NAME}\n\n{text}")
        if arguments.write:
            judge.write_page(group.NAME, text)
        bad += sum(result.columns.get(c, "") != "" for result in results for c in (GOLDEN, "fixed"))
    return 1 if bad else 0


def _columns(group: Group, given: str | None) -> list[str]:
    wanted = given.split(",") if given else list(group.COLUMNS)
    unknown = set(wanted) - set(group.COLUMNS)
    if unknown:
        raise InputError(f"{group.NAME} has no column {', '.join(sorted(unknown))}")
    return [column for column in group.COLUMNS if column == GOLDEN or column in wanted]


def select(group: Group, given: str | None, with_long: bool) -> list[Workload]:
    """The workloads of these names, or all, without the long ones unless they are asked for."""
    every = group.workloads()
    if given is None:
        return [one for one in every if with_long or not one.is_long]
    wanted = set(given.split(","))
    unknown = wanted - {one.name for one in every}
    if unknown:
        raise InputError(f"{group.NAME} has no workload {', '.join(sorted(unknown))}")
    return [one for one in every if one.name in wanted]


def run_group(
    group: Group, asked: Sequence[Workload], columns: Sequence[str], arguments: argparse.Namespace
) -> list[judge.Result]:
    """Every workload in every column."""
    places = {}
    for column in columns:
        _say(f"{group.NAME}: preparing {column}")
        places[column] = group.prepare(column, arguments.musl, asked)

    def one(workload: Workload) -> judge.Result:
        outcomes = run_workload(group, workload, places, arguments.times)
        result = judge.judge(workload, outcomes)
        _say(_line(result, outcomes, arguments.verbose))
        return result

    with ThreadPoolExecutor(arguments.jobs) as pool:
        return list(pool.map(one, asked))


def run_workload(
    group: Group, workload: Workload, places: Mapping[str, Path], times: int
) -> dict[str, list[Outcome]]:
    """What it did in every column, each so many times. Where one of musl did not do what the golden did, the
    golden runs once more: a workload that is not sure of itself shows nothing. Unmodified files do not count
    there: that they mostly cannot start says nothing of the workload."""
    outcomes = {
        column: [group.run(workload, column, place) for _ in range(times)] for column, place in places.items()
    }
    first = outcomes[GOLDEN][0]
    telling = (runs for column, runs in outcomes.items() if column != "bare")
    if any(judge.differing(first, runs) != judge.PASS for runs in telling):
        outcomes[GOLDEN].append(group.run(workload, GOLDEN, places[GOLDEN]))
    return outcomes


def _line(result: judge.Result, outcomes: Mapping[str, Sequence[Outcome]], verbose: bool) -> str:
    cells = [f"{c}: {'ok' if reason == judge.PASS else reason}" for c, reason in result.columns.items()]
    lines = [f"{result.workload.name}: " + "; ".join(cells)]
    for column, reason in result.columns.items():
        if verbose and reason != judge.PASS:
            said = "".join(outcome.stderr for outcome in outcomes[column])
            lines += [f"  {column} | {line}" for line in said.splitlines()]
    return "\n".join(lines)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
