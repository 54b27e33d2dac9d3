"""Compiles the reviewed text of ``data/`` into ``table.bin`` (for C) and ``detail.json`` (what people ask
about).

Stands alone: only the standard library, no import of this package, so that ``setup.py`` can run it first.
Deterministic: the same text gives the same bytes. The layout of ``table.bin`` is that of ``csrc/mc_table.c``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import struct
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
RECIPES = HERE.parent / "fix" / "shim" / "recipes"
SHIM = "shim"  # the supplier that the recipes are, in suppliers.tsv
TABLE_ABI = 1
NO_PLANE = -1

Row = dict[str, str]


class DataError(Exception):
    """The reviewed text breaks one of its own rules; says file and line."""


# ---- reading the text ----


def read_tsv(path: Path) -> list[Row]:
    """The rows of a table: ``#`` lines are comments, the first other line names the columns."""
    header: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise DataError(f"{path.name}:{number}: {len(cells)} cells, the header has {len(header)}")
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    if not header:
        raise DataError(f"{path.name}: no header line")
    return rows


def version_key(version: str) -> tuple[int, ...]:
    """``1.2.5`` as a tuple that sorts."""
    return tuple(int(part) for part in version.split("."))


def expand(ranges: str, releases: list[str]) -> set[str]:
    """``1.1.0..1.1.3 1.2.6`` as the set of releases; an end that is no release is an error."""
    out: set[str] = set()
    for part in ranges.split():
        first, _, last = part.partition("..")
        low, high = releases.index(first), releases.index(last or first)
        if low > high:
            raise DataError(f"range {part!r} runs backwards")
        out.update(releases[low : high + 1])
    return out


# ---- exports of musl builds, by architecture ----

Exports = dict[str, set[str]]  # architecture -> names
HOME = "x86_64"  # the architecture on which every upstream release was built and read


class Build:
    """One build of musl: what it exports on each architecture, and how that is known."""

    def __init__(self, name: str, version: str) -> None:
        self.name = name
        self.version = version
        self.exports: Exports = {}
        self.derived: set[str] = set()


def suites_of(rows: list[Row], builds: list[Row]) -> dict[str, Build]:
    """Debian's builds: every architecture was read from its own package."""
    out: dict[str, Build] = {}
    for row in builds:
        build = out.setdefault(row["suite"], Build(row["suite"], row["version"]))
        build.exports[row["arch"]] = set()
    for row in rows:
        for suite, build in out.items():
            for arch in archs_of(row[suite], build):
                build.exports[arch].add(row["symbol"])
    return out


def archs_of(cell: str, build: Build) -> Iterator[str]:
    """A cell: empty none, ``*`` all measured, ``*-a,b`` all but these, ``a,b`` these."""
    if not cell:
        return
    everything, _, but = cell.partition("-") if cell.startswith("*") else ("", "", "")
    named = [a for a in (but if everything else cell).split(",") if a]
    for arch in named:
        if arch not in build.exports:
            raise DataError(f"musl_debian.tsv: {build.name} was not measured on {arch}")
    yield from [a for a in build.exports if a not in named] if everything else named


def upstream_of(
    rows: list[Row], releases: list[str], suites: dict[str, Build], ports: dict[str, str]
) -> dict[str, Build]:
    """Upstream's releases: x86_64 as built, others by the difference that Debian's builds show."""
    out = {release: Build(release, release) for release in releases}
    for build in out.values():
        build.exports[HOME] = set()
    for row in rows:
        for release in expand(row["builds"], releases):
            out[release].exports[HOME].add(row["symbol"])
    for build in out.values():
        derive(build, list(suites.values()), ports)
    return out


# At these releases a 32-bit architecture's difference from x86_64 changed: time64 names came, LFS64 names
# went. A difference that was measured in one era says nothing of another.
ERAS = ("1.2.0", "1.2.4")
WIDE = ("aarch64", "loongarch64", "mips64el", "powerpc64le", "riscv64", "s390x")


def era(version: str) -> int:
    """How many of the changes a release has."""
    return sum(version_key(version) >= version_key(first) for first in ERAS)


def derive(build: Build, suites: list[Build], ports: dict[str, str]) -> None:
    """Adds each architecture by the difference in the nearest measured build: the next above, else below."""
    mine = version_key(build.version)
    for arch, first in ports.items():
        near = [
            s for s in suites if arch in s.exports and (arch in WIDE or era(s.version) == era(build.version))
        ]
        if mine < version_key(first) or not near:
            continue
        above = [s for s in near if version_key(s.version) >= mine]
        chosen = above[0] if above else near[-1]
        plus = chosen.exports[arch] - chosen.exports[HOME]
        minus = chosen.exports[HOME] - chosen.exports[arch]
        build.exports[arch] = (build.exports[HOME] | plus) - minus
        build.derived.add(arch)


