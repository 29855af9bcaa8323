"""The notebooks of a study, run and kept as pages."""

import asyncio
import os
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter
from traitlets.config import Config

from perspectieven.errors import Fault, StudyError

SECONDS_PER_CELL = 600
MOST_AT_ONCE = 4
"""Notebooks that run side by side, as far as the machine has processors: each is a program of some 400 MB."""

_EMPTY_HEADING = re.compile(r'<th( class="blank[^"]*")?\s*>(?:&nbsp;|\s)*</th>')
_OWN_LANGUAGE = re.compile(r'<html(?: lang="[^"]*")?')
_READABLE = (
    "<style>.highlight [class^='c'] { color: #2f5f5f !important; } "
    ".highlight [class^='m'] { color: #0b5a0b !important; } "
    ".highlight [class^='o'] { color: #7a1fa2 !important; }</style>\n"
)
"""Comments, numbers and operators in code: contrast 6.6 and more on the grey of a cell; the theme's own have 4.2."""

_NO_NETWORK = dict.fromkeys(
    ("mathjax_url", "require_js_url", "jquery_url", "mermaid_js_url", "jupyter_widgets_base_url"), ""
)


def run_notebook(path: Path, *, folder: Path) -> nbformat.NotebookNode:
    """Run a notebook with `folder` as its working directory; return it with its outputs, the file untouched.

    Raises
    ------
    StudyError
        If a cell fails: which one, and with what kind of error. What the cell printed is not repeated.
    """
    [run] = run_side_by_side([path], folder=folder)
    if isinstance(run, StudyError):
        raise run
    return run


def run_side_by_side(paths: Sequence[Path], *, folder: Path) -> list[nbformat.NotebookNode | StudyError]:
    """Run notebooks, a few at a time; return each with its outputs, or what is wrong with it, see `run_notebook`."""
    with ThreadPoolExecutor(1) as apart:  # where this is called from a notebook, its own event loop is running
        return apart.submit(asyncio.run, _run_all(paths, folder)).result()


async def _run_all(paths: Sequence[Path], folder: Path) -> list[nbformat.NotebookNode | StudyError]:
    turns = asyncio.Semaphore(min(MOST_AT_ONCE, os.cpu_count() or 1))

    async def run(path: Path) -> nbformat.NotebookNode | StudyError:
        async with turns:
            try:
                return await _run(path, folder)
            except StudyError as error:
                return error

    return await asyncio.gather(*map(run, paths))


async def _run(path: Path, folder: Path) -> nbformat.NotebookNode:
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    with TemporaryDirectory() as sockets:
        client = NotebookClient(
            notebook,
            timeout=SECONDS_PER_CELL,
            kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
            config=_keep_to_this_user(sockets),
        )
        async with client.async_setup_kernel():
            for at, cell in enumerate(notebook.cells):
                try:
                    await client.async_execute_cell(cell, at)
                except CellExecutionError as error:
                    what = f"stops with {error.ename}; open it with make lab (or jupyter lab) and run it from the top"
                    raise StudyError(Fault(path.name, f"cell {at + 1}", what)) from error
    return notebook


def _keep_to_this_user(sockets: str) -> Config:
    """Let the kernel talk, where it can, through files that only this user may read, and not over a network port."""
    if os.name == "nt":
        return Config()
    return Config({"KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}})


def as_html(notebook: nbformat.NotebookNode, *, title: str, language: str = "nl") -> str:
    """Return a notebook that has run as one HTML page, code cells folded away behind their outputs.

    Its language is named, comments in code are dark enough to read, and a corner of a table without a text is no
    heading, as a screen reader would have it.
    """
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        embed_images=True, exclude_input_prompt=True, exclude_output_prompt=True, **_NO_NETWORK
    )
    body, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": title}})
    page = _OWN_LANGUAGE.sub(f'<html lang="{language}"', str(body), count=1)
    return _EMPTY_HEADING.sub(r"<td\1></td>", page).replace("</head>", f"{_READABLE}</head>", 1)
