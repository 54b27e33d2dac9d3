"""What changed in which release."""

from __future__ import annotations

import pytest

from musl_compat.loader import relocs, traits


@pytest.mark.parametrize(
    ("field", "last_before", "first"),
    [
        ("reserved_stem_is_prefix", (1, 1, 15), (1, 1, 16)),
        ("second_libc_guard", (1, 1, 16), (1, 1, 17)),
        ("empty_name_fails", (1, 1, 3), (1, 1, 4)),
        ("open_error_ends_search", (1, 1, 8), (1, 1, 9)),
        ("runpath_alone", (1, 1, 5), (1, 1, 6)),
        ("relr", (1, 2, 3), (1, 2, 4)),
    ],
)
def test_a_trait_changes_at_its_release(
    field: str, last_before: tuple[int, ...], first: tuple[int, ...]
) -> None:
    before, since = traits.of_version(last_before), traits.of_version(first)
    assert getattr(before, field) != getattr(since, field)


def test_irelative_is_processed_nowhere() -> None:
    irelative = {
        "x86_64": 37,
        "i386": 42,
        "aarch64": 1032,
        "armhf": 160,
        "powerpc64le": 248,
        "s390x": 61,
        "riscv64": 58,
    }
    for arch, number in irelative.items():
        types = relocs.accepted(arch, (1, 2, 6))
        assert types is not None
        assert number not in types


@pytest.mark.parametrize(
    ("arch", "number", "since"),
    [
        ("riscv64", 12, (1, 2, 5)),
        ("loongarch64", 14, (1, 2, 6)),
        ("armhf", 13, (1, 1, 21)),
        ("powerpc64le", 43, (1, 1, 24)),
    ],
)
def test_a_type_is_processed_from_its_release_on(arch: str, number: int, since: tuple[int, ...]) -> None:
    earlier = (*since[:-1], since[-1] - 1)
    before, after = relocs.accepted(arch, earlier), relocs.accepted(arch, since)
    assert before is not None
    assert after is not None
    assert number not in before
    assert number in after


def test_variants_of_an_architecture_share_its_relocations() -> None:
    assert relocs.family("armhf") == "arm"
    assert relocs.family("mipsel-sf") == "mips"
    assert relocs.family("mips64el") == "mips64"
    assert relocs.family("powerpc64le") == "powerpc64"
    assert relocs.family("x86_64") == "x86_64"
    assert relocs.family("sparc64") is None
