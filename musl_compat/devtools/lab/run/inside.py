"""Runs one command in a root of its own: the program that ``unshare`` starts as process 1 of its namespaces.

Standard library only, and it reads one JSON object (see ``sandbox.py``) from its argument: it has to start
quickly. Over the root lies a scratch layer in memory, so that nothing of the root itself can change; the
folder of the workload is bound in from outside, so that its files can be read afterwards.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import resource
import socket
import struct
import sys
from typing import NoReturn, TypedDict

MS_NOSUID, MS_BIND = 2, 4096
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
GIB = 1 << 30
LIMITS = {
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_FSIZE: GIB,
    resource.RLIMIT_DATA: 8 * GIB,
    resource.RLIMIT_NOFILE: 4096,
    resource.RLIMIT_NPROC: 4096,
}


class Spec(TypedDict):
    """What ``sandbox.py`` asks for."""

    argv: list[str]
    env: dict[str, str]
    folder: str
    home: str
    root: str
    scratch: str
    status: str
    user: int


def mount(source: str, target: str, kind: str, flags: int = 0, data: str = "") -> None:
    """mount(2)."""
    libc = ctypes.CDLL(None, use_errno=True)
    given = [text.encode() for text in (source, target, kind)]
    if libc.mount(*given, ctypes.c_ulong(flags), data.encode()) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"mount {kind} on {target}: {os.strerror(number)}")


def devices(folder: str) -> None:
    """The devices that programs expect, of the system outside."""
    mount("tmpfs", folder, "tmpfs", MS_NOSUID, "mode=755")
    for name in DEVICES:
        path = f"{folder}/{name}"
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o666))
        mount(f"/dev/{name}", path, "none", MS_BIND)
    os.mkdir(f"{folder}/shm", 0o1777)
    os.chmod(f"{folder}/shm", 0o1777)
    os.mkdir(f"{folder}/pts")
    mount("devpts", f"{folder}/pts", "devpts", 0, "newinstance,ptmxmode=0666,mode=0666")
    os.symlink("pts/ptmx", f"{folder}/ptmx")
    for name, target in (("fd", ""), ("stdin", "/0"), ("stdout", "/1"), ("stderr", "/2")):
        os.symlink(f"/proc/self/fd{target}", f"{folder}/{name}")


def build(spec: Spec) -> str:
    """The root under the scratch layer, with the workload's folder, /proc and /dev in it."""
    scratch = spec["scratch"]
    mount("tmpfs", scratch, "tmpfs", 0, "mode=755,size=4g")
    upper, work, root = (f"{scratch}/{name}" for name in ("upper", "work", "root"))
    for folder in (upper, work, root):
        os.mkdir(folder, 0o755)
    mount("overlay", root, "overlay", 0, f"lowerdir={spec['root']},upperdir={upper},workdir={work}")
    for name in ("proc", "dev", "tmp", "run", spec["home"].lstrip("/")):
        os.makedirs(f"{root}/{name}", exist_ok=True)
    os.chmod(f"{root}/tmp", 0o1777)
    mount(spec["folder"], f"{root}{spec['home']}", "none", MS_BIND)
    mount("proc", f"{root}/proc", "proc")
    devices(f"{root}/dev")
    return root


def loopback() -> None:
    """A network of its own in which only 127.0.0.1 answers."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(sock, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(sock, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


def start(spec: Spec, root: str) -> NoReturn:
    """Become the command; does not return."""
    for number, most in LIMITS.items():
        resource.setrlimit(number, (most, most))
    os.chroot(root)
    os.chdir(spec["home"])
    os.umask(0o022)
    if spec["user"]:
        os.setgroups([])
        os.setgid(spec["user"])
        os.setuid(spec["user"])
    os.execve(spec["argv"][0], spec["argv"], spec["env"])


def main() -> None:
    """Set up, run, and write how it ended; all that it left running ends with this process."""
    spec = json.loads(sys.argv[1])
    root = build(spec)
    loopback()
    child = os.fork()
    if child == 0:
        try:
            start(spec, root)
        except OSError as error:
            os.write(2, f"cannot start {spec['argv'][0]}: {error}\n".encode())
        os._exit(127)
    ended, status = 0, 0
    while ended != child:
        ended, status = os.wait()
    with open(spec["status"], "w", encoding="ascii") as file:
        file.write(str(os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    main()
