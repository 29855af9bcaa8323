"""Figures in the page: drawn, with their tables, and nobody in them who is not shown."""

from pathlib import Path

import pytest

from perspectieven.errors import StudyError
from perspectieven.reports import render_report
from tests.reports.samples import CSV, SVG, read_page, small_report, write_figure


def test_a_figure_stands_in_the_page_with_its_table(tmp_path: Path) -> None:
    page = read_page(small_report(figures=(write_figure(tmp_path, svg=SVG, csv=CSV),)))
    (svg,) = page.all("svg")
    assert svg.attributes["aria-label"] == "Twee staven"
    assert svg.attributes["viewbox"] == "0 0 10 5"
    assert [g.attributes["clip-path"] for g in svg.all("g")] == ["url(#figuur-themas-vak)"]
    assert [a.attributes["href"] for a in svg.all("a")] == ["#citaten.ERB.ouders"]
    assert svg.all("script") == svg.all("metadata") == []
    (table,) = page.one("figuur-themas").all("table")
    assert [cell.text for cell in table.all("th")] == ["groep", "thema", "vermeldingen", "aandeel"]
    cells = [cell.text for cell in table.all("td")]
    assert cells == ["Ouders", "Erbij horen", "4", "0,50", "Beleid", "Erbij horen", *["te weinig sprekers (n < 3)"] * 2]


def test_figures_stand_under_the_question_that_they_answer(tmp_path: Path) -> None:
    asked = {"een": "Wat?", "twee": "Wat?", "drie": "Hoe?"}
    figures = tuple(write_figure(tmp_path, svg=SVG, csv=CSV, name=name, question=q) for name, q in asked.items())
    section = read_page(small_report(figures=figures)).one("figuren")
    headings = [node.text for node in section.all() if node.tag in {"h3", "h4"}]
    assert headings == ["Wat?", "Wie noemt wat", "Wie noemt wat", "Hoe?", "Wie noemt wat"]
    assert [node.tag for node in section.all() if node.tag in {"h3", "h4"}] == ["h3", "h4", "h4", "h3", "h4"]


def test_columns_on_withholding_are_there_only_where_something_is_withheld(tmp_path: Path) -> None:
    csv = "perspective,n_coded,withheld,reason\nouders,3,{},\n"
    heads = {}
    for withheld in ("True", "False"):
        figure = write_figure(tmp_path, svg=SVG, csv=csv.format(withheld))
        table = read_page(small_report(figures=(figure,))).one("figuur-themas").all("table")[0]
        heads[withheld] = [cell.text for cell in table.all("th")]
    assert heads == {"True": ["groep", "vermeldingen", "achtergehouden", "reden"], "False": ["groep", "vermeldingen"]}


def test_the_table_of_shared_themes_gives_no_small_group_away(tmp_path: Path) -> None:
    csv = "theme,n_perspectives,shared_by,n_speakers_coded\r\nERB,2,ouders + beleid,5\r\n"
    page = read_page(small_report(figures=(write_figure(tmp_path, svg=SVG, csv=csv),)))
    (table,) = page.one("figuur-themas").all("table")
    assert [cell.text for cell in table.all("td")] == ["Erbij horen", "Ouders"]


def test_figures_that_are_not_there_are_told_all_at_once(tmp_path: Path) -> None:
    figure = write_figure(tmp_path, svg=SVG, csv=CSV)
    figure.svg_path.unlink()
    figure.csv_path.unlink()
    with pytest.raises(StudyError, match=r"themas.svg: 1 fault\n.*is not there(.|\n)*themas.csv: 1 fault"):
        render_report(small_report(figures=(figure,)))
    figure = write_figure(tmp_path, svg="<svg><g></svg>", csv=CSV)
    with pytest.raises(StudyError, match="line 1: is no SVG"):
        render_report(small_report(figures=(figure,)))
    figure = write_figure(tmp_path, svg="<html/>", csv=CSV)
    with pytest.raises(StudyError, match="holds <html>, no <svg>"):
        render_report(small_report(figures=(figure,)))
