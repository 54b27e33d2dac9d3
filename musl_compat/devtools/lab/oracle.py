"""The judge: what real musl loaders say of real objects, against what the loader model predicts.

Each object is asked about on each musl in one of two arrangements: ``path`` (from outside, with
``--library-path``) and
``root`` (after chroot(2) into the room, ``etc/ld-musl-x86_64.path`` leading to the libraries). It is
predicted twice: with the knowledge base's target of that Debian build and with the loader's own file
(``--libc``).
"""

from __future__ import annotations

import errno
import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache as once
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from signal import SIGSEGV
from typing import NamedTuple

from musl_compat import kb
from musl_compat._core import lib
from musl_compat.devtools import corpus
from musl_compat.devtools.lab import cache, rooms
from musl_compat.devtools.lab.ask import Answer, ask
from musl_compat.elf import ElfImage
from musl_compat.errors import ElfError, InputError
from musl_compat.kb import targets
from musl_compat.loader import binding
from musl_compat.loader.fs import ImageCache, RootFs
from musl_compat.loader.linkmap import LinkMap

ARRANGEMENTS = ("path", "root")
SAMPLE = 25
"""How many objects of one directory the sample of continuous integration takes."""


class Question(NamedTuple):
    """One object in one arrangement."""

    corpus: str
    room: rooms.Room
    name: str
    arrangement: str


class Difference(NamedTuple):
    """Where prediction and observation part."""

    question: Question
    musl: str
    target: str
    said: Answer
    predicted: Answer

    def lines(self) -> list[str]:
        """The difference for people: ``-`` the loader says it and we do not, ``+`` we say it and the loader
        does not."""
        question = self.question
        out = [f"{question.name} [{question.corpus}, {question.arrangement}] musl {self.musl}, {self.target}"]
        for field in ("symbols", "types", "libraries"):
            said, predicted = getattr(self.said, field), getattr(self.predicted, field)
            out += [f"  - {field}: {item}" for item in sorted(said - predicted)]
            out += [f"  + {field}: {item}" for item in sorted(predicted - said)]
        for field in ("refused", "signal"):
            said, predicted = getattr(self.said, field), getattr(self.predicted, field)
            if said != predicted:
                out.append(f"  {field}: the loader {said}, predicted {predicted}")
        return out


# The packages that are asked about; sources hold no objects, and add-ons are no corpus of the loader's.
OBJECTS = ("deb", "wheel")


@once
def target_name(loader: cache.Loader) -> str:
    """The knowledge base's target of the Debian build that this loader is."""
    for entry in cache.musl_entries():  # a version is in one suite, whatever the architecture
        if entry.upstream == loader.version:
            return f"debian:{entry.suite}"
    raise InputError(f"no Debian suite of the lock file has musl {loader.version}")


@once
def room_of(sets: str, corpus: str) -> rooms.Room:
    """The room of one corpus of these sets (comma separated): a Debian suite, or ``pypi`` on top of
    bookworm."""
    trees = cache.trees(sets.split(","), OBJECTS)
    wanted = {corpus, "bookworm"} if corpus == "pypi" else {corpus}
    return rooms.build([t for t in trees if t.entry.corpus in wanted], arch_of_corpus(corpus))


def arch_of_corpus(corpus: str) -> str:
    """The Debian architecture of a corpus."""
    return corpus.partition("-")[2] or "amd64"


@once
def runs_here(arch: str) -> bool:
    """Does this kernel run the loaders of a Debian architecture?"""
    try:
        subprocess.run([cache.loaders(arch)[-1].path], capture_output=True, check=False)
    except OSError as error:
        if error.errno == errno.ENOEXEC:
            return False
        raise
    return True


def corpora(sets: str) -> list[str]:
    """The corpora of these sets."""
    return sorted({t.entry.corpus for t in cache.trees(sets.split(","), OBJECTS)})


def questions(sets: str, most: int | None = None) -> list[Question]:
    """Every object of the sets in both arrangements; ``most`` is how many of one directory are taken."""
    out = []
    for suite in corpora(sets):
        if not runs_here(arch_of_corpus(suite)):
            print(f"{suite}: left out, this kernel does not run programs of its architecture")
            continue
        room = room_of(sets, suite)
        names = [name for own, name in room.objects if own == suite]
        if most is not None:
            names = _spread(names, most)
        out += [Question(suite, room, name, arrangement) for name in names for arrangement in ARRANGEMENTS]
    return out


def host_questions(pool: Path) -> list[Question]:
    """The objects of this system itself. glibc's own libraries are not among the libraries of ``pool``."""
    room = rooms.host(kb.glibc_libraries(), pool)
    return [Question("host", room, name, "path") for _, name in room.objects]


def _spread(names: list[str], most: int) -> list[str]:
    """At most this many of each directory."""
    seen: Counter[str] = Counter()
    out = []
    for name in names:
        folder = "/".join(name.split("/")[:4])
        seen[folder] += 1
        if seen[folder] <= most:
            out.append(name)
    return out


def observe(question: Question, loader: cache.Loader) -> Answer:
    """The real loader's answer, objects named as inside of the room in both arrangements."""
    room = question.room
    if question.arrangement == "root":
        return ask(room.loader(loader.version), question.name, root=room.path)
    return ask(loader.path, room.inside(question.name), library_path=room.library_path)


@once
def _images() -> ImageCache:
    return ImageCache()


