"""One style for every figure: colours, shapes, shared fixed words and the way numbers are written."""

import textwrap
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial, wraps
from types import TracebackType
from typing import Any, Final, ParamSpec, Protocol, Self, TypeVar

import matplotlib as mpl
import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.figures.pages import current_page

WIDTH: Final = 10.24
"""Inches. At 100 dots per inch the standard figure is a slide of 1024 x 768."""
HEIGHT: Final = 7.68
MARGIN: Final = 0.3

TITLE_SIZE: Final = 20
TEXT_SIZE: Final = 13
SMALL_SIZE: Final = 13

INK: Final = "#1A1A1A"
FAINT: Final = "#5F5F5F"
LINE: Final = "#D4D4D4"
BAND: Final = "#F3F3F3"
PAPER: Final = "#FFFFFF"
HEATMAP: Final = "YlGnBu"
FAMILY: Final = "DejaVu Sans"
"""Of letters; it comes with matplotlib, so that they are the same on every machine."""


@dataclass(frozen=True, slots=True)
class PerspectiveStyle:
    """How one perspective looks; shape and dashes carry the same news as the colour.

    Attributes
    ----------
    fill : str
        For marks. The first four differ in lightness too, so that they survive a grey photocopy.
    ink : str
        The same hue, dark enough for text and thin lines on white (contrast 4.5 or more).
    """

    fill: str
    ink: str
    marker: str
    dashes: tuple[float, tuple[float, ...] | None]


PERSPECTIVES: Final = (
    PerspectiveStyle("#004488", "#004488", "o", (0, None)),
    PerspectiveStyle("#DDAA33", "#7D5A00", "s", (0, (5, 1.5))),
    PerspectiveStyle("#BB5566", "#A03D50", "^", (0, (1.5, 1.2))),
    PerspectiveStyle("#111111", "#111111", "D", (0, (6, 1.5, 1.2, 1.5))),
    PerspectiveStyle("#4AA583", "#1B6B4D", "v", (0, (3, 1, 1, 1, 1, 1))),
    PerspectiveStyle("#9FD3F0", "#22688F", "P", (0, (8, 2))),
)
"""By position in the study's order. The first three are Paul Tol's high-contrast set (SRON/EPS/TN/09-002, 2021)."""


@dataclass(frozen=True, slots=True)
class OrientationStyle:
    """How one orientation looks: no colour of a perspective and none of a traffic light."""

    fill: str
    ink: str


ORIENTATIONS: Final[Mapping[str, OrientationStyle]] = {
    "normaliserend": OrientationStyle("#86C9C4", INK),
    "neutraal": OrientationStyle("#ECECEC", INK),
    "problematiserend": OrientationStyle("#6F4E9B", PAPER),
}
"""In the order in which they are drawn. Teal, grey and purple: a description, never a grade."""

LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "nl": {
        "and": "en",
        "no_data": "geen gegevens",
        "no_words": "niets gezegd",
        "speakers": "sprekers",
        "mentions": "vermeldingen",
        "theme": "het thema",
        "code": "de code",
        "themes": "thema's",
        "codes": "codes",
        "see_table": "De getallen staan in de tabel bij deze figuur.",
        "range": "{who}: het meest {most}; het minst {least}.",
        "normaliserend": "normaliserend",
        "neutraal": "neutraal",
        "problematiserend": "problematiserend",
        "0": "geen",
        "1": "één",
        "2": "twee",
        "3": "drie",
        "4": "vier",
        "5": "vijf",
        "6": "zes",
        "differences_title": "Hoe ver liggen de perspectieven uiteen?",
        "differences_text": "Sprekers die {item} noemen: verschil in procentpunten, met 95%-interval.\n"
        "Rechts van nul noemt het perspectief bij \N{RIGHTWARDS ARROW} het vaker, links dat bij \N{LEFTWARDS ARROW}.",
        "withheld": "niet getoond",
        "not_shown": "Niet getoond: {who}.",
        "left_out": "Van {n_all} {items} staan er {n} in de figuur, die met de meeste {what}; {rest}.",
        "others_rest": "de andere staan in de tabel bij deze figuur",
        "others_are": "in de tabel bij deze figuur: {who}",
        "others_rest_class": "de andere staan in het verslag",
        "others_are_class": "alleen in het verslag: {who}",
        "rests_on_one": "rust op één spreker",
        "carried_by_one": "meeste van één spreker",
        "mainly_prompted": "vooral uitgelokt",
        "heard_better": "ongelijk gehoord",
        "by_one_short": "één spreker",
        "difference": "verschillen",
        "prompted_short": "uitgelokt",
        "prompted": "sprekers na een vraag ernaar",
    },
    "en": {
        "and": "and",
        "no_data": "no data",
        "no_words": "nothing said",
        "speakers": "speakers",
        "mentions": "mentions",
        "theme": "the theme",
        "code": "the code",
        "themes": "themes",
        "codes": "codes",
        "see_table": "The numbers are in the table beside this figure.",
        "range": "{who}: most {most}; least {least}.",
        "normaliserend": "normalising",
        "neutraal": "neutral",
        "problematiserend": "problematising",
        "0": "none",
        "1": "one",
        "2": "two",
        "3": "three",
        "4": "four",
        "5": "five",
        "6": "six",
        "differences_title": "How far apart are the perspectives?",
        "differences_text": "Speakers who mention {item}: difference in percentage points, 95% interval.\n"
        "Right of zero: more often by the perspective at \N{RIGHTWARDS ARROW}, left: by that at \N{LEFTWARDS ARROW}.",
        "withheld": "withheld",
        "not_shown": "Withheld: {who}.",
        "left_out": "Of {n_all} {items} {n} are in the figure, those with most {what}; {rest}.",
        "others_rest": "the others are in the table beside this figure",
        "others_are": "in the table beside this figure: {who}",
        "others_rest_class": "the others are in the report",
        "others_are_class": "in the report only: {who}",
        "rests_on_one": "rests on one speaker",
        "carried_by_one": "mostly one speaker",
        "mainly_prompted": "mainly prompted",
        "heard_better": "heard unequally",
        "by_one_short": "one speaker",
        "difference": "differences",
        "prompted_short": "prompted",
        "prompted": "speakers after a question about it",
    },
}
"""The fixed words that figures share; what one figure alone says stands in its module. Labels come from the study."""

