"""Figures are written beside their tables, the same bytes every time."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from PIL import Image

from perspectieven.errors import TableError
from perspectieven.figures import plot_shares, write_figure
from tests.figures.samples import LABELS, theme_counts
from tests.figures.test_figures import Plot, each

SVG = "{http://www.w3.org/2000/svg}"


@each
def test_two_writes_give_the_same_bytes(plot: Plot, table: pd.DataFrame, tmp_path: Path) -> None:
    first = write_figure(plot(table, labels=LABELS), table, tmp_path / "a", "figuur")
    second = write_figure(plot(table, labels=LABELS), table, tmp_path / "b", "figuur")
    assert [path.name for path in first] == ["figuur.svg", "figuur.png", "figuur.csv"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from perspectieven.figures import plot_shares, write_figure;"
        "from tests.figures.samples import LABELS, theme_counts; counts = theme_counts();"
        "write_figure(plot_shares(counts, labels=LABELS), counts, Path(sys.argv[1]), 'figuur')"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Etc/GMT+7"}
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script, tmp_path / "there"], check=True, cwd=root, env=environment)
    counts = theme_counts()
    for path in write_figure(plot_shares(counts, labels=LABELS), counts, tmp_path / "here", "figuur"):
        assert path.read_bytes() == (tmp_path / "there" / path.name).read_bytes()


def test_the_svg_is_one_picture_with_a_title_and_a_description(tmp_path: Path) -> None:
    counts = theme_counts()
    figure = plot_shares(counts, labels=LABELS | {"ouders": 'Ouders & "verzorgers" <m/v>'})
    svg, _, _ = write_figure(figure, counts, tmp_path, "aandelen")
    root = ET.parse(svg).getroot()
    assert root.get("role") == "img"
    assert root.get("aria-label") == figure.alt
    assert root.findtext(f"{SVG}title") == "Welk deel van de sprekers noemt het thema?"
    assert root.findtext(f"{SVG}desc") == figure.alt
    assert 'Ouders & "verzorgers" <m/v> (n = 9)' in figure.alt
    assert "<text" not in svg.read_text("utf-8")


def test_files_carry_no_date_and_no_version(tmp_path: Path) -> None:
    counts = theme_counts()
    figure = plot_shares(counts, labels=LABELS)
    svg, png, _ = write_figure(figure, counts, tmp_path, "aandelen")
    assert "dc:date" not in svg.read_text("utf-8")
    assert "Matplotlib v" not in svg.read_text("utf-8")
    with Image.open(png) as picture:
        assert picture.size == (1536, 1152)
        assert picture.info == {"Description": figure.alt, "dpi": picture.info["dpi"]}


def test_the_table_is_readable(tmp_path: Path) -> None:
    counts = theme_counts(items=["ERB", "GRE"], perspectives=["ouders"])
    table = counts[["perspective", "theme", "n_speakers", "share_speakers", "low"]].assign(low=[None, 1 / 3])
    _, _, csv = write_figure(plot_shares(counts, labels=LABELS), table, tmp_path, "aandelen")
    assert csv.read_bytes().decode("utf-8") == (
        "perspective,theme,n_speakers,share_speakers,low\nouders,ERB,9,0,\nouders,GRE,9,0.1111,0.3333\n"
    )


def test_writing_again_replaces_and_leaves_nothing_behind(tmp_path: Path) -> None:
    counts = theme_counts()
    (tmp_path / "aandelen.csv").write_text("oud", encoding="utf-8")
    write_figure(plot_shares(counts, labels=LABELS), counts, tmp_path, "aandelen")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aandelen.csv", "aandelen.png", "aandelen.svg"]
    assert (tmp_path / "aandelen.csv").read_text("utf-8").startswith("perspective,theme")


@pytest.mark.parametrize("name", ["", "map/aandelen"])
def test_a_name_is_not_a_path(name: str, tmp_path: Path) -> None:
    counts = theme_counts()
    with pytest.raises(TableError, match=f'name: is "{name}"; give a file name without a folder'):
        write_figure(plot_shares(counts, labels=LABELS), counts, tmp_path, name)
