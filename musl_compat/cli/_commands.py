"""The commands, found by scan. A command is one module of this package with an attribute ``command``,
imported when it is used.

``muslcheck PATH...`` is ``muslcheck check PATH...``: when the first argument is no command's name,
``check`` is meant. A file that is named like a command is written ``./NAME``.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from musl_compat import __version__
from musl_compat.errors import MuslcheckError

DEFAULT = "check"
EXIT_USAGE = 2
EXIT_INTERRUPTED = 128 + 2
EXIT_PIPE = 128 + 13


def drop_output() -> None:
    """Let what standard output still holds, and cannot be written, go nowhere at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Commands(click.Group):
    """The commands, found by their module names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the modules that hold one."""
        files = os.listdir(os.path.dirname(__file__))
        return sorted(f[:-3] for f in files if f.endswith(".py") and not f.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, its module imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{__package__}.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that begin with none."""
        if args and args[0] not in ("--help", "--version") and args[0] not in self.list_commands(ctx):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. A reader that has gone, as in ``muslcheck ... | head``, ends it in silence."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            drop_output()
            return EXIT_PIPE
        return code


@click.command(cls=Commands, context_settings={"help_option_names": ["--help"]})
@click.version_option(__version__, prog_name="muslcheck", message="%(prog)s %(version)s")
def group() -> None:
    """Will this glibc binary work on musl, and if not, what is the least change that makes it work?

    ``muslcheck PATH...`` is short for ``muslcheck check PATH...``; a file named like a command is written
    ``./NAME``. Nothing that is checked is executed.
    """


def run(args: list[str]) -> int:
    """Run a command line and give its exit status.

    0: nothing at or above --fail-on. 1: findings. 2: wrong usage, or a report that cannot be written.
    3: something could not be analysed, nothing worse was found.
    """
    try:
        code = group.main(args, prog_name="muslcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as e:
        e.show()
        return EXIT_USAGE
    except click.exceptions.Abort:
        return EXIT_INTERRUPTED
    except MuslcheckError as e:
        click.echo(f"Error: {e}", err=True)
        return EXIT_USAGE
    except OSError as e:
        if e.filename is not None:
            raise
        drop_output()
        click.echo(f"Error: the report cannot be written: {e.strerror}", err=True)
        return EXIT_USAGE
    return code if isinstance(code, int) else 0
