"""What a rule is made of: its signals, the context that it looks at, the findings that it gives, the
decorator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from musl_compat._core import lib
from musl_compat.errors import ElfError, InputError
from musl_compat.types import Applicability, Confidence, Severity, Verdict

if TYPE_CHECKING:
    from musl_compat.elf import ElfImage
    from musl_compat.elf.code import Code
    from musl_compat.kb.targets import Target
    from musl_compat.loader.binding import Bindings
    from musl_compat.loader.traits import LoaderTraits
    from musl_compat.rules.calls import Calls
    from musl_compat.stack import StackReport, ThreadReport

# Signals: what is known of an object before any rule runs, one bit each. Bits 0 to 31 are the image's MC_F_*
# flags. A rule is called only when one of the bits of its ``when`` is set, so that most files call none.
UNREADABLE = 1 << 32
"""The scan gave an error, ``Context.error``."""
NO_ARCH = 1 << 33
"""musl has no port to this machine and ABI, or none that is modelled."""
NO_FACTS = 1 << 34
"""The target's exports are not known on this architecture."""
FOREIGN_INTERP = 1 << 35
"""PT_INTERP names a loader that is not the target's."""
MISSING_LIBRARY = 1 << 36
"""A DT_NEEDED name cannot be loaded."""
MISSING_LIBC = 1 << 37
"""A strong reference to a libc symbol does not bind."""
MISSING_OTHER = 1 << 38
"""A strong reference to a symbol of another library does not bind."""
MISSING_HOST = 1 << 39
"""A strong reference to a symbol of a host program does not bind."""
UNSUPPORTED_RELOC = 1 << 40
"""A relocation type that the target's loader refuses."""
HAS_RPATH = 1 << 41
"""DT_RPATH or DT_RUNPATH."""
LINK_MAP = 1 << 42
"""The closure was loaded: ``Context.bindings.link_map``."""
EXECUTABLE = 1 << 43
"""ET_EXEC, or ET_DYN with PT_INTERP or DF_1_PIE."""
NO_HASH = 1 << 44
"""Neither DT_GNU_HASH nor DT_HASH, here or in an object of the closure."""
ANY_HASH: int = lib.MC_F_HASH | lib.MC_F_GNU_HASH
NEEDS_LIBS = 1 << 45
"""At least one DT_NEEDED."""
INCOMPLETE = 1 << 46
"""An object of the closure could not be read."""
LIBRARY = 1 << 47
"""ET_DYN and no program: it is loaded by one."""
NULL_READ = 1 << 48
"""A weak reference of the closure that is 0 and that the loader reads through."""

STARTS_THREADS = 1 << 49
"""An undefined symbol is a function that starts threads: ``Context.stacks()`` is worth asking."""
CALLS = 1 << 50
"""An undefined symbol is a function whose calls some rule looks at: ``Context.calls()`` has answers."""


class Fix:
    """One step that would mend a finding: in plain words, what a person can do. ``applicability``: SAFE and
    UNSAFE say that ``muslcheck fix`` mends it, MANUAL that only a person can.
    """

    __slots__ = ("applicability", "text")

    def __init__(self, text: str, applicability: Applicability = Applicability.MANUAL) -> None:
        self.text = text
        self.applicability = applicability


class Finding:
    """A rule's answer about one object.

    ``message``: one sentence; ``symbols``: the names it is about, sorted; ``evidence``: what in this binary
    shows it, one line each; ``note``: one line more for people (who supplies the symbols).
    """

    __slots__ = ("evidence", "fix", "message", "note", "rule", "symbols", "title")

    def __init__(
        self,
        message: str,
        *,
        title: str = "",
        symbols: Sequence[str] = (),
        evidence: Sequence[str] = (),
        note: str = "",
        fix: Fix | None = None,
    ) -> None:
        self.message = message
        self.title = title
        self.symbols = symbols
        self.evidence = evidence
        self.note = note
        self.fix = fix
        self.rule: Rule = _NONE

    @property
    def symbol(self) -> str | None:
        """The one symbol that this is about, None when there are none or several."""
        return self.symbols[0] if len(self.symbols) == 1 else None


