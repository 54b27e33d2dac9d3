"""What holds of all bytes: an answer, the same both ways, equal to that of a reader written apart."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from musl_compat._core import lib
from musl_compat.elf import ElfImage, Limits
from musl_compat.errors import ElfError
from tests.support import samples
from tests.support.slowelf import SlowElf, Unreadable
from tests.support.twoways import answer

EVERY = sorted(samples.every().items())
MANY = settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
KEEP = Limits(keep_relocs=True)

edit = st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from([1, 2, 4, 8]), st.integers(0, 2**64 - 1))
small = st.tuples(st.floats(0, 1, exclude_max=True), st.just(1), st.integers(0, 255))


@st.composite
def mutants(draw: st.DrawFn) -> bytes:
    """A good file with some fields changed, and perhaps cut."""
    data = bytearray(draw(st.sampled_from(EVERY))[1])
    for where, width, value in draw(st.lists(st.one_of(edit, small), max_size=4)):
        at = int(where * len(data))
        data[at : at + width] = value.to_bytes(8, "little")[: len(data[at : at + width])]
    if draw(st.integers(0, 5)) == 0:
        del data[int(draw(st.floats(0, 1)) * len(data)) :]
    return bytes(data)


def read_all(image: ElfImage) -> None:
    """Every row of every table."""
    for symbol in image.symbols():
        image.version_of(symbol)
        image.find(symbol.name)
        image.find_all(symbol.name)
    assert len(list(image.symbols())) == image.sym_count
    for rows in (image.needed, image.verneed, image.verdef, image.reltypes, image.odd_relocs, image.relocs):
        assert isinstance(rows, list)
    assert image.soname is None or isinstance(image.soname, str)


@MANY
@given(st.one_of(st.binary(max_size=300), st.binary(max_size=300).map(lambda b: b"\x7fELF" + b)))
def test_any_bytes_give_an_image_or_an_elf_error(data: bytes) -> None:
    got = answer(data)
    if isinstance(got, ElfImage):
        read_all(got)


@MANY
@given(mutants())
def test_mutants_of_good_files_give_the_same_answer_both_ways(data: bytes) -> None:
    got = answer(data, KEEP)
    if isinstance(got, ElfImage):
        read_all(got)
    else:
        assert got.status in ("not-elf", "truncated", "malformed", "limit")
        assert got.table
        assert str(got)


@MANY
@given(mutants())
@example(dict(EVERY)["full-mips64el"])
@example(dict(EVERY)["full-sparc64"])
def test_an_image_is_what_a_slow_reader_sees(data: bytes) -> None:
    """The core may refuse more than the slow reader; where it gives an image, the two agree."""
    got = answer(data, KEEP)
    if isinstance(got, ElfError) or got.type not in (2, 3) or got.flags & lib.MC_F_HOLLOW:
        return
    slow = SlowElf(data)
    assert [n.encode("utf-8", "surrogateescape") for n in got.needed] == slow.needed()
    kinds = {row.type for row in got.reltypes}
    assert [r[0:1] + r[2:4] for r in got.relocs if r.table != 17] == [
        r for r in slow.relocs() if r[1] in kinds
    ]
    for i, symbol in enumerate(got.symbols()):
        if symbol.used:
            name = symbol.name.encode("utf-8", "surrogateescape")
            assert (name, symbol.value, symbol.bind << 4 | symbol.type, symbol.shndx) == slow.symbol(i)


@MANY
@given(mutants())
def test_what_a_slow_reader_cannot_read_is_refused(data: bytes) -> None:
    """No silent emptiness: a table that a start would read and that is not there is an error."""
    try:
        slow = SlowElf(data)
        if slow.type not in (2, 3):
            return
        slow.needed()
        for _, kind, symbol in slow.relocs():
            if kind and symbol:
                slow.symbol(symbol)
    except Unreadable:
        got = answer(data)
        # of a hollow file nothing is loaded, so nothing of it is read
        assert isinstance(got, ElfError) or got.type not in (2, 3) or got.flags & lib.MC_F_HOLLOW
