"""Binding in C against a slow loader by the letter, and what must hold of any link map."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musl_compat import kb
from musl_compat._core import ffi
from musl_compat.elf import ElfImage
from musl_compat.errors import ElfError
from musl_compat.kb import targets
from musl_compat.loader import binding
from musl_compat.loader.linkmap import LinkMap
from tests.support.elfwriter import Sym
from tests.support.maps import KINDS, Files, Kind, Object, close, slow_missing, target_for

SOON = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LIBC = {"puts", "malloc"}
MAPPED = {"open64"}
NAMES = ["alpha", "beta", "gamma", "puts", "malloc", "open64", "__printf_chk"]

symbols = st.builds(
    Sym,
    name=st.sampled_from(NAMES),
    value=st.sampled_from([0, 0x10000]),
    bind=st.sampled_from([0, 1, 1, 1, 2, 2, 10, 13]),
    type=st.sampled_from([0, 1, 2, 2, 5, 6, 10, 3]),
    shndx=st.sampled_from([0, 0, 1]),
    version=st.sampled_from([1, 1, 2, 0x8002]),
)


@st.composite
def objects(draw: st.DrawFn, kind: Kind, needed: tuple[str, ...]) -> Object:
    """An object: undefined symbols may stand anywhere, as in no linker's output."""
    own = tuple(draw(st.lists(symbols, max_size=8)))
    numbers = st.sampled_from([kind.absolute, kind.glob_dat, kind.jump_slot, kind.copy])
    uses = draw(st.lists(st.tuples(numbers, st.integers(1, len(own))), max_size=10)) if own else []
    return Object(own, tuple(uses), draw(st.sampled_from(["gnu", "sysv"])), draw(st.booleans()), needed)


@st.composite
def link_maps(draw: st.DrawFn) -> tuple[Kind, Object, dict[str, Object]]:
    kind = draw(st.sampled_from(KINDS))
    names = ["liba.so", "libb.so"][: draw(st.integers(0, 2))]
    with_libc = ("libc.so.6",) if draw(st.booleans()) else ()
    main = draw(objects(kind, (*names, *with_libc)))
    return kind, main, {name: draw(objects(kind, ())) for name in names}


@settings(SOON, max_examples=400)
@given(link_maps())
def test_binding_says_what_a_slow_loader_says(drawn: tuple[Kind, Object, dict[str, Object]]) -> None:
    kind, main, libraries = drawn
    found = close(main, libraries, kind)
    chain = [("/bin/main", main), *((f"/lib/{name}", one) for name, one in libraries.items())]
    libc = LIBC if "libc.so.6" in main.needed else None
    assert {(m.requested_by, m.name) for m in found.missing} == slow_missing(chain, kind, libc, MAPPED)
    assert found.missing_count == len(found.missing)


def _planted(names: set[str]) -> targets.Target:
    """musl 1.2.5 with more exports."""
    base, table = targets.get("musl:1.2.5"), kb.table()
    bits = bytearray(ffi.buffer(base.exports("x86_64"), table.c.plane_bytes))
    for name in names:
        row = table.find(name)
        bits[row >> 3] |= 1 << (row & 7)
    planes = {"x86_64": (ffi.new("uint8_t[]", bytes(bits)), base.fallback("x86_64"), "planted")}
    return targets.Target("more", "more", base.musl_version, planes, certainty="measured", source=base.source)


@SOON
@given(link_maps(), st.sets(st.sampled_from(["__printf_chk", "open64", "fcntl64"])))
def test_one_more_export_never_adds_a_missing_symbol(
    drawn: tuple[Kind, Object, dict[str, Object]], more: set[str]
) -> None:
    _, main, libraries = drawn
    kind = KINDS[0]
    image = main.image(kind) if all(n in (1, 5, 6, 7) for n, _ in main.uses) else Object().image(kind)
    files = Files({name: Object().image(kind) for name in libraries})
    before, after = (
        {(m.requested_by, m.name) for m in binding.closure(LinkMap.build("/m", image, files, t)).missing}
        for t in (targets.get("musl:1.2.5"), _planted(more))
    )
    assert after <= before
    alone = [binding.alone(image, t, "/m").missing_count for t in (targets.get("musl:1.2.5"), _planted(more))]
    assert alone[1] <= alone[0]


@SOON
@given(link_maps())
def test_the_same_map_gives_the_same_answer(drawn: tuple[Kind, Object, dict[str, Object]]) -> None:
    kind, main, libraries = drawn
    assert close(main, libraries, kind).missing == close(main, libraries, kind).missing


@SOON
@given(st.data())
def test_any_bytes_that_scan_can_be_bound(data: st.DataObject) -> None:
    kind, main, libraries = data.draw(link_maps())
    target = target_for(kind.arch)
    raw = bytearray(main.data(kind))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(52, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        image = ElfImage.from_bytes(bytes(raw))
    except ElfError:
        return
    files = Files(dict.fromkeys(libraries, image))
    found = binding.closure(LinkMap.build("/m", image, files, target, arch=kind.arch))
    assert found.missing_count == len(found.missing)
    assert binding.alone(image, target, "/m", kind.arch).missing_count >= 0
