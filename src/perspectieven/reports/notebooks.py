"""The notebooks of a study, run and kept as pages."""

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter
from traitlets.config import Config

from perspectieven.errors import Fault, StudyError

SECONDS_PER_CELL = 600

_PRIVATE = Config() if os.name == "nt" else Config({"KernelManager": {"transport": "ipc"}})
"""Where it can, the kernel talks through files that only this user can read, not over a network port."""

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
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        config=_PRIVATE,
    )
    try:
        client.execute()
    except CellExecutionError as error:
        at = next((n for n, cell in enumerate(notebook.cells, 1) if _failed(cell)), 0)
        what = f"stops with {error.ename}; open it with make lab (or jupyter lab) and run it from the top"
        raise StudyError(Fault(path.name, f"cell {at}", what)) from error
    return notebook


def _failed(cell: nbformat.NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.get("outputs", ()))


def as_html(notebook: nbformat.NotebookNode, *, title: str) -> str:
    """Return a notebook that has run as one HTML page, code cells folded away behind their outputs."""
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        embed_images=True, exclude_input_prompt=True, exclude_output_prompt=True, **_NO_NETWORK
    )
    body, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": title}})
    return str(body)
