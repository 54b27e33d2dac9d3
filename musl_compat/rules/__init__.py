"""The rules: one module each, named ``mcNNN_what.py``, found by their file names.

A rule looks at a ``Context`` and yields ``Finding``s; its docstring is its page. Codes are never reused.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib import import_module

from musl_compat.errors import UsageError
from musl_compat.rules.model import Context, Finding, Fix, Rule, rule

__all__ = ["Context", "Finding", "Fix", "Rule", "RuleSet", "all_rules", "get", "rule", "select"]

_rules: list[Rule] = []


def all_rules() -> list[Rule]:
    """Every rule, by code."""
    if not _rules:
        for file in sorted(os.listdir(os.path.dirname(__file__))):
            if file.startswith("mc") and file.endswith(".py"):
                _rules.append(import_module(f"{__name__}.{file[:-3]}").check)
    return _rules


def get(code: str) -> Rule | None:
    """The rule of a code, in any case; None when there is none."""
    wanted = code.upper()
    return next((r for r in all_rules() if r.code == wanted), None)


class RuleSet:
    """The rules that were asked for, and which of them a set of signals calls."""

    __slots__ = ("_for", "calls", "rules", "when")

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.when = 0
        for one in self.rules:
            self.when |= one.when
        self.calls = sorted({name for one in self.rules for name in one.calls})
        self._for: dict[int, tuple[Rule, ...]] = {}

    def called_by(self, signals: int) -> tuple[Rule, ...]:
        """The rules to call. Signals differ little between files, so the answer is kept."""
        signals &= self.when
        found = self._for.get(signals)
        if found is None:
            found = self._for[signals] = tuple(r for r in self.rules if r.when & signals)
        return found


def select(chosen: Iterable[str] = (), ignored: Iterable[str] = ()) -> RuleSet:
    """The rules whose code begins with one of ``chosen`` (none given: all), less those that begin with one
    of ``ignored``.

    Raises UsageError for a code that fits no rule.
    """
    chosen, ignored = tuple(c.upper() for c in chosen), tuple(i.upper() for i in ignored)
    codes = [r.code for r in all_rules()]
    for word in chosen + ignored:
        if not word.startswith("MC") or not any(code.startswith(word) for code in codes):
            raise UsageError(f"no rule has a code that begins with {word!r} (muslcheck rules lists them)")
    return RuleSet(
        r
        for r in all_rules()
        if (not chosen or r.code.startswith(chosen)) and not (ignored and r.code.startswith(ignored))
    )
