"""The load figure: of the real objects that musl does not load for the lack of glibc, how many have all of
libc's symbols and glibc's libraries with a shim and its stand-ins.

Each object of the oracle's corpora is looked at twice, alone and with its closure, on each musl of
``VERSIONS``. What is said of the closure is proved by the real loader: the one shim of every recipe is
compiled, preloaded, with a stand-in for every library of glibc on the library path, and the loader's list of
what is still missing must be what is predicted, requester by requester.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache as once
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from signal import SIGSEGV
from typing import NamedTuple

from musl_compat import kb
from musl_compat.devtools.lab import cache, muslcc, oracle
from musl_compat.devtools.lab.ask import Answer, ask
from musl_compat.devtools.lab.rooms import ARCHES
from musl_compat.errors import ElfError, InputError
from musl_compat.fix.shim import compile as building
from musl_compat.fix.shim import generate, recipe
from musl_compat.kb import targets
from musl_compat.loader import binding
from musl_compat.loader.search import unreserved_glibc

VERSIONS = ("1.2.3", "1.2.5")
WAYS = ("alone", "closure")
BUILT_ARCH = "amd64"
"""The Debian architecture whose shim can be compiled here, and so be proved by the loader."""


PRIVATE = "GLIBC_PRIVATE: inside of glibc, offered to its own files only"


class Shim(NamedTuple):
    """A compiled shim of every recipe: the library, whose folder holds the stand-ins, and its exports."""

    library: Path
    exports: frozenset[str]


class Lack(NamedTuple):
    """Something of glibc's that an object still misses with the shim, and why."""

    name: str
    cause: str


class Judged(NamedTuple):
    """One object in one way on one musl.

    ``fails``: it misses something of glibc's; ``lacks``: what of that stays missing with the shim;
    ``refused``: it has relocation types that this loader refuses, which a shim does not change;
    ``asked``: the real loader was asked with the shim; ``wrong``: where its answer is not the predicted one.
    """

    corpus: str
    way: str
    musl: str
    name: str
    fails: bool
    lacks: tuple[Lack, ...]
    refused: bool
    asked: bool
    wrong: tuple[str, ...]


def build(folder: Path, version: str) -> Shim:
    """Compile the shim of every recipe for one musl, with a stand-in for each of glibc's libraries."""
    target = oracle.targets_of(version)[0]
    arch = ARCHES[BUILT_ARCH]
    plan = generate.plan(
        generate.every_symbol(arch, target), arch=arch, target=target, stubs=unreserved_glibc()
    )
    folder.mkdir(parents=True)
    generate.write(plan, folder)
    library = building.build(plan, folder, muslcc.compiler(folder), target)
    return Shim(library, frozenset(plan.exports))


def judge(question: oracle.Question, version: str, shim: Shim | None) -> list[Judged]:
    """One object in both ways on one musl. ``shim``: a compiled one to ask the loader with."""
    target = oracle.targets_of(version, question.room.arch)[0]
    arch = ARCHES[question.room.arch]
    closure = oracle.bindings_of(question, target)
    if closure is None:
        return []
    alone = binding.alone(oracle.image_of(question), target, question.name)
    out = []
    for way, bindings in zip(WAYS, (alone, closure), strict=True):
        fails, lacks = _lacks(bindings, arch, target)
        refused = bindings.has_unsupported
        wrong: tuple[str, ...] = ()
        asked = way == "closure" and fails and shim is not None
        if asked and shim is not None:
            wrong = _proof(question, version, shim, predict(bindings, shim, target))
        out.append(Judged(question.corpus, way, version, question.name, fails, lacks, refused, asked, wrong))
    return out


def _lacks(bindings: binding.Bindings, arch: str, target: targets.Target) -> tuple[bool, tuple[Lack, ...]]:
    """Does it miss anything of glibc's, and what of that has no recipe."""
    known = recipe.catalogue()
    fails, lacks = False, set()
    for missing in bindings.missing:
        supplied = known.find(missing.name, arch) is not None or _brought(missing, bindings, arch, target)
        # libgcc_s misses its own hidden versions: the shim has the name, so it is ours to answer for
        if missing.kind == "libc" or supplied:
            fails = True
            if not supplied:
                lacks.add(Lack(missing.name, cause_of(missing, arch)))
    fails = fails or any(m.name in unreserved_glibc() for m in bindings.missing_libraries)
    return fails, tuple(sorted(lacks))


def _brought(
    missing: binding.MissingSymbol, bindings: binding.Bindings, arch: str, target: targets.Target
) -> bool:
    """An object that needs no library of libc's misses all of it; the shim loads libc."""
    alone = bindings.link_map is not None and not bindings.link_map.has_libc
    return alone and target.answer(missing.name, arch) in ("exported", "mapped")


