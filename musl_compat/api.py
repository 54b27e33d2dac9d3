"""What other programs import, and what the commands call: paths in, a stream of reports out.

``check`` is enough for most; ``Checker`` is the same in parts, for callers that have their own batches or
processes. The names of ``__all__`` are the public ones; ``docs/api.md`` shows them at work. Nothing that is
checked is executed, and no exception is raised for what a path holds: it is a ``Skipped``, or a finding of
family MC0xx.
"""

from __future__ import annotations

import errno
import os
import posixpath
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from musl_compat import inputs
from musl_compat._core import lib
from musl_compat.analysis import Analyser, Baseline, Item, ObjectReport, PassedOver, Result
from musl_compat.elf import ElfImage, Limits, scan_fds
from musl_compat.errors import ElfError, InputError
from musl_compat.inputs import ContainerLimits, Member, Skipped
from musl_compat.kb import targets as kb_targets
from musl_compat.rules import Finding, Rule, RuleSet, select
from musl_compat.types import Severity, Verdict

if TYPE_CHECKING:
    from musl_compat.elf.code import Code
    from musl_compat.kb.targets import Target
    from musl_compat.loader.fs import Filesystem

__all__ = [
    "Baseline",
    "Checker",
    "ContainerLimits",
    "Finding",
    "Item",
    "Limits",
    "Member",
    "ObjectReport",
    "PassedOver",
    "Result",
    "RuleSet",
    "Severity",
    "Skipped",
    "Verdict",
    "batches",
    "check",
    "select",
]

# Descriptors open at once, and files scanned in one call with the GIL free.
BATCH = 64
# Images of one container that are kept for those that need them.
KEPT_IMAGES = 256
ET_REL, ET_CORE = 1, 4
_NOT_LOADED = {
    ET_REL: "a relocatable object (ET_REL): it is linked, never loaded; check what is linked from it",
    ET_CORE: "a core dump (ET_CORE), not a program or library",
}
_HOLLOW: int = lib.MC_F_HOLLOW
_IS_HOLLOW = "no segment of it has code in the file (separate debug information?), nothing of it is loaded"


class _Container:
    """What a container holds, read once each: for the objects themselves, and for those that need them."""

    def __init__(self, path: str, container_limits: ContainerLimits | None, limits: Limits | None) -> None:
        from musl_compat.loader.fs import MemberFs

        self.path = path
        found = inputs.members(path, container_limits)
        self._members = {m.path: m for m in found if isinstance(m, Member)}
        self._limits = limits
        self._images: OrderedDict[str, ElfImage] = OrderedDict()
        self.fs = MemberFs(self._members, self._read, _beside(self._members), read_code=self._code)

    def image(self, member: Member) -> ElfImage:
        """The image of a member. Raises ElfError, and InputError or OSError for one that cannot be had."""
        image = self._images.get(member.path)
        if image is None:
            got = member.open()
            assert not isinstance(got, int)
            image = self._images[member.path] = ElfImage.from_bytes(got, self._limits)
            if len(self._images) > KEPT_IMAGES:
                self._images.popitem(last=False)
        return image

    def _read(self, name: str, limits: Limits | None) -> ElfImage:
        """For the link map: what cannot be had is an OSError there, as for a loader."""
        try:
            if limits is None:
                return self.image(self._members[name])
            got = self._members[name].open()
        except InputError as e:
            raise OSError(errno.EIO, str(e)) from e
        assert not isinstance(got, int)
        return ElfImage.from_bytes(got, limits)

    def _code(self, name: str) -> Code:
        """For the stacks of threads that go on into another member."""
        from musl_compat.elf.code import Code

        got = self._members[name].open()
        assert not isinstance(got, int)
        return Code.from_bytes(got)


def _beside(names: Iterable[str]) -> dict[str, str]:
    """What the members of a wheel's ``NAME.data/`` directories see around them once they are installed, as
    links: all of site-packages from platlib and purelib, all of the prefix from the directories in it.
    """
    from musl_compat.inputs.wheel import SITE, installed

    every = dict.fromkeys(names)
    links: dict[str, str] = {}
    for top in {name.partition("/")[0] for name in every if name.partition("/")[0].endswith(".data")}:
        for name in every:
            place, path = installed(name)
            for view in ("platlib/", "purelib/") if place == SITE else ("",):
                link = f"{top}/{view}{path}"
                if link not in every:
                    links[link] = posixpath.relpath(name, posixpath.dirname(link))
    return links