class Context:
    """One object against one target: all that a rule may look at. Rules do no I/O.

    ``arch`` is musl's name of the architecture (None: no port). ``image`` and ``bindings`` are None when
    ``error`` is set.
    """

    __slots__ = (
        "_calls",
        "_stacks",
        "arch",
        "bindings",
        "error",
        "image_or_none",
        "path",
        "read_code",
        "read_stacks",
        "signals",
        "target",
        "traits",
    )

    def __init__(
        self,
        path: str,
        target: Target,
        traits: LoaderTraits,
        arch: str | None,
        image: ElfImage | None,
        bindings: Bindings | None,
        error: ElfError | None,
        signals: int,
        read_stacks: Callable[[Context], StackReport] | None = None,
        read_code: Callable[[], Code] | None = None,
    ) -> None:
        self.path = path
        self.target = target
        self.traits = traits
        self.arch = arch
        self.image_or_none = image
        self.bindings = bindings
        self.error = error
        self.signals = signals
        self.read_stacks = read_stacks
        self.read_code = read_code
        self._stacks: StackReport | str | None = None
        self._calls: dict[str, Calls] = {}

    @property
    def image(self) -> ElfImage:
        """The image. Only rules that fire on an unreadable file have none."""
        assert self.image_or_none is not None
        return self.image_or_none

    @property
    def bound(self) -> Bindings:
        """The bindings. Only rules that fire on an unreadable file, or on one without facts, have none."""
        assert self.bindings is not None
        return self.bindings

    def has(self, signal: int) -> bool:
        """Is one of these signals set?"""
        return bool(self.signals & signal)

    def loaded(self) -> Iterator[tuple[str, ElfImage]]:
        """This object, and with a link map those that are loaded with it; libc is not among them."""
        link_map = None if self.bindings is None else self.bindings.link_map
        if link_map is None:
            yield self.path, self.image
            return
        for one in link_map.objects:
            if one.image is not None:
                yield one.name, one.image

    def refers_to(self, *names: str) -> bool:
        """Does this object import one of these names?"""
        image = self.image
        return any(not image.symbol(i).shndx for name in names for i in image.find_all(name))

    def calls(self, name: str) -> Calls:
        """The calls that this object makes of a function that it imports, from its code, which is read when
        this is first asked. No ``sites``, and ``known``: it calls it nowhere. Only for rules that CALLS
        calls.
        """
        found = self._calls.get(name)
        if found is None:
            found = self._calls[name] = self._find_calls(name)
        return found

    def _find_calls(self, name: str) -> Calls:
        from musl_compat.rules.calls import Calls, calls_of

        if not self.refers_to(name):
            return Calls()
        assert self.read_code is not None
        try:
            return calls_of(self.read_code(), name)
        except (ElfError, InputError) as error:
            return Calls(unread=str(error))
        except OSError as error:
            return Calls(unread=error.strerror or str(error))

    def stacks(self) -> StackReport | str:
        """The threads that this object starts, from its code, which is read when this is first asked; or why
        its code could not be read. Only for rules that STARTS_THREADS calls.
        """
        if self._stacks is None:
            assert self.read_stacks is not None
            try:
                self._stacks = self.read_stacks(self)
            except (ElfError, InputError) as error:
                self._stacks = str(error)
            except OSError as error:
                self._stacks = error.strerror or str(error)
            except MemoryError:
                self._stacks = "not enough memory for its call graph"
        return self._stacks

    def threads(self) -> list[ThreadReport]:
        """The threads of ``stacks``, one for each function that they start; none when there is no answer."""
        report = self.stacks()
        if isinstance(report, str):
            return []
        return list({(t.object, t.start.entry, t.size): t for t in reversed(report.threads)}.values())[::-1]

    def objects(self, flags: int) -> Iterator[tuple[str, ElfImage]]:
        """Those of ``loaded`` that have one of these MC_F_* flags."""
        return ((path, image) for path, image in self.loaded() if image.flags & flags)