def cause_of(missing: binding.MissingSymbol, arch: str) -> str:
    """Why a symbol of glibc's stays missing."""
    if missing.version == "GLIBC_PRIVATE":
        return PRIVATE
    reason = recipe.unsupplied_reason(missing.name, arch, _reviewed())
    if reason is not None:
        return f"no recipe on purpose: {reason}"
    facts = kb.facts(missing.name)
    return "no recipe yet" if facts is not None and facts.glibc else "not a name of glibc's"


@once
def _reviewed() -> list[recipe.Unsupplied]:
    return recipe.load_unsupplied()


def predict(bindings: binding.Bindings, shim: Shim, target: targets.Target) -> Answer:
    """What the loader must say with the shim and the stand-ins."""
    arch = ARCHES[BUILT_ARCH]
    return Answer(
        frozenset(
            (m.requested_by, m.name)
            for m in bindings.missing
            if m.name not in shim.exports and not _brought(m, bindings, arch, target)
        ),
        frozenset((u.requested_by, u.type) for u in bindings.unsupported),
        frozenset(
            (m.name, m.needed_by) for m in bindings.missing_libraries if m.name not in unreserved_glibc()
        ),
        signal=SIGSEGV if any(m.name not in shim.exports for m in bindings.null_reads) else 0,
    )


def _proof(question: oracle.Question, version: str, shim: Shim, predicted: Answer) -> tuple[str, ...]:
    room, loader = question.room, cache.loader(version, question.room.arch)
    said = ask(
        loader.path,
        room.inside(question.name),
        library_path=f"{shim.library.parent}:{room.library_path}",
        preload=str(shim.library),
    )
    if said == predicted:
        return ()
    return tuple(oracle.Difference(question, version, "shim", said, predicted).lines())


def run(asked: Sequence[oracle.Question], shims: Mapping[str, Shim], jobs: int) -> Iterator[Judged]:
    """Judge in several processes."""
    with get_context("fork").Pool(jobs) as pool:
        for found in pool.imap_unordered(partial(_judge, shims), asked, chunksize=8):
            yield from found


def _judge(shims: Mapping[str, Shim], question: oracle.Question) -> list[Judged]:
    """One question on all versions. What cannot be read or understood counts as wrong."""
    out: list[Judged] = []
    for version in VERSIONS:
        shim = shims[version] if question.room.arch == BUILT_ARCH else None
        try:
            out += judge(question, version, shim)
        except (InputError, ElfError, OSError) as error:
            wrong = (f"{question.name} [{question.corpus}]: {error}",)
            unread = Judged(question.corpus, "closure", version, question.name, False, (), False, True, wrong)
            out.append(unread)
    return out


def table(found: Iterable[Judged]) -> str:
    """A Markdown table by corpus, way and musl: objects; those that miss something of glibc's; of these the
    ones that ask for the inside of glibc (its own plugins and commands); and how many of the others miss
    nothing of glibc's with the shim.
    """
    heads = ["corpus", "way", "musl", "objects", "miss glibc's", "of them glibc's own parts"]
    heads += ["of the others, supplied", "relocations refused", "proved by the loader"]
    lines = [f"| {' | '.join(heads)} |", "|---|---|---|" + "---:|" * (len(heads) - 3)]
    groups: dict[tuple[str, str, str], list[Judged]] = {}
    for one in found:
        groups.setdefault((one.corpus, one.way, one.musl), []).append(one)
    for key in sorted(groups):
        failing = [one for one in groups[key] if one.fails]
        own = [one for one in failing if any(lack.cause == PRIVATE for lack in one.lacks)]
        good, others = sum(not one.lacks for one in failing), len(failing) - len(own)
        share = f"{good} ({100 * good / others:.2f}%)" if others else "-"
        asked = [one for one in groups[key] if one.asked]
        proved = f"{sum(not one.wrong for one in asked)} of {len(asked)}" if asked else "-"
        cells = [len(groups[key]), len(failing), len(own), share, sum(one.refused for one in failing), proved]
        lines.append(f"| {' | '.join(key)} | {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def causes(found: Iterable[Judged]) -> str:
    """What stays missing: cause, how many objects of how many corpora are stopped by it, the names."""
    objects: dict[str, set[tuple[str, str]]] = {}
    names: dict[str, Counter[str]] = {}
    for one in found:
        for lack in one.lacks:
            objects.setdefault(lack.cause, set()).add((one.corpus, one.name))
            names.setdefault(lack.cause, Counter())[lack.name] += 1
    lines = ["| cause | objects | symbols |", "|---|---:|---|"]
    for cause in sorted(objects, key=lambda c: (-len(objects[c]), c)):
        listed = " ".join(name for name, _ in names[cause].most_common())
        lines.append(f"| {cause} | {len(objects[cause])} | {listed} |")
    return "\n".join(lines)
