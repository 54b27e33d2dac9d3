"""The edits of one object, made in its bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from musl_compat.elf.edit import Editor, NoRoom
from musl_compat.errors import MuslcheckError
from musl_compat.fix.edits import Edit

# What a signature or a packer leaves in a file: bytes, what they are, what to do.
_SEALS = (
    (
        b"~Module signature appended~\n",
        "it is signed, and an edit breaks the signature",
        "sign the copy anew",
    ),
    (b"UPX!", "it is packed with UPX", "unpack it first: upx -d"),
)
_HEAD = _TAIL = 4096


class CannotEdit(MuslcheckError):
    """The file cannot be edited without a loss. ``way_round`` says what to do instead."""

    def __init__(self, message: str, way_round: str) -> None:
        super().__init__(message)
        self.way_round = way_round


def sealed(path: Path) -> CannotEdit | None:
    """Why a file that is signed or packed is not to be edited. Raises OSError."""
    with open(path, "rb") as file:
        head = file.read(_HEAD)
        file.seek(max(0, os.fstat(file.fileno()).st_size - _TAIL))
        tail = file.read()
    for mark, what, way_round in _SEALS:
        if mark in head or mark in tail:
            return CannotEdit(what, way_round)
    return None


class Applied(NamedTuple):
    """The new bytes; ``added``: how many the file grew by; ``gave_up``: program headers that a new segment
    took the place of; ``moved``: its headers had to be moved.
    """

    data: bytearray
    added: int
    gave_up: tuple[str, ...]
    moved: bool


def apply(
    data: bytearray, plan: Callable[[bytearray], Sequence[Edit]], *, allow_unsafe: bool = False
) -> Applied:
    """Make the edits that ``plan`` gives for these bytes; ``data`` is used up. Raises CannotEdit, RoomError,
    and ElfError for damaged tables.
    """
    size, overlay = len(data), Editor(data).overlay
    moved = False
    try:
        editor = _planned(data, plan)
        grows = editor.prepare()
    except NoRoom:
        grows = moved = True
    if grows and overlay and not allow_unsafe:
        raise CannotEdit(_OVERLAY.format(overlay), _OVERLAY_WAY)
    if moved:
        from musl_compat.fix.room import with_room

        editor = _planned(with_room(data), plan)
    made = editor.finish()
    return Applied(made, len(made) - size, tuple(editor.gave_up), moved)


_OVERLAY = "{:,} bytes of data stand behind the program, which a segment at the end of the file would hide"
_OVERLAY_WAY = "fix the program before its data are appended, or --allow unsafe if it does not look for them"


def _planned(data: bytearray, plan: Callable[[bytearray], Sequence[Edit]]) -> Editor:
    editor = Editor(data)
    for edit in plan(data):
        edit.apply(editor)
    return editor
