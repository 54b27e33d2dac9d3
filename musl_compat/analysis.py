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

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from musl_compat._core import ffi, lib
from musl_compat.elf.names import arch_of
from musl_compat.errors import ElfError, InputError
from musl_compat.loader import binding, traits
from musl_compat.loader.search import is_shim
from musl_compat.rules import Context, Finding, Rule, RuleSet, all_rules, model
from musl_compat.types import Verdict

if TYPE_CHECKING:
    from musl_compat.elf import ElfImage
    from musl_compat.elf.code import Code
    from musl_compat.inputs import Member, Skipped
    from musl_compat.kb.targets import Target
    from musl_compat.loader.binding import Bindings
    from musl_compat.loader.fs import Filesystem
    from musl_compat.loader.linkmap import LinkMap
    from musl_compat.stack import Object, StackReport

ET_EXEC = 2
EM_ARM = 40
# Fingerprints of findings that are known already: (target, container or "", path, code, symbol); symbol is ""
# for a finding about none.
Baseline = frozenset[tuple[str, str, str, str, str]]


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


# Reads the machine code of the object at hand. Raises ElfError, InputError or OSError.
ReadCode: TypeAlias = "Callable[[], Code]"
Item: TypeAlias = "ObjectReport | Skipped | PassedOver"


