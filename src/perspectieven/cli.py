"""The command line: every step of a study, with its exit code.

A command imports what it needs when it runs, so that help and mistakes answer at once.
"""

import shlex
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from perspectieven.cli_exercise import app as exercise_app
from perspectieven.errors import PerspectievenError

if TYPE_CHECKING:
    from perspectieven.study import Study

DONE, NEEDS_WORK, WRONG_USAGE, BUG = 0, 1, 2, 70

app = typer.Typer(
    help="Code Dutch conversations against a shared lexicon and compare perspectives.\n\n"
    "Exit codes: 0 done; 1 the input needs work, the list was printed; 2 wrong usage; anything else is our bug.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
lexicon_app = typer.Typer(help="Check and show a lexicon.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(lexicon_app, name="lexicon")
privacy_app = typer.Typer(help="Look after the people in a study.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(privacy_app, name="privacy")
app.add_typer(exercise_app, name="exercise")

errors = Console(stderr=True, highlight=False)

StudyFolder = Annotated[Path, typer.Argument(help="The folder of the study.", show_default="this folder")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use, where there is enough to do.")]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", help="Address of a Dask scheduler; without it Dask runs on this machine."),
]
Everyone = Annotated[
    bool, typer.Option("--everyone", help="For the team: also who did not consent, and withheld codes.")
]
Reveal = Annotated[
    bool, typer.Option("--reveal", help="For the team: names as they were said; asks for the passphrase of the key.")
]
Write = Annotated[bool, typer.Option("--write", help="Add the lines to data/raw/speakers.csv.")]
LexiconName = Annotated[str, typer.Option("--lexicon", "-l", help="A shipped lexicon, or the folder of one.")]


class Engine(StrEnum):
    """Where the work is done."""

    local = "local"
    dask = "dask"


class Format(StrEnum):
    """What the report is written as."""

    html = "html"
    docx = "docx"
    pdf = "pdf"


Formats = Annotated[list[Format] | None, typer.Option("--format", help="May be given more than once; html if not.")]
EngineName = Annotated[Engine, typer.Option("--engine", help="This machine, or Dask workers on many.")]


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


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="Where to make it; a folder that is new or empty.")],
    title: Annotated[str, typer.Option(help="The title of the study.")] = "Een nieuwe studie",
) -> None:
    """Make an empty study.

    Example: perspectieven new mijn-studie --title "Wat is gewoon?"
    """
    from perspectieven.study.new import make_study

    make_study(folder, title=title)
    typer.echo(
        f"{folder}: put transcripts in data/raw, fill in data/raw/speakers.csv, then: perspectieven run {folder}"
    )


@app.command()
def check(study: StudyFolder = Path()) -> None:
    """Check settings, lexicon, transcripts and speakers, and list all that is wrong at once.

    Example: perspectieven check mijn-studie
    """
    from perspectieven.study import Study

    opened = Study.open(study)
    notes = opened.check()
    for note in notes:
        typer.echo(f"note: {note}")
    typer.echo(f"{opened.settings.title}: {len(opened.transcript_paths)} transcripts, nothing wrong")


@app.command()
def code(
    study: StudyFolder = Path(), jobs: Jobs = 1, engine: EngineName = Engine.local, scheduler: Scheduler = None
) -> None:
    """Code every transcript; what is coded already and has not changed is taken over.

    Example: perspectieven code mijn-studie --jobs 4
    """
    from perspectieven.study import Study

    _check_scheduler(engine, scheduler)
    opened = Study.open(study)
    with _progress("coding", opened.n_transcripts) as step:
        opened.code(jobs=jobs, engine=engine, scheduler=scheduler, on_done=step)
    _tell(opened)


@app.command()
def report(study: StudyFolder = Path(), formats: Formats = None) -> None:
    """Write figures, tables and the report: the page reports/index.html with the notebooks, report.docx, report.pdf.

    Example: perspectieven report mijn-studie --format docx --format pdf
    """
    from perspectieven.study import Study
    from perspectieven.study.reporting import N_REPORT_STEPS, write_reports

    opened = Study.open(study)
    with _progress("reporting", N_REPORT_STEPS) as step:
        pages = write_reports(opened, on_done=step, formats=formats or ["html"])
    for page in pages:
        typer.echo(f"{page}")


@app.command()
def slides(study: StudyFolder = Path()) -> None:
    """Write the slides for a class, reports/slides.html: one file that works without a network.

    Example: perspectieven slides mijn-studie
    """
    from perspectieven.study import Study
    from perspectieven.study.reporting import N_REPORT_STEPS, write_reports

    opened = Study.open(study)
    with _progress("slides", N_REPORT_STEPS) as step:
        pages = write_reports(opened, on_done=step, formats=["slides"])
    typer.echo(f"{pages[0]}")


