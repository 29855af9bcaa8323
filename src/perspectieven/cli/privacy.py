"""The commands that look after the people in a study."""

from pathlib import Path
from typing import Annotated

import typer

from perspectieven.cli.arguments import StudyFolder, ask_passphrase

app = typer.Typer(help="Look after the people in a study.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def check(study: StudyFolder = Path()) -> None:
    """List what may still identify somebody in what is coded, by place and reason, never by name.

    Example: perspectieven privacy check mijn-studie
    """
    from perspectieven.study import Study

    risks = Study.open(study).privacy_risks()
    for risk in risks:
        typer.echo(str(risk))
    typer.echo(f"{len(risks)} places to look at" if risks else "nothing found that may identify somebody")


@app.command()
def reveal(
    pseudonym: Annotated[str, typer.Argument(help="A pseudonym, such as Meisje-1.")],
    study: StudyFolder = Path(),
) -> None:
    """Say who is behind a pseudonym; asks for the passphrase of the key.

    Example: perspectieven privacy reveal Meisje-1 mijn-studie
    """
    from perspectieven.study import Study

    typer.echo(", ".join(Study.open(study).reveal(pseudonym, passphrase=ask_passphrase())))
