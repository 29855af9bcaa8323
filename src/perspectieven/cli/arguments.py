"""Arguments and options that several commands take."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

StudyFolder = Annotated[Path, typer.Argument(help="The folder of the study.", show_default="this folder")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use, where there is enough to do.")]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", help="Address of a Dask scheduler; without it Dask runs on this machine."),
]
Reveal = Annotated[
    bool, typer.Option("--reveal", help="For the team: names as they were said; asks for the passphrase of the key.")
]


class Engine(StrEnum):
    """Where the work is done."""

    local = "local"
    dask = "dask"


EngineName = Annotated[Engine, typer.Option("--engine", help="This machine, or Dask workers on many.")]


def check_scheduler(engine: Engine, scheduler: str | None) -> None:
    """Refuse a scheduler that nothing would be done with."""
    if scheduler is not None and engine is not Engine.dask:
        raise typer.BadParameter("goes with --engine dask", param_hint="--scheduler")


def ask_passphrase() -> str:
    """Ask for the passphrase of the key; what is typed is not shown."""
    return str(typer.prompt("Passphrase", hide_input=True, err=True))
