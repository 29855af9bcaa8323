"""What people read: the report, the slides, and the notebooks as pages."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from perspectieven.cli.arguments import StudyFolder
from perspectieven.cli.progress import show_progress


class Format(StrEnum):
    """What the report is written as."""

    html = "html"
    docx = "docx"
    pdf = "pdf"


Formats = Annotated[list[Format] | None, typer.Option("--format", help="May be given more than once; html if not.")]


def report(study: StudyFolder = Path(), formats: Formats = None) -> None:
    """Write figures, tables and the report: the page reports/index.html with the notebooks, report.docx, report.pdf.

    Example: perspectieven report mijn-studie --format docx --format pdf
    """
    from perspectieven.study import Study
    from perspectieven.study.reporting import N_REPORT_STEPS, write_reports

    opened = Study.open(study)
    with show_progress("reporting", N_REPORT_STEPS) as step:
        pages = write_reports(opened, on_done=step, formats=formats or ["html"])
    for page in pages:
        typer.echo(f"{page}")


def slides(study: StudyFolder = Path()) -> None:
    """Write the slides for a class, reports/slides.html: one file that works without a network.

    Example: perspectieven slides mijn-studie
    """
    from perspectieven.study import Study
    from perspectieven.study.reporting import N_REPORT_STEPS, write_reports

    opened = Study.open(study)
    with show_progress("slides", N_REPORT_STEPS) as step:
        pages = write_reports(opened, on_done=step, formats=["slides"])
    typer.echo(f"{pages[0]}")


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
    with show_progress("running", total) as step:
        pages = run_notebooks(
            opened,
            folder=source,
            names=notebook or (),
            parameters={name: value for name, _, value in pairs},
            on_done=step,
        )
    for page in pages:
        typer.echo(f"{page}")
