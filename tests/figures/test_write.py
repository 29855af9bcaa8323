"""Figures are written beside their tables, the same bytes every time."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from PIL import Image

from perspectieven.coding import coding_id
from perspectieven.errors import TableError
from perspectieven.figures import Provenance, list_quotes, plot_differences, plot_shares, write_figure
from perspectieven.figures.provenance import identify_quotes
from perspectieven.tables import CODINGS, THEME_COUNTS, TURNS, make_table
from tests.figures.samples import LABELS, differences, theme_counts
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
    svg, *_ = write_figure(figure, counts, tmp_path, "aandelen")
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
    svg, png, *_ = write_figure(figure, counts, tmp_path, "aandelen")
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


TURNS_MADE = [
    {"transcript_id": "moeder-anja", "turn_index": at, "speaker": f"s{at}", "perspective": who, "text": f"Woord {at}."}
    for at, who in enumerate(("ouders", "ouders", "jeugdigen"))
]
CODINGS_MADE = [
    {
        "coding_id": coding_id("lexicon", "moeder-anja", at, 0, 5, code),
        "transcript_id": "moeder-anja",
        "turn_index": at,
        "theme": theme,
        "code": code,
        "orientation": "neutraal",
    }
    for at, theme, code in ((0, "ERB", "ERB-FASE"), (1, "ERB", "ERB-GEWOON"), (2, "GRE", "GRE-ERNST"))
]


def provenance() -> Provenance:
    turns, codings = make_table(TURNS_MADE, TURNS), make_table(CODINGS_MADE, CODINGS)
    return Provenance(
        language="nl",
        lexicon="normaliseren",
        lexicon_version="0.2",
        lexicon_digest="ab" * 32,
        seed=2026,
        version="0.1.0",
        digests={"turns": "cd" * 32},
        quotes=list_quotes(codings, turns),
        notice="Alles is verzonnen.",
    )


def sidecar(folder: Path, **options: Any) -> dict[str, Any]:
    counts = theme_counts(items=["ERB", "GRE"], perspectives=["ouders", "jeugdigen"])
    figure = plot_shares(counts, labels=LABELS)
    paths = write_figure(figure, counts, folder, "aandelen", provenance=provenance(), **options)
    assert [path.suffix for path in paths[:4]] == [".svg", ".png", ".csv", ".json"]
    return dict(json.loads(paths[3].read_text("utf-8")))


def test_the_sidecar_says_where_a_figure_comes_from(tmp_path: Path) -> None:
    written = sidecar(tmp_path, row=THEME_COUNTS.row)
    table = hashlib.sha256((tmp_path / "aandelen.csv").read_bytes()).hexdigest()
    quotes = written.pop("quotes")
    assert written.pop("alt").startswith("Welk deel van de sprekers noemt het thema? Teken: aandeel")
    assert written.pop("columns") == list(THEME_COUNTS.columns)
    assert written == {
        "title": "Welk deel van de sprekers noemt het thema?",
        "row": "one perspective x theme (or code), every pair",
        "language": "nl",
        "lexicon": "normaliseren",
        "lexicon_version": "0.2",
        "lexicon_digest": "ab" * 32,
        "seed": 2026,
        "version": "0.1.0",
        "notice": "Alles is verzonnen.",
        "digests": {"turns": "cd" * 32, "table": table},
        "sizes": {"screen": ["aandelen.svg", "aandelen.png"]},
    }
    assert {mark: len(ids) for mark, ids in quotes.items()} == {
        "mark.ERB.jeugdigen": 0,
        "mark.ERB.ouders": 2,
        "mark.GRE.jeugdigen": 1,
        "mark.GRE.ouders": 0,
    }


def test_every_mark_with_quotes_is_in_the_svg(tmp_path: Path) -> None:
    quotes = sidecar(tmp_path)["quotes"]
    ids = {element.get("id") for element in ET.parse(tmp_path / "aandelen.svg").iter()}
    assert set(quotes) == {name for name in ids if name and name.startswith("mark.")}


def test_a_mark_of_two_perspectives_has_the_quotes_of_both(tmp_path: Path) -> None:
    table = differences({("ERB", "ouders", "jeugdigen"): 0.5, ("GRE", "ouders", "jeugdigen"): 0.1})
    figure = plot_differences(table, labels=LABELS)
    path = write_figure(figure, table, tmp_path, "verschillen", provenance=provenance())[3]
    quotes = json.loads(path.read_text("utf-8"))["quotes"]
    assert {mark: len(ids) for mark, ids in quotes.items()} == {
        "mark.ERB.ouders.jeugdigen": 2,
        "mark.GRE.ouders.jeugdigen": 1,
    }


def test_nothing_in_the_sidecar_leads_to_a_person(tmp_path: Path) -> None:
    sidecar(tmp_path)
    text = (tmp_path / "aandelen.json").read_text("utf-8")
    told = [coding["coding_id"] for coding in CODINGS_MADE] + ["anja", "s0", "Woord"]
    assert [words for words in told if str(words) in text] == []


def test_other_turns_give_other_ids_and_the_same_turns_the_same() -> None:
    turns, codings = make_table(TURNS_MADE, TURNS), make_table(CODINGS_MADE, CODINGS)
    ids = list(identify_quotes(codings["coding_id"], turns))
    assert len(set(ids)) == len(ids) == 3
    assert list(identify_quotes(codings["coding_id"], turns)) == ids
    assert not set(identify_quotes(codings["coding_id"], turns.assign(text="Iets anders."))) & set(ids)


def test_a_pair_without_quotes_is_there_where_the_categories_say_so() -> None:
    turns, codings = make_table(TURNS_MADE, TURNS), make_table(CODINGS_MADE, CODINGS)
    codings["theme"] = codings["theme"].astype(pd.CategoricalDtype(["ERB", "GRE", "VRW"]))
    assert list_quotes(codings, turns)["VRW", "jeugdigen"] == ()
    assert list_quotes(codings.iloc[:0], turns.iloc[:0]) == {}


def test_quotes_of_turns_that_are_not_there_are_refused() -> None:
    turns, codings = make_table(TURNS_MADE[:2], TURNS), make_table(CODINGS_MADE, CODINGS)
    with pytest.raises(TableError, match=r"1 of them are in a turn that is not among the turns; pass the turns"):
        list_quotes(codings, turns)


def test_the_sidecar_is_the_same_every_time(tmp_path: Path) -> None:
    sidecar(tmp_path / "a", sizes=("paper",))
    sidecar(tmp_path / "b", sizes=("paper",))
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_other_sizes_stand_beside_it(tmp_path: Path) -> None:
    written = sidecar(tmp_path, sizes=("screen", "paper", "class"))
    assert written["sizes"] == {
        "screen": ["aandelen.svg", "aandelen.png"],
        "paper": ["aandelen.paper.svg", "aandelen.paper.png"],
        "class": ["aandelen.class.svg", "aandelen.class.png"],
    }
    files = [name for names in written["sizes"].values() for name in names]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*files, "aandelen.csv", "aandelen.json"])
    with Image.open(tmp_path / "aandelen.paper.png") as paper, Image.open(tmp_path / "aandelen.class.png") as slide:
        assert (paper.width, slide.size) == (1889, (1536, 1152))
