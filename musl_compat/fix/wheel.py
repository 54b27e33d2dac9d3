"""A wheel made for glibc, fixed: its objects, a shim inside, its names, tags and RECORD.

Sources: the binary distribution format (PyPA specifications), PEP 656 for musllinux tags, PEP 491. Members
are unpacked to where an installer would put them: ``site/`` for what goes to site-packages, ``prefix/`` for
scripts and data. The objects of each see each other.
"""

from __future__ import annotations

import base64
import csv
import errno
import hashlib
import io
import os
import posixpath
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from musl_compat import inputs
from musl_compat.elf.names import arch_of
from musl_compat.errors import ElfError, InputError, UsageError
from musl_compat.fix import fixing, summary
from musl_compat.fix.fixing import FixPlan, Layout, Options, Outcome
from musl_compat.fix.stage import Origin, libraries_of
from musl_compat.inputs import ContainerLimits, _zip
from musl_compat.inputs.wheel import PREFIX, SITE, installed
from musl_compat.kb import targets as kb_targets
from musl_compat.kb.targets import Target

MANIFEST = "muslcheck-fix.json"
_FILE_NAME = re.compile(
    r"(?P<name>[^-]+)-(?P<version>[^-]+)(-(?P<build>\d[^-]*))?-(?P<tags>[^-]+-[^-]+-[^-]+)\.whl"
)
_PLATFORM = re.compile(r"(?:manylinux(?:1|2010|2014|_\d+_\d+)|linux)_(?P<machine>\w+)")
# Since 3.11 a CPython that is built for musl looks for modules of this name, and not for those of glibc's.
_EXTENSION = re.compile(
    r"\.(?P<tag>cpython-3(?:1[1-9]|[2-9]\d)t?d?)-(?P<arch>[\w]+)-linux-gnu(?P<rest>\w*)\.so$"
)
_SIGNATURES = ("RECORD.jws", "RECORD.p7s")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SERIES = "musllinux_1_2"
# Initial-exec TLS: what a wheel holds is loaded by dlopen, and there musl refuses it.
_NOT_DLOPENED = "MC401"


class WheelMember(NamedTuple):
    """A member: ``name`` in the wheel, ``place`` below the unpacked wheel."""

    name: str
    place: str
    date: tuple[int, int, int, int, int, int]
    mode: int
    is_stored: bool


class UnpackedWheel(NamedTuple):
    """``info``: the name of its .dist-info directory, ``distribution``: the first part of its file name;
    ``brought``: for each place, libraries that ``bring`` added: DT_NEEDED name -> file name; ``modules``:
    extension modules that were renamed for a Python on musl: old member name -> new.
    """

    path: Path
    folder: Path
    members: tuple[WheelMember, ...]
    info: str
    distribution: str
    build: str
    tags: str
    brought: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    modules: Mapping[str, str] = MappingProxyType({})


class WheelOutcome(NamedTuple):
    """``name``: of the new file; ``is_musllinux``: whether everything in it would load; ``sets``: what came
    of the objects of each place; ``modules``: those of the wheel.
    """

    name: str
    is_musllinux: bool
    sets: tuple[tuple[FixPlan, list[Outcome]], ...]
    modules: Mapping[str, str]


def every_musl_1_2() -> tuple[Target, ...]:
    """What a tag ``musllinux_1_2`` promises to run on: every release of that series, the oldest first."""
    found = [t for t in kb_targets.all() if t.name.startswith("musl:1.2.")]
    return tuple(sorted(found, key=lambda target: target.musl_version))


def is_for_the_series(targets: Sequence[Target]) -> bool:
    """Do these hold every release of one minor series of musl, as a musllinux tag promises?"""
    names = {target.name for target in targets}
    return {target.name for target in every_musl_1_2()} <= names


