"""Text for people: one block for each object, grouped by root cause, what to do last.

An object that simply runs gets a line only when its path was given by the user (or with -v).
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from musl_compat.report import Style, shown
from musl_compat.rules.model import TOPICS, counted
from musl_compat.types import Applicability, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musl_compat.analysis import ObjectReport, Result
    from musl_compat.inputs import Skipped
    from musl_compat.kb.targets import Target
    from musl_compat.report.summary import Summary
    from musl_compat.rules import Finding

# Names of one group that are shown without -v.
NAMES_SHOWN = 12
_COLOURS = {
    Verdict.RUNS: "\x1b[32m",
    Verdict.RUNS_WITH_RISK: "\x1b[33m",
    Verdict.UNKNOWN: "\x1b[35m",
    Verdict.FAILS: "\x1b[31m",
}
_WORDS = {verdict: verdict.label for verdict in Verdict}


def format(style: Style) -> TextFormat:
    """The format in a style."""
    return TextFormat(style)


class TextFormat:
    """Blocks of text, a blank line before and after each that has more than one line."""

    separator = ""
    verdict_only = False
    skipped_apart = False

    def __init__(self, style: Style) -> None:
        self.style = style

    def begin(self, targets: list[Target]) -> str:
        """Nothing."""
        return ""

    def object(self, report: ObjectReport) -> str:
        """The block of one object; targets with the same answer share one."""
        path = shown(report.path if report.container is None else f"{report.container}: {report.path}")
        blocks: dict[tuple[Verdict, str], list[str]] = {}
        for result in report.results:
            body = "\n".join(self._body(result, report.named, report.container or report.path))
            blocks.setdefault((result.verdict, body), []).append(result.target.name)
        text = ""
        for (verdict, body), targets in blocks.items():
            if not body and verdict is Verdict.RUNS and not (report.named or self.style.verbose):
                continue
            word = self._paint(_WORDS[verdict], _COLOURS[verdict])
            line = f"{self._paint(path, _BOLD)}: {word} on {', '.join(targets)}\n"
            text += f"{line}{body}\n\n" if body else line
        return text

    def skipped(self, skipped: Skipped) -> str:
        """One line."""
        path = skipped.path if skipped.container is None else f"{skipped.container}: {skipped.path}"
        return f"{self._paint(shown(path), _BOLD)}: skipped: {shown(skipped.reason)}\n"

    def end(self, summary: Summary) -> str:
        """The counts, when there was more than one thing to look at."""
        if summary.objects + len(summary.skipped) < 2 and not summary.passed_over:
            return ""
        parts = [f"{summary.verdicts[v]} {_WORDS[v]}" for v in _ORDER if summary.verdicts[v]]
        if summary.skipped:
            parts.append(f"{len(summary.skipped)} skipped")
        line = f"{counted(summary.objects, 'object')}: {', '.join(parts)}" if parts else "no object found"
        if summary.passed_over:
            line += f" ({counted(summary.passed_over, 'file')} passed over, not ELF programs or libraries)"
        if summary.known:
            line += f"; {counted(summary.known, 'finding')} in the baseline"
        return self._paint(line, _BOLD) + "\n"

    def _body(self, result: Result, named: bool, path: str) -> Iterator[str]:
        """The lines under the verdict, headings included."""
        by_topic: dict[str, list[Finding]] = {}
        for finding in result.findings:
            if finding.rule.severity is Severity.NOTE and not (named or self.style.verbose):
                continue
            by_topic.setdefault(finding.rule.topic, []).append(finding)
        for topic in TOPICS:
            if topic in by_topic:
                yield "  " + self._paint(topic, _BOLD)
                for finding in by_topic[topic]:
                    yield from self._finding(finding)
        shown_ones = [f for topic in TOPICS for f in by_topic.get(topic, ())]
        steps = _steps(shown_ones)
        if steps:
            yield "  " + self._paint("what to do", _BOLD)
            for step in steps:
                lead = "    - " if len(steps) > 1 else "    "
                yield from self._wrap(shown(step).split(" "), " ", lead, " " * len(lead))
            if any(f.fix and f.fix.applicability is Applicability.SAFE for f in shown_ones):
                yield f"    or have a copy written {_of_the_copy(shown_ones)}:"
                yield f"      muslcheck fix {shlex.quote(shown(path))} -o DIR"

    def _finding(self, finding: Finding) -> Iterator[str]:
        code = f"[{finding.rule.code}]"
        head = finding.title or finding.message
        lines = list(self._wrap([*shown(head).split(" "), code], " ", "    ", "      "))
        lines[-1] = lines[-1].replace(code, self._paint(code, _DIM))
        yield from lines
        if finding.title:
            # The evidence of such a finding is its names, with version and requester.
            yield from self._names(finding.evidence if self.style.verbose else finding.symbols)
        if finding.note:
            yield from self._wrap(shown(finding.note).split(" "), " ", "      ", "      ")
        if self.style.verbose and not finding.title:
            for line in finding.evidence:
                yield from self._wrap(shown(line).split(" "), " ", "      - ", "        ")

    def _names(self, names: Sequence[str]) -> Iterator[str]:
        """The names, wrapped; only the first few without -v."""
        words = [shown(n) for n in names]
        if len(words) > NAMES_SHOWN + 3 and not self.style.verbose:
            more = len(words) - NAMES_SHOWN
            words = [*words[:NAMES_SHOWN], f"and {more} more (-v or --format json shows all)"]
        yield from self._wrap(words, ", ", "      ", "      ")

    def _wrap(self, words: Sequence[str], glue: str, first: str, rest: str) -> Iterator[str]:
        """Lines of words that fit the width; a word that is longer stands alone."""
        line, empty = first, True
        for i, word in enumerate(words):
            piece = word + (glue.rstrip() if i + 1 < len(words) else "")
            if not empty and len(line) + len(piece) + 1 > self.style.width:
                yield line
                line, empty = rest, True
            line += piece if empty else " " + piece
            empty = False
        yield line

    def _paint(self, text: str, colour: str) -> str:
        return f"{colour}{text}\x1b[0m" if self.style.colour else text


_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
_ORDER = (Verdict.FAILS, Verdict.UNKNOWN, Verdict.RUNS_WITH_RISK, Verdict.RUNS)


def _of_the_copy(findings: list[Finding]) -> str:
    """What can be said of the copy that the tool would make."""
    left = sorted({f.rule.code for f in findings if f.rule.severity is Severity.ERROR and not _is_mended(f)})
    if not left:
        return "that loads"
    return f"in which only {', '.join(left)} {'is' if len(left) == 1 else 'are'} left"


def _is_mended(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.applicability is Applicability.SAFE


def _steps(findings: list[Finding]) -> list[str]:
    """What to do, each step once, with the group that it is for where several have one."""
    groups = sum(1 for f in findings if f.fix and f.title)
    steps = []
    for finding in findings:
        if finding.fix is not None:
            what = finding.title.rpartition(",")[0] if groups > 1 else ""
            steps.append(f"{what}: {finding.fix.text}" if what else finding.fix.text)
    return list(dict.fromkeys(steps))
