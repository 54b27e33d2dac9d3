"""A set of files that belong together, fixed: examined, planned, written to a folder, examined again.

A set is one file, several, a tree, an unpacked wheel, a program with its libraries. Its objects see each
other through their search paths, before and after, as ``loader.fs.MemberFs`` says.
"""

from __future__ import annotations

import errno
import os
import posixpath
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from musl_compat import inputs, kb, origin
from musl_compat._core import lib
from musl_compat.analysis import Analyser, Result
from musl_compat.elf import ElfImage, Limits
from musl_compat.elf.names import arch_of
from musl_compat.errors import ElfError, UsageError
from musl_compat.fix import edits as kinds
from musl_compat.fix import needs as asking
from musl_compat.fix.apply import Applied, CannotEdit, apply, sealed
from musl_compat.fix.constructors import wanting_arguments
from musl_compat.fix.edits import Edit, Obstacle, Shim, Subject
from musl_compat.fix.needs import Cxx, Needs
from musl_compat.fix.room import RoomError
from musl_compat.fix.shim import compile as building
from musl_compat.fix.shim import generate
from musl_compat.fix.shim.recipe import CONSTRUCTORS, PRIVATE_PREFIX
from musl_compat.kb.targets import Target
from musl_compat.loader.fs import MemberFs
from musl_compat.loader.search import is_shim
from musl_compat.rules import Finding, select
from musl_compat.types import Applicability, Verdict

GLIBC_STACK = 8 << 20
"""What glibc gives a thread where ``ulimit -s`` is as Linux sets it; the most that musl takes from a file."""
_STARTS_THREADS = frozenset(("pthread_create", "thrd_create", "dlopen"))
_ET_REL, _ET_CORE = 1, 4
_HOLLOW: int = lib.MC_F_HOLLOW


_NO_LINKS: Mapping[str, str] = MappingProxyType({})


class Options(NamedTuple):
    """``targets``: what has to run it, the oldest musl first; ``stack``: bytes, or ``glibc`` (8 MiB for
    programs that may start threads), ``auto`` (what their code needs), ``keep``; ``allow_unsafe``: make edits
    that are not safe, too; ``compiler``: the command, None for the first for musl that is found; ``loud``:
    placeholders of the shim say that they were called.
    """

    targets: tuple[Target, ...]
    stack: int | str = "glibc"
    allow_unsafe: bool = False
    compiler: str | None = None
    loud: bool = False

    @property
    def oldest(self) -> Target:
        """The target that has the least."""
        return self.targets[0]


class Layout(NamedTuple):
    """Where the output keeps things, as paths below it: ``shim``: the folder of the shim; ``libraries``: a
    folder of libraries that objects need, None when there is none of ours; ``is_root``: the output is the
    root of a system, so that a path from there is known; ``brought``: DT_NEEDED names of libraries that were
    brought along -> their names in the folder of the shim; ``renamed``: those of objects of the set that have
    other names there -> these.
    """

    shim: str = ""
    libraries: str | None = None
    is_root: bool = False
    brought: Mapping[str, str] = _NO_LINKS
    renamed: Mapping[str, str] = _NO_LINKS


class Look(NamedTuple):
    """One object as it was examined. ``faults``: the findings that make the verdict, of the first target that
    has it.
    """

    name: str
    source: Path
    arch: str | None
    verdict: Verdict
    faults: tuple[str, ...]
    needs: Needs
    wants_stack: bool
    needed: tuple[str, ...]
    is_secure: bool
    is_glibcs: bool
    cxx: Cxx


class ObjectPlan(NamedTuple):
    """What is to be done with one object. ``shim``: the shim that it gets, or None."""

    look: Look
    edits: tuple[Edit, ...]
    obstacles: tuple[Obstacle, ...]
    shim: Shim | None


