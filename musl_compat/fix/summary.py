"""What a fix did, for people and for programs."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from musl_compat import __version__
from musl_compat.fix.fixing import FixPlan, ObjectPlan, Outcome, used_shims
from musl_compat.fix.shim.generate import Plan, Supplied
from musl_compat.rules.model import counted
from musl_compat.types import Applicability

SCHEMA = "muslcheck-fix/1"
MANIFEST = "fix.json"
_WEAK = ("degraded", "stub")
_WEAK_SHOWN = 12


def plan_lines(todo: FixPlan) -> Iterator[str]:
    """The plan: each object with its edits, the shims, what stands in the way."""
    yield from _glibc_lines(todo)
    for one in todo.objects:
        yield f"{one.look.name}: {one.look.verdict.label}; " + (
            f"{counted(len(one.edits), 'edit')}" if one.edits else "nothing to change"
        )
        yield from _edit_lines(one)
        yield from _obstacle_lines(one)
    yield from _shim_lines(todo, {shim.library for shim in todo.shims.values()})


def outcome_lines(todo: FixPlan, outcomes: Sequence[Outcome], detail: bool) -> Iterator[str]:
    """What came of each object; with ``detail`` every edit, else only objects that still fail at length."""
    yield from _glibc_lines(todo)
    for outcome in outcomes:
        name, before, after = outcome.plan.look.name, outcome.plan.look.verdict.label, outcome.after.label
        if not outcome.is_good:
            why = "" if outcome.is_changed else f", not changed: {outcome.why_not}"
            yield f"{name}: {after}{why}"
            yield from (f"  {text}" for text in outcome.faults)
            if outcome.way_round:
                yield f"  way round: {outcome.way_round}"
            yield from _obstacle_lines(outcome.plan)
        elif detail and outcome.is_changed:
            yield f"{name}: {before} -> {after}"
            yield from _edit_lines(outcome.plan)
            yield from _applied_lines(outcome)
            yield from _obstacle_lines(outcome.plan)
        elif detail:
            yield f"{name}: {before} -> {after}" if before != after else f"{name}: {after}, nothing to change"
            yield from _obstacle_lines(outcome.plan)
    yield from _shim_lines(todo, used_shims(outcomes))


def _glibc_lines(todo: FixPlan) -> Iterator[str]:
    names = [posixpath.basename(name) for name in todo.glibcs]
    if names:
        few = ", ".join(names[:3]) + ", ..." * (len(names) > 3)
        yield f"{counted(len(names), 'file')} of glibc itself stay as they are, nothing needs them now: {few}"


def _edit_lines(one: ObjectPlan) -> Iterator[str]:
    for edit in one.edits:
        unsafe = "" if edit.safety is Applicability.SAFE else f" ({edit.safety.label})"
        yield f"  {edit.kind:<12} {edit.text}{unsafe}"


def _obstacle_lines(one: ObjectPlan) -> Iterator[str]:
    for obstacle in one.obstacles:
        yield f"  {obstacle.kind:<12} {obstacle.text}"
        if obstacle.way_round:
            yield f"  {'':<12} way round: {obstacle.way_round}"


def _applied_lines(outcome: Outcome) -> Iterator[str]:
    applied = outcome.applied
    if applied is None or not applied.added:
        yield "  in place: the file keeps its size"
        return
    gave_up = f", in the place of {' and '.join(applied.gave_up)}" if applied.gave_up else ""
    moved = "; LIEF moved the program headers to make room" if applied.moved else ""
    yield f"  {applied.added:,} bytes in a segment at the end{gave_up}{moved}"


def _shim_lines(todo: FixPlan, used: set[str]) -> Iterator[str]:
    for arch, shim in sorted(todo.shims.items()):
        if shim.library not in used:
            continue
        where = posixpath.join(todo.layout.shim, shim.library)
        yield f"{where}: the shim for {arch}, {counted(len(shim.supplied), 'symbol')}"
        weak: dict[tuple[str, str], list[str]] = {}
        for one in shim.supplied:
            if one.recipe.fidelity in _WEAK:
                weak.setdefault((one.recipe.fidelity, one.recipe.differs), []).append(one.symbol)
        for (fidelity, differs), names in list(weak.items())[:_WEAK_SHOWN]:
            yield f"  {fidelity}: {', '.join(names)}: {differs}"
        if len(weak) > _WEAK_SHOWN:
            yield f"  and {len(weak) - _WEAK_SHOWN} more recipes that are degraded or stubs: see {MANIFEST}"


def manifest(
    todo: FixPlan, outcomes: Sequence[Outcome], targets: Sequence[str], inputs: Sequence[str]
) -> str:
    """The same for programs, as JSON. ``inputs``: the names of what was given."""
    return _dumped(targets, {"inputs": list(inputs), **content(todo, outcomes)})


def is_manifest(found: object, inputs: Sequence[str] | None = None) -> bool:
    """Is this JSON value what ``manifest`` makes, for these inputs when they are given?"""
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        return False
    return inputs is None or found.get("inputs") == list(inputs)


def wheel_manifest(
    parts: Sequence[dict[str, Any]], targets: Sequence[str], loads: bool, renamed: Mapping[str, str]
) -> str:
    """That of a wheel; ``parts`` are the ``content`` of its places."""
    merged = {
        key: [row for part in parts for row in part[key]] for key in ("objects", "shims", "skipped", "glibc")
    }
    return _dumped(targets, {**merged, "musllinux": loads, "renamed": dict(renamed)})


def _dumped(targets: Sequence[str], rest: dict[str, Any]) -> str:
    head = {"schema": SCHEMA, "tool": {"name": "muslcheck", "version": __version__}, "targets": list(targets)}
    return json.dumps({**head, **rest}, indent=1) + "\n"


def content(todo: FixPlan, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """One set's part of a manifest."""
    return {
        "objects": [_object(o) for o in outcomes],
        "shims": [
            _shim(arch, shim, todo.layout.shim)
            for arch, shim in sorted(todo.shims.items())
            if shim.library in used_shims(outcomes)
        ],
        "skipped": [{"path": path, "reason": reason} for path, reason in todo.skipped],
        "glibc": list(todo.glibcs),
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
        "obstacles": [{"kind": o.kind, "text": o.text, "way_round": o.way_round} for o in one.obstacles],
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