class Analyser:
    """Judges objects against one target. Holds what does not change from file to file."""

    __slots__ = (
        "_always_code",
        "_archs",
        "_baseline",
        "_blind",
        "_called_names",
        "_fatal",
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
        always_code: bool = False,
    ) -> None:
        """``fs``: where the closure's libraries are; None: each object is judged alone. ``always_code``: ask
        the machine code of an object too that fails anyway.
        """
        self.target = target
        self._rules = rules
        self._called_names = _names(rules.calls)
        # The verdict rests on these whether they are shown or not: unknown never becomes a pass.
        self._blind = RuleSet(r for r in all_rules() if r.verdict is Verdict.UNKNOWN)
        self._fs = fs
        self._library_path = tuple(library_path)
        self._baseline = baseline
        self._always_code = always_code
        self._traits = traits.of(target)
        self._interp: dict[str, str | None] = {}
        self._archs: dict[tuple[object, ...], str | None] = {}
        self._fatal = _fatal(rules)
        self._quick: dict[int, tuple[Rule, ...]] = {}

    def analyse(
        self,
        image: ElfImage,
        path: str,
        fs: Filesystem | None = None,
        container: str | None = None,
        code: ReadCode | None = None,
    ) -> Result:
        """Every finding. ``fs``: the file system of the object's container, when it is in one. ``code``:
        called when some rule has a question for the machine code; without it nothing is said of that.
        """
        arch, signals = self._first_look(image)
        context = self._context(image, path, fs, arch, signals)
        self._look_into_code(context, code, fs)
        return self._finish(context, container)

    def failed(self, error: ElfError, path: str, container: str | None = None) -> Result:
        """The result for a file that could not be read."""
        return self._finish(self._unreadable(error, path), container)

    def _unreadable(self, error: ElfError, path: str) -> Context:
        return Context(path, self.target, self._traits, None, None, None, error, model.UNREADABLE)

    def verdict(
        self, image: ElfImage, path: str, fs: Filesystem | None = None, code: ReadCode | None = None
    ) -> Verdict:
        """The verdict alone, with nothing looked at and no rule called that cannot change it. Asks for an
        empty baseline.
        """
        arch, signals = self._first_look(image)
        if signals & self._fatal:
            return Verdict.FAILS
        context = self._context(image, path, fs, arch, signals)
        if context.signals & self._fatal:
            return Verdict.FAILS
        self._look_into_code(context, code, fs)
        signals = context.signals
        rules = self._quick.get(signals)
        if rules is None:
            rules = self._quick[signals] = self._called(signals)
        worst = Verdict.RUNS
        for one in rules:
            if one.verdict <= worst:
                break
            for _ in one.check(context):
                worst = one.verdict
                break
        return worst

    def _called(self, signals: int) -> tuple[Rule, ...]:
        """The rules that could say more than RUNS, the worst first, of these the ones that read code last."""
        rules = {*self._rules.called_by(signals), *self._blind.called_by(signals)}
        worse = (r for r in rules if r.verdict is not Verdict.RUNS)
        return tuple(sorted(worse, key=lambda r: (-r.verdict, bool(r.when & _READS_CODE), r.code)))

    def _finish(self, context: Context, container: str | None) -> Result:
        findings = self._findings(context)
        before = len(findings)
        if self._baseline and findings:
            place = (self.target.name, container or "", context.path)
            findings = [f for f in findings if not self._is_known(f, place)]
        worst = Verdict.RUNS
        for finding in findings:
            worst = max(worst, finding.rule.verdict)
        if worst < Verdict.UNKNOWN:
            for one in self._blind.called_by(context.signals):
                for _ in one.check(context):
                    worst = Verdict.UNKNOWN
        return Result(self.target, worst, findings, context.bindings, before - len(findings))

    def _findings(self, context: Context) -> list[Finding]:
        """By code. The machine code is not asked about what fails anyway, unless it is to be always."""
        rules = self._rules.called_by(context.signals)
        reading = [r for r in rules if r.when & _READS_CODE]
        if not reading:
            return [f for r in rules for f in r.run(context)]
        found = [f for r in rules if not r.when & _READS_CODE for f in r.run(context)]
        if self._always_code or all(f.rule.verdict is not Verdict.FAILS for f in found):
            found += [f for r in reading for f in r.run(context)]
            found.sort(key=lambda f: f.rule.code)
        return found

    def _is_known(self, finding: Finding, place: tuple[str, str, str]) -> bool:
        """Does the baseline hold all that this finding is about?"""
        code = finding.rule.code
        return all((*place, code, symbol) in self._baseline for symbol in finding.symbols or ("",))

    def _first_look(self, image: ElfImage) -> tuple[str | None, int]:
        """The architecture, and the signals that the headers alone give; 0 for a file that no loader looks
        at.
        """
        c = image.c
        flags: int = c.flags
        if _stands_alone(image, flags):
            return None, 0
        key = (c.machine, c.elf_class, c.data, c.e_flags, image.interpreter if c.machine == EM_ARM else None)
        try:
            arch = self._archs[key]
        except KeyError:
            arch = self._archs[key] = arch_of(image)
        if arch is None:
            return None, model.NO_ARCH
        return arch, flags | self._kind_signals(image, flags, arch)

    def _context(
        self, image: ElfImage, path: str, fs: Filesystem | None, arch: str | None, signals: int
    ) -> Context:
        target = self.target
        bindings = None
        if arch is not None:
            try:
                bindings = self._bind(image, path, arch, fs or self._fs)
            except ElfError as error:  # hash tables or search paths that were made to be slow
                known = signals & self._fatal | model.UNREADABLE  # what the headers tell stays told
                return Context(path, target, self._traits, arch, image, None, error, known)
            signals |= self._binding_signals(image, signals, bindings)
        return Context(path, target, self._traits, arch, image, bindings, None, signals)

    def _look_into_code(self, context: Context, code: ReadCode | None, fs: Filesystem | None) -> None:
        """Set the signals of what the machine code has to tell, if some rule asks for them."""
        if code is None or context.bindings is None:
            return
        names = self._called_names
        if names and lib.mc_image_wants(context.image.c, names, len(self._rules.calls)):
            context.signals |= model.CALLS
            context.read_code = code
        self._look_for_threads(context, code, fs or self._fs)

    def _look_for_threads(self, context: Context, code: ReadCode, used: Filesystem | None) -> None:
        """Set STARTS_THREADS for an object that does."""
        if not self._rules.when & model.STARTS_THREADS:
            return
        if not lib.mc_image_wants(context.image.c, _STARTERS, len(THREAD_STARTERS)):
            return
        context.signals |= model.STARTS_THREADS

        def read(context: Context) -> StackReport:
            from musl_compat.stack import Object, analyse

            objects = [Object(context.path, code())]
            link_map = None if context.bindings is None else context.bindings.link_map
            if link_map is not None:
                objects += _libraries(link_map, used)[0]
            return analyse(objects, context.target.musl_version, context.loaded())

        context.read_stacks = read

    def _bind(self, image: ElfImage, path: str, arch: str, fs: Filesystem | None) -> Bindings:
        if fs is None:
            found = binding.alone(image, self.target, path, arch)
            if not found.has_missing or not any(map(is_shim, image.needed)):
                return found
            # What it misses is the shim's, which lies beside a file that muslcheck fix made.
            from musl_compat.loader.fs import BesideFs

            fs = BesideFs()
        from musl_compat.loader.linkmap import LinkMap

        link_map = LinkMap.build(path, image, fs, self.target, arch=arch, library_path=self._library_path)
        return binding.closure(link_map)

    def _binding_signals(self, image: ElfImage, signals: int, bindings: Bindings) -> int:
        c = image.c
        if c.needed_n:
            signals |= model.NEEDS_LIBS
            if bindings.has_missing_libraries:
                signals |= model.MISSING_LIBRARY
        if c.rpath or c.runpath:
            signals |= model.HAS_RPATH
        if not signals & model.ANY_HASH:
            signals |= model.NO_HASH
        if not bindings.judged:
            signals |= model.NO_FACTS
        if bindings.has_unsupported:
            signals |= model.UNSUPPORTED_RELOC
        if bindings.link_map is not None:
            signals |= self._closure_signals(bindings, bindings.link_map)
        elif bindings.missing_count:
            signals |= model.MISSING_LIBC
        return signals

    @staticmethod
    def _closure_signals(bindings: Bindings, link_map: LinkMap) -> int:
        signals = model.LINK_MAP
        if link_map.unreadable:
            signals |= model.INCOMPLETE
        for one in link_map.objects:
            if one.image is not None:
                flags = one.image.flags
                signals |= flags & _OF_THE_CLOSURE
                if not flags & model.ANY_HASH:
                    signals |= model.NO_HASH
        for missing in bindings.missing:
            signals |= _KIND_SIGNAL[missing.kind]
        if bindings.null_reads:
            signals |= model.NULL_READ
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
        if self._fs is None or not interpreter:
            return False
        from musl_compat.loader.fs import RootFs

        if not isinstance(self._fs, RootFs):
            return False
        try:
            found = self._fs.image(self._fs.locate(interpreter, False), image.machine)
        except (OSError, ElfError):
            return False
        return not found.find("_rtld_global")


