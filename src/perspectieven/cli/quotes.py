"""What was said: keywords in context, and quotes."""

from pathlib import Path
from typing import Annotated

import typer

from perspectieven.cli.arguments import Reveal, StudyFolder, ask_passphrase

Everyone = Annotated[
    bool, typer.Option("--everyone", help="For the team: also who did not consent, and withheld codes.")
]


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

    found = Study.open(study).kwic(term, window=window, passphrase=ask_passphrase() if reveal else None)
    width = int(found["left"].str.len().max()) if len(found) else 0
    for hit in found.to_dict("records"):
        who = f"{hit['transcript_id']}:{hit['turn_index']} {hit['perspective'] or '-':<14}"
        typer.echo(f"{who} {hit['left']:>{width}} [{hit['match']}] {hit['right']}")
    typer.echo(f"{len(found)} hits")


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

    passphrase = ask_passphrase() if reveal else None
    found = Study.open(study).quotes(code, perspective=perspective, everyone=everyone, passphrase=passphrase)
    for quote in found.to_dict("records"):
        voice = ", other's voice" if quote["voice"] == "other" else ""
        prompted = ", prompted" if quote["prompted"] else ""
        who = f"{quote['perspective']} {quote['transcript_id']}:{quote['turn_index']}"
        typer.echo(f"{who} {quote['code']} {quote['stance']}{voice}{prompted}")
        typer.echo(f"    {' '.join(str(quote['text']).split())}")
    typer.echo(f"{len(found)} codings")
