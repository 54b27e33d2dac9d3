"""Program headers for new segments, where a file has none to spare: LIEF makes room for them.

LIEF moves the headers, and in a position-independent file everything after them, so addresses that were
planned before are not true any more. It is the last resort, and takes several times as long as the rest.
"""

from __future__ import annotations

import os
import tempfile

from musl_compat.elf.edit import PT_LOAD, PT_NULL, Editor
from musl_compat.errors import MuslcheckError

HEADERS = 3
"""For data, for code, and for PT_GNU_STACK."""
_MARK = b"muslcheck: spare"


class RoomError(MuslcheckError):
    """LIEF could not read the file, or did not make the room."""


def with_room(data: bytes | bytearray) -> bytearray:
    """The file with ``HEADERS`` program headers of type PT_NULL more. Raises RoomError, and OSError for the
    temporary file that it needs.
    """
    try:
        import lief
    except ImportError as error:
        raise RoomError(
            "every program header is in use, and LIEF, which could make room, is not there: pip install lief"
        ) from error
    lief.logging.disable()
    with tempfile.TemporaryDirectory(prefix="muslcheck-") as folder:
        given, made = os.path.join(folder, "given"), os.path.join(folder, "made")
        with open(given, "wb") as file:
            file.write(data)
        binary = lief.ELF.parse(given)
        if binary is None:
            raise RoomError("LIEF cannot read it, to make room for a program header")
        for _ in range(HEADERS):
            segment = lief.ELF.Segment()
            segment.type = lief.ELF.Segment.TYPE.LOAD
            segment.flags = lief.ELF.Segment.FLAGS.R
            segment.content = memoryview(_MARK)
            segment.alignment = 0x1000
            if binary.add(segment) is None:
                raise RoomError("LIEF found no room for a program header")
        binary.write(made)
        with open(made, "rb") as file:
            out = bytearray(file.read())
    return _emptied(out)


def _emptied(data: bytearray) -> bytearray:
    """The segments that LIEF added, turned into headers that mean nothing."""
    editor = Editor(data)
    found = 0
    for segment in editor.segments:
        at, size = segment.offset, len(_MARK)
        # In a program that is not position-independent LIEF fills the segment up to a page.
        if segment.type == PT_LOAD and segment.filesz >= size and data[at : at + size] == _MARK:
            segment.type = PT_NULL
            found += 1
    if found != HEADERS:
        raise RoomError(f"LIEF made {found} of {HEADERS} program headers")
    return editor.finish()