@once
def _filesystem(root: str) -> RootFs:
    return RootFs(root, _images())


def image_of(question: Question) -> ElfImage:
    """The object itself."""
    fd = os.open(question.room.inside(question.name), os.O_RDONLY)
    try:
        return ElfImage.from_fd(fd)
    finally:
        os.close(fd)


def bindings_of(question: Question, target: targets.Target) -> binding.Bindings | None:
    """What does not bind when it is loaded with all that it needs; None for what no loader would start."""
    image = image_of(question)
    if not image.flags & lib.MC_F_DYNAMIC or image.type not in (2, 3):
        return None
    room = question.room
    outside = question.arrangement == "path"
    fs = _filesystem("/" if outside else str(room.path))
    library_path = room.library_path if outside else ""
    link_map = LinkMap.build(room.inside(question.name), image, fs, target, library_path=library_path)
    for obj in link_map.unreadable:
        raise InputError(f"{obj.path}: {obj.error}")
    return binding.closure(link_map)


def predict(question: Question, target: targets.Target) -> Answer:
    """Our answer, in the loader's own terms."""
    bindings = bindings_of(question, target)
    if bindings is None:
        return Answer(frozenset(), frozenset(), frozenset(), refused=True)
    name = partial(_as_inside, str(question.room.path), question.arrangement == "path")
    return Answer(
        frozenset((name(m.requested_by), m.name) for m in bindings.missing),
        frozenset((name(u.requested_by), u.type) for u in bindings.unsupported),
        frozenset((m.name, name(m.needed_by)) for m in bindings.missing_libraries),
        signal=SIGSEGV if bindings.null_reads else 0,
    )


def _as_inside(root: str, outside: bool, path: str) -> str:
    """In the room the loader sees no path of this system."""
    return path if outside else path.removeprefix(root)


class Outcome(NamedTuple):
    """One question on one musl: ``clean`` when the loader would start it."""

    corpus: str
    arrangement: str
    musl: str
    clean: bool
    differences: tuple[str, ...]


@once
def targets_of(version: str, arch: str = "amd64") -> tuple[targets.Target, targets.Target]:
    """What a musl is judged by: the knowledge base's target of that build, and the loader's file itself."""
    loader = cache.loader(version, arch)
    return targets.get(target_name(loader)), targets.from_libc(str(loader.path))


def differences(
    asked: Iterable[Question], loader: cache.Loader, given: Iterable[targets.Target]
) -> list[Difference]:
    """The differences on one musl, one for each question and target that is wrong."""
    judged = list(given)
    out = []
    for question in asked:
        said = observe(question, loader)
        out += [d for target in judged if (d := _against(question, loader, target, said)) is not None]
    return out


def _against(
    question: Question, loader: cache.Loader, target: targets.Target, said: Answer
) -> Difference | None:
    predicted = predict(question, target)
    if predicted == said:
        return None
    return Difference(question, loader.version, target.name, said, predicted)


def corpus_names() -> list[str]:
    """The cases of ``corpus/`` that a loader can be asked about."""
    return corpus.default_names()


def corpus_question(name: str) -> Question:
    """A case of ``corpus/`` in the place where it was built, nothing else on the library path."""
    file = corpus.build(name)
    return Question("corpus", rooms.Room(file.parent, ()), f"/{file.name}", "path")


def outcomes(question: Question) -> list[Outcome]:
    """All musls on one question. What could not be asked or read counts as a difference."""
    out = []
    for loader in cache.loaders(question.room.arch):
        clean = False
        lines: list[str] = []
        try:
            said = observe(question, loader)
            clean = said.clean
            for target in targets_of(loader.version, question.room.arch):
                if (found := _against(question, loader, target, said)) is not None:
                    lines += found.lines()
        except (InputError, ElfError, OSError) as error:
            lines = [f"{question.name} [{question.corpus}, {question.arrangement}]: {error}"]
        out.append(Outcome(question.corpus, question.arrangement, loader.version, clean, tuple(lines)))
    return out


def run(asked: list[Question], jobs: int) -> Iterator[Outcome]:
    """Ask and predict in several processes."""
    with get_context("fork").Pool(jobs) as pool:
        for found in pool.imap_unordered(outcomes, asked, chunksize=8):
            yield from found


def table(found: Iterable[Outcome]) -> str:
    """A Markdown table: objects, those that load clean, and agreement, by corpus, arrangement and musl."""
    total: Counter[tuple[str, str, str]] = Counter()
    clean: Counter[tuple[str, str, str]] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    for one in found:
        key = (one.corpus, one.arrangement, one.musl)
        total[key] += 1
        clean[key] += one.clean
        wrong[key] += bool(one.differences)
    lines = ["| corpus | arrangement | musl | objects | load clean | agree |", "|---|---|---|---:|---:|---:|"]
    for key in sorted(total):
        agree = total[key] - wrong[key]
        share = f"{agree} ({100 * agree / total[key]:.2f}%)"
        lines.append(f"| {' | '.join(key)} | {total[key]} | {clean[key]} | {share} |")
    return "\n".join(lines)


def pins(arch: str = "amd64") -> str:
    """Which loaders judged: package, path below the cache, sha256."""
    base = cache.directory()
    rows = [(x.version, x.package, str(x.path.relative_to(base)), x.sha256) for x in cache.loaders(arch)]
    return "\n".join("  ".join(row) for row in rows)
