"""The steps of a study: making it, checking it, coding it, and all of it in one go."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perspectieven.cli.arguments import Engine, EngineName, Jobs, Scheduler, StudyFolder, check_scheduler
from perspectieven.cli.progress import show_progress

if TYPE_CHECKING:
    from perspectieven.study import Study

Write = Annotated[bool, typer.Option("--write", help="Add the lines to data/raw/speakers.csv.")]


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


def code(
    study: StudyFolder = Path(), jobs: Jobs = 1, engine: EngineName = Engine.local, scheduler: Scheduler = None
) -> None:
    """Code every transcript; what is coded already and has not changed is taken over.

    Example: perspectieven code mijn-studie --jobs 4
    """
    from perspectieven.study import Study

    check_scheduler(engine, scheduler)
    opened = Study.open(study)
    with show_progress("coding", opened.n_transcripts) as step:
        opened.code(jobs=jobs, engine=engine, scheduler=scheduler, on_done=step)
    _tell(opened)


def run(
    study: StudyFolder = Path(), jobs: Jobs = 1, engine: EngineName = Engine.local, scheduler: Scheduler = None
) -> None:
    """Check, code and report; what needs work is listed at the end and stops no other transcript.

    Example: perspectieven run mijn-studie --jobs 4
    """
    from perspectieven.study import Study
    from perspectieven.study.reporting import N_REPORT_STEPS

    check_scheduler(engine, scheduler)
    opened = Study.open(study)
    with show_progress("running", opened.n_transcripts + N_REPORT_STEPS) as step:
        page = opened.run(jobs=jobs, engine=engine, scheduler=scheduler, on_done=step)
    for note in opened.coded.notes():
        typer.echo(f"note: {note}")
    _tell(opened)
    typer.echo(f"{page}")


def _tell(study: "Study") -> None:
    """Say what was coded, and what a researcher must look at."""
    size = ", ".join(f"{n} {what}" for what, n in study.coded.count().items())
    typer.echo(f"{size} in {study.coded.folder}")
    for withheld, n in study.coded.count_codes(study.settings.withheld_codes).items():
        look = f"perspectieven quotes {withheld} {shlex.quote(str(study.root))} --everyone"
        typer.echo(f"look at {withheld}: {n} codings, in no count or report; {look}")
