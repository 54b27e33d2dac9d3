"""A picture of the deepest paths, as an SVG: one row for each thread, in it one box for each frame.

The width is bytes, the same scale in every row, so that what goes over the end of a stack is seen to. The
file stands alone: no script, no font, nothing from elsewhere. The same report gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musl_compat.stack import words
from musl_compat.stack.analysis import StackReport, ThreadReport
from musl_compat.stack.graph import Step

WIDTH = 1200
ROW, BOX, MARGIN, TOP = 52, 24, 12, 46
CHARACTER = 6.6
"""About how wide a character of the text is, in units of the picture."""
MOST_ROWS = 200
_FILLS = ("#f4b183", "#f8cbad", "#ffd966", "#ffe699")
_STYLE = (
    "text{font:11px monospace;fill:#222}.h{font-weight:bold}.over{fill:#c00000}"
    "rect{stroke:#fff;stroke-width:1}.have{fill:#e8eef4;stroke:#8fa4b8}.end{stroke:#c00000;stroke-width:2}"
)


class _Row(NamedTuple):
    """A thread with the frames of its deepest path and the bytes that these take together."""

    report: StackReport
    thread: ThreadReport
    frames: list[Step]
    depth: int


def svg(reports: Iterable[tuple[str, StackReport]], target: str) -> str:
    """The picture of these reports, by path, against a target. The deepest come first, 200 at most."""
    rows = [_row(report, thread) for _, report in reports for thread in report.threads if thread.path]
    rows.sort(key=lambda row: (-row.depth, words.entry(row.report, row.thread), row.thread.start.site))
    shown = rows[:MOST_ROWS]
    most = max([1, *(max(row.depth, row.thread.size or 0) for row in shown)])
    height = TOP + ROW * max(1, len(shown)) + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{_escaped(f'Thread stacks on {target}')}</title><style>{_STYLE}</style>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text class="h" x="{MARGIN}" y="18">{_escaped(_heading(rows, shown, target))}</text>',
        f'<text x="{MARGIN}" y="34">{most:,} bytes from edge to edge; the red line is the end of the stack'
        "</text>",
    ]
    scale = (WIDTH - 2 * MARGIN) / most
    for number, row in enumerate(shown):
        parts += _drawn(row, TOP + ROW * number, scale)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _row(report: StackReport, thread: ThreadReport) -> _Row:
    frames = [step for step in thread.path if step.frame and not step.tail]
    return _Row(report, thread, frames, sum(step.frame for step in frames))


def _heading(rows: Sequence[_Row], shown: Sequence[_Row], target: str) -> str:
    left = f", the {len(shown)} deepest of {len(rows)}" if len(shown) < len(rows) else ""
    return f"The deepest path of each thread on {target}{left}" if rows else f"No thread on {target}"


def _drawn(row: _Row, top: int, scale: float) -> list[str]:
    """A line of text, the stack that the thread gets, its frames, and the stack's end."""
    report, thread = row.report, row.thread
    size = thread.size
    gets = "a size that is not known" if size is None else f"{size:,} bytes"
    label = (
        f"{thread.verdict.value}: {words.entry(report, thread)} by {words.place(report, thread)}: "
        f"{row.depth:,} bytes, gets {gets}"
    )
    over = ' class="over"' if size is not None and row.depth > size else ""
    parts = [f'<text{over} x="{MARGIN}" y="{top + 14}">{_escaped(_cut(label, WIDTH - 2 * MARGIN))}</text>']
    y = top + 20
    if size is not None:
        parts.append(
            f'<rect class="have" x="{MARGIN}" y="{y}" width="{size * scale:.1f}" height="{BOX}">'
            f"<title>{_escaped(f'the stack: {gets}')}</title></rect>"
        )
    left = float(MARGIN)
    for number, step in enumerate(row.frames):
        parts += _box(step, left, y, step.frame * scale, _FILLS[number % len(_FILLS)])
        left += step.frame * scale
    if size is not None:
        end = MARGIN + size * scale
        parts.append(f'<line class="end" x1="{end:.1f}" y1="{y - 2}" x2="{end:.1f}" y2="{y + BOX + 2}"/>')
    return parts


def _box(step: Step, x: float, y: int, width: float, fill: str) -> list[str]:
    title = _escaped(f"{step.name}: {step.frame:,} bytes")
    place = f'x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BOX}"'
    box = f'<rect {place} fill="{fill}"><title>{title}</title></rect>'
    name = _cut(step.name, width - 6)
    if not name:
        return [box]
    text = f'<text x="{x + 3:.1f}" y="{y + 16}" pointer-events="none">{_escaped(name)}</text>'
    return [box, text]


def _cut(text: str, width: float) -> str:
    """As much of a text as has room; nothing where not even three characters have."""
    room = int(width / CHARACTER)
    if len(text) <= room:
        return text
    return f"{text[: room - 1]}\u2026" if room > 3 else ""


def _escaped(text: str) -> str:
    """For XML, and without what no XML can hold: names come from files, and may be anything."""
    plain = "".join(c if c.isprintable() and not 0xD800 <= ord(c) < 0xE000 else "?" for c in text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