_SETTINGS: Final[dict[Any, Any]] = {
    "font.family": FAMILY,
    "font.size": TEXT_SIZE,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": LINE,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.unicode_minus": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "ytick.major.pad": 9,
    "hatch.color": "#9A9A9A",
    "hatch.linewidth": 0.8,
    "text.parse_math": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "perspectieven",
}
_LOCK: Final = threading.RLock()


_P = ParamSpec("_P")


class _Drawn(Protocol):
    def finish(self, again: Callable[[], Self]) -> None:
        """See `Drawing.finish`."""


_Figure = TypeVar("_Figure", bound=_Drawn)


class styled:  # noqa: N801  it is used as a word, as the context managers of contextlib are
    """Draw or write in this style, whatever the user's own matplotlib settings; these come back afterwards.

    Matplotlib's settings belong to the process, so one figure is drawn at a time. As the decorator of a ``plot_`` it
    also gives the figure the letters of its size, and lets it be drawn again for another; see `Drawing.with_size`.
    """

    def __enter__(self) -> None:
        with ExitStack() as stack:
            stack.enter_context(_LOCK)
            stack.enter_context(mpl.rc_context())
            mpl.rcdefaults()
            mpl.rcParams.update(_SETTINGS)
            self._settings = stack.pop_all()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._settings.__exit__(kind, error, trace)

    def __call__(self, plot: Callable[_P, _Figure]) -> Callable[_P, _Figure]:
        """Return a ``plot_`` function that draws in this style."""

        @wraps(plot)
        def draw(*args: _P.args, **kwargs: _P.kwargs) -> _Figure:
            with styled():
                figure = plot(*args, **kwargs)
                # Copies, so that a table that is changed later does not change the figure at another size.
                kept = [_copy(value) for value in args]
                figure.finish(partial(draw, *kept, **{name: _copy(value) for name, value in kwargs.items()}))
            return figure

        return draw


def _copy(value: Any) -> Any:
    return value.copy() if isinstance(value, pd.DataFrame) else value


def fixed_words(language: str) -> Mapping[str, str]:
    """Return the fixed words of a language.

    Raises
    ------
    TableError
        If there are none in this language.

    >>> fixed_words("nl")["no_data"]
    'geen gegevens'
    """
    if language not in LABELS:
        what = f'language is "{language}"; use one of {", ".join(LABELS)}, or add it to figures.style.LABELS'
        raise TableError(Fault("figure", "language", what))
    return LABELS[language]


def style_perspectives(order: Sequence[str]) -> dict[str, PerspectiveStyle]:
    """Give each perspective the look of its place in the study's order.

    Raises
    ------
    TableError
        If there are more perspectives than looks.
    """
    if len(order) > len(PERSPECTIVES):
        what = f"{len(order)} perspectives; at most {len(PERSPECTIVES)} can be told apart, draw fewer in one figure"
        raise TableError(Fault("figure", "perspective", what))
    return dict(zip(order, PERSPECTIVES, strict=False))


def mark(style: PerspectiveStyle, *, size: float = 10) -> dict[str, Any]:
    """Return how a line draws the mark of a perspective, and itself: in the ink, as a thin line needs.

    >>> look = mark(PERSPECTIVES[1])
    >>> look["marker"], look["color"], look["markerfacecolor"]
    ('s', '#7D5A00', '#DDAA33')
    """
    look: dict[str, Any] = {"marker": style.marker, "markersize": size}
    return look | {"color": style.ink, "markerfacecolor": style.fill, "markeredgecolor": style.ink}


def format_number(value: float, *, decimals: int = 1, language: str = "nl") -> str:
    """Write a number as people read it; a true zero has no decimals.

    >>> [format_number(value) for value in (3.42, 0.0, 0.01)]
    ['3,4', '0', '0,0']
    >>> format_number(3.42, language="en")
    '3.4'
    """
    written = "0" if value == 0 else f"{value:.{decimals}f}".replace("-", "\N{MINUS SIGN}")
    return written.replace(".", ",") if language == "nl" else written


def format_percent(share: float) -> str:
    """Write a share, 0 to 1, in percent.

    >>> format_percent(0.667)
    '67%'
    """
    return f"{share:.0%}"


def wrap(text: str, width: int) -> str:
    r"""Break a label into lines of at most `width` characters and about one length, words kept whole.

    Where letters are drawn larger, a line has fewer of them.

    >>> wrap("Verwijzen en toegang tot hulp", 24)
    'Verwijzen en\ntoegang tot hulp'
    """
    most = max(1, int(width / current_page().letters))
    breaker = textwrap.TextWrapper(most, break_long_words=False, break_on_hyphens=False)
    lines = breaker.wrap(text)
    while breaker.width > 1:
        breaker.width -= 1
        narrower = breaker.wrap(text)
        if len(narrower) > len(lines) or max(map(len, narrower), default=0) > breaker.width:
            break
        lines = narrower
    return "\n".join(lines)
