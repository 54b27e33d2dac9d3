"""Compares what the columns did with the golden, and prints the tables."""

from __future__ import annotations

import difflib
import re
import signal
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from musl_compat.devtools.lab.run import GOLDEN, Outcome
from musl_compat.devtools.lab.run.workload import Workload
from musl_compat.errors import InputError

PASS = ""
PAGE = Path(__file__).resolve().parents[4] / "docs" / "run.md"
# The loader's own words, and what the C library says when it ends a program.
_TELLING = re.compile(
    r"Error (?:relocating|loading shared library).*|.*symbol not found.*|.*: not found$|.*[Aa]ssert.*"
    r"|.*(?:stack smashing|buffer overflow) detected.*|.*(?:Segmentation fault|Aborted|Bus error|Trace/).*"
    r"|.*[Ee]rror.*",
    re.M,
)


class Result(NamedTuple):
    """One workload: for each column that ran ``PASS`` or the reason of failure. The golden's own reason is
    that the workload is no good: it counts nowhere."""

    workload: Workload
    columns: Mapping[str, str]


def judge(one: Workload, outcomes: Mapping[str, Sequence[Outcome]]) -> Result:
    """The golden has to end well, to have printed something and, when it ran more than once, to have done the
    same each time; all others have to do as it did, each time."""
    first = outcomes[GOLDEN][0]
    reasons = {c: differing(first, runs) for c, runs in outcomes.items() if c != GOLDEN}
    return Result(one, {GOLDEN: _own_reason(first) or _unsure(first, outcomes[GOLDEN]), **reasons})


def differing(golden: Outcome, runs: Iterable[Outcome]) -> str:
    """The reason of the first run that is not what the golden is."""
    return next((why for why in (reason(golden, outcome) for outcome in runs) if why != PASS), PASS)


def _own_reason(golden: Outcome) -> str:
    if golden.status != 0:
        return f"{ending(golden.status)}: {telling(golden.stderr)}"
    return PASS if golden.stdout or golden.files else "it prints nothing that could be compared"


def _unsure(first: Outcome, runs: Iterable[Outcome]) -> str:
    seen = differing(first, runs)
    return f"unsure, run again it {seen}" if seen != PASS else PASS


def reason(golden: Outcome, outcome: Outcome) -> str:
    """Why this run is not what the golden is, in one line."""
    if outcome.result == golden.result:
        return PASS
    if outcome.status != golden.status:
        return f"{ending(outcome.status)}: {telling(outcome.stderr)}"
    if outcome.stdout != golden.stdout:
        return f"prints {difference(golden.stdout, outcome.stdout)}"
    for (name, wanted), (_, got) in zip(golden.files, outcome.files, strict=True):
        if wanted != got:
            return f"{name}: {difference(wanted, got)}"
    raise AssertionError("equal after all")


def ending(status: int | None) -> str:
    """How a run ended, for people. A shell reports a signal of its child as 128 and more."""
    if status is None:
        return "timeout"
    number = -status if status < 0 else status - 128
    if (status < 0 or status > 128) and number in [int(s) for s in signal.Signals]:
        return signal.Signals(number).name
    return f"exit {status}"


def telling(stderr: str) -> str:
    """The line of standard error that tells most: the loader's first word, else the last line."""
    found = _TELLING.search(stderr)
    if found:
        return found[0].strip()[:200]
    lines = [line for line in stderr.splitlines() if line.strip()]
    return lines[-1].strip()[:200] if lines else "says nothing"


def difference(golden: bytes, got: bytes) -> str:
    """The first lines that differ."""
    wanted, found = (text.decode("utf-8", "backslashreplace").splitlines() for text in (golden, got))
    lines = difflib.unified_diff(wanted, found, n=0, lineterm="")
    shown = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return " ".join(repr(line[:80]) for line in shown[:4]) or "other line ends"


def summary(results: Sequence[Result], columns: Iterable[str]) -> str:
    """A Markdown table: how many workloads each column does as glibc does them."""
    counted = [r for r in results if r.columns[GOLDEN] == PASS]
    lines = ["| column | workloads | pass | share |", "|---|---:|---:|---:|"]
    for column in columns:
        ran = [r for r in counted if column in r.columns]
        good = sum(r.columns[column] == PASS for r in ran)
        share = f"{100 * good / len(ran):.1f}%" if ran else "-"
        lines.append(f"| {column} | {len(ran)} | {good} | {share} |")
    return "\n".join(lines)


def details(results: Sequence[Result], columns: Sequence[str]) -> str:
    """A Markdown table of every workload, with ``ok`` or ``-`` in each column."""
    lines = [f"| workload | what it does | {' | '.join(columns)} |", "|---|---|" + "---|" * len(columns)]
    for result in results:
        cells = ["ok" if result.columns.get(c) == PASS else "-" for c in columns]
        about = result.workload.about + "; fixed with `--bundle`" * bool(result.workload.texts("bundle"))
        lines.append(f"| {result.workload.name} | {_cell(about)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def failures(results: Sequence[Result], column: str) -> str:
    """What fails in a column: what was seen, and the cause that the workload's file gives."""
    lines = ["| workload | what is seen | cause |", "|---|---|---|"]
    for result in results:
        seen = result.columns.get(column, PASS)
        if seen != PASS:
            cause = result.workload.table("fails").get(column, "not known yet")
            lines.append(f"| {result.workload.name} | {_cell(seen)} | {_cell(cause)} |")
    return "\n".join(lines) if len(lines) > 2 else "Nothing."


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def section(group: str, musl: str, results: Sequence[Result], columns: Sequence[str]) -> str:
    """A group's part of the page."""
    return "\n\n".join(
        [
            f"musl {musl}.",
            summary(results, columns),
            "What fails when fixed:",
            failures(results, "fixed"),
            details(results, columns),
        ]
    )


def write_page(group: str, text: str, page: Path = PAGE) -> None:
    """Put a group's part between its marks; ``InputError`` when the page has none for it."""
    begin, end = f"<!-- run: {group} -->\n", f"<!-- end: {group} -->\n"
    old = page.read_text(encoding="utf-8")
    head, opened, rest = old.partition(begin)
    _, closed, tail = rest.partition(end)
    if not opened or not closed:
        raise InputError(f"{page.name}: no lines {begin.strip()} and {end.strip()} to write between")
    page.write_text(f"{head}{begin}\n{text}\n\n{end}{tail}", encoding="utf-8")
