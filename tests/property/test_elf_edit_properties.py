"""What holds of all edits of all files: the result says what was planned, every address keeps its bytes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from musl_compat.elf import ElfImage
from musl_compat.elf.edit import DT_SYMTAB, PT_DYNAMIC, PT_INTERP, PT_LOAD, Editor, NoRoom
from musl_compat.errors import ElfError
from musl_compat.fix import apply as applying
from musl_compat.fix import fixing
from musl_compat.fix.apply import CannotEdit
from musl_compat.fix.room import RoomError
from musl_compat.kb import targets
from tests.support import samples
from tests.support.edited import loaded
from tests.support.elfwriter import Elf

MANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
GOOD = {
    **{name: data for name, data in samples.every().items() if name.startswith(("full", "hash"))},
    "roomy": Elf(
        interp="/lib64/ld-linux-x86-64.so.2",
        needed=["libc.so.6"],
        symbols=samples.SYMBOLS[:3],
        hash="sysv",
        segments=[(0, 0, 0, 0, 0, 0, 0)] * 3,
    )
    .build()
    .data,
    **{f"real-{i}": path.read_bytes() for i, path in enumerate(samples.system_objects(6, 60000))},
}
name = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)


class Plan(NamedTuple):
    """Edits; None is for one that is not made."""

    interpreter: str | None
    needed: list[str] | None
    runpath: str | None
    stack: int | None
    renamed: list[tuple[int, str]]
    code: int
    data: int


plans = st.builds(
    Plan,
    st.none() | name,
    st.none() | st.lists(name, max_size=30),
    st.none() | name,
    st.none() | st.integers(1, 8 << 20),
    st.lists(st.tuples(st.integers(0, 1 << 16), name), max_size=4),
    st.integers(0, 300),
    st.integers(0, 300),
)


def make(data: bytes, plan: Plan) -> bytes:
    """Raises NoRoom."""
    editor = Editor(bytearray(data))
    image = ElfImage.from_bytes(data)
    if plan.interpreter is not None and editor.interpreter is not None:
        editor.set_interpreter(plan.interpreter)
    if plan.needed is not None:
        editor.set_needed(plan.needed)
    if plan.runpath is not None:
        editor.set_runpath(plan.runpath)
    if plan.stack is not None:
        editor.set_stack_size(plan.stack)
    for index, text in plan.renamed if image.sym_count else ():
        editor.rename_symbol(index % image.sym_count, text)
    for size, code in ((plan.code, True), (plan.data, False)):
        if size:
            editor.add(size, lambda size=size: b"\xcc" * size, code=code)  # type: ignore[misc]
    return bytes(editor.finish())


@MANY
@given(st.sampled_from(sorted(GOOD)), plans)
@example("roomy", Plan("x" * 40, ["a", "b"] * 10, "$ORIGIN", 4096, [(0, "c")], 1, 1))
def test_result_says_what_was_planned_and_every_address_keeps_its_bytes(which: str, plan: Plan) -> None:
    data = GOOD[which]
    try:
        new = make(data, plan)
    except NoRoom:
        return
    assert make(data, plan) == new
    before, after = ElfImage.from_bytes(data), ElfImage.from_bytes(new)
    assert after.interpreter == (
        plan.interpreter if before.interpreter and plan.interpreter else before.interpreter
    )
    assert list(after.needed) == (list(before.needed) if plan.needed is None else plan.needed)
    path = before.runpath if before.runpath is not None else before.rpath
    assert (after.runpath if after.runpath is not None else after.rpath) == (plan.runpath or path)
    assert after.stack_memsz == (before.stack_memsz if plan.stack is None else plan.stack)
    names = [s.name for s in before.symbols()]
    for index, text in plan.renamed if names else ():
        names[index % len(names)] = text
    # Without a hash table the rows are counted up to the strings, which may have moved.
    rows = list(zip(before.symbols(), after.symbols(), strict=False))
    assert len(rows) > max((i for i, s in enumerate(before.symbols()) if s.used), default=-1)
    assert [now.name for _, now in rows] == names[: len(rows)]
    assert all(old._replace(name="") == now._replace(name="") for old, now in rows)
    assert keeps_the_rest(data, new, plan)


def keeps_the_rest(data: bytes, new: bytes, plan: Plan) -> bool:
    """Has every address its old bytes, but for headers, the interpreter, the dynamic section and names of
    symbols?
    """
    editor = Editor(bytearray(data))
    wide = data[4] == 2
    headers = 64 + 56 * len(editor.segments) if wide else 52 + 32 * len(editor.segments)
    touched = [(s.vaddr, s.filesz) for s in editor.segments if s.type in (PT_DYNAMIC, PT_INTERP)]
    touched += [(s.vaddr, headers) for s in editor.segments if s.type == PT_LOAD and s.offset == 0]
    table, count = editor.tag(DT_SYMTAB) or 0, ElfImage.from_bytes(data).sym_count
    touched += [(table + (24 if wide else 16) * (i % count), 4) for i, _ in plan.renamed if count]
    after = loaded(new)
    return all(
        masked(old, start, touched) == masked(after[start], start, touched)
        for start, old in loaded(data).items()
    )


def masked(data: bytes, start: int, places: list[tuple[int, int]]) -> bytes:
    """Bytes at an address, with zeros in some places of (address, size)."""
    out = bytearray(data)
    for address, size in places:
        first, last = max(address - start, 0), min(address - start + size, len(data))
        if first < last:
            out[first:last] = bytes(last - first)
    return bytes(out)


change = st.tuples(
    st.floats(0, 1, exclude_max=True),
    st.sampled_from([1, 2, 4, 8]),
    st.integers(0, 255)
    | st.integers(0, 2**64 - 1)
    | st.sampled_from([0, 1, 3, 0xFFFF, 1 << 31, 1 << 63, (1 << 64) - 1]),
)


@st.composite
def mutants(draw: st.DrawFn) -> bytes:
    """A good file with some of its fields changed: in the headers and the dynamic section most of all."""
    data = bytearray(GOOD[draw(st.sampled_from(sorted(GOOD)))])
    editor = Editor(bytearray(data))
    dynamic = editor.segment(PT_DYNAMIC)
    areas = [(0, len(data)), (64, 56 * len(editor.segments))]
    if dynamic is not None:
        areas.append((dynamic.offset, dynamic.filesz))
    for where, width, value in draw(st.lists(change, min_size=1, max_size=5)):
        start, size = draw(st.sampled_from(areas))
        at = start + int(where * size) // width * width
        data[at : at + width] = value.to_bytes(8, "little")[: len(data[at : at + width])]
    if draw(st.integers(0, 8)) == 0:
        del data[int(draw(st.floats(0, 1)) * len(data)) :]
    return bytes(data)


@MANY
@given(mutants() | st.binary(max_size=300).map(lambda b: b"\x7fELF\2\1\1" + b), plans)
def test_editor_refuses_damaged_bytes_by_an_elf_error(data: bytes, plan: Plan) -> None:
    """Even where the reader that comes first would have refused them."""
    try:
        editor = Editor(bytearray(data))
        assert editor.overlay >= 0
        edits = [
            lambda: editor.set_interpreter(plan.interpreter or "x"),
            lambda: editor.set_needed(plan.needed or []),
            lambda: editor.set_runpath(plan.runpath or "y"),
            lambda: editor.set_stack_size(plan.stack or 1),
            lambda: editor.retype_relocations(8, 37),
            *(lambda i=i, t=t: editor.rename_symbol(i, t) for i, t in plan.renamed),  # type: ignore[misc]
        ]
        for edit in edits:
            try:
                edit()
            except ElfError:
                continue
        editor.add(plan.code, lambda: bytes(plan.code), code=True)
        assert len(editor.finish()) < 2 * len(data) + 8000
    except ElfError:
        return


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutants())
def test_plan_and_edits_of_damaged_files_end_in_an_answer(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(data)
        todo = fixing.plan({"file": path}, fixing.Options((targets.default(),)), fixing.Layout())
    assert len(todo.objects) + len(todo.skipped) + len(todo.glibcs) <= 1
    for one in todo.objects:
        try:
            applying.apply(bytearray(data), lambda _, edits=one.edits: edits)  # type: ignore[misc]
        except (ElfError, CannotEdit, RoomError):
            continue