class FixPlan(NamedTuple):
    """What is to be done with a set. ``shims``: by architecture, those that some object needs; ``glibcs``:
    the parts of glibc itself, which are left as they are.
    """

    objects: tuple[ObjectPlan, ...]
    shims: Mapping[str, generate.Plan]
    layout: Layout
    skipped: tuple[tuple[str, str], ...]
    glibcs: tuple[str, ...] = ()
    links: Mapping[str, str] = _NO_LINKS


class Outcome(NamedTuple):
    """What came of one object. ``applied`` is None when it was left as it is, ``why_not`` says why and
    ``way_round`` what else there is to do; ``after`` and ``faults`` are of the second examination, in which
    an object may be better for what was done to others.
    """

    plan: ObjectPlan
    applied: Applied | None
    after: Verdict
    faults: tuple[str, ...]
    why_not: str = ""
    way_round: str = ""

    @property
    def is_changed(self) -> bool:
        """Is it another file than it was?"""
        return self.applied is not None

    @property
    def is_good(self) -> bool:
        """Does the object not fail now, nor for want of glibc's libstdc++?"""
        lacks = any(o.kind == CXX_RUNTIME and o.is_fatal for o in self.plan.obstacles)
        return self.after < Verdict.UNKNOWN and not lacks


class Judge:
    """Examines the objects of one set. The verdict is the worst of all targets."""

    def __init__(
        self, targets: Iterable[Target], files: Mapping[str, Path], links: Mapping[str, str] = _NO_LINKS
    ) -> None:
        self._files = files
        self._analysers = [Analyser(target, select()) for target in targets]
        self._fs = MemberFs(files, self._read, links)

    def _read(self, name: str, limits: Limits | None) -> ElfImage:
        return scan(self._files[name], limits)

    def verdict(self, name: str) -> tuple[Verdict, tuple[str, ...]]:
        """The verdict of one object, and its faults. Raises ElfError, OSError."""
        return _worst([a.analyse(scan(self._files[name]), name, self._fs) for a in self._analysers])

    def look(self, name: str) -> Look | None:
        """One object; None for one that no loader loads. Raises ElfError, OSError."""
        source = self._files[name]
        image = scan(source)
        if not is_loaded(image):
            return None
        arch = arch_of(image)
        results = [analyser.analyse(image, name, self._fs) for analyser in self._analysers]
        verdict, faults = _worst(results)
        return Look(
            name,
            source,
            arch,
            verdict,
            faults,
            Needs((), (), ()) if arch is None else _needs(image, name, arch, results, source),
            _wants_stack(image),
            tuple(image.needed),
            _is_secure(source),
            _is_glibcs(image, name),
            asking.of_glibcs_cxx(image),
        )


def _needs(image: ElfImage, name: str, arch: str, results: Iterable[Result], source: Path) -> Needs:
    """What an object needs for every target whose loader binds it. Raises ElfError, OSError."""
    bound = [(result.target, result.bindings) for result in results if result.bindings is not None]
    needs = asking.at_run_time(
        image, arch, [target for target, _ in bound], lambda: source.open("rb", buffering=0)
    )
    for target, bindings in bound:
        needs = needs.with_those(asking.of(image, name, arch, target, bindings))
    return needs._replace(constructors=wanting_arguments(image, source.read_bytes, arch))


def _worst(results: Iterable[Result]) -> tuple[Verdict, tuple[str, ...]]:
    """The worst verdict, and the faults of the first target that has it."""
    verdict, faults = Verdict.RUNS, tuple[str, ...]()
    for result in results:
        if result.verdict > verdict:
            verdict = result.verdict
            faults = tuple(_fault(f) for f in result.findings if f.rule.verdict > Verdict.RUNS)
    return verdict, faults


def _is_secure(path: Path) -> bool:
    """Does a program get rights by its file, so that musl ignores ``$ORIGIN`` for it?"""
    if path.stat().st_mode & (stat.S_ISUID | stat.S_ISGID):
        return True
    return "security.capability" in attributes(path)


def attributes(path: Path) -> list[str]:
    """The names of a file's extended attributes; none where the file system keeps none. Raises OSError."""
    try:
        return os.listxattr(path)
    except OSError as error:
        if error.errno == errno.ENOTSUP:
            return []
        raise


