"""How far a command is, on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

_errors = Console(stderr=True, highlight=False)


@contextmanager
def show_progress(what: str, total: int) -> Iterator["Step"]:
    """Show a bar on the terminal; in a batch job nothing."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_errors, transient=True, disable=not _errors.is_terminal) as progress:
        yield Step(progress, what, total)


class Step:
    """Advances a bar by one, naming what was done."""

    def __init__(self, progress: Progress, what: str, total: int) -> None:
        self._progress = progress
        self._what = what
        self._task = progress.add_task(what, total=total)

    def __call__(self, done: str) -> None:
        """Say what was done."""
        self._progress.update(self._task, advance=1, description=f"{self._what} {done}")
