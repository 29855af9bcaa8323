"""What every command has in common: its name, its help, and what becomes of an error."""

import sys
import traceback
from importlib.metadata import version
from typing import Annotated

import typer

from perspectieven.cli.exercise import app as exercise_app
from perspectieven.cli.exits import BUG, NEEDS_WORK
from perspectieven.cli.lexicon import app as lexicon_app
from perspectieven.cli.pages import notebooks, report, slides
from perspectieven.cli.privacy import app as privacy_app
from perspectieven.cli.quotes import kwic, quotes
from perspectieven.cli.steps import check, code, new, run, speakers
from perspectieven.errors import PerspectievenError

app = typer.Typer(
    help="Code Dutch conversations against a shared lexicon and compare perspectives.\n\n"
    "Exit codes: 0 done; 1 the input needs work, the list was printed; 2 wrong usage; anything else is our bug.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (new, check, speakers, code, report, run, slides, notebooks, kwic, quotes):
    app.command()(command)
app.add_typer(lexicon_app, name="lexicon")
app.add_typer(privacy_app, name="privacy")
app.add_typer(exercise_app, name="exercise")


def main() -> None:
    """Run the command line; our errors become a list and exit code 1, a bug keeps its traceback and is 70."""
    try:
        app()
    except PerspectievenError as error:
        typer.echo(str(error), err=True)
        sys.exit(NEEDS_WORK)
    except OSError as error:
        typer.echo(f"{error.filename or 'a file'}: {error.strerror}; make room or choose another folder", err=True)
        sys.exit(NEEDS_WORK)
    except Exception:  # the border of the program: anything that gets here is a bug, and must not look like exit code 1
        typer.echo(traceback.format_exc(), err=True)
        typer.echo(
            f"This is a bug in perspectieven {version('perspectieven')}. Please report it with the lines above.",
            err=True,
        )
        sys.exit(BUG)


def _say_version(asked: bool) -> None:  # noqa: FBT001 (typer calls it)
    if asked:
        typer.echo(f"perspectieven {version('perspectieven')}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", help="Say the version.", is_eager=True, callback=_say_version)]


@app.callback()
def _options(version: Version = False) -> None:  # noqa: FBT002 (typer reads options from defaults)
    """Take the options that come before a command."""
