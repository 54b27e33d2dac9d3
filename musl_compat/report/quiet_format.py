"""``-q``: one line for each object, its verdict and path. With several targets the worst verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musl_compat.report import Style, shown
from musl_compat.types import Verdict

if TYPE_CHECKING:
    from musl_compat.analysis import ObjectReport
    from musl_compat.inputs import Skipped
    from musl_compat.kb.targets import Target
    from musl_compat.report.summary import Summary


_LABELS = [verdict.label for verdict in Verdict]


def format(style: Style) -> QuietFormat:
    """The format; it has no style."""
    return QuietFormat()


class QuietFormat:
    """``VERDICT PATH``; a member of a container is ``CONTAINER:MEMBER``."""

    separator = ""
    verdict_only = True
    skipped_apart = True

    def begin(self, targets: list[Target]) -> str:
        """Nothing."""
        return ""

    def object(self, report: ObjectReport) -> str:
        """The line of one object."""
        path = report.path if report.container is None else f"{report.container}:{report.path}"
        return f"{_LABELS[report.verdict]} {path if path.isprintable() else shown(path)}\n"

    def skipped(self, skipped: Skipped) -> str:
        """``muslcheck: PATH: REASON``."""
        path = skipped.path if skipped.container is None else f"{skipped.container}:{skipped.path}"
        return f"muslcheck: {shown(path)}: {shown(skipped.reason)}\n"

    def end(self, summary: Summary) -> str:
        """Nothing."""
        return ""
