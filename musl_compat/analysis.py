"""One object and one target to a ``Result``: the bindings, the rules that they call, the verdict.

The verdict is the worst that a finding says; no finding says ``runs``:

==========================================  ================
a finding of                                says
==========================================  ================
family MC0xx (could not be analysed)        UNKNOWN
severity error, confidence high             FAILS
severity error, confidence medium or low    RUNS_WITH_RISK
severity warning                            RUNS_WITH_RISK
severity note                               RUNS
==========================================  ================

FAILS is worse than UNKNOWN: what is known to fail fails, whatever else could not be seen. A rule that was
left out by --select or --ignore, and a finding that the baseline holds, do not count; MC0xx rules count
always.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from musl_compat._core import lib
from musl_compat.elf.names import arch_of
from musl_compat.errors import ElfError
from musl_compat.loader import binding, traits
from musl_compat.loader.fs import RootFs
from musl_compat.loader.linkmap import LinkMap
from musl_compat.rules import Context, Finding, Rule, RuleSet, all_rules, model
from musl_compat.types import Verdict

if TYPE_CHECKING:
    from musl_compat.elf import ElfImage
    from musl_compat.inputs import Member, Skipped
    from musl_compat.kb.targets import Target
    from musl_compat.loader.binding import Bindings
    from musl_compat.loader.fs import Filesystem

ET_EXEC = 2
# Fingerprints of findings that are known already: (code, path, symbol); symbol is "" for a finding about
# none.
Baseline = frozenset[tuple[str, str, str]]


class Result:
    """One object on one target. ``bindings`` is None for a file that no loader binds, or that could not be
    read.

    ``known`` counts the findings that the baseline took away.
    """

    __slots__ = ("bindings", "findings", "known", "target", "verdict")

    def __init__(
        self,
        target: Target,
        verdict: Verdict,
        findings: list[Finding],
        bindings: Bindings | None = None,
        known: int = 0,
    ) -> None:
        self.target = target
        self.verdict = verdict
        self.findings = findings
        self.bindings = bindings
        self.known = known


class ObjectReport:
    """One object against every target. ``image`` is None when it could not be read: ``error`` says why.

    ``path`` is the path as given or found, or the member's name inside ``container``; ``named``: the user
    gave this path.
    """

    __slots__ = ("container", "error", "image", "named", "path", "results")

    def __init__(
        self,
        member: Member,
        image: ElfImage | None,
        error: ElfError | None,
        results: list[Result],
    ) -> None:
        self.path = member.path
        self.container = member.container
        self.named = member.named
        self.image = image
        self.error = error
        self.results = results

    @property
    def verdict(self) -> Verdict:
        """The worst over the targets."""
        return max((r.verdict for r in self.results), default=Verdict.UNKNOWN)


class PassedOver:
    """Files of a tree that are no objects of ours (no ELF, or one that is never loaded), how many in a
    row."""

    __slots__ = ("count",)

    def __init__(self, count: int) -> None:
        self.count = count


Item: TypeAlias = "ObjectReport | Skipped | PassedOver"


class Analyser:
    """Judges objects against one target. Holds what does not change from file to file."""

    __slots__ = (
        "_baseline",
        "_blind",
        "_fs",
        "_interp",
        "_library_path",
        "_quick",
        "_rules",
        "_traits",
        "target",
    )

    def __init__(
        self,
        target: Target,
        rules: RuleSet,
        *,
        fs: Filesystem | None = None,
        library_path: Iterable[str] = (),
        baseline: Baseline = frozenset(),
    ) -> None:
        """``fs``: where the closure's libraries are; None: each object is judged alone."""
        self.target = target
        self._rules = rules
        # The verdict rests on these whether they are shown or not: unknown never becomes a pass.
        self._blind = RuleSet(r for r in all_rules() if r.verdict is Verdict.UNKNOWN)
        self._fs = fs
        self._library_path = tuple(library_path)
        self._baseline = baseline
        self._traits = traits.of(target)
        self._interp: dict[str | None, str | None] = {None: None}
        self._quick: dict[int, tuple[Verdict, tuple[Rule, ...]]] = {}

    def analyse(self, image: ElfImage, path: str, fs: Filesystem | None = None) -> Result:
        """Every finding. ``fs``: the file system of the object's container, when it is in one."""
        context = self._context(image, path, fs)
        return self._finish(context)

    def failed(self, error: ElfError, path: str) -> Result:
        """The result for a file that could not be read."""
        return self._finish(
            Context(path, self.target, self._traits, None, None, None, error, model.UNREADABLE)
        )

    def verdict(self, image: ElfImage, path: str, fs: Filesystem | None = None) -> Verdict:
        """The verdict alone, with no rule called that cannot change it. Asks for an empty baseline."""
        context = self._context(image, path, fs)
        signals = context.signals
        plan = self._quick.get(signals)
        if plan is None:
            plan = self._quick[signals] = self._plan(signals)
        worst, rules = plan
        for one in rules:
            if one.verdict <= worst:
                break
            for _ in one.check(context):
                worst = one.verdict
                break
        return worst

    def _plan(self, signals: int) -> tuple[Verdict, tuple[Rule, ...]]:
        """The verdict that the signals alone prove, and the rules that could make it worse, the worst
        first."""
        rules = {*self._rules.called_by(signals), *self._blind.called_by(signals)}
        proven = Verdict.RUNS
        for one in rules:
            proofs = one.certain & signals
            partners = [r for r in all_rules() if r.certain & proofs]
            if proofs and rules.issuperset(r for r in partners if r.when & signals):
                proven = max(proven, min(r.verdict for r in partners))
        worse = (r for r in rules if r.verdict > proven)
        return proven, tuple(sorted(worse, key=lambda r: -r.verdict))

    def _finish(self, context: Context) -> Result:
        findings = [f for r in self._rules.called_by(context.signals) for f in r.run(context)]
        before = len(findings)
        if self._baseline and findings:
            findings = [f for f in findings if not self._is_known(f, context.path)]
        worst = Verdict.RUNS
        for finding in findings:
            worst = max(worst, finding.rule.verdict)
        if worst < Verdict.UNKNOWN:
            for one in self._blind.called_by(context.signals):
                for _ in one.check(context):
                    worst = Verdict.UNKNOWN
        return Result(self.target, worst, findings, context.bindings, before - len(findings))

    def _is_known(self, finding: Finding, path: str) -> bool:
        """Does the baseline hold all that this finding is about?"""
        code = finding.rule.code
        return all((code, path, symbol) in self._baseline for symbol in finding.symbols or ("",))

    def _context(self, image: ElfImage, path: str, fs: Filesystem | None) -> Context:
        target = self.target
        arch = arch_of(image)
        signals = image.flags
        bindings = None
        if _stands_alone(image, signals):
            signals = 0  # no loader looks at it, so no rule about loading is called
        elif arch is None:
            signals = model.NO_ARCH
        else:
            fs = fs or self._fs
            if fs is None:
                bindings = binding.alone(image, target, path)
            else:
                bindings = binding.closure(
                    LinkMap.build(path, image, fs, target, library_path=self._library_path)
                )
            signals = self._signals(image, signals, arch, bindings)
        return Context(path, target, self._traits, arch, image, bindings, None, signals)

    def _signals(self, image: ElfImage, signals: int, arch: str, bindings: Bindings) -> int:
        c = image.c
        signals |= self._kind_signals(image, signals, arch)
        if c.needed_n:
            signals |= model.NEEDS_LIBS
            if bindings.has_missing_libraries:
                signals |= model.MISSING_LIBRARY
        if c.rpath or c.runpath:
            signals |= model.HAS_RPATH
        if not signals & _ANY_HASH:
            signals |= model.NO_HASH
        if not bindings.judged:
            signals |= model.NO_FACTS
        if bindings.has_unsupported:
            signals |= model.UNSUPPORTED_RELOC
        if bindings.link_map is not None:
            signals |= model.LINK_MAP
            if bindings.link_map.unreadable:
                signals |= model.INCOMPLETE
            for one in bindings.link_map.objects:
                if one.image is not None:
                    signals |= one.image.flags & _OF_THE_CLOSURE
            for missing in bindings.missing:
                signals |= _KIND_SIGNAL[missing.kind]
        elif bindings.missing_count:
            signals |= model.MISSING_LIBC
        return signals

    def _kind_signals(self, image: ElfImage, flags: int, arch: str) -> int:
        """Program or library, and whose loader it asks for. A library may name an interpreter too
        (libc.so.6 does): no loader reads it there.
        """
        c = image.c
        if c.type != ET_EXEC and not flags & _PIE and (c.soname or not flags & _INTERP):
            return model.LIBRARY
        if not flags & _INTERP:
            return model.EXECUTABLE
        wanted = self._interp.get(arch)
        if wanted is None:
            wanted = self._interp[arch] = self.target.interpreter(arch)
        interpreter = image.interpreter
        if interpreter == wanted or self._is_provided(interpreter, image):
            return model.EXECUTABLE
        return model.EXECUTABLE | model.FOREIGN_INTERP

    def _is_provided(self, interpreter: str | None, image: ElfImage) -> bool:
        """Does the given root have this interpreter, and is it not glibc's own (which would be no start on
        musl)?"""
        if not isinstance(self._fs, RootFs) or not interpreter:
            return False
        try:
            found = self._fs.image(self._fs.locate(interpreter, False), image.machine)
        except (OSError, ElfError):
            return False
        return not found.find("_rtld_global")


_INTERP: int = lib.MC_F_INTERP
_PIE: int = lib.MC_F_PIE
_DYNAMIC: int = lib.MC_F_DYNAMIC
_ANY_HASH: int = lib.MC_F_HASH | lib.MC_F_GNU_HASH
# Flags of any object of the closure that decide how the start goes.
_OF_THE_CLOSURE: int = (
    lib.MC_F_RELR | lib.MC_F_ANDROID_REL | lib.MC_F_CREL | lib.MC_F_TEXTREL_FLAG | lib.MC_F_TPOFF
)
_KIND_SIGNAL = {
    "libc": model.MISSING_LIBC,
    "host": model.MISSING_HOST,
    "library": model.MISSING_OTHER,
}


def _stands_alone(image: ElfImage, flags: int) -> bool:
    """Does no loader touch this file? A static program, or a static PIE, which relocates itself."""
    if not flags & _DYNAMIC:
        return True
    return flags & (_PIE | _INTERP) == _PIE and not image.c.needed_n