def _is_glibcs(image: ElfImage, name: str) -> bool:
    """Is it a part of glibc itself? Nothing needs it where musl is, and most of it cannot run there."""
    if posixpath.basename(posixpath.dirname(name)) == "gconv":
        return True
    own = any(version.name.startswith("GLIBC_") for version in image.verdef)
    return own and image.soname in kb.glibc_libraries()


def scan(path: Path, limits: Limits | None = None) -> ElfImage:
    """The image of a file. Raises ElfError, OSError."""
    fd = os.open(path, inputs.OPEN_FLAGS)
    try:
        return ElfImage.from_fd(fd, limits)
    finally:
        os.close(fd)


def _fault(finding: Finding) -> str:
    return f"{finding.rule.code} {finding.message}"


def is_loaded(image: ElfImage) -> bool:
    """Is it a program or a library, with its code, and nothing that only linkers and debuggers read?"""
    return image.type not in (_ET_REL, _ET_CORE) and not image.flags & _HOLLOW


def _wants_stack(image: ElfImage) -> bool:
    """A program built for glibc in which threads may be started: by itself, or by a library that it loads."""
    if image.interpreter is None or image.soname is not None:
        return False
    built = origin.of(image, list(image.needed))
    if built.libc == "musl" and built.glibc_required is None:
        return False
    own = [name for name in image.needed if name not in kb.glibc_libraries() and not is_shim(name)]
    if own:
        return True
    return any(symbol.name in _STARTS_THREADS for _, symbol in image.references())


# -- the plan ----------------------------------------------------------------------------------------


def examine(
    files: Mapping[str, Path], targets: Iterable[Target], links: Mapping[str, str] = _NO_LINKS
) -> tuple[list[Look], list[tuple[str, str]]]:
    """The objects of a set, in order, and those that could not be examined with the reason. Files that are
    not ELF, and objects that are not loaded, are in neither.
    """
    objects = {name: path for name, path in files.items() if is_elf(path)}
    judge = Judge(targets, objects, links)
    looks, skipped = [], []
    for name in objects:
        try:
            found = judge.look(name)
        except ElfError as error:
            skipped.append((name, str(error)))
        except OSError as error:
            skipped.append((name, error.strerror or str(error)))
        else:
            if found is not None:
                looks.append(found)
    return looks, skipped


def is_elf(path: Path) -> bool:
    """Does a file begin as ELF files do? What cannot be read does not."""
    try:
        return path.is_file() and inputs.head_of(str(path)).startswith(inputs.ELF_MAGIC)
    except OSError:
        return False


def plan(
    files: Mapping[str, Path], options: Options, layout: Layout, links: Mapping[str, str] = _NO_LINKS
) -> FixPlan:
    """Examine a set, choose its shims and the edits of each object. Nothing is written. ``links``: symbolic
    links of the set, with what they point at.
    """
    every, skipped = examine(files, options.targets, links)
    looks = [look for look in every if not look.is_glibcs]
    shims = _shims(looks, options)
    reasons = {arch: dict(shim.unsupplied) for arch, shim in shims.items()}
    has_cxx = any(posixpath.basename(name).startswith(asking.CXX) for name in (*files, *links))
    objects = []
    for look in looks:
        shim = _shim_for(look, shims, layout)
        try:
            edits, obstacles = _edits(look, shim, options, layout)
        except ElfError as error:
            skipped.append((look.name, str(error)))
        else:
            obstacles += _unsupplied(look, reasons.get(look.arch or "", {}))
            obstacles += _in_the_way(look, shim, edits, layout)
            obstacles += [] if has_cxx or asking.CXX in layout.brought else _wrong_cxx(look)
            objects.append(ObjectPlan(look, tuple(edits), tuple(obstacles), shim))
    needed = {one.look.arch for one in objects if one.shim is not None}
    return FixPlan(
        tuple(objects),
        {arch: s for arch, s in shims.items() if arch in needed},
        layout,
        tuple(skipped),
        tuple(look.name for look in every if look.is_glibcs),
        links,
    )


