"""How large a text is on the page of the size that is drawn, before it is there; lines that fit."""

from functools import lru_cache
from itertools import pairwise

import pyphen  # type: ignore[import-untyped]  # it has no types
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from perspectieven.figures.pages import current_page
from perspectieven.figures.style import FAMILY, MARGIN, TEXT_SIZE, WIDTH

LINE_HEIGHT = 0.24
"""Inches for a line of the page."""


def drawn_size(size: float) -> float:
    """Return the points in which letters of a size are drawn on the page of now.

    >>> from perspectieven.figures.pages import drawing_for
    >>> with drawing_for("class"):
    ...     drawn_size(13), drawn_size(10)
    (16.25, 16)
    """
    page = current_page()
    return max(page.smallest, size * page.letters)


def measure_text(
    text: str, size: float = TEXT_SIZE, *, weight: str = "normal", spacing: float = 1.2
) -> tuple[float, float]:
    r"""Return the width and height in inches of a text of one or more lines.

    Parameters
    ----------
    size : float
        Points on the page of a screen; larger on that of a class.
    spacing : float
        Between lines, as matplotlib's ``linespacing``.

    >>> wide, high = measure_text("een")
    >>> measure_text("een een")[0] > 2 * wide, measure_text("een\neen")[1] == 2 * high
    (True, True)
    """
    lines, points = text.split("\n"), drawn_size(size) / 72
    width = max(_width_of(line, weight) for line in lines)
    return width * points, len(lines) * spacing * points


def break_text(text: str, width: float, size: float = TEXT_SIZE, *, weight: str = "normal") -> str:
    r"""Break a text between words into as few lines as fit a width in inches, and those about as long as each other.

    A word that is too long for a line is cut between its syllables, with a hyphen.

    >>> break_text("Verwijzen en toegang tot hulp", 2.0)
    'Verwijzen en\ntoegang tot hulp'
    >>> break_text("jeugdgezondheidszorg", 1.3)
    'jeugdgezond-\nheidszorg'
    """
    return "\n".join(_balance(line, width / drawn_size(size) * 72, weight) for line in text.split("\n"))


def break_lines(text: str) -> str:
    r"""Break each line of a text for the page into lines that fit between its margins.

    >>> from perspectieven.figures.pages import drawing_for
    >>> with drawing_for("class"):
    ...     break_lines("woord " * 15).count("\n")
    1
    """
    return break_text(text, WIDTH - 2 * MARGIN)


def height_of_lines(text: str) -> float:
    """Return how many inches the lines of a broken text take; nothing takes none.

    >>> height_of_lines(""), height_of_lines("een")
    (0, 0.24)
    """
    return LINE_HEIGHT * current_page().letters * (text.count("\n") + 1) if text else 0


def split_words(line: str) -> list[str]:
    """Return the words of a line; a no-break space keeps two together.

    >>> [len(word) for word in split_words("Ouders (n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}9)")]
    [6, 7]
    """
    return [word for word in line.split(" ") if word]


@lru_cache(maxsize=4096)
def _width_of(line: str, weight: str) -> float:
    """Return the width of a line in letters one point high."""
    letters = FontProperties(family=FAMILY, size=1, weight=weight)
    return float(text_to_path.get_text_width_height_descent(line, letters, ismath=False)[0])


@lru_cache(maxsize=4096)
def _balance(line: str, width: float, weight: str) -> str:
    line = " ".join(part for word in split_words(line) for part in _cut(word, width, weight))
    broken = _fill(line, width, weight)
    low, high = 0.0, width
    while high - low > 0.2:
        middle = (low + high) / 2
        tried = _fill(line, middle, weight)
        if len(tried) > len(broken) or any(_width_of(part, weight) > middle for part in tried):
            low = middle
        else:
            broken, high = tried, middle
    return "\n".join(broken)


def _cut(word: str, width: float, weight: str) -> list[str]:
    """Return a word in parts that fit, as many syllables in each as there is room for."""
    if _width_of(word, weight) <= width:
        return [word]
    parts = [""]
    for syllable in _syllables(word):
        # Letter by letter only where a syllable by itself is too wide.
        for piece in [syllable] if _width_of(f"{syllable}-", weight) <= width else syllable:
            if parts[-1] and _width_of(f"{parts[-1]}{piece}-", weight) > width:
                parts[-1] += "-"
                parts.append("")
            parts[-1] += piece
    return parts


def _syllables(word: str) -> list[str]:
    """Return the parts of a Dutch word between which a line may end, the first and the last of three letters or more.

    None begins with a letter with a trema, as a word that is cut there is spelt without it.

    >>> _syllables("jeugdgezondheidszorg"), _syllables("cliënten")
    (['jeugd', 'ge', 'zond', 'heids', 'zorg'], ['cliën', 'ten'])
    """
    ends = [int(at) for at in _patterns().positions(word) if word[at] not in "äëïöü"]
    return [word[start:end] for start, end in pairwise([0, *ends, len(word)])]


@lru_cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=3, right=3)


def _fill(line: str, width: float, weight: str) -> list[str]:
    lines: list[str] = []
    for word in split_words(line):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width_of(longer, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]
