"""Plain tables and labelled paragraphs for the commands that print what the knowledge base holds."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Sequence

import click

WIDTH = 100


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as their widest cell; the last one is not padded."""
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(header) - 1)]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        click.echo("  ".join([*cells, line[-1]]).rstrip())


def print_json(schema: str, **content: object) -> None:
    """One JSON document with its schema's name first."""
    click.echo(json.dumps({"schema": schema, **content}, ensure_ascii=False, indent=1))


def print_labelled(label: str, text: str) -> None:
    """A paragraph behind a label, its lines indented alike."""
    indent = " " * 14
    first = f"  {label}".ljust(14)
    click.echo(
        textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False)
    )


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people or JSON for programs.",
)