def fallback_of(build: Build, arch: str, rows: list[Row]) -> set[str]:
    """Names that the loader of this build maps to another one which it exports."""
    mine, out = version_key(build.version), set()
    for row in rows:
        broken = row["broken"].split()
        if (
            mine >= version_key(row["first"])
            and build.version not in broken
            and row["stem"] in build.exports[arch]
        ):
            out.add(row["symbol"])
    return out - build.exports[arch]


# ---- the perfect hash: the same functions as in mc_table.c ----

MASK = (1 << 64) - 1
K0, K1, K2 = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
DIRECT = 0x80000000


def hash_name(name: bytes) -> int:
    """64 bits of a name."""
    n = len(name)
    h = K0 ^ (n * K1 & MASK)
    if n >= 8:
        for i in range(0, n - 8, 8):
            h = (h ^ int.from_bytes(name[i : i + 8], "little")) * K1 & MASK
            h ^= h >> 29
        w = int.from_bytes(name[n - 8 :], "little")
    elif n >= 4:
        w = int.from_bytes(name[:4], "little") | int.from_bytes(name[n - 4 :], "little") << 32
    else:
        w = name[0] | name[n // 2] << 8 | name[n - 1] << 16 if n else 0
    h = (h ^ w) * K2 & MASK
    return h ^ h >> 31


def scale(x: int, n: int) -> int:
    """[0, n) from 32 bits."""
    return x * n >> 32


def displaced(h: int, d: int, n: int) -> int:
    """The slot that displacement d gives a hash."""
    return scale(((h ^ (d * K0 & MASK)) * K1 & MASK) >> 32, n)


def place(names: list[bytes]) -> tuple[list[int], list[bytes]]:
    """Displacements of the buckets, and the names in slot order."""
    n = len(names)
    bucket_n = n // 3 + 1
    buckets: list[list[int]] = [[] for _ in range(bucket_n)]
    by_hash = {hash_name(name): name for name in names}
    if len(by_hash) != n:
        raise DataError("two names have one hash: change the constants here and in mc_table.c")
    for h in sorted(by_hash):
        buckets[scale(h >> 32, bucket_n)].append(h)
    disp, slots = [0] * bucket_n, [-1] * n
    free = n
    for i in sorted(range(bucket_n), key=lambda i: (-len(buckets[i]), i)):
        if len(buckets[i]) < 2:
            break
        disp[i] = fit(buckets[i], slots)
        free -= len(buckets[i])
    open_slots = iter([s for s in range(n) if slots[s] < 0])
    for i, bucket in enumerate(buckets):
        if len(bucket) == 1:
            slot = next(open_slots)
            slots[slot] = bucket[0]
            disp[i] = DIRECT | slot
    return disp, [by_hash[h] for h in slots]


def fit(bucket: list[int], slots: list[int]) -> int:
    """The first displacement that sends a bucket's hashes to different free slots; takes them."""
    for d in range(1, 1 << 24):
        taken = {displaced(h, d, len(slots)) for h in bucket}
        if len(taken) == len(bucket) and all(slots[s] < 0 for s in taken):
            for h in bucket:
                slots[displaced(h, d, len(slots))] = h
            return d
    raise DataError("no displacement found: change the constants here and in mc_table.c")


def checksum(data: bytes) -> int:
    """Over words of 8 bytes, as in mc_table.c."""
    h = K0
    for (word,) in struct.iter_unpack("<Q", data):
        h = (h ^ word) * K1 & MASK
        h ^= h >> 32
    return h


# ---- the file ----


class Table:
    """Collects rows, planes and columns, and writes them."""

    def __init__(self, names: Iterable[str]) -> None:
        self.disp, self.names = place(sorted(name.encode() for name in set(names)))
        self.row = {name.decode(): i for i, name in enumerate(self.names)}
        self.planes: list[bytes] = []
        self._seen: dict[bytes, int] = {}
        self.columns: list[bytes] = []

    def plane(self, members: Iterable[str]) -> int:
        """The number of the plane with these members; equal planes are one."""
        bits = bytearray((len(self.names) + 7) // 8)
        for name in members:
            row = self.row[name]
            bits[row >> 3] |= 1 << (row & 7)
        data = bytes(bits)
        if data not in self._seen:
            self._seen[data] = len(self.planes)
            self.planes.append(data)
        return self._seen[data]

    def column(self, values: dict[str, int]) -> int:
        """The number of a new column; rows without a value hold 0."""
        self.columns.append(bytes(values.get(name.decode(), 0) for name in self.names))
        return len(self.columns) - 1

    def pack(self, meta: str) -> bytes:
        """The file's bytes."""
        strings, rows = bytearray(), bytearray()
        for name in self.names:
            rows += struct.pack("<II", hash_name(name) & 0xFFFFFFFF, len(strings))
            strings += name + b"\0"
        text = meta.encode()
        parts = [struct.pack(f"<{len(self.disp)}I", *self.disp), bytes(rows), b"".join(self.planes)]
        parts += [b"".join(self.columns), bytes(strings), text]
        offsets, body, at = [], bytearray(), 80
        for part in parts:
            part += bytes(-len(part) % 8)
            offsets.append(at)
            body += part
            at += len(part)
        plane_bytes = (len(self.names) + 7) // 8
        counts = [len(self.names), len(self.disp), len(self.planes), plane_bytes, len(self.columns)]
        tail = struct.pack("<14I", *counts, len(strings), len(text), *offsets, 0) + bytes(body)
        head = struct.pack("<4sIQQ", b"MCTB", TABLE_ABI, at, checksum(tail))
        return head + tail


# ---- what goes in ----


def recipe_names(folder: Path) -> set[str]:
    """The names for which the shim has a recipe on ``HOME``: from the recipes' headers."""
    found: set[str] = set()
    for path in folder.glob("*.c"):
        head = path.read_text(encoding="utf-8").partition("\n */")[0]
        fields = dict(_RECIPE_FIELD.findall(head))
        if fields["scope"] == "public" and {"any", HOME} & set(fields["arch"].split()):
            found.update(fields["symbols"].replace(" *", " ").split())
    return found - {"-"}


_RECIPE_FIELD = re.compile(r"^ \* (\w+): ((?:.*)(?:\n \*   .*)*)", re.M)


class Source:
    """Everything that ``data/`` says, read and joined."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.upstream = read_tsv(data / "musl_upstream.tsv")
        self.debian = read_tsv(data / "musl_debian.tsv")
        self.packages = read_tsv(data / "musl_packages.tsv")
        self.releases = [row["version"] for row in read_tsv(data / "musl_releases.tsv")]
        self.glibc = read_tsv(data / "glibc.tsv")
        self.lfs64 = read_tsv(data / "lfs64.tsv")
        self.targets = read_tsv(data / "targets.tsv")
        self.libraries = read_tsv(data / "glibc_libraries.tsv")
        self.recipes = recipe_names(RECIPES)
        self.suites = suites_of(self.debian, self.packages)
        ports = {row["arch"]: row["first"] for row in read_tsv(data / "musl_ports.tsv")}
        self.builds = upstream_of(self.upstream, self.releases, self.suites, ports)

    def build_of(self, target: Row) -> Build:
        """The build that a target's ``exports`` cell names: ``upstream:1.2.5`` or ``debian:trixie``."""
        kind, _, name = target["exports"].partition(":")
        return self.suites[name] if kind == "debian" else self.builds[name]

    def libc_names(self) -> set[str]:
        """Every name that some glibc or some musl has as its own."""
        names = {row["symbol"] for row in self.glibc} | {row["symbol"] for row in self.lfs64}
        for build in [*self.builds.values(), *self.suites.values()]:
            names.update(*build.exports.values())
        return names


# ---- groups: why a name is missing ----


class Groups:
    """Puts every name in one group: by what musl has first, then by the first pattern that matches."""

    def __init__(self, source: Source) -> None:
        self.order = [row["id"] for row in read_tsv(source.data / "groups.tsv")]
        self.rules = read_tsv(source.data / "group_rules.tsv")
        self._patterns = [(row["group"], row["library"], re.compile(row["pattern"])) for row in self.rules]
        self._libraries: dict[str, set[str]] = {}
        for row in source.glibc:
            self._libraries.setdefault(row["symbol"], set()).add(row["library"])
        builds = [build.exports[HOME] for build in source.builds.values()]
        self._common = set.intersection(*builds)
        self._newest = builds[-1]

    def of(self, name: str) -> str:
        """The id of a name's group; DataError when no pattern matches a name of glibc's."""
        if name in self._common:
            return "common"
        if name in self._newest:
            return "newer-musl"
        if name not in self._libraries:
            return "musl-private"
        rule = self.rule_of(name)
        if rule is None:
            raise DataError(f"group_rules.tsv: no pattern matches {name}")
        return self.rules[rule]["group"]

    def rule_of(self, name: str) -> int | None:
        """The index of the first rule that matches."""
        libraries = self._libraries.get(name, set())
        for i, (_, library, pattern) in enumerate(self._patterns):
            if (not library or library in libraries) and pattern.fullmatch(name):
                return i
        return None


def target_line(table: Table, source: Source, target: Row) -> str:
    """One line of the table's directory: name, title, version, certainty, source, a cell per architecture."""
    build = source.build_of(target)
    cells = []
    for arch in sorted(build.exports):
        exports = table.plane(build.exports[arch])
        mapped = fallback_of(build, arch, source.lfs64)
        fallback = table.plane(mapped) if mapped else NO_PLANE
        cells.append(f"{arch}={exports},{fallback},{'derived' if arch in build.derived else 'measured'}")
    head = [target[key] for key in ("name", "title")] + [build.version, target["certainty"], target["source"]]
    return "\t".join(["T", *head, " ".join(cells)])


def line_of(kind: str, rows: list[Row], keys: tuple[str, ...]) -> list[str]:
    """Rows of the text as lines of the table's directory."""
    return ["\t".join([kind, *(row[key] for key in keys)]) for row in rows]


def supplier_lines(table: Table, source: Source, names: list[str]) -> list[str]:
    """The suppliers, and the distinct sets of them; a column says which set each name has."""
    supplies = [(r["supplier"], re.compile(r["pattern"])) for r in read_tsv(source.data / "supplies.tsv")]
    sets: dict[str, int] = {"-": 0}
    column = {}
    for name in names:
        found = [SHIM] * (name in source.recipes)
        found += [supplier for supplier, pattern in supplies if pattern.fullmatch(name)]
        column[name] = sets.setdefault(",".join(found) or "-", len(sets))
    table.column(column)
    keys = ("id", "title", "how", "confidence", "source")
    return [*line_of("V", read_tsv(source.data / "suppliers.tsv"), keys), "U\t" + " ".join(sets)]


def build_table(source: Source, stamp: str) -> bytes:
    """The bytes of ``table.bin``."""
    libc_names = source.libc_names()
    owners = {row["file"] for row in source.libraries}
    table = Table(libc_names | owners)
    groups = Groups(source)
    table.column({name: groups.order.index(groups.of(name)) for name in libc_names})
    lines = [f"S\t{stamp}", f"P\tknown\t{table.plane(libc_names)}", f"P\towners\t{table.plane(owners)}"]
    lines.append("G\t" + " ".join(groups.order))
    lines += line_of("C", read_tsv(source.data / "groups.tsv"), ("id", "title", "why", "fix"))
    lines += supplier_lines(table, source, sorted(libc_names))
    rules = [row for row in read_tsv(source.data / "group_rules.tsv") if row["group"] in OPEN_GROUPS]
    lines += line_of("R", rules, ("group", "pattern"))
    lines += line_of("Y", read_tsv(source.data / "supplies.tsv"), ("supplier", "pattern"))
    lines += line_of("H", read_tsv(source.data / "hosts.tsv"), ("host", "title", "pattern"))
    lines += [f"L\t{row['file']}\t{row['reserved']}" for row in source.libraries]
    lines += line_of("K", read_tsv(source.data / "hidden_versions.tsv"), ("file", "symbol", "version"))
    lines += [
        "\t".join(["F", *(row[key] for key in ("symbol", "stem", "first", "broken"))]) for row in source.lfs64
    ]
    lines += [target_line(table, source, target) for target in source.targets]
    return table.pack("\n" + "\n".join(lines) + "\n")


def stamp_of(data: Path) -> str:
    """A digest of the text, the recipes' names and this file: tells a table from details of other ones, and a
    stale table.
    """
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(data.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update("\0".join(sorted(recipe_names(RECIPES))).encode())
    return digest.hexdigest()[:16]


# Groups whose patterns also tell of names that no table holds: their families are open-ended.
OPEN_GROUPS = (
    "c23",
    "compiler-runtime",
    "fortify",
    "libmvec",
    "loader-internals",
    "long-double",
    "nss",
    "unwind",
)


def build_detail(source: Source, stamp: str) -> dict[str, object]:
    """The content of ``detail.json``: what is only read when somebody asks."""

    def table(name: str) -> list[Row]:
        return read_tsv(source.data / f"{name}.tsv")

    glibc: dict[str, list[list[str]]] = {}
    for row in source.glibc:
        glibc.setdefault(row["symbol"], []).append([row["library"], row["kind"], row["nodes"], row["source"]])
    return {
        "stamp": stamp,
        "sources": {row["id"]: [row["title"], row["how"]] for row in table("sources")},
        "nodes": {row["id"]: row["nodes"] for row in table("glibc_nodes")},
        "glibc": glibc,
        "releases": source.releases,
        "musl": {row["symbol"]: [row["builds"], row["source"]] for row in source.upstream},
        "behaviours": table("behaviours"),
    }


def main(argv: list[str] | None = None) -> int:
    """Writes both products beside this file, or below ``--output``."""
    parser = argparse.ArgumentParser(description="compile the knowledge base")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--output", type=Path, default=HERE)
    options = parser.parse_args(argv)
    stamp = stamp_of(options.data)
    source = Source(options.data)
    (options.output / "table.bin").write_bytes(build_table(source, stamp))
    detail = json.dumps(
        build_detail(source, stamp), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    (options.output / "detail.json").write_text(detail + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