def unpack(path: Path, folder: Path, limits: ContainerLimits) -> UnpackedWheel:
    """Unpack a wheel, as an installer would, below ``folder``, and give its extension modules the names that
    a Python on musl looks for. Raises InputError for what is no wheel, UsageError for one that is signed,
    OSError.
    """
    named = _FILE_NAME.fullmatch(path.name)
    if named is None:
        raise InputError("not the name of a wheel (NAME-VERSION[-BUILD]-PYTHON-ABI-PLATFORM.whl)")
    members: list[WheelMember] = []
    room = limits.total_bytes
    fd = os.open(path, inputs.OPEN_FLAGS)
    try:
        for entry in _zip.entries(fd, limits):
            if entry.is_directory:
                continue
            room -= entry.size
            if room < 0:
                raise InputError(f"inflates to more than {limits.total_bytes} bytes (the limit total_bytes)")
            place = _place(entry.name)
            _unpack_member(folder / place, entry.name, _zip.read(fd, entry, limits))
            members.append(WheelMember(entry.name, place, entry.date, entry.mode or 0o644, entry.method == 0))
    finally:
        os.close(fd)
    names = {m.name.partition("/")[0] for m in members if m.name.partition("/")[0].endswith(".dist-info")}
    if len(names) != 1:
        raise InputError(f"a wheel has one .dist-info directory, this has {len(names)}")
    info = names.pop()
    for signature in _SIGNATURES:
        if any(m.name == f"{info}/{signature}" for m in members):
            raise UsageError(
                f"{path}: it is signed ({signature}), and an edit breaks that: sign the copy anew"
            )
    _check_wheel_file(folder / SITE / info / "WHEEL")
    modules = _modules(m.name for m in members)
    members = [_renamed(m, modules[m.name], folder) if m.name in modules else m for m in members]
    return UnpackedWheel(
        path,
        folder,
        tuple(members),
        info,
        named["name"],
        named["build"] or "",
        named["tags"],
        modules=modules,
    )


def _modules(names: Iterable[str]) -> dict[str, str]:
    """Extension modules of CPython 3.11 and later: member name -> the one that a Python on musl looks for."""
    names = list(names)
    found = {}
    for name in names:
        folder, slash, base = name.rpartition("/")
        new = folder + slash + _EXTENSION.sub(r".\g<tag>-\g<arch>-linux-musl\g<rest>.so", base)
        if new not in names:
            found[name] = new
    return found


def _renamed(member: WheelMember, name: str, folder: Path) -> WheelMember:
    place = posixpath.join(posixpath.dirname(member.place), posixpath.basename(name))
    (folder / member.place).rename(folder / place)
    return member._replace(name=name, place=place)