@app.command()
def notebooks(
    study: StudyFolder = Path(),
    notebook: Annotated[
        list[str] | None, typer.Option(help="Only this one; its name or how that begins. May be given again.")
    ] = None,
    parameter: Annotated[
        list[str] | None,
        typer.Option("--parameter", "-p", metavar="NAME=VALUE", help="Another value. May be given again."),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--from", help="The folder with notebooks.", show_default="those of the study", file_okay=False),
    ] = None,
) -> None:
    """Run the notebooks of this or another study on a study, and write them as pages under reports/notebooks.

    Example: perspectieven notebooks mijn-studie --from notebooks --notebook 04 -p CODE=GRE-ZORGEN
    """
    from perspectieven.study import Study
    from perspectieven.study.notebooks import find_notebooks, run_notebooks

    pairs = [text.partition("=") for text in parameter or ()]
    if not all(name and equals for name, equals, _ in pairs):
        raise typer.BadParameter("is written NAME=VALUE, such as -p CODE=GRE-ZORGEN", param_hint="--parameter")
    opened = Study.open(study)
    total = len(find_notebooks(source or opened.root / "notebooks", notebook or ()))
    with _progress("running", total) as step:
        pages = run_notebooks(
            opened,
            folder=source,
            names=notebook or (),
            parameters={name: value for name, _, value in pairs},
            on_done=step,
        )
    for page in pages:
        typer.echo(f"{page}")


@app.command()
def run(
    study: StudyFolder = Path(), jobs: Jobs = 1, engine: EngineName = Engine.local, scheduler: Scheduler = None
) -> None:
    """Check, code and report; what needs work is listed at the end and stops no other transcript.

    Example: perspectieven run mijn-studie --jobs 4
    """
    from perspectieven.study import Study
    from perspectieven.study.reporting import N_REPORT_STEPS

    _check_scheduler(engine, scheduler)
    opened = Study.open(study)
    with _progress("running", opened.n_transcripts + N_REPORT_STEPS) as step:
        page = opened.run(jobs=jobs, engine=engine, scheduler=scheduler, on_done=step)
    for note in opened.coded.notes():
        typer.echo(f"note: {note}")
    _tell(opened)
    typer.echo(f"{page}")


@app.command()
def kwic(
    term: Annotated[str, typer.Argument(help="A word, several words, or a term such as L:door|verwijzen.")],
    study: StudyFolder = Path(),
    window: Annotated[int, typer.Option(min=0, help="Words to show on each side.")] = 8,
    reveal: Reveal = False,  # noqa: FBT002 (typer reads options from defaults)
) -> None:
    """Show a word or term in its context, wherever it was said: for the team.

    Example: perspectieven kwic "L:gerust|stellen" mijn-studie
    """
    from perspectieven.study import Study

    found = Study.open(study).kwic(term, window=window, passphrase=_ask_passphrase() if reveal else None)
    width = int(found["left"].str.len().max()) if len(found) else 0
    for hit in found.to_dict("records"):
        who = f"{hit['transcript_id']}:{hit['turn_index']} {hit['perspective'] or '-':<14}"
        typer.echo(f"{who} {hit['left']:>{width}} [{hit['match']}] {hit['right']}")
    typer.echo(f"{len(found)} hits")


@app.command()
def quotes(
    code: Annotated[str, typer.Argument(help="A code or theme, such as GRE-ZORGEN or GRE.")],
    study: StudyFolder = Path(),
    perspective: Annotated[str | None, typer.Option(help="Only this perspective.")] = None,
    everyone: Everyone = False,  # noqa: FBT002 (typer reads options from defaults)
    reveal: Reveal = False,  # noqa: FBT002 (typer reads options from defaults)
) -> None:
    """Show the turns with a code, of those who agreed to be quoted.

    Example: perspectieven quotes GRE-ZORGEN mijn-studie --perspective ouders
    """
    from perspectieven.study import Study

    passphrase = _ask_passphrase() if reveal else None
    found = Study.open(study).quotes(code, perspective=perspective, everyone=everyone, passphrase=passphrase)
    for quote in found.to_dict("records"):
        voice = ", other's voice" if quote["voice"] == "other" else ""
        prompted = ", prompted" if quote["prompted"] else ""
        who = f"{quote['perspective']} {quote['transcript_id']}:{quote['turn_index']}"
        typer.echo(f"{who} {quote['code']} {quote['stance']}{voice}{prompted}")
        typer.echo(f"    {' '.join(str(quote['text']).split())}")
    typer.echo(f"{len(found)} codings")