class Checker:
    """A check, ready to run: the targets, the rules, where libraries are. One is enough for any number of
    paths."""

    def __init__(
        self,
        targets: Iterable[Target] = (),
        *,
        closure: bool = False,
        root: str | None = None,
        library_path: Iterable[str] = (),
        rules: RuleSet | None = None,
        baseline: Baseline = frozenset(),
        limits: Limits | None = None,
        container_limits: ContainerLimits | None = None,
        code: bool | None = None,
        verdict_only: bool = False,
    ) -> None:
        """No targets: the newest musl known. ``closure``: load each object's whole DT_NEEDED closure, from
        ``root`` as ld-musl would there, or from where this system keeps its libraries; ``library_path``:
        directories that are searched first. ``rules``: those of ``select``, by default all. ``baseline``:
        findings that are known and not given again. ``limits`` and ``container_limits``: how much one file,
        and one archive, may ask for. ``code``: ask the machine code of objects that start threads, or call
        what a rule looks at (None: only where nothing else says that they fail; False: never).
        ``verdict_only``: no findings, only verdicts.
        """
        self.targets = list(targets) or [kb_targets.default()]
        self.rules = rules or select()
        self.limits = limits
        self.container_limits = container_limits
        # Known findings have to be made to be known; an unsure error counts as one though its verdict does
        # not say so.
        self.verdict_only = verdict_only and not baseline and not any(map(_is_unsure_error, self.rules.rules))
        self.code = code
        self._last: _Container | None = None
        fs = _filesystem(root) if closure else None
        library_path = tuple(library_path)
        self._analysers = [
            Analyser(
                t,
                self.rules,
                fs=fs,
                library_path=library_path,
                baseline=baseline,
                always_code=code is True,
            )
            for t in self.targets
        ]

    def members(self, paths: Iterable[str]) -> Iterator[Member | Skipped]:
        """What the paths hold, in order."""
        for path in paths:
            yield from inputs.members(path, self.container_limits)

    def run(self, paths: Iterable[str]) -> Iterator[Item]:
        """Every object of the paths, in order, as they are checked."""
        for batch in batches(self.members(paths)):
            yield from self.examine(batch)

    def examine(self, batch: list[Member | Skipped]) -> Iterator[Item]:
        """The items of a batch, in its order. All its descriptors are scanned in one call and closed before
        the first item."""
        scanned = self._scan(batch)
        for member in batch:
            if isinstance(member, Skipped):
                yield member
            else:
                yield self._item(member, next(scanned))

    def _scan(self, batch: list[Member | Skipped]) -> Iterator[ElfImage | ElfError | Skipped]:
        """Open and scan every member of a batch; what could not be opened is a ``Skipped``."""
        opened: list[int | ElfImage | ElfError | Skipped] = []
        fds: list[int] = []
        try:
            for member in batch:
                if isinstance(member, Skipped):
                    continue
                got = self._open(member)
                opened.append(got)
                if isinstance(got, int):
                    fds.append(got)
            images = iter(scan_fds(fds, self.limits))
        finally:
            for fd in fds:
                os.close(fd)
        return (next(images) if isinstance(got, int) else got for got in opened)

    def _open(self, member: Member) -> int | ElfImage | ElfError | Skipped:
        """A descriptor to scan. Bytes are scanned at once, so that one member at a time is in memory."""
        try:
            if member.container is not None:
                return self._container(member.container).image(member)
            got = member.open()
        except ElfError as e:
            return e
        except InputError as e:
            return Skipped(member.path, str(e), member.container)
        except (OSError, ValueError) as e:
            return Skipped(member.path, inputs.reason_of(e), member.container)
        assert isinstance(got, int)
        return got

    def _container(self, path: str) -> _Container:
        """The container that was looked into last, as its members come one after the other."""
        if self._last is None or self._last.path != path:
            self._last = _Container(path, self.container_limits, self.limits)
        return self._last

    def _item(self, member: Member, got: ElfImage | ElfError | Skipped) -> Item:
        if isinstance(got, ElfImage):
            reason = _IS_HOLLOW if got.c.flags & _HOLLOW else _NOT_LOADED.get(got.c.type)
            if reason is None:
                return ObjectReport(member, got, None, self._results(got, member))
            return Skipped(member.path, reason, member.container) if member.named else PassedOver(1)
        if isinstance(got, Skipped):
            return got
        if got.status == "not-elf":
            return _not_elf(member) if member.named else PassedOver(1)
        results = [a.failed(got, member.path, member.container) for a in self._analysers]
        return ObjectReport(member, None, got, results)

    def _results(self, image: ElfImage, member: Member) -> list[Result]:
        path = member.path
        fs = None if member.container is None else self._container(member.container).fs
        code = None if self.code is False else _CodeOf(member, image)
        if self.verdict_only:
            return [Result(a.target, a.verdict(image, path, fs, code), _NOTHING) for a in self._analysers]
        return [a.analyse(image, path, fs, member.container, code) for a in self._analysers]


