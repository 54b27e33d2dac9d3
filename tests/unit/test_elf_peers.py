"""The image says what pyelftools says of real objects and of every machine, also without section headers."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat.elf import ElfImage, Limits
from tests.support import samples
from tests.support.peers import differences, without_sections

OBJECTS = samples.system_objects(limit=60, below=600_000)
KEEP = Limits(keep_relocs=True)


def image_of(data: bytes) -> ElfImage:
    return ElfImage.from_bytes(data, KEEP)


@pytest.mark.parametrize("path", OBJECTS, ids=lambda p: p.name)
def test_image_equals_pyelftools_on_system_objects(path: Path) -> None:
    data = path.read_bytes()
    assert differences(data, image_of(data)) == []


@pytest.mark.parametrize("path", OBJECTS, ids=lambda p: p.name)
def test_image_is_the_same_without_section_headers(path: Path) -> None:
    data = path.read_bytes()
    assert differences(data, image_of(without_sections(data))) == []


@pytest.mark.parametrize("arch", sorted(samples.TYPES))
@pytest.mark.parametrize("hash", ["gnu", "sysv", "both"])
def test_image_equals_pyelftools_on_every_machine(arch: str, hash: str) -> None:
    data = samples.full(arch, hash).build().data
    found = differences(data, image_of(data))
    if (arch, hash) == ("s390x", "sysv"):
        # the psABI gives DT_HASH words of 8 bytes, which pyelftools reads as twice as many of 4
        assert found == ["symbols: pyelftools 3 rows, here 6"]
    else:
        assert found == []


def test_the_comparison_sees_a_changed_symbol() -> None:
    built = samples.full().build()
    other = bytearray(built.data)
    other[built.at["symtab"] + 24 + 8] ^= 1  # st_value of symbol 1
    assert [d.split(":")[0] for d in differences(bytes(other), image_of(built.data))] == ["symbols"]


def test_the_comparison_sees_a_changed_relocation() -> None:
    built = samples.full().build()
    other = bytearray(built.data)
    other[built.at["rela"] + 16] ^= 1  # r_addend of row 0
    assert [d.split(":")[0] for d in differences(bytes(other), image_of(built.data))] == ["relocs"]
