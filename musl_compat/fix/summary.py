"""What a fix did, for people and for programs."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from musl_compat import __version__
from musl_compat.fix.fixing import FixPlan, ObjectPlan, Outcome
from musl_compat.fix.shim.generate import Plan, Supplied
from musl_compat.rules.model import counted

SCHEMA = "muslcheck-fix/1"
MANIFEST = "fix.json"
_WEAK = ("degraded", "stub")
_WEAK_SHOWN = 12


def plan_lines(todo: FixPlan) -> Iterator[str]:
    """The plan: each object with its edits, the shims, what stands in the way."""
    for one in todo.objects:
        yield f"{one.look.name}: {one.look.verdict.label}; " + (
            f"{counted(len(one.edits), 'edit')}" if one.edits else "nothing to change"
        )
        yield from _edit_lines(one)
        yield from (f"  cannot: {o.text}; {o.way_round}" for o in one.obstacles)
    yield from _shim_lines(todo)


def outcome_lines(todo: FixPlan, outcomes: Sequence[Outcome], detail: bool) -> Iterator[str]:
    """What came of each object; with ``detail`` every edit, else only objects that still fail at length."""
    for outcome in outcomes:
        name, before, after = outcome.plan.look.name, outcome.plan.look.verdict.label, outcome.after.label
        if not outcome.is_good:
            why = "" if outcome.is_changed else f", not changed: {outcome.why_not}"
            yield f"{name}: {after}{why}"
            yield from (f"  {text}" for text in outcome.faults)
            if outcome.way_round:
                yield f"  way round: {outcome.way_round}"
        elif detail and outcome.is_changed:
            yield f"{name}: {before} -> {after}"
            yield from _edit_lines(outcome.plan)
            yield from _applied_lines(outcome)
        elif detail:
            yield f"{name}: {before} -> {after}" if before != after else f"{name}: {after}, nothing to change"
    yield from _shim_lines(todo)


def _edit_lines(one: ObjectPlan) -> Iterator[str]:
    for edit in one.edits:
        yield f"  {edit.kind:<12} {edit.text} ({edit.safety.label})"


def _applied_lines(outcome: Outcome) -> Iterator[str]:
    applied = outcome.applied
    if applied is None or not applied.added:
        yield "  in place: the file keeps its size"
        return
    gave_up = f", in the place of {' and '.join(applied.gave_up)}" if applied.gave_up else ""
    moved = "; LIEF moved the program headers to make room" if applied.moved else ""
    yield f"  {applied.added:,} bytes in a segment at the end{gave_up}{moved}"


def _shim_lines(todo: FixPlan) -> Iterator[str]:
    for arch, shim in sorted(todo.shims.items()):
        where = posixpath.join(todo.layout.shim, shim.library)
        yield f"{where}: the shim for {arch}, {counted(len(shim.supplied), 'symbol')}"
        weak = [s for s in shim.supplied if s.recipe.fidelity in _WEAK]
        yield from (f"  {s.recipe.fidelity}: {s.symbol}: {s.recipe.differs}" for s in weak[:_WEAK_SHOWN])
        if len(weak) > _WEAK_SHOWN:
            yield f"  and {len(weak) - _WEAK_SHOWN} more that are degraded or stubs: see {MANIFEST}"
        yield from (f"  not supplied: {name}: {reason}" for name, reason in shim.unsupplied)


def manifest(todo: FixPlan, outcomes: Iterable[Outcome], targets: Sequence[str]) -> str:
    """The same for programs, as JSON."""
    return _dumped(targets, content(todo, outcomes))


def wheel_manifest(
    parts: Sequence[dict[str, Any]], targets: Sequence[str], loads: bool, renamed: dict[str, str]
) -> str:
    """That of a wheel; ``parts`` are the ``content`` of its places."""
    merged = {key: [row for part in parts for row in part[key]] for key in ("objects", "shims", "skipped")}
    return _dumped(targets, {**merged, "musllinux": loads, "renamed": renamed})


def _dumped(targets: Sequence[str], rest: dict[str, Any]) -> str:
    head = {"schema": SCHEMA, "tool": {"name": "muslcheck", "version": __version__}, "targets": list(targets)}
    return json.dumps({**head, **rest}, indent=1) + "\n"


def content(todo: FixPlan, outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """One set's part of a manifest."""
    return {
        "objects": [_object(o) for o in outcomes],
        "shims": [_shim(arch, shim, todo.layout.shim) for arch, shim in sorted(todo.shims.items())],
        "skipped": [{"path": path, "reason": reason} for path, reason in todo.skipped],
    }


def _object(outcome: Outcome) -> dict[str, Any]:
    one, applied = outcome.plan, outcome.applied
    return {
        "path": one.look.name,
        "changed": outcome.is_changed,
        "before": one.look.verdict.label,
        "after": outcome.after.label,
        "edits": [
            {"kind": e.kind, "text": e.text, "safety": e.safety.label}
            for e in one.edits
            if outcome.is_changed
        ],
        "added_bytes": applied.added if applied else 0,
        "headers_given_up": list(applied.gave_up) if applied else [],
        "headers_moved": applied.moved if applied else False,
        "shim": one.shim.library if one.shim and outcome.is_changed else None,
        "faults": list(outcome.faults),
        "why_not": outcome.why_not,
        "way_round": outcome.way_round,
    }


def _shim(arch: str, shim: Plan, folder: str) -> dict[str, Any]:
    return {
        "path": posixpath.join(folder, shim.library),
        "architecture": arch,
        "symbols": [_supplied(s) for s in shim.supplied],
        "unsupplied": [{"name": name, "reason": reason} for name, reason in shim.unsupplied],
    }


def _supplied(one: Supplied) -> dict[str, str]:
    return {
        "name": one.symbol,
        "exported": one.exported,
        "fidelity": one.recipe.fidelity,
        "differs": "" if one.recipe.differs == "-" else one.recipe.differs,
    }
