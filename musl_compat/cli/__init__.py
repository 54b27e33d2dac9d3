"""The command ``muslcheck``: one module for each of its commands, see ``_commands``."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """The program ``muslcheck``: never returns."""
    _open_closed_streams()
    gc.disable()  # nothing that is made while modules load is garbage
    from musl_compat.cli import _commands

    gc.enable()
    gc.freeze()
    code = _commands.run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Taking the interpreter down costs as much as checking hundreds of files, and nothing is left to tidy up.
    os._exit(code)


def _open_closed_streams() -> None:
    """A standard stream that was closed at the start is the null device, so that no input is opened under
    its number.
    """
    for name, number, mode in (("stdin", 0, "r"), ("stdout", 1, "w"), ("stderr", 2, "w")):
        if getattr(sys, name) is None:
            fd = os.open(os.devnull, os.O_RDWR)
            if fd != number:
                os.dup2(fd, number)
                os.close(fd)
            setattr(sys, name, open(number, mode))  # noqa: SIM115 - open to the end
