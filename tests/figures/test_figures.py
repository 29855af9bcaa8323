"""What holds for every figure: empty and wrong tables, alternative text, page, notebook, independence of settings."""

import base64
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter
from matplotlib.text import Text
from PIL import Image

from perspectieven.errors import TableError
from perspectieven.figures import (
    Drawing,
    plot_cooccurrence,
    plot_correspondence,
    plot_differences,
    plot_heatmap,
    plot_orientations,
    plot_positions,
    plot_questions,
    plot_rates,
    plot_saturation,
    plot_sets,
    plot_shared,
    plot_shares,
    plot_spontaneity,
    plot_timeline,
    plot_voices,
)
from perspectieven.figures.drawing import find_marks
from tests.figures import comparison_samples as compared
from tests.figures.samples import (
    LABELS,
    THEMES,
    THREE,
    differences,
    orientations,
    positions,
    shared,
    theme_counts,
)

Plot = Callable[..., Drawing]


def plot_shared_by_three(table: pd.DataFrame, **options: object) -> Drawing:
    return plot_shared(table, THREE, **options)  # type: ignore[arg-type]  # labels and language, as the others


def plot_sets_of_three(table: pd.DataFrame, **options: object) -> Drawing:
    return plot_sets(table, THREE, **options)  # type: ignore[arg-type]  # labels and language, as the others


def plot_cooccurrence_of_one(table: pd.DataFrame, **options: object) -> Drawing:
    return plot_cooccurrence(table, perspective="ouders", **options)  # type: ignore[arg-type]  # as the others


