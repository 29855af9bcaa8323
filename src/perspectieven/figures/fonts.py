"""The letters of the figures as files, for documents that embed them."""

from pathlib import Path

import matplotlib as mpl

from perspectieven.errors import Fault, StudyError

_FILES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf", "I": "DejaVuSans-Oblique.ttf"}


def find_font(style: str = "") -> Path:
    """Return the font file that the figures are written in; it comes with matplotlib and may be embedded.

    Parameters
    ----------
    style : {"", "B", "I"}
        Upright, bold or italic.

    Raises
    ------
    StudyError
        If there is no such style.

    >>> find_font("B").name
    'DejaVuSans-Bold.ttf'
    """
    if style not in _FILES:
        raise StudyError(Fault("font", "style", f'is "{style}"; use one of "", B, I'))
    return Path(mpl.get_data_path()) / "fonts" / "ttf" / _FILES[style]
