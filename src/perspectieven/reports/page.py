"""The report as one self-contained page: every number leads to the quotes that may be shown behind it."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from perspectieven.reports.report import FigureFile, Report
from perspectieven.reports.sections import describe_report
from perspectieven.reports.texts import WORDS
from perspectieven.writing import write_text

__all__ = ["FigureFile", "Report", "render_report", "write_report"]


def write_report(report: Report, path: Path) -> Path:
    """Write the report as one HTML file that needs nothing else, and return its path.

    The same report gives the same bytes.

    Raises
    ------
    StudyError
        If the file of a figure is not there, or is no SVG.
    TableError
        If a coding points at a turn that is not in the report.
    """
    return write_text(path, render_report(report))


def render_report(report: Report) -> str:
    """Return the report as HTML."""
    script = read_source("page.js")
    return (
        make_environment()
        .get_template("page.html.j2")
        .render(
            w=WORDS[report.language],
            language=report.language,
            title=report.title,
            min_group=report.min_group,
            style=Markup(read_source("page.css")),
            script=Markup(script),
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            view=describe_report(report),
        )
    )


@cache
def make_environment() -> Environment:
    """Return the templates, which escape all that they are given and stop at a word that is not there."""
    return Environment(
        loader=PackageLoader("perspectieven.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def read_source(name: str) -> str:
    """Return a style sheet or script that a page carries in itself."""
    return (files("perspectieven.reports") / "templates" / name).read_text(encoding="utf-8")
