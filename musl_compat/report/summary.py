"""The counts of a run, and the exit code that they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musl_compat.types import Severity, Verdict

if TYPE_CHECKING:
    from musl_compat.analysis import ObjectReport
    from musl_compat.inputs import Skipped

# 2 is wrong usage, before any summary.
EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNKNOWN = 0, 1, 3


class Summary:
    """What a run saw: objects by verdict (each object's worst), findings by severity and by code.

    ``skipped`` keeps the skipped things for the formats that list them at the end.
    """

    __slots__ = ("codes", "findings", "known", "objects", "passed_over", "skipped", "verdicts", "worst")

    def __init__(self) -> None:
        self.objects = 0
        self.passed_over = 0
        self.known = 0
        self.skipped: list[Skipped] = []
        self.verdicts = [0] * len(Verdict)
        self.findings = [0] * (len(Severity) + 1)
        self.codes: dict[str, int] = {}
        self.worst = 0
        """The severest finding, as a Severity; 0 when there is none. Of MC0xx findings none is counted."""

    def add(self, report: ObjectReport) -> None:
        """Count one object."""
        self.objects += 1
        worst = Verdict.RUNS
        for result in report.results:
            worst = max(worst, result.verdict)
            self.known += result.known
            for finding in result.findings:
                rule = finding.rule
                self.findings[rule.severity] += 1
                self.codes[rule.code] = self.codes.get(rule.code, 0) + 1
                if rule.severity > self.worst and rule.verdict is not Verdict.UNKNOWN:
                    self.worst = rule.severity
        self.verdicts[worst] += 1
        # With verdicts only there are no findings to count; what a verdict rests on is known from its
        # definition.
        if worst is Verdict.FAILS:
            self.worst = Severity.ERROR
        elif worst is Verdict.RUNS_WITH_RISK and self.worst < Severity.WARNING:
            self.worst = Severity.WARNING

    def merge(self, other: Summary) -> None:
        """Add the counts of a part of the run."""
        self.objects += other.objects
        self.passed_over += other.passed_over
        self.known += other.known
        self.skipped += other.skipped
        self.verdicts = [a + b for a, b in zip(self.verdicts, other.verdicts, strict=True)]
        self.findings = [a + b for a, b in zip(self.findings, other.findings, strict=True)]
        for code, n in other.codes.items():
            self.codes[code] = self.codes.get(code, 0) + n
        self.worst = max(self.worst, other.worst)

    def exit_code(self, fail_on: Severity | None) -> int:
        """0 nothing at or above ``fail_on`` (None: never), 1 findings, 3 something could not be analysed
        and nothing worse."""
        if fail_on is not None and self.worst >= fail_on:
            return EXIT_FINDINGS
        return EXIT_UNKNOWN if self.skipped or self.verdicts[Verdict.UNKNOWN] else EXIT_CLEAN