def _in_the_way(look: Look, shim: Shim | None, edits: Sequence[Edit], layout: Layout) -> Iterator[Obstacle]:
    """What keeps the edits from being made."""
    if look.is_secure and edits and (shim is not None or layout.libraries is not None) and not layout.is_root:
        yield Obstacle(
            SECURE,
            "it gets rights by its file (setuid, setgid, capabilities): musl ignores $ORIGIN for it",
            "fix the whole root of the system as a tree, or take it from a build for musl",
        )
    found = sealed(look.source) if edits else None
    if found is not None:
        yield Obstacle(SEAL, str(found), found.way_round)


def _wrong_cxx(look: Look) -> Iterator[Obstacle]:
    """What an object does not find in the libstdc++ of a musl system, where it is given no other."""
    names, way_round = look.cxx.names, f"--bundle brings {asking.CXX} along"
    if names:
        text = f"only a {asking.CXX} built for glibc has {names[0]}" + ", ..." * (len(names) > 1)
        yield Obstacle(CXX_RUNTIME, text, way_round)
    elif look.cxx.reads_table:
        text = f"it may read a table of std::ctype<char> that only a {asking.CXX} built for glibc has"
        yield Obstacle(CXX_RUNTIME, text, f"if it crashes, {way_round}", is_fatal=False)


def _shims(looks: Iterable[Look], options: Options) -> dict[str, generate.Plan]:
    symbols: dict[str, set[str]] = {}
    private: dict[str, set[str]] = {}
    for look in looks:
        if look.arch is not None and look.needs.asks_for_shim:
            symbols.setdefault(look.arch, set()).update(look.needs.symbols)
            private.setdefault(look.arch, set()).update(name for _, name in look.needs.overrides)
            if look.needs.constructors is not None:
                private[look.arch].add(CONSTRUCTORS)
    found = {}
    for arch, names in symbols.items():
        shim = generate.plan(
            names, private=private[arch], arch=arch, target=options.oldest, loud=options.loud
        )
        found[arch] = generate.named_by_content(shim)
    return found


def _unsupplied(look: Look, reasons: Mapping[str, str]) -> list[Obstacle]:
    """The symbols that this object lacks and no recipe supplies."""
    names = [name for name in look.needs.symbols if name in reasons]
    if any(name.startswith(PRIVATE_PREFIX) for name in names):
        text = "it was fixed before, and its shim is not where it looks for it"
        return [Obstacle("shim", text, "fix the original again, or bring the shim along")]
    return [Obstacle("symbol", f"{name} is not supplied: {reasons[name]}", _REBUILD) for name in names]


_REBUILD = "rebuild the object without it, for musl, or take it from a build for musl"


def _shim_for(look: Look, shims: Mapping[str, generate.Plan], layout: Layout) -> Shim | None:
    """The shim as this object finds it, when it holds something for it."""
    shim = shims.get(look.arch or "")
    if shim is None:
        return None
    supplied, needs = {s.symbol for s in shim.supplied}, look.needs
    if not needs.overrides and needs.constructors is None and supplied.isdisjoint(needs.symbols):
        return None
    if look.is_secure and layout.is_root:
        return Shim(shim.library, f"/{layout.shim}")
    return Shim(shim.library, _origin_of(look.name, layout.shim))


def _origin_of(name: str, folder: str) -> str:
    """A folder of the output as ``$ORIGIN`` of one of its objects names it."""
    relative = posixpath.relpath(folder or ".", posixpath.dirname(name) or ".")
    return "$ORIGIN" if relative == "." else f"$ORIGIN/{relative}"


