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
    return fill_template(
        "page", report, w=WORDS[report.language], min_group=report.min_group, view=describe_report(report)
    )


def fill_template(name: str, report: Report, **shown: object) -> str:
    """Return a template filled in; it carries its style sheet and its script in itself, and lets no other script run.

    Parameters
    ----------
    name : str
        What the template, the style sheet and the script are called, without their endings.
    **shown
        What the template asks for beside the language, the title and the notice of the report.
    """
    script = _read_source(f"{name}.js")
    return (
        _make_environment()
        .get_template(f"{name}.html.j2")
        .render(
            language=report.language,
            title=report.title,
            notice=report.notice,
            style=Markup(_read_source(f"{name}.css")),
            script=Markup(script),
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            **shown,
        )
    )


@cache
def _make_environment() -> Environment:
    """Return the templates, which escape all that they are given and stop at a word that is not there."""
    return Environment(
        loader=PackageLoader("perspectieven.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read_source(name: str) -> str:
    """Return a style sheet or script that a page carries in itself."""
    return (files("perspectieven.reports") / "templates" / name).read_text(encoding="utf-8")