class _CodeOf:
    """Reads the machine code of a member when it is called, once for all targets."""

    __slots__ = ("_code", "_image", "_member")

    def __init__(self, member: Member, image: ElfImage) -> None:
        self._member = member
        self._image = image
        self._code: Code | None = None

    def __call__(self) -> Code:
        """Raises ElfError and OSError; InputError also for a file that is no longer the one that was
        scanned."""
        if self._code is None:
            self._code = self._read()
        return self._code

    def _read(self) -> Code:
        from musl_compat.elf.code import Code

        got = self._member.open()
        if isinstance(got, int):
            try:
                code = Code.from_fd(got)
            finally:
                os.close(got)
        else:
            code = Code.from_bytes(got)
        if _print_of(code.image) != _print_of(self._image):
            raise InputError("the file was changed while it was checked")
        return code


def _print_of(image: ElfImage) -> tuple[object, ...]:
    """What tells that two images are of the same file."""
    c = image.c
    return c.file_size, c.machine, c.type, c.sym_n, c.needed_n, image.build_id


_NOTHING: list[Finding] = []


def check(
    paths: Iterable[str],
    targets: Iterable[str | Target] = (),
    *,
    closure: bool = False,
    root: str | None = None,
    library_path: Iterable[str] = (),
    rules: RuleSet | None = None,
    baseline: Baseline = frozenset(),
    limits: Limits | None = None,
    container_limits: ContainerLimits | None = None,
    code: bool | None = None,
) -> Iterator[Item]:
    """Check paths (files, trees, wheels; ``-``: a list on standard input) against targets, by name
    (``musl:1.2.5``, as ``muslcheck targets`` lists them) or as ``kb.targets`` makes them; by default against
    the newest musl known.

    The keywords are those of ``Checker``. Yields, in the order of the paths, an ``ObjectReport`` for each
    object, a ``Skipped`` for each thing that could not be looked at, and a ``PassedOver`` for files of a tree
    that are no objects. Raises UnknownTarget, before the first item.
    """
    checker = Checker(
        [kb_targets.get(t) if isinstance(t, str) else t for t in targets],
        closure=closure,
        root=root,
        library_path=library_path,
        rules=rules,
        baseline=baseline,
        limits=limits,
        container_limits=container_limits,
        code=code,
    )
    return checker.run(paths)


def batches(members: Iterable[Member | Skipped], size: int = BATCH) -> Iterator[list[Member | Skipped]]:
    """The members in lists of at most ``size``."""
    batch: list[Member | Skipped] = []
    for member in members:
        batch.append(member)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _is_unsure_error(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR and rule.verdict is Verdict.RUNS_WITH_RISK


def _filesystem(root: str | None) -> Filesystem:
    from musl_compat import kb
    from musl_compat.loader.fs import HostFs, RootFs

    return RootFs(root) if root is not None else HostFs(kb.glibc_libraries())


def _not_elf(member: Member) -> Skipped:
    """A named file that is not ELF: what it is instead."""
    try:
        head = inputs.head_of(member.path)
    except OSError as e:
        return Skipped(member.path, inputs.reason_of(e))
    return Skipped(member.path, inputs.describe(head))