def _edits(
    look: Look, shim: Shim | None, options: Options, layout: Layout, data: bytearray | None = None
) -> tuple[list[Edit], list[Obstacle]]:
    """The edits of an object; for ``data`` when its bytes are no longer those that were examined."""
    if look.arch is None:
        return [], []
    image = scan(look.source) if data is None else ElfImage.from_bytes(data)
    needs = look.needs if data is None else _needs_again(look, image, look.arch, data)
    libraries = layout.libraries
    if not layout.brought.keys().isdisjoint(look.needed):
        libraries = layout.shim
    subject = Subject(
        look.name,
        image,
        look.arch,
        options.oldest,
        needs,
        shim,
        None if libraries is None else _origin_of(look.name, libraries),
        {**layout.brought, **layout.renamed},
        _stack_of(look, options),
        look.source.read_bytes if data is None else lambda: data,
    )
    return kinds.plan(subject)


def _needs_again(look: Look, image: ElfImage, arch: str, data: bytearray) -> Needs:
    """The needs with the indices of symbols as they are in these bytes."""
    constructors = look.needs.constructors
    if constructors is not None:
        constructors = wanting_arguments(image, lambda: bytes(data), arch)
    return look.needs._replace(overrides=asking.overrides(image, arch), constructors=constructors)


def _stack_of(look: Look, options: Options) -> int:
    """Bytes of stack for the threads of a program; 0 to leave them."""
    if not look.wants_stack or options.stack == "keep":
        return 0
    if options.stack == "glibc":
        return GLIBC_STACK
    if isinstance(options.stack, int):
        return options.stack
    from musl_compat.elf.code import Code
    from musl_compat.stack import Object, analyse, needed_stack

    objects = [Object(look.name, Code.from_bytes(look.source.read_bytes()))]
    return needed_stack(analyse(objects, options.oldest.musl_version)) or 0


_NO_EDIT = "there is no edit for what is wrong"
SECURE, SEAL = "secure", "seal"
"""Kinds of obstacles for which an object is left as it is."""
CXX_RUNTIME = "libstdc++"
"""The kind of an obstacle that no verdict tells: the library is presumed to be there."""


# -- carrying it out -----------------------------------------------------------------------------------


def carry_out(todo: FixPlan, options: Options, folder: Path) -> list[Outcome]:
    """Write what changes to ``folder``: the edited objects and the shims.

    An object whose verdict does not become better is not kept. Raises UsageError when there is no compiler,
    CompileError, OSError.
    """
    compilers, lacking = _compilers(todo, options)
    outcomes = [
        _left(one, lacking[one.look.arch])
        if one.shim and one.look.arch in lacking
        else _write(one, todo, options, folder)
        for one in todo.objects
    ]
    todo = todo._replace(shims={arch: shim for arch, shim in todo.shims.items() if arch in compilers})
    for arch, shim in todo.shims.items():
        _build(shim, compilers[arch], options.oldest, folder / todo.layout.shim)
    return _verified(outcomes, todo, options, folder)


def _compilers(todo: FixPlan, options: Options) -> tuple[dict[str, building.Compiler], dict[str | None, str]]:
    """The compiler for each architecture, and why others have none: a tree may hold objects of several.
    Raises UsageError when none has one.
    """
    found: dict[str, building.Compiler] = {}
    lacking: dict[str | None, str] = {}
    for arch in sorted(todo.shims):
        try:
            found[arch] = building.find_compiler(arch, options.compiler)
        except UsageError as error:
            lacking[arch] = str(error)
    if lacking and not found:
        raise UsageError("; ".join(text for text in lacking.values()))
    return found, lacking


def _write(one: ObjectPlan, todo: FixPlan, options: Options, folder: Path) -> Outcome:
    look = one.look
    unsafe = [edit for edit in one.edits if edit.safety is not Applicability.SAFE]
    if not one.edits:
        return _left(one, _NO_EDIT)
    if any(obstacle.kind in (SECURE, SEAL) for obstacle in one.obstacles):
        return _left(one, "it cannot be edited")
    if unsafe and not options.allow_unsafe:
        kind = ", ".join(edit.kind for edit in unsafe)
        return _left(one, f"not safe: {kind}", "--allow unsafe makes these edits")
    try:
        applied = apply(
            _bytes_of(look.source),
            lambda data: _edits(look, one.shim, options, todo.layout, data)[0],
            allow_unsafe=options.allow_unsafe,
        )
    except CannotEdit as error:
        return _left(one, str(error), error.way_round)
    except (ElfError, RoomError) as error:
        return _left(one, str(error))
    path = folder / look.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(applied.data)
    shutil.copymode(look.source, path)
    return Outcome(one, applied._replace(data=bytearray()), look.verdict, look.faults)


