"""Malformed files as text: a recipe says what to change in a built file, a place says where an error must be.

Recipes, one after the other with ``;``: ``set PLACE to VALUE`` or ``cut to BYTES``. Places are ``e_phnum``,
``phdr 1 p_filesz``, ``DT_STRSZ`` (the value), ``entry DT_STRSZ`` (the entry), ``symtab row 3 st_name``,
``rela row 1``, ``verneed +16``, ``dynamic``. A VALUE is a number, or a place whose offset is meant. Files are
64-bit little-endian.
"""

from __future__ import annotations

from tests.support.elfwriter import BASE, Built

_EHDR = {"EI_MAG0": (0, 1), "EI_CLASS": (4, 1), "EI_DATA": (5, 1), "e_phoff": (32, 8)}
_EHDR |= {"e_phentsize": (54, 2), "e_phnum": (56, 2), "e_type": (16, 2)}
_PHDR = {"p_type": (0, 4), "p_offset": (8, 8), "p_vaddr": (16, 8), "p_filesz": (32, 8), "p_memsz": (40, 8)}
_SYM = {"st_name": (0, 4), "st_info": (4, 1)}
_RELA = {"r_type": (8, 4), "r_sym": (12, 4)}
_ROWS = {"symtab": 24, "rela": 24, "jmprel": 24, "phdr": 56}
_TAGS = {"NULL": 0, "NEEDED": 1, "PLTRELSZ": 2, "HASH": 4, "STRTAB": 5, "SYMTAB": 6, "RELA": 7, "RELASZ": 8}
_TAGS |= {"STRSZ": 10, "SONAME": 14, "RPATH": 15, "REL": 17, "RELSZ": 18, "JMPREL": 23, "RUNPATH": 29}
_TAGS |= {"RELRSZ": 35, "RELR": 36, "GNU_HASH": 0x6FFFFEF5, "VERSYM": 0x6FFFFFF0, "VERDEF": 0x6FFFFFFC}
_TAGS |= {"VERNEED": 0x6FFFFFFE, "VERNEEDNUM": 0x6FFFFFFF, "MIPS_GOTSYM": 0x70000013}


def find(built: Built, place: str) -> tuple[int, int]:
    """The file offset and the width in bytes of a place."""
    words = place.split()
    if words[0] in _EHDR:
        return _EHDR[words[0]]
    if words[0] == "entry":
        return built.dyn[_TAGS[words[1].removeprefix("DT_")]], 8
    if words[0].startswith("DT_"):
        return built.dyn[_TAGS[words[0].removeprefix("DT_")]] + 8, 8
    at, width = built.at[words[0]], 4
    rest = words[1:]
    if rest and rest[0] == "row":
        rest = rest[1:]
    for word in rest:
        if word.startswith("+"):
            at += int(word[1:], 0)
        elif word.isdigit():
            at += int(word) * _ROWS[words[0]]
        else:
            off, width = {**_PHDR, **_SYM, **_RELA}[word]
            at += off
    return at, width


def offset(built: Built, place: str) -> int:
    """A number, or the file offset of a place."""
    return int(place, 0) if place[:1].isdigit() else find(built, place)[0]


def value(built: Built, text: str) -> int:
    """A number, ``end`` (the size of the file), or ``address of`` a place; with ``- N``."""
    base, _, minus = text.partition(" - ")
    if base == "end":
        number = len(built.data)
    elif base == "address of end":
        number = len(built.data) + BASE
    else:
        number = int(base, 0)
    return number - int(minus or "0", 0)


def apply(built: Built, recipe: str) -> bytes:
    """The bytes after the recipe."""
    data = bytearray(built.data)
    for step in recipe.split(";"):
        verb, _, rest = step.strip().partition(" ")
        if verb == "cut":
            del data[value(built, rest.removeprefix("to ")) :]
        elif verb == "set":
            place, _, text = rest.partition(" to ")
            at, width = find(built, place)
            data[at : at + width] = value(built, text).to_bytes(width, "little")
        else:
            raise ValueError(step)
    return bytes(data)