def counted(n: int, noun: str) -> str:
    """``1 symbol``, ``2 symbols``."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _verdict(code: str, severity: Severity, confidence: Confidence) -> Verdict:
    """What a finding of such a rule makes of the verdict: see ``analysis``."""
    if code.startswith("MC0"):
        return Verdict.UNKNOWN
    if severity is Severity.ERROR:
        return Verdict.FAILS if confidence is Confidence.HIGH else Verdict.RUNS_WITH_RISK
    return Verdict.RUNS_WITH_RISK if severity is Severity.WARNING else Verdict.RUNS


Check = Callable[[Context], Iterator[Finding]]


class Rule:
    """A check with its metadata. ``topic`` is the heading it stands under; ``page`` its documentation;
    ``calls`` the functions whose calls it looks at.
    """

    __slots__ = (
        "calls",
        "certain",
        "check",
        "code",
        "confidence",
        "evidence",
        "fires_on",
        "name",
        "severity",
        "silent_on",
        "since",
        "topic",
        "verdict",
        "when",
    )

    def __init__(self, code: str, name: str, check: Check, topic: str, when: int, certain: int) -> None:
        self.code = code
        self.name = name
        self.check = check
        self.topic = topic
        self.when = when
        self.certain = certain
        self.severity = Severity.NOTE
        self.confidence = Confidence.HIGH
        self.verdict = Verdict.RUNS
        self.since = ""
        self.evidence: Sequence[str] = ()
        self.fires_on: Sequence[str] = ()
        self.silent_on: Sequence[str] = ()
        self.calls: Sequence[str] = ()

    @property
    def page(self) -> str:
        """The documentation: the docstring of the check, its indentation taken off."""
        import inspect

        return inspect.cleandoc(self.check.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first paragraph of "What it finds", on one line."""
        after = self.page.partition("## What it finds\n")[2]
        return " ".join(after.partition("\n\n")[0].partition("\n## ")[0].split())

    def run(self, context: Context) -> Iterator[Finding]:
        """The findings, each marked with this rule."""
        for finding in self.check(context):
            finding.rule = self
            yield finding

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.name}>"


def _no_findings(context: Context) -> Iterator[Finding]:
    return iter(())


_NONE = Rule("MC000", "none", _no_findings, "", 0, 0)

# The headings of the text report, in its order.
TOPICS = (
    "could not analyse",
    "interpreter",
    "missing libraries",
    "missing symbols",
    "refused by the loader",
    "silent traps",
    "good to know",
)


def rule(
    code: str,
    name: str,
    *,
    topic: str,
    severity: Severity,
    since: str,
    when: int,
    evidence: Sequence[str],
    fires_on: str | Sequence[str],
    silent_on: str | Sequence[str],
    confidence: Confidence = Confidence.HIGH,
    certain: int = 0,
    calls: Sequence[str] = (),
) -> Callable[[Check], Rule]:
    """Declare a rule. ``when``: signals, any of which makes the rule worth calling. ``calls``: functions that
    must be imported for the rule to have something to say; one that is sets the signal CALLS.

    ``certain``: signals that prove a finding, of this rule or of another one that is certain of the same
    signal; so that a verdict needs no call when all of them are selected. ``fires_on`` and ``silent_on``:
    corpus programs (``corpus:NAME``) that a test runs. ``evidence``: where the fact is from.
    """
    if topic not in TOPICS:
        raise ValueError(f"{code}: no topic {topic!r}")

    def made(check: Check) -> Rule:
        it = Rule(code, name, check, topic, when, certain)
        it.severity = severity
        it.confidence = confidence
        it.verdict = _verdict(code, severity, confidence)
        it.since = since
        it.calls = calls
        it.evidence = evidence
        it.fires_on = (fires_on,) if isinstance(fires_on, str) else tuple(fires_on)
        it.silent_on = (silent_on,) if isinstance(silent_on, str) else tuple(silent_on)
        return it

    return made
