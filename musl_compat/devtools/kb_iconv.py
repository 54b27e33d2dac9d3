"""Makes ``data/iconv.tsv``: which names of charsets iconv_open takes on each real musl of the laboratory.

The names are those that ``iconv --list`` of glibc prints (libc-bin and libc6 of the lock file). ``--check``
writes nothing and exits with 1 when the committed text differs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from musl_compat.devtools.lab import cache, muslcc
from musl_compat.errors import InputError
from musl_compat.kb.compile import DATA

TABLE = DATA / "iconv.tsv"
HEADER = """\
# Names of charsets that glibc 2.36 knows: whether iconv_open of musl converts to them and from them.
name\tanswers\tsource
"""
# Reads names, a line each, and says for each: t when it converts to it, f when from it.
PROBE = r"""
#include <iconv.h>
#include <stdio.h>
#include <string.h>
int main(void) {
  char name[200];
  while (fgets(name, sizeof name, stdin)) {
    name[strcspn(name, "\n")] = 0;
    int to = iconv_open(name, "UTF-8") != (iconv_t)-1, from = iconv_open("UTF-8", name) != (iconv_t)-1;
    printf("%s%s\n", to ? "t" : "", from ? "f" : "");
  }
  return 0;
}
"""
WORDS = {"tf": "both", "f": "from", "t": "to", "": "none"}


def names() -> list[str]:
    """The names that ``iconv --list`` of glibc prints, sorted."""
    libc = muslcc.package("libc6", "bookworm")
    libraries = next(libc.rglob("ld-linux-x86-64.so.2")).resolve().parent
    done = subprocess.run(
        [
            str(libraries / "ld-linux-x86-64.so.2"),
            *("--library-path", str(libraries)),
            str(muslcc.package("libc-bin", "bookworm") / "usr/bin/iconv"),
            "--list",
        ],
        env={"GCONV_PATH": str(next(libc.rglob("gconv-modules")).parent), "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted({name.removesuffix("//") for name in done.stdout.split() if name.endswith("//")})


def answers(asked: list[str]) -> list[dict[str, str]]:
    """For each name, by release what the real musl said."""
    out: list[dict[str, str]] = [{} for _ in asked]
    with tempfile.TemporaryDirectory(prefix="muslcheck-iconv-") as folder:
        Path(folder, "probe.c").write_text(PROBE, encoding="ascii")
        subprocess.run(["gcc", "-o", "probe", "probe.c"], cwd=folder, check=True)
        for musl in cache.loaders():
            done = subprocess.run(
                [str(musl.path), f"{folder}/probe"],
                input="".join(f"{name}\n" for name in asked),
                capture_output=True,
                text=True,
                check=True,
            )
            lines = done.stdout.splitlines()
            if len(lines) != len(asked):
                raise InputError(f"musl {musl.version}: {len(lines)} answers to {len(asked)} names")
            for one, line in zip(out, lines, strict=True):
                one[musl.version] = WORDS[line]
    return out


def changes(by_version: dict[str, str]) -> str:
    """``1.2.2=none 1.2.5=both``: the oldest release's answer, and each that is another one than before."""
    parts, last = [], ""
    for version, word in by_version.items():
        if word != last:
            parts.append(f"{version}={word}")
        last = word
    return " ".join(parts)


def text() -> str:
    """The table."""
    asked = names()
    rows = zip(asked, answers(asked), strict=True)
    return HEADER + "".join(f"{name}\t{changes(found)}\tmusl-iconv\n" for name, found in rows)


def main(argv: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, say whether the table is fresh")
    made = text()
    if parser.parse_args(argv).check:
        if TABLE.read_text(encoding="utf-8") == made:
            return 0
        print(f"{TABLE}: not what the real musls say; run without --check", file=sys.stderr)
        return 1
    TABLE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