def _bytes_of(path: Path) -> bytearray:
    """A file, read once into memory that can be changed."""
    with open(path, "rb", buffering=0) as file:
        data = bytearray(os.fstat(file.fileno()).st_size)
        view, at = memoryview(data), 0
        while at < len(data) and (n := file.readinto(view[at:])):
            at += n
    if at < len(data):
        raise OSError(errno.EIO, "the file got shorter while it was read", str(path))
    return data


def _left(one: ObjectPlan, why: str, way_round: str = "") -> Outcome:
    """The outcome of an object that is left as it is."""
    return Outcome(one, None, one.look.verdict, one.look.faults, why, way_round)


def _build(shim: generate.Plan, compiler: building.Compiler, target: Target, folder: Path) -> None:
    """The shim's library alone; its sources are what ``muslcheck shim`` gives."""
    with tempfile.TemporaryDirectory(prefix="muslcheck-") as scratch:
        generate.write(shim, Path(scratch))
        made = building.build(shim, Path(scratch), compiler, target)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(made, folder / shim.library)


def _verified(outcomes: list[Outcome], todo: FixPlan, options: Options, folder: Path) -> list[Outcome]:
    """The outcomes with what a second examination says. What did not become better is taken back."""
    while True:
        files = {o.plan.look.name: _now(o, folder) for o in outcomes}
        for shim in todo.shims.values():
            name = posixpath.join(todo.layout.shim, shim.library)
            files[name] = folder / name
        judge = Judge(options.targets, files, todo.links)
        seen = [_judged(outcome, judge) for outcome in outcomes]
        worse = {o.plan.look.name for o in seen if o.is_changed and not _is_better(o)}
        if not worse:
            for shim in todo.shims.values():
                if shim.library not in used_shims(seen):
                    (folder / todo.layout.shim / shim.library).unlink()
            return seen
        # An object that leans on one that is taken back may be worse for it: all are looked at again.
        for name in worse:
            (folder / name).unlink()
        outcomes = [
            _left(o.plan, "the edits do not make it run") if o.plan.look.name in worse else o for o in seen
        ]


def used_shims(outcomes: Iterable[Outcome]) -> set[str]:
    """The file names of the shims that some changed object has."""
    return {o.plan.shim.library for o in outcomes if o.is_changed and o.plan.shim is not None}


def _now(outcome: Outcome, folder: Path) -> Path:
    look = outcome.plan.look
    return folder / look.name if outcome.is_changed else look.source


def _judged(outcome: Outcome, judge: Judge) -> Outcome:
    try:
        after, faults = judge.verdict(outcome.plan.look.name)
    except ElfError as error:
        after, faults = Verdict.FAILS, (str(error),)
    return outcome._replace(after=after, faults=faults)


def _is_better(outcome: Outcome) -> bool:
    """Better, or as good as before with something mended that no verdict tells (a meaning, a stack)."""
    before, after = outcome.plan.look.verdict, outcome.after
    return after < before or (after == before and before < Verdict.UNKNOWN)


def untouched(todo: FixPlan) -> list[Outcome]:
    """The outcomes of a plan that changes nothing."""
    return [_left(one, _NO_EDIT) for one in todo.objects]


def will_fail(one: ObjectPlan, todo: FixPlan) -> bool:
    """Will this object still fail? One without edits may do so for a library only that has some."""
    if any(obstacle.is_fatal for obstacle in one.obstacles):
        return True
    mended = {posixpath.basename(other.look.name) for other in todo.objects if other.edits}
    return one.look.verdict >= Verdict.UNKNOWN and not one.edits and mended.isdisjoint(one.look.needed)