def _unpack_member(target: Path, name: str, data: bytes) -> None:
    """Raises InputError for a member that collides with another or has no name for a file here."""
    if target.exists():
        raise InputError(f"two members are unpacked to one place: {name!r}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EROFS):
            raise
        raise InputError(f"the member {name!r} cannot be unpacked: {error.strerror}") from error


def _check_wheel_file(path: Path) -> None:
    """Raises InputError for a file WHEEL that is missing or that ``_wheel_file`` could not change."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputError("it has no file WHEEL in its .dist-info directory") from error
    except ValueError as error:
        raise InputError(f"its file WHEEL is no text: {error}") from error
    for line in text.splitlines():
        key, _, value = line.partition(":")
        if key == "Tag" and (value.count("-") != 2 or not all(value.strip().split("-"))):
            raise InputError(f"its file WHEEL has a line {line!r}: a tag is PYTHON-ABI-PLATFORM")


def _place(name: str) -> str:
    """Where an installer puts a member. Raises InputError for a name that leads out."""
    parts = name.split("/")
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"the member {name!r} has a name that is no text") from error
    if name.startswith("/") or "\\" in name or ".." in parts or "" in parts or "\0" in name:
        raise InputError(f"the member {name!r} leads out of the wheel")
    return "/".join(installed(name))


def _layouts(wheel: UnpackedWheel) -> Iterator[tuple[str, Layout, str]]:
    """(place, layout below it, the wheel's name of the shim's folder)."""
    libs = f"{wheel.distribution}.libs"
    modules = {posixpath.basename(old): posixpath.basename(new) for old, new in wheel.modules.items()}
    yield SITE, Layout(shim=libs, brought=wheel.brought.get(SITE, {}), renamed=modules), libs
    data = wheel.info.removesuffix(".dist-info") + ".data"
    brought = wheel.brought.get(PREFIX, {})
    yield PREFIX, Layout(shim=f"lib/{libs}", brought=brought, renamed=modules), f"{data}/data/lib/{libs}"


def _files(wheel: UnpackedWheel, place: str) -> dict[str, Path]:
    """The members of a place, by their names below it."""
    return {
        m.place.partition("/")[2]: wheel.folder / m.place
        for m in wheel.members
        if m.place.startswith(f"{place}/")
    }


def bring(wheel: UnpackedWheel, target: Target, origin: Origin) -> tuple[UnpackedWheel, dict[str, str]]:
    """The wheel with the libraries that its objects need and do not bring, each named by its contents, so
    that musl does not take another of its name for it; and those that are not there: name -> needed by.
    Raises UsageError for a library of which two are needed, ElfError, OSError.
    """
    members, brought, missing = list(wheel.members), {}, dict[str, str]()
    for place, layout, folder in _layouts(wheel):
        files = _files(wheel, place)
        own = {posixpath.basename(name) for name in (*files, *wheel.modules)}
        found, lost = libraries_of(dict(_readable(files)), target, origin, own)
        missing.update(lost)
        brought[place] = {name: _hashed(path) for name, path in found.items()}
        for name, path in found.items():
            new = f"{layout.shim}/{brought[place][name]}"
            at = wheel.folder / place / new
            at.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, at)
            name_in_wheel = f"{folder}/{brought[place][name]}"
            members.append(WheelMember(name_in_wheel, f"{place}/{new}", _EPOCH, 0o755, False))
    return wheel._replace(members=tuple(members), brought=brought), missing


def _readable(files: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
    """The objects that a loader of musl's may load. What is wrong with others the plan says."""
    for name, path in files.items():
        if not fixing.is_elf(path):
            continue
        try:
            image = fixing.scan(path)
        except ElfError:
            continue
        if fixing.is_loaded(image) and arch_of(image) is not None:
            yield name, path


def _hashed(path: Path) -> str:
    """``libstdc++.so.6.0.30`` -> ``libstdc++-1a2b3c4d.so.6.0.30``, as auditwheel names such libraries."""
    real = path.resolve()
    stem, dot, rest = real.name.partition(".")
    return f"{stem}-{hashlib.sha256(real.read_bytes()).hexdigest()[:8]}{dot}{rest}"


def plan(wheel: UnpackedWheel, options: Options) -> list[tuple[str, FixPlan]]:
    """The plan for each place that holds objects."""
    plans = []
    for place, layout, _ in _layouts(wheel):
        found = fixing.plan(_files(wheel, place), options, layout)
        if found.objects or found.skipped:
            plans.append((place, found))
    return plans


def has_work(wheel: UnpackedWheel, plans: Sequence[tuple[str, FixPlan]]) -> bool:
    """Is there an object to edit, or a tag of glibc's to change?"""
    if any(one.edits for _, found in plans for one in found.objects):
        return True
    platforms = wheel.tags.split("-")[2].split(".")
    return any(found.objects for _, found in plans) and any(map(_PLATFORM.fullmatch, platforms))


def fix(
    wheel: UnpackedWheel, plans: Sequence[tuple[str, FixPlan]], options: Options, scratch: Path
) -> WheelOutcome:
    """Fix the objects of an unpacked wheel in ``scratch``, which is then ``write``'s. Raises what
    ``fixing.carry_out`` does.
    """
    sets = [(found, fixing.carry_out(found, options, scratch / place)) for place, found in plans]
    loads = _everything_loads(sets) and is_for_the_series(options.targets)
    name = _new_name(wheel, loads)
    return WheelOutcome(name, loads, tuple(sets), wheel.modules)


def _everything_loads(sets: Sequence[tuple[FixPlan, list[Outcome]]]) -> bool:
    return all(_loads(o) for _, outcomes in sets for o in outcomes) and not any(p.skipped for p, _ in sets)


def _loads(outcome: Outcome) -> bool:
    return outcome.is_good and not any(fault.startswith(_NOT_DLOPENED) for fault in outcome.faults)


def _new_tags(platforms: str, loads: bool) -> str:
    """Several platform tags, with dots between them, each of the new ones once."""
    return ".".join(dict.fromkeys(_new_tag(tag, loads) for tag in platforms.split(".")))


def _new_tag(tag: str, loads: bool) -> str:
    """One platform tag: ``manylinux_2_17_x86_64`` to ``musllinux_1_2_x86_64``, or to plain ``linux_x86_64``
    where that would promise too much. Others stay.
    """
    found = _PLATFORM.fullmatch(tag)
    if found is None:
        return tag
    return f"{_SERIES}_{found['machine']}" if loads else f"linux_{found['machine']}"


def _new_name(wheel: UnpackedWheel, loads: bool) -> str:
    python, abi, platforms = wheel.tags.split("-")
    version = wheel.path.name.split("-")[1]
    build = [wheel.build] if wheel.build else []
    parts = [wheel.distribution, version, *build, python, abi, _new_tags(platforms, loads)]
    return "-".join(parts) + ".whl"


# -- writing --------------------------------------------------------------------------------------------


def write(wheel: UnpackedWheel, done: WheelOutcome, options: Options, scratch: Path, out: Path) -> None:
    """Write the new wheel to the file ``out``. The same input gives the same bytes. Raises OSError."""
    texts = {
        f"{wheel.info}/WHEEL": _wheel_file(wheel, done),
        f"{wheel.info}/{MANIFEST}": _manifest(done, options),
    }
    record = f"{wheel.info}/RECORD"
    rows: list[tuple[str, str, str]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, name, data in _contents(wheel, done, scratch):
            if name in (record, f"{wheel.info}/{MANIFEST}"):
                continue
            data = texts.pop(name, data)
            _add(archive, name, data, member, rows)
        for name, data in texts.items():
            _add(archive, name, data, None, rows)
        lines = io.StringIO()
        csv.writer(lines, lineterminator="\n").writerows([*rows, (record, "", "")])
        _add(archive, record, lines.getvalue().encode(), None, rows)


def _contents(
    wheel: UnpackedWheel, done: WheelOutcome, scratch: Path
) -> Iterator[tuple[WheelMember | None, str, bytes]]:
    """(member, name, bytes) in the order of the old wheel, then the shims."""
    for member in wheel.members:
        fixed = scratch / member.place
        source = fixed if fixed.exists() else wheel.folder / member.place
        yield member, member.name, source.read_bytes()
    for place, layout, folder in _layouts(wheel):
        for found, _ in done.sets:
            for shim in found.shims.values():
                library = scratch / place / layout.shim / shim.library
                if found.layout == layout and library.exists():
                    yield None, f"{folder}/{shim.library}", library.read_bytes()


def _add(
    archive: zipfile.ZipFile,
    name: str,
    data: bytes,
    member: WheelMember | None,
    rows: list[tuple[str, str, str]],
) -> None:
    info = zipfile.ZipInfo(name, member.date if member else _EPOCH)
    executable = data.startswith(inputs.ELF_MAGIC)
    mode = member.mode if member else 0o755 if executable else 0o644
    info.external_attr = (0o100000 | mode & 0o777) << 16
    info.compress_type = zipfile.ZIP_STORED if member and member.is_stored else zipfile.ZIP_DEFLATED
    archive.writestr(info, data)
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    rows.append((name, f"sha256={digest}", str(len(data))))


def _wheel_file(wheel: UnpackedWheel, done: WheelOutcome) -> bytes:
    """The file WHEEL with the new tags; its other lines stay."""
    text = (wheel.folder / SITE / wheel.info / "WHEEL").read_text(encoding="utf-8")
    lines: dict[str, None] = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if key == "Tag" and colon:
            python, abi, platform = value.strip().split("-")
            line = f"Tag: {python}-{abi}-{_new_tags(platform, done.is_musllinux)}"
        lines[line] = None
    return ("\n".join(lines) + "\n").encode()


def _manifest(done: WheelOutcome, options: Options) -> bytes:
    names = [target.name for target in options.targets]
    parts = [summary.content(found, outcomes) for found, outcomes in done.sets]
    return summary.wheel_manifest(parts, names, done.is_musllinux, done.modules).encode()


def lines(done: WheelOutcome, most: int) -> Iterator[str]:
    """What was done, for people; every edit where there are at most ``most`` objects."""
    for found, outcomes in done.sets:
        yield from summary.outcome_lines(found, outcomes, len(outcomes) <= most)
    if done.modules:
        names = "1 module is" if len(done.modules) == 1 else f"{len(done.modules)} modules are"
        yield f"{names} named ...-linux-musl.so, as a Python on musl looks for them"


def why_not_tagged(options: Options) -> str:
    """Why a wheel gets no musllinux tag, when something else than an object is the reason, or it is one."""
    if not is_for_the_series(options.targets):
        return f"{_SERIES} promises every musl 1.2, and these targets are not all of them"
    return "not everything in it would load"


def has_changed(done: WheelOutcome) -> bool:
    """Is the new wheel another, and no worse, than the old?"""
    changed = any(o.is_changed for _, outcomes in done.sets for o in outcomes)
    return changed or _everything_loads(done.sets)