PAIRS = [("ouders", "jeugdigen"), ("ouders", "professionals"), ("jeugdigen", "professionals")]
CASES: dict[str, tuple[Plot, pd.DataFrame]] = {
    "shares": (plot_shares, theme_counts()),
    "heatmap": (plot_heatmap, compared.rates()),
    "orientations": (plot_orientations, orientations({name: (0.5, 0.2, 0.3) for name in THREE})),
    "shared": (plot_shared_by_three, shared({theme: THREE[: at % 4] for at, theme in enumerate(THEMES)})),
    "positions": (
        plot_positions,
        positions({(name, theme): (1.0, 2.0) for name in THREE for theme in list(THEMES)[:6]}),
    ),
    "differences": (plot_differences, differences({(theme, a, b): 0.2 for theme in THEMES for a, b in PAIRS})),
    "rates": (plot_rates, compared.rates()),
    "sets": (plot_sets_of_three, shared({theme: THREE[: at % 4] for at, theme in enumerate(THEMES)})),
    "correspondence": (
        plot_correspondence,
        compared.correspondence(
            {name: (at - 1.0, at / 2) for at, name in enumerate(THREE)}
            | {theme: (at / 8 - 1, (-1) ** at * at / 16) for at, theme in enumerate(THEMES)}
        ),
    ),
    "saturation": (plot_saturation, compared.saturation({name: (8.0, 12.0, 13.5) for name in THREE})),
    "voices": (
        plot_voices,
        compared.voices({(name, "own", "affirmed"): 5 for name in THREE}, ("own", *THREE, "school", "unknown")),
    ),
    "cooccurrence": (
        plot_cooccurrence_of_one,
        compared.cooccurrence({(a, "LNW"): (2 + at, 0.6 + 0.1 * at) for at, a in enumerate(list(THEMES)[:-1])}),
    ),
    "timeline": (
        plot_timeline,
        compared.timeline([(at / 16, theme, "ouders", "neutraal", "affirmed") for at, theme in enumerate(THEMES)]),
    ),
    "questions": (
        plot_questions,
        compared.question_counts({(question, name): 3 for question in ("1", "2a", "2b", "3", "4") for name in THREE}),
    ),
    "spontaneity": (
        plot_spontaneity,
        compared.spontaneity({(name, theme): (at % 4, 4) for name in THREE for at, theme in enumerate(THEMES)}),
    ),
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


def texts_of(figure: Drawing) -> list[Text]:
    return [text for text in figure.findobj(Text) if text.get_text() and text.get_visible()]


@each
def test_another_size_leaves_the_figure_and_is_the_same_every_time(plot: Plot, table: pd.DataFrame) -> None:
    given = table.copy(deep=True)
    figure = plot(given, labels=LABELS)
    before, large = figure.svg(), figure.with_size("class")
    del given[given.columns[-1]]  # what is done to the table afterwards does not matter
    assert large.png() == figure.with_size("class").png()
    assert large.with_size("screen").svg() == figure.svg() == before
    assert (figure.size, large.size) == ("screen", "class")


@each
def test_paper_is_the_same_picture_sixteen_centimetres_wide(plot: Plot, table: pd.DataFrame) -> None:
    figure = plot(table, labels=LABELS)
    paper = figure.with_size("paper")
    assert [text.get_text() for text in texts_of(paper)] == [text.get_text() for text in texts_of(figure)]
    with Image.open(io.BytesIO(paper.png())) as picture:
        assert picture.width / picture.info["dpi"][0] * 2.54 == pytest.approx(16, abs=0.02)
        assert picture.info["dpi"][0] == pytest.approx(300, abs=0.1)
    assert float(ET.fromstring(paper.svg()).attrib["width"].removesuffix("pt")) / 72 * 2.54 == pytest.approx(
        16, abs=1e-3
    )


@pytest.mark.parametrize(
    ("name", "n_drawn", "says"),
    [
        ("shares", 8, "Van 16 thema's staan er 8 in de figuur, die met de meeste sprekers"),
        ("heatmap", 8, "Van 16 thema's staan er 8 in de figuur, die met de meeste vermeldingen"),
        ("shared", 6, "Van 16 thema's staan er 6 in de figuur, die met de meeste sprekers in hun groep"),
        ("positions", 4, "Van 6 thema's staan er 4 in de figuur, die met de meeste vermeldingen"),
    ],
)
def test_a_class_sees_fewer_rows_and_reads_how_many_are_left_out(name: str, n_drawn: int, says: str) -> None:
    plot, table = CASES[name]
    figure = plot(table, labels={}).with_size("class")
    drawn = {item for item, *_ in find_marks(figure)}
    assert len(drawn) == n_drawn
    assert says in figure.texts[-1].get_text().replace("\n", " ")
    assert says in figure.alt
    assert "in het verslag" in figure.alt
    assert "Van 1" not in plot(table, labels={}).alt


def test_a_class_sees_the_themes_that_most_speakers_mention() -> None:
    counts = theme_counts().assign(n_speakers_coded=1)
    counts.loc[counts["theme"].isin(["VEE", "LNW"]), "n_speakers_coded"] = 5
    figure = plot_shares(counts, labels={}).with_size("class")
    names = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert names == ["BET", "ERB", "GRE", "VRW", "LAB", "LAT", "VEE", "LNW"]


def test_marks_and_lines_grow_with_the_letters() -> None:
    figure = plot_shares(theme_counts(), labels=LABELS)
    small, large = (one.axes[0] for one in (figure, figure.with_size("class")))
    assert large.lines[0].get_markersize() >= 1.25 * small.lines[0].get_markersize()
    assert large.collections[0].get_linewidth()[0] == 1.25 * small.collections[0].get_linewidth()[0]


def test_another_size_is_refused() -> None:
    figure = plot_shares(theme_counts(), labels=LABELS)
    with pytest.raises(TableError, match='size: is "poster"; use one of paper, screen, class'):
        figure.with_size("poster")  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("shares", "Ouders: het meest De lat: druk, vergelijken en goed genoeg (56%); het minst Betekenis"),
        (
            "heatmap",
            "Ouders (n = 9): het meest Taal en samen leren in het leernetwerk 7,5 (3,8\N{EN DASH}15,0); het minst",
        ),
        (
            "orientations",
            "Ouders (3 sprekers, 6 vermeldingen): normaliserend 50% (25\N{EN DASH}75), neutraal 20% (10",
        ),
        ("shared", "Gedeeld door alle drie: Verwijzen en toegang tot hulp (n = 6), Handelen van professionals (n = 6)"),
        ("voices", "Ouders: 5 keer de eigen kijk: 100% (50\N{EN DASH}100). Jeugdigen: 5 keer"),
        (
            "positions",
            "Verwijzen en toegang tot hulp: het meest 2,0 (Ouders, deel 2 van 2); het minst 1,0 (Ouders, deel 1",
        ),
    ],
)
def test_the_alternative_text_says_what_is_to_be_seen(name: str, says: str) -> None:
    plot, table = CASES[name]
    counts = table[table["theme"].isin(list(THEMES)[:6])] if name == "shares" else table
    assert says in plot(counts, labels=LABELS).alt


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
