"""The words that every layer shares. They are ordered: a larger value is worse (or surer)."""

from __future__ import annotations

from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is when it is true."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word used in output and JSON."""
        return self.name.lower()


class Confidence(IntEnum):
    """How sure the tool is that the finding is true of this binary."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """The word used in output and JSON."""
        return self.name.lower()


class Verdict(IntEnum):
    """The answer for one object on one target. A set of objects takes its worst member.

    UNKNOWN is above RUNS_WITH_RISK: what could not be analysed never counts as a pass.
    """

    RUNS = 0
    RUNS_WITH_RISK = 1
    UNKNOWN = 2
    FAILS = 3

    @property
    def label(self) -> str:
        """The word used in output and JSON: ``runs-with-risk`` and so on."""
        return self.name.lower().replace("_", "-")


class Applicability(IntEnum):
    """How far a fix may be applied without a person looking at it."""

    MANUAL = 1
    UNSAFE = 2
    SAFE = 3

    @property
    def label(self) -> str:
        """The word used in output and JSON."""
        return self.name.lower()