@app.command()
def speakers(
    study: StudyFolder = Path(),
    write: Write = False,  # noqa: FBT002 (typer reads options from defaults)
) -> None:
    """Draft a line of speakers.csv for every speaker who is not in it yet; a perspective is never guessed.

    Example: perspectieven speakers mijn-studie --write
    """
    from perspectieven.study import Study

    opened = Study.open(study)
    lines = opened.draft_speakers(write=write)
    if write:
        typer.echo(f"{len(lines)} lines added to data/raw/speakers.csv; fill in each perspective")
    else:
        typer.echo("\n".join(lines) if lines else "every speaker is listed")


@privacy_app.command("check")
def privacy_check(study: StudyFolder = Path()) -> None:
    """List what may still identify somebody in what is coded, by place and reason, never by name.

    Example: perspectieven privacy check mijn-studie
    """
    from perspectieven.study import Study

    risks = Study.open(study).privacy_risks()
    for risk in risks:
        typer.echo(str(risk))
    typer.echo(f"{len(risks)} places to look at" if risks else "nothing found that may identify somebody")


@privacy_app.command("reveal")
def privacy_reveal(
    pseudonym: Annotated[str, typer.Argument(help="A pseudonym, such as Meisje-1.")],
    study: StudyFolder = Path(),
) -> None:
    """Say who is behind a pseudonym; asks for the passphrase of the key.

    Example: perspectieven privacy reveal Meisje-1 mijn-studie
    """
    from perspectieven.study import Study

    typer.echo(", ".join(Study.open(study).reveal(pseudonym, passphrase=_ask_passphrase())))


@lexicon_app.command("check")
def lexicon_check(lexicon: LexiconName = "normaliseren") -> None:
    """Read a lexicon and run its examples.

    Example: perspectieven lexicon check --lexicon mijn-lexicon
    """
    from perspectieven.examples import find_failed_examples
    from perspectieven.reading.lexicon import read_lexicon

    found = read_lexicon(lexicon)
    failed = find_failed_examples(found)
    for example in failed:
        terms = f" by {', '.join(example.terms)}" if example.terms else ""
        typer.echo(f"{example.code}: {example.kind}{terms}: {example.sentence}")
    hits, misses = (sum(len(getattr(c, name)) for c in found.codes) for name in ("hits", "near_misses"))
    wrong = {kind: sum(f.kind == kind for f in failed) for kind in ("missed", "wrongly found")}
    typer.echo(
        f"{found.name} {found.version}: {len(found.themes)} themes, {len(found.codes)} codes, {found.n_terms} terms"
    )
    typer.echo(
        f"{hits - wrong['missed']} of {hits} examples found, {misses - wrong['wrongly found']} of {misses} near "
        "misses left alone"
    )
    if failed:
        raise typer.Exit(NEEDS_WORK)


@lexicon_app.command("show")
def lexicon_show(
    code: Annotated[str, typer.Argument(help="A code, such as GRE-ZORGEN.")], lexicon: LexiconName = "normaliseren"
) -> None:
    """Show a code as a page of the codebook.

    Example: perspectieven lexicon show GRE-ZORGEN
    """
    from perspectieven.lexicon.page import describe_code
    from perspectieven.reading.lexicon import read_lexicon

    typer.echo(describe_code(read_lexicon(lexicon), code), nl=False)


def _ask_passphrase() -> str:
    return str(typer.prompt("Passphrase", hide_input=True, err=True))


def _check_scheduler(engine: Engine, scheduler: str | None) -> None:
    if scheduler is not None and engine is not Engine.dask:
        raise typer.BadParameter("goes with --engine dask", param_hint="--scheduler")


def _tell(study: "Study") -> None:
    """Say what was coded, and what a researcher must look at."""
    size = ", ".join(f"{n} {what}" for what, n in study.coded.count().items())
    typer.echo(f"{size} in {study.coded.folder}")
    for withheld, n in study.coded.count_codes(study.settings.withheld_codes).items():
        look = f"perspectieven quotes {withheld} {shlex.quote(str(study.root))} --everyone"
        typer.echo(f"look at {withheld}: {n} codings, in no count or report; {look}")


@contextmanager
def _progress(what: str, total: int) -> Iterator["_Step"]:
    """Show a bar on the terminal; in a batch job nothing."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
        yield _Step(progress, what, total)


class _Step:
    """Advances a bar by one, naming what was done."""

    def __init__(self, progress: Progress, what: str, total: int) -> None:
        self._progress = progress
        self._what = what
        self._task = progress.add_task(what, total=total)

    def __call__(self, done: str) -> None:
        self._progress.update(self._task, advance=1, description=f"{self._what} {done}")


if __name__ == "__main__":
    main()
