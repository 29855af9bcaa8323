"""The commands of the class exercise: `perspectieven exercise make` and `perspectieven exercise score`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Make and score a class exercise.", no_args_is_help=True, rich_markup_mode=None)


class By(StrEnum):
    """What students give."""

    theme = "theme"
    code = "code"


class KeySource(StrEnum):
    """Who made the key."""

    people = "people"
    confirmed = "confirmed"
    machine = "machine"


KeyFile = Annotated[
    Path | None,
    typer.Option("--key-file", help="Where the key is.", show_default="data/oefening/sleutel.xlsx", dir_okay=False),
]


@app.command()
def make(
    study: Annotated[Path, typer.Argument(help="The folder of the study.", show_default="this folder")] = Path(),
    passages: Annotated[int, typer.Option(min=1, help="How many passages.")] = 20,
    seed: Annotated[int | None, typer.Option(help="Another seed, other passages.", show_default="of the study")] = None,
    by: Annotated[By, typer.Option(help="What students give to a passage.")] = By.theme,
    key: Annotated[
        KeySource | None,
        typer.Option(help="Who makes the key.", show_default="people where the study has them, else confirmed"),
    ] = None,
    key_file: KeyFile = None,
    sheet: Annotated[
        Path | None,
        typer.Option(help="Where to write the sheet.", show_default="reports/oefening/blad.xlsx", dir_okay=False),
    ] = None,
) -> None:
    """Write a sheet with passages to code blind, and apart from it the key.

    Example: perspectieven exercise make mijn-studie --passages 20 --seed 1
    """
    from perspectieven.study import Study
    from perspectieven.study.exercising import make_exercise

    made = make_exercise(
        Study.open(study),
        n=passages,
        seed=seed,
        by=by.value,
        source=None if key is None else key.value,
        sheet=sheet,
        key=key_file,
    )
    kinds = [str(passage.kind) for passage in made.exercise.passages]
    counted = ", ".join(f"{kinds.count(kind)} {what}" for kind, what in _KINDS.items())
    typer.echo(f"{made.sheet}: {len(kinds)} passages ({counted}), for students")
    typer.echo(f"{made.key}: the key ({_SOURCES[made.exercise.source]}), for the lecturer")


@app.command()
def score(
    sheets: Annotated[
        list[Path],
        typer.Argument(
            metavar="SHEET... [STUDY]",
            help="The sheets that students handed in (.xlsx), and the folder of the study if it is not this one.",
        ),
    ],
    key_file: KeyFile = None,
) -> None:
    """Score sheets against the key, and write a page of the class and one for each student.

    Students go by number; which number is whose is written for the lecturer only. A sheet that needs work is listed and
    left out; the others are scored, and the exit code is 1.

    Example: perspectieven exercise score ingeleverd/*.xlsx mijn-studie
    """
    from perspectieven.exercise import ExerciseError
    from perspectieven.exercise.pages import describe_scores
    from perspectieven.study import Study
    from perspectieven.study.exercising import score_exercise

    folders = [path for path in sheets if path.is_dir()]
    files = [path for path in sheets if not path.is_dir()]
    if len(folders) > 1:
        raise typer.BadParameter(f"{len(folders)} folders were given; give one study", param_hint="STUDY")
    if not files:
        raise typer.BadParameter("no sheet was given; name one or more .xlsx files", param_hint="SHEET...")
    scored = score_exercise(Study.open(folders[0] if folders else Path()), files, key=key_file)
    typer.echo(describe_scores(scored.exercise, scored.scores))
    typer.echo(f"{scored.page}: for the class")
    typer.echo(f"{scored.page.parent / 'studenten'}: a page for each student")
    typer.echo(f"{scored.numbers}: which number is whose, for the lecturer")
    if scored.faults:
        raise ExerciseError(scored.faults)


_KINDS: dict[str, str] = {
    "plain": "plain",
    "turned": "denied, supposed or somebody else's",
    "doubtful": "in doubt",
    "nothing": "with nothing to code",
}
_SOURCES = {
    "people": "of coders who worked apart",
    "confirmed": "of the machine, confirmed by people",
    "machine": "of the machine, confirmed by nobody",
}
