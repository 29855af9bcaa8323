"""The notebooks of a study, run headless with other parameters, and kept as pages."""

import ast
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import nbformat

from perspectieven.errors import Fault, StudyError
from perspectieven.reports.notebooks import as_html, run_side_by_side
from perspectieven.writing import write_text

if TYPE_CHECKING:
    from perspectieven.study.study import Study

TAG = "parameters"
"""The tag of the cell that holds a notebook's parameters, as papermill has it: names with their defaults."""


def find_notebooks(folder: Path, names: Sequence[str] = ()) -> tuple[Path, ...]:
    """Return the notebooks of a folder in order, or those that are named: by their whole name, or its beginning.

    Raises
    ------
    StudyError
        If there are none, or a name fits none or several.
    """
    there = sorted(folder.glob("*.ipynb"))
    if not there:
        what = "has no notebooks (.ipynb); put some there, or say where they are with --from"
        raise StudyError(Fault(str(folder), "", what))
    if not names:
        return tuple(there)
    chosen, faults = [], []
    for name in names:
        wanted = name.removesuffix(".ipynb")
        fits = [path for path in there if path.stem == wanted] or [p for p in there if p.stem.startswith(wanted)]
        if len(fits) == 1:
            chosen += fits
        else:
            what = f"is {'no notebook' if not fits else 'the beginning of several'}"
            faults.append(Fault(str(folder), name, f"{what}; use one of {', '.join(path.stem for path in there)}"))
    if faults:
        raise StudyError(faults)
    return tuple(sorted(set(chosen)))


def read_parameters(notebook: nbformat.NotebookNode) -> dict[str, Any]:
    r"""Return the parameters of a notebook with their defaults; names given something else than a plain value are none.

    >>> cell = nbformat.v4.new_code_cell("N = 3  # how many\nx = min(1, 2)", metadata={"tags": [TAG]})
    >>> read_parameters(nbformat.v4.new_notebook(cells=[cell]))
    {'N': 3}
    """
    found = {}
    for cell in filter(_holds_parameters, notebook.cells):
        for line in ast.parse(cell.source).body:
            if isinstance(line, ast.Assign) and len(line.targets) == 1 and isinstance(line.targets[0], ast.Name):
                try:
                    found[line.targets[0].id] = ast.literal_eval(line.value)
                except ValueError:
                    continue
    return found


def with_parameters(notebook: nbformat.NotebookNode, values: Mapping[str, object]) -> nbformat.NotebookNode:
    """Return a notebook whose parameters have other values, in the same cell, so that the page shows which."""
    changed: nbformat.NotebookNode = nbformat.from_dict(notebook)  # type: ignore[no-untyped-call]
    own = {name: value for name, value in values.items() if name in read_parameters(notebook)}
    for cell in filter(_holds_parameters, changed.cells):
        if own:
            cell.source += "\n" + "\n".join(f"{name} = {value!r}" for name, value in own.items())
    return changed


def run_notebooks(
    study: "Study",
    *,
    folder: Path | None = None,
    names: Sequence[str] = (),
    parameters: Mapping[str, str] | None = None,
    on_done: Callable[[str], None] = lambda _: None,
) -> tuple[Path, ...]:
    """Run notebooks in the folder of a study, a few side by side, and write each as a page under reports/notebooks.

    Parameters
    ----------
    folder : Path, optional
        Where the notebooks are; by default those of the study itself.
    parameters : mapping of str to str
        Other values, read as the kind of value that the notebook has there. Each must be a parameter of one notebook at
        least; a notebook that has no such parameter leaves it.

    Raises
    ------
    StudyError
        With every parameter that is none or cannot be read; or with every notebook that stops, and at which cell. The
        pages of the others are written.
    """
    paths = find_notebooks(folder or study.root / "notebooks", names)
    books = {path: nbformat.read(path, as_version=4) for path in paths}  # type: ignore[no-untyped-call]
    _check_parameters(books, parameters or {})
    pages: list[Path] = []
    faults: list[Fault] = []
    with TemporaryDirectory() as beside:
        copies = [_copy(path, book, parameters or {}, Path(beside)) for path, book in books.items()]
        for path, run in zip(paths, run_side_by_side(copies, folder=study.root), strict=True):
            on_done(path.stem)
            if isinstance(run, StudyError):
                faults += run.faults
                continue
            page = as_html(run, title=path.stem, language=study.settings.language)
            pages.append(write_text(study.reports / "notebooks" / f"{path.stem}.html", page))
    if faults:
        raise StudyError(faults)
    return tuple(pages)


def _copy(path: Path, book: nbformat.NotebookNode, parameters: Mapping[str, str], folder: Path) -> Path:
    known = read_parameters(book)
    values = {name: _parse(text, known[name]) for name, text in parameters.items() if name in known}
    copy = folder / path.name
    nbformat.write(with_parameters(book, values), copy)  # type: ignore[no-untyped-call]
    return copy


def _check_parameters(books: Mapping[Path, nbformat.NotebookNode], parameters: Mapping[str, str]) -> None:
    faults: list[Fault] = []
    known = {path: read_parameters(book) for path, book in books.items()}
    everything = {name for names in known.values() for name in names}
    for name, text in parameters.items():
        if name not in everything:
            there = f"use one of {', '.join(sorted(everything))}" if everything else "there are none"
            faults.append(Fault("notebooks", name, f"is no parameter of these notebooks; {there}"))
        for path, names in known.items():
            if name in names and _parse(text, names[name]) is None:
                kind = type(names[name]).__name__
                faults.append(
                    Fault(path.name, name, f'"{text}" cannot be read; give a value like {names[name]!r} ({kind})')
                )
    if faults:
        raise StudyError(faults)


def _parse(text: str, default: object) -> object:
    """Return a text as the same kind of value as the default, None if it is not one."""
    if isinstance(default, str):
        return text
    if isinstance(default, bool):
        return {"true": True, "ja": True, "false": False, "nee": False}.get(text.casefold())
    try:
        value: object = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return None
    kinds = (int, float) if isinstance(default, float) else (type(default),)
    return value if isinstance(value, kinds) and not isinstance(value, bool) else None


def _holds_parameters(cell: nbformat.NotebookNode) -> bool:
    return cell.cell_type == "code" and TAG in cell.get("metadata", {}).get("tags", [])
