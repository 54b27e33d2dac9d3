"""Roots: Debian packages merged to one file system, with glibc or with a real musl in its place.

The files are hard links of the cache's trees, so nothing here ever writes into one: a file is replaced, not
changed. What maintainer scripts would do is not done, but for the links that workloads ask for.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import musl_compat
from musl_compat.devtools.lab import cache, muslcc, rooms
from musl_compat.devtools.lab.run.sandbox import HOME, USER
from musl_compat.errors import InputError
from musl_compat.fix.shim import compile as building
from musl_compat.fix.shim import generate
from musl_compat.kb import targets
from musl_compat.loader.search import unreserved_glibc

GLIBC_OWN = ("libc6", "libc-bin")
"""Packages that a musl system has its own of: the libc, and programs that are at home inside of glibc."""
KEPT = ("usr/lib/locale",)
"""What stays of them on musl: locale data is data."""
GLIBC_LOADER, MUSL_LOADER = "lib64/ld-linux-x86-64.so.2", "lib/ld-musl-x86_64.so.1"
LIBRARIES = "usr/lib/x86_64-linux-gnu"
ETC = {
    "passwd": "root:x:0:0:root:/root:/bin/sh\n"
    f"lab:x:{USER}:{USER}:Lab:{HOME}:/bin/sh\n"
    "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n",
    "group": f"root:x:0:\ntty:x:5:\nlab:x:{USER}:\nnogroup:x:65534:\n",
    "hosts": "127.0.0.1\tlocalhost\n::1\tlocalhost\n",
    "hostname": "lab\n",
    "host.conf": "multi on\n",
    "nsswitch.conf": "passwd: files\ngroup: files\nshadow: files\nhosts: files\nservices: files\n",
    "resolv.conf": "nameserver 127.0.0.1\n",
    "shells": "/bin/sh\n/bin/bash\n",
    "timezone": "Etc/UTC\n",
}


def merged(trees: Iterable[cache.Tree], links: Mapping[str, str]) -> Path:
    """The root with everything, glibc too."""
    packages = list(trees)

    def fill(root: Path) -> None:
        rooms.merge_usr(root)
        for tree in packages:
            rooms.merge(tree.path, root)
        furnish(root, links)

    return kept("glibc", _identity(packages, links), fill)


def bare(trees: Iterable[cache.Tree], links: Mapping[str, str], musl: str) -> Path:
    """The same without glibc: a musl of this version, which glibc's loader's name leads to as well."""
    packages = list(trees)

    def fill(root: Path) -> None:
        rooms.merge_usr(root)
        for tree in packages:
            if tree.entry.name not in GLIBC_OWN:
                rooms.merge(tree.path, root)
                continue
            for part in KEPT:
                if (tree.path / part).is_dir():
                    rooms.merge(tree.path / part, root / part)
        furnish(root, links)
        shutil.copy(cache.loader(musl).path, root / MUSL_LOADER)
        (root / GLIBC_LOADER).symlink_to(f"/{MUSL_LOADER}")
        write(root, "etc/ld-musl-x86_64.path", f"/{LIBRARIES}\n/usr/lib\n")

    return kept(f"bare-{musl}", _identity(packages, links, cache.loader(musl).sha256), fill)


def shimmed(unmodified: Path, musl: str) -> Path:
    """Unmodified files, and beside them the shim with every symbol, to be preloaded, and libraries that stand
    in for those of glibc that musl does not have."""
    target = target_of(musl)
    stubs = sorted(unreserved_glibc())

    def fill(root: Path) -> None:
        rooms.merge(unmodified, root)
        shim = generate.plan(
            generate.every_symbol("x86_64", target), arch="x86_64", target=target, stubs=stubs
        )
        with tempfile.TemporaryDirectory(prefix="muslcheck-shim-") as folder:
            made = Path(folder, "shim")
            made.mkdir()
            generate.write(shim, made)
            library = building.build(shim, made, muslcc.compiler(Path(folder)), target)
            for file in (library, *(made / name for name in stubs)):
                shutil.copy(file, root / LIBRARIES)

    return kept(f"shim-{musl}", f"{unmodified}\n{code()}", fill)


def fixed(unmodified: Path, musl: str) -> Path:
    """What ``muslcheck fix`` makes of the root."""

    def fill(root: Path) -> None:
        root.rmdir()
        log = fix(unmodified, root, "--target", target_of(musl).name)
        (root / "fix.log").write_text(log, encoding="utf-8")

    return kept(f"fixed-{musl}", f"{unmodified}\n{code()}", fill)


def fix(given: Path, output: Path, *options: str) -> str:
    """``muslcheck fix GIVEN -o OUTPUT``, and what it said. That something could not be analysed or fixed
    is no error here, nor that nothing was written: the work will show it."""
    with tempfile.TemporaryDirectory(prefix="muslcheck-cc-") as folder:
        compiler = muslcc.compiler(Path(folder)).shown
        command = [sys.executable, "-m", "musl_compat.cli", "fix", str(given), "-o", str(output)]
        command += ["--cc", compiler, *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=_package().parent)
    said = done.stdout + done.stderr
    if done.returncode not in (0, 1, 3):
        raise InputError(f"muslcheck fix {given.name}: exit {done.returncode}: {said.strip()[-2000:]}")
    return said


def target_of(musl: str) -> targets.Target:
    """The knowledge base's target of the Debian build of this version."""
    for entry in cache.musl_entries():
        if entry.upstream == musl:
            return targets.get(f"debian:{entry.suite}")
    known = ", ".join(entry.upstream for entry in cache.musl_entries())
    raise InputError(f"the laboratory has no musl {musl}; it has {known}")


def _package() -> Path:
    return Path(musl_compat.__file__).parent


def code() -> str:
    """A hash of this package's own code and data, the devtools left out: what it makes depends on it."""
    digest = hashlib.sha256()
    for path in sorted(_package().rglob("*")):
        relative = path.relative_to(_package())
        if path.is_file() and relative.parts[0] != "devtools" and "__pycache__" not in relative.parts:
            digest.update(f"{relative}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _identity(trees: Iterable[cache.Tree], links: Mapping[str, str], *more: str) -> str:
    return "\n".join([*(t.entry.sha256 for t in trees), repr(sorted(links.items())), *more])


def kept(name: str, identity: str, fill: Callable[[Path], None]) -> Path:
    """The root of this identity, made or found again by its name. An older one of the name that nobody asks
    for any more stays until the cache is cleared."""
    own = (Path(file).read_text(encoding="utf-8") for file in (__file__, muslcc.__file__, rooms.__file__))
    digest = hashlib.sha256("\n".join([identity, *own]).encode()).hexdigest()[:16]
    return cache.made(cache.directory() / "run" / f"{name}-{digest}", fill)


def furnish(root: Path, links: Mapping[str, str]) -> None:
    """What a system has that no package holds."""
    for name in ("dev", "proc", "run", "tmp", "etc", "root", HOME.lstrip("/")):
        (root / name).mkdir(parents=True, exist_ok=True)
    for name, text in ETC.items():
        write(root, f"etc/{name}", text)
    for link, target in links.items():
        path = root / link.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(target)


def write(root: Path, name: str, text: str) -> None:
    """A new file: the one of this name may be a hard link into the cache."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")
