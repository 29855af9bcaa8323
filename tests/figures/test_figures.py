"""What holds for every figure: empty and wrong tables, alternative text, page, notebook, independence of settings."""

import base64
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter

from perspectieven.errors import TableError
from perspectieven.figures import (
    Drawing,
    plot_differences,
    plot_heatmap,
    plot_orientations,
    plot_positions,
    plot_shared,
    plot_shares,
)
from tests.figures.samples import (
    LABELS,
    THEMES,
    THREE,
    differences,
    orientation_counts,
    position_counts,
    shared,
    theme_counts,
)

Plot = Callable[..., Drawing]


def plot_shared_by_three(table: pd.DataFrame, **options: object) -> Drawing:
    return plot_shared(table, THREE, **options)  # type: ignore[arg-type]  # labels and language, as the others


PAIRS = [("ouders", "jeugdigen"), ("ouders", "professionals"), ("jeugdigen", "professionals")]
CASES: dict[str, tuple[Plot, pd.DataFrame]] = {
    "shares": (plot_shares, theme_counts()),
    "heatmap": (plot_heatmap, theme_counts()),
    "orientations": (plot_orientations, orientation_counts({name: (0.5, 0.2, 0.3) for name in THREE})),
    "shared": (plot_shared_by_three, shared({theme: THREE[: at % 4] for at, theme in enumerate(THEMES)})),
    "positions": (
        plot_positions,
        position_counts({(name, theme): (1.0, 2.0) for name in THREE for theme in list(THEMES)[:6]}),
    ),
    "differences": (plot_differences, differences({(theme, a, b): 0.2 for theme in THEMES for a, b in PAIRS})),
}
each = pytest.mark.parametrize(("plot", "table"), CASES.values(), ids=CASES)


@each
@pytest.mark.parametrize(("language", "text"), [("nl", "geen gegevens"), ("en", "no data")])
def test_an_empty_table_gives_a_figure_that_says_so(plot: Plot, table: pd.DataFrame, language: str, text: str) -> None:
    figure = plot(table.iloc[:0], labels=LABELS, language=language)
    assert figure.texts[-1].get_text() == text
    assert figure.alt.endswith(f"{text}.")
    assert figure.axes == []


@each
def test_a_missing_column_is_named(plot: Plot, table: pd.DataFrame) -> None:
    with pytest.raises(TableError, match=f"has no column {table.columns[-1]}; one row is one "):
        plot(table.iloc[:, :-1], labels=LABELS)


@each
def test_a_doubled_row_is_refused(plot: Plot, table: pd.DataFrame) -> None:
    with pytest.raises(TableError, match=r"1 rows share their .* with another; keep one of each"):
        plot(pd.concat([table, table.tail(1)], ignore_index=True), labels=LABELS)


@each
def test_another_language_is_refused(plot: Plot, table: pd.DataFrame) -> None:
    with pytest.raises(TableError, match='language is "de"; use one of nl, en, or add it'):
        plot(table, labels=LABELS, language="de")


@each
def test_a_table_read_back_from_csv_gives_the_same_figure(plot: Plot, table: pd.DataFrame) -> None:
    """Without categories, ids come in the order of the rows."""
    plain = table.astype({name: str for name, dtype in table.dtypes.items() if str(dtype) == "category"})
    assert plot(plain, labels=LABELS).png() == plot(table, labels=LABELS).png()


@each
def test_the_table_is_left_as_it_was(plot: Plot, table: pd.DataFrame) -> None:
    before = table.copy(deep=True)
    plot(table, labels=LABELS)
    pd.testing.assert_frame_equal(table, before)


@each
def test_the_alternative_text_says_what_is_shown_and_where_the_numbers_are(plot: Plot, table: pd.DataFrame) -> None:
    figure = plot(table, labels=LABELS)
    assert figure.alt.startswith(figure.texts[0].get_text())
    assert figure.alt.endswith("De getallen staan in de tabel bij deze figuur.")
    assert "\n" not in figure.alt


@each
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_slide_with_nothing_cut_off(plot: Plot, table: pd.DataFrame, language: str) -> None:
    figure = plot(table, labels=LABELS, language=language)
    assert figure.get_size_inches()[0] == 10.24
    assert figure.get_size_inches()[1] <= 7.68
    page, drawn = figure.bbox, figure.get_tightbbox(figure.canvas.get_renderer())  # type: ignore[attr-defined]  # Agg
    inches = figure.get_size_inches()
    assert page.x0 == page.y0 == 0
    assert (drawn.x0 >= 0, drawn.y0 >= 0, drawn.x1 <= inches[0], drawn.y1 <= inches[1]) == (True,) * 4


@each
def test_letters_are_large_enough_for_a_slide(plot: Plot, table: pd.DataFrame) -> None:
    figure = plot(table, labels=LABELS)
    texts = [text for text in figure.findobj(mpl.text.Text) if text.get_text()]
    assert min(text.get_fontsize() for text in texts) >= 11


@each
def test_a_notebook_shows_it_with_its_alternative_text(plot: Plot, table: pd.DataFrame) -> None:
    figure = plot(table, labels=LABELS | {"ouders": 'Ouders "&" verzorgers'})
    formatted, _ = DisplayFormatter().format(figure)
    picture = ET.fromstring(formatted["text/html"].replace(">", "/>"))
    assert picture.get("alt") == figure.alt
    assert base64.b64decode(picture.attrib["src"].removeprefix("data:image/png;base64,")) == figure.png()


@each
def test_a_label_is_never_read_as_a_formula(plot: Plot, table: pd.DataFrame) -> None:
    plot(table, labels={name: "a_$\\frac$ & <b>" for name in (*THREE, *THEMES)}).png()


@each
def test_the_settings_of_the_user_neither_matter_nor_change(plot: Plot, table: pd.DataFrame) -> None:
    before = plot(table, labels=LABELS).png()
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "red", "lines.linewidth": 9, "text.color": "green"}):
        assert plot(table, labels=LABELS).png() == before
        assert mpl.rcParams["font.size"] == 30


def test_threads_draw_the_same() -> None:
    plot, table = CASES["shares"]
    alone = plot(table, labels=LABELS).svg()
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: plot(table, labels=LABELS).svg(), range(4)))
    assert drawn == [alone] * 4