def read_closure(
    path: str, fs: Filesystem, target: Target, library_path: Iterable[str] = ()
) -> tuple[list[Object], list[str]]:
    """The code of a program and of all libraries that its start loads, libc left out; and what could not be
    read of them, a line each. Raises OSError and ElfError for the program itself.
    """
    from musl_compat.loader.linkmap import LinkMap
    from musl_compat.stack import Object

    first = Object(path, fs.code(fs.locate(path, True)))
    link_map = LinkMap.build(path, first.code.image, fs, target, library_path=library_path)
    libraries, problems = _libraries(link_map, fs)
    return [first, *libraries], problems


def _libraries(link_map: LinkMap, fs: Filesystem | None) -> tuple[list[Object], list[str]]:
    """The code of the link map's objects but the first; what cannot be read is left out, and said."""
    from musl_compat.stack import Object

    assert fs is not None
    out, problems = [], []
    for one in link_map.objects[1:]:
        if one.is_libc:
            continue
        try:
            out.append(Object(one.name, fs.code(fs.locate(one.name, one.given))))
        except (ElfError, InputError) as error:
            problems.append(f"{one.name}: {error}")
        except OSError as error:
            problems.append(f"{one.name}: {error.strerror or error}")
    return out, problems


# What the machine code is read for: the functions whose calls musl_compat.stack looks at. They stand here,
# as the names alone decide for most files, and that package is not loaded for these.
THREAD_STARTERS = (
    "pthread_create",
    "thrd_create",
    "g_thread_new",
    "g_thread_try_new",
    "g_thread_create_full",
    "g_thread_pool_new",
    "g_thread_pool_new_full",
    "g_task_run_in_thread",
    "g_task_run_in_thread_sync",
    "SDL_CreateThread",
    "_ZTI7QThread",
    "_ZTIN5boost6detail16thread_data_baseE",
    "GOMP_parallel",
    "uv_thread_create",
    "_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE",
    "_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvPvE",
)


def _names(names: Iterable[str]) -> Any:
    """Names as ``mc_image_wants`` takes them."""
    return ffi.new("char[]", "".join(name + "\0" for name in names).encode())


_STARTERS = _names(THREAD_STARTERS)
_READS_CODE = model.STARTS_THREADS | model.CALLS
_INTERP: int = lib.MC_F_INTERP
_PIE: int = lib.MC_F_PIE
_DYNAMIC: int = lib.MC_F_DYNAMIC
# Flags of any object of the closure that decide how the start goes.
_OF_THE_CLOSURE: int = (
    lib.MC_F_RELR | lib.MC_F_ANDROID_REL | lib.MC_F_CREL | lib.MC_F_TEXTREL_FLAG | lib.MC_F_TPOFF
)
_KIND_SIGNAL = {
    "libc": model.MISSING_LIBC,
    "host": model.MISSING_HOST,
    "library": model.MISSING_OTHER,
}


def _fatal(rules: RuleSet) -> int:
    """The signals that alone prove FAILS: some rule that is certain of the signal fires, whichever it is, and
    all of them are selected and say FAILS.
    """
    signals = 0
    for one in rules.rules:
        signals |= one.certain
    for one in all_rules():
        if one.verdict is not Verdict.FAILS or one not in rules.rules:
            signals &= ~one.certain
    return signals


def _stands_alone(image: ElfImage, flags: int) -> bool:
    """Does no loader touch this file? A static program, or a static PIE, which relocates itself."""
    if not flags & _DYNAMIC:
        return True
    return flags & (_PIE | _INTERP) == _PIE and not image.c.needed_n
