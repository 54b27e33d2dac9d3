"""``--format json``: the schema ``muslcheck/1`` (``muslcheck-1.schema.json`` beside this file), one object
a line.

Keys are only ever added. Names that are not UTF-8 hold each odd byte B as the code point U+DC00 + B.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from musl_compat import __version__, origin
from musl_compat.elf.names import arch_of, machine_name
from musl_compat.report import Style
from musl_compat.types import Confidence, Severity, Verdict

if TYPE_CHECKING:
    from musl_compat.analysis import ObjectReport, Result
    from musl_compat.elf import ElfImage
    from musl_compat.inputs import Skipped
    from musl_compat.kb.targets import Target
    from musl_compat.report.summary import Summary
    from musl_compat.rules import Finding

# e_type without its ET_; ET_DYN is a library or a position-independent program.
_TYPES = {0: "NONE", 1: "REL", 2: "EXEC", 3: "DYN", 4: "CORE"}
# By their numbers, which is quicker than by the member.
_VERDICTS = [v.label for v in Verdict]
_SEVERITIES = ["", *(s.label for s in Severity)]
_CONFIDENCES = ["", *(c.label for c in Confidence)]
_dumps = json.JSONEncoder(separators=(", ", ": ")).encode


def format(style: Style) -> JsonFormat:
    """The format; it has no style."""
    return JsonFormat()


class JsonFormat:
    """One JSON document, written as it is made."""

    separator = ",\n"
    verdict_only = False
    skipped_apart = False

    def begin(self, targets: list[Target]) -> str:
        """The head, up to the first object."""
        head = {
            "schema": "muslcheck/1",
            "tool": {"name": "muslcheck", "version": __version__},
            "targets": [_target(t) for t in targets],
        }
        return _dumps(head)[:-1] + ', "objects": [\n'

    def object(self, report: ObjectReport) -> str:
        """One object."""
        return _dumps(
            {
                "path": report.path,
                "container": report.container,
                "elf": None if report.image is None else elf(report.image),
                "results": [result(r) for r in report.results],
            }
        )

    def skipped(self, skipped: Skipped) -> str:
        """Nothing yet: the list comes after the objects."""
        return ""

    def end(self, summary: Summary) -> str:
        """What was skipped, and the counts."""
        skipped = [
            {"path": s.path, "reason": s.reason} | ({"container": s.container} if s.container else {})
            for s in summary.skipped
        ]
        counts = {
            "objects": summary.objects,
            "skipped": len(skipped),
            "passed_over": summary.passed_over,
            "verdicts": {v.label: summary.verdicts[v] for v in Verdict},
            "findings": {s.label: summary.findings[s] for s in reversed(Severity)},
            "codes": dict(sorted(summary.codes.items())),
            "known": summary.known,
        }
        return f'\n], "skipped": {_dumps(skipped)}, "summary": {_dumps(counts)}}}\n'


def _target(target: Target) -> dict[str, Any]:
    return {
        "name": target.name,
        "title": target.title,
        "musl_version": ".".join(map(str, target.musl_version)),
    }


def elf(image: ElfImage) -> dict[str, Any]:
    """The facts of an object."""
    needed = image.needed
    built = origin.of(image, needed)
    return {
        "class": image.elf_class,
        "endian": image.byteorder,
        "machine": arch_of(image) or machine_name(image.machine),
        "type": _TYPES.get(image.type, str(image.type)),
        "interpreter": image.interpreter,
        "needed": needed,
        "soname": image.soname,
        "libc": built.libc,
        "glibc_required": built.glibc_required,
    }


def result(result: Result) -> dict[str, Any]:
    """One object on one target."""
    out: dict[str, Any] = {
        "target": result.target.name,
        "verdict": _VERDICTS[result.verdict],
        "missing_libraries": [],
        "missing_symbols": [],
        "unsupported_relocations": [],
        "findings": [finding(f) for f in result.findings],
    }
    bindings = result.bindings
    if bindings is None:
        return out
    if bindings.has_missing_libraries:
        out["missing_libraries"] = [
            {"name": m.name, "needed_by": m.needed_by} for m in bindings.missing_libraries
        ]
    if bindings.has_missing:
        out["missing_symbols"] = [
            {
                "name": m.name,
                "version": m.version,
                "binding": m.binding,
                "requested_by": m.requested_by,
                "kind": m.kind,
            }
            for m in bindings.missing
        ]
    if bindings.has_unsupported:
        out["unsupported_relocations"] = [
            {"type": u.type, "name": u.name, "requested_by": u.requested_by} for u in bindings.unsupported
        ]
    return out


def finding(finding: Finding) -> dict[str, Any]:
    """One finding."""
    rule = finding.rule
    fix = finding.fix
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": _SEVERITIES[rule.severity],
        "confidence": _CONFIDENCES[rule.confidence],
        "symbol": finding.symbol,
        "message": finding.message,
        "evidence": list(finding.evidence),
        "fix": None if fix is None else {"text": fix.text, "applicability": fix.applicability.label},
        "symbols": list(finding.symbols),
    }
