"""Marks in figures lead to their quotes, on the page and on the slides, and in each figure to what they mean there."""

import inspect
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from perspectieven.comparison import count_voices, measure_new_information
from perspectieven.comparison.saturation import NEW_INFORMATION
from perspectieven.comparison.spread import SPREAD
from perspectieven.figures.drawing import mark_id
from perspectieven.questions import NETWORK
from perspectieven.reports import Report, render_report
from perspectieven.reports.blocks import Grid, Heading
from perspectieven.reports.document import describe_document
from perspectieven.reports.slides import render_slides
from perspectieven.reports.texts import WORDS
from perspectieven.reports.words import MISSING
from perspectieven.tables import SHARED, make_table
from tests.reports.samples import WITHHELD, Node, lexicon, make_report, parse_page, small_report, tables, write_figure

CSV = "perspective,theme,n_coded,mean_new,n_transcripts,shared_by,holder,question,n_speakers_coded,n_speakers\n"
"""Without rows: what is asked here of a figure is what its marks lead to."""


def drawn(*marks: str) -> str:
    inside = "".join(f'<g id="{mark}"><rect/></g>' for mark in marks)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 500">{inside}</svg>'


def links_of(report: Report, folder: Path, name: str, *marks: str) -> dict[str, Node]:
    """Return, by the label of a link, the links of a figure with these marks; each must lead somewhere."""
    figure = write_figure(folder, svg=drawn(*marks), csv=CSV, name=name)
    report = replace(report, figures=(figure,))
    on_slides = parse_page(render_slides(report))
    page = parse_page(render_report(report))
    told = []
    for whole in (page, on_slides):
        (svg,) = whole.all("svg")
        ids = {node.attributes["id"] for node in whole.all() if "id" in node.attributes}
        for link in svg.all("a"):
            assert link.attributes["href"].removeprefix("#") in ids
            assert {f"citaat-{n}" for n in link.attributes["data-citaten"].split()} <= ids
        told.append({link.attributes["aria-label"]: link for link in svg.all("a")})
    assert told[0].keys() == told[1].keys()
    return told[0]


def n_quotes(link: Node) -> int:
    return len(link.attributes["data-citaten"].split())


def test_a_mark_of_a_question_opens_the_quotes_of_its_themes(tmp_path: Path) -> None:
    marks = ["mark.2a.ouders", "mark.2b.jeugdigen", "mark.1.ouders", "mark.2a.beleid"]
    links = links_of(small_report(), tmp_path, "vragen", *marks)
    asked = WORDS["nl"]
    assert list(links) == [
        f"4 van 4 · {asked['question_2a']} · Ouders",
        f"1 van 3 · {asked['question_2b']} · Jeugdigen",
    ]
    first, second = links.values()
    assert (n_quotes(first), n_quotes(second)) == (3, 0)
    assert first.attributes["href"] == "#codes.vraag-2a.ouders"
    assert "geen toestemming" in second.attributes["data-noot"]


def test_a_mark_of_whose_view_it_is_opens_what_is_counted_there(tmp_path: Path) -> None:
    turns, codings = tables()
    told = [("other", "moeder"), ("other", "school"), ("other", "")]
    voices = dict(zip(codings.index[codings["stance"] == "affirmed"], told, strict=False))
    codings = codings.assign(
        voice=[voices.get(at, ("own", ""))[0] for at in codings.index],
        attributed_to=[voices.get(at, ("own", ""))[1] for at in codings.index],
    )
    report = make_report(turns, codings)
    counted = codings[~codings["code"].isin(WITHHELD)]
    names = list(report.perspectives)
    counts = count_voices(counted, turns, items=["ERB", "GRE"], perspectives=names)
    counts = counts[counts["perspective"].isin(["ouders", "jeugdigen"])].astype({"perspective": str, "holder": str})
    marks = {
        mark_id(holder if stance is None else f"{holder}-{stance}", perspective): n
        for stance, own in [(None, counts), *counts.groupby("stance", observed=True)]
        for (perspective, holder), n in own.groupby(["perspective", "holder"])["n_coded"].sum().items()
    }
    links = links_of(report, tmp_path, "stemmen", *marks)
    assert sorted(int(label.split(" · ")[0]) for label in links) == sorted(n for n in marks.values() if n)
    assert {"ouders", "school", "unknown", "own"} <= set(counts.loc[counts["n_coded"] > 0, "holder"])
    assert any("kijk van een ander: school · bevestigd · Ouders" in label for label in links)


def test_a_bar_of_shared_codes_opens_the_quotes_of_all_who_share_them(tmp_path: Path) -> None:
    rows = [
        ("ERB-HOORT", 1, "ouders", 3),
        ("ERB-FASE", 2, "ouders + jeugdigen", 2),
        ("GRE-ZORG", 2, "ouders + beleid", 9),
    ]
    names = ("code", "n_perspectives", "shared_by", "n_speakers_coded")
    shared = pd.DataFrame(rows, columns=names)
    assert set(names) == {"code" if name == "theme" else name for name in SHARED.columns}
    marks = [
        mark_id("ouders", "ouders"),
        mark_id("ouders-jeugdigen", "ouders", "jeugdigen"),
        mark_id("jeugdigen", "jeugdigen"),
    ]
    links = links_of(small_report(shared_codes=shared), tmp_path, "begrippen", *marks)
    assert list(links) == ["2 codes · alleen Ouders", "1 code · gedeeld door Ouders + Jeugdigen"]
    assert [n_quotes(link) for link in links.values()] == [3, 2]
    assert (
        links["1 code · gedeeld door Ouders + Jeugdigen"].attributes["data-noot"].startswith("Ouders: 1 citaat; Jeug")
    )


def test_a_mark_of_all_groups_opens_the_theme(tmp_path: Path) -> None:
    of_three = {"ouders": "Ouders", "jeugdigen": "Jeugdigen", "beleid": "Beleid"}
    report = make_report(*tables(), perspectives=of_three, min_group=2)
    links = links_of(report, tmp_path, "kaart", mark_id("ERB", *of_three))
    (link,) = links.values()
    assert link.attributes["href"] == "#thema.ERB"
    assert link.attributes["aria-label"].endswith(f"Erbij horen · Ouders {MISSING} Jeugdigen {MISSING} Beleid")


def test_a_theme_called_like_a_question_stays_a_theme_in_other_figures(tmp_path: Path) -> None:
    assert links_of(small_report(), tmp_path, "aandelen", "mark.2a.ouders", "mark.own.ouders") == {}
    assert len(links_of(small_report(), tmp_path, "aandelen", "mark.ERB.ouders")) == 1


def test_a_figure_without_links_can_be_reached_with_the_keyboard(tmp_path: Path) -> None:
    for marks, reached in (((), True), (("mark.ERB.ouders",), False)):
        figure = write_figure(tmp_path, svg=drawn(*marks), csv=CSV, name="aandelen")
        for text in (render_report(small_report(figures=(figure,))), render_slides(small_report(figures=(figure,)))):
            (plate,) = parse_page(text).all("div", **{"class": "plaat"})
            assert ("tabindex" in plate.attributes) == reached


def test_the_table_of_a_figure_leads_to_the_same_quotes(tmp_path: Path) -> None:
    csv = "question,perspective,n_speakers_coded\n2a,ouders,4\n1,ouders,0\n2a,beleid,1\n"
    figure = write_figure(tmp_path, svg=drawn(), csv=csv, name="vragen")
    (table,) = parse_page(render_report(small_report(figures=(figure,)))).one("figuur-vragen").all("table")
    assert [a.attributes["href"] for a in table.all("a")] == ["#codes.vraag-2a.ouders"] * 2


def new_information() -> pd.DataFrame:
    row = {"perspective": "ouders", "n_speakers": 4, "n_base": 40, "share_saturated": 0.25}
    rows = [row | {"n_transcripts": n, "n_new": new, "ratio": new / 40} for n, new in ((6, 10), (7, 3))]
    small = {"perspective": "beleid", "n_transcripts": 6, "n_base": 77, "n_new": 7, "ratio": 0.1}
    return make_table([*rows, small], NEW_INFORMATION)


def beside(report: Report, folder: Path, name: str) -> Node:
    figure = write_figure(folder, svg=drawn(), csv=CSV, name=name)
    report = replace(report, figures=(figure,))
    (found,) = parse_page(render_report(report)).all("div", **{"class": "ernaast"})
    on_paper = [block for block in describe_document(report).blocks if isinstance(block, Grid)]
    assert found.all()[0].text in [grid.caption for grid in on_paper]
    return found


def test_what_the_last_conversations_brought_is_beside_the_curve(tmp_path: Path) -> None:
    found = beside(small_report(new_information=new_information()), tmp_path, "verzadiging")
    assert (
        "Ouders: de laatste twee van 7 gesprekken brachten 3 nieuwe codes bij de 40 van de eerste vier, dat is 8%."
        in found.text
    )
    rows = [[cell.text for cell in row.all("th") + row.all("td")] for row in found.all("tbody")[0].all("tr")]
    assert rows == [["Ouders", "6", "40", "10", "25%", "25%"], ["Ouders", "7", "40", "3", "8%", "25%"]]
    assert "77" not in found.text
    assert (
        WORDS["en"]["new_read"]
        in beside(small_report(new_information=new_information(), language="en"), tmp_path, "verzadiging").text
    )


def test_the_words_on_new_information_are_those_of_its_defaults() -> None:
    defaults = {name: one.default for name, one in inspect.signature(measure_new_information).parameters.items()}
    assert (defaults["base_size"], defaults["run_length"], defaults["threshold"]) == (4, 2, 0.05)


@pytest.mark.parametrize(
    ("p", "said"), [(0.0002, "meer dan toeval verklaart (p < 0,001)"), (0.2, "toeval zijn (p = 0,200)")]
)
def test_how_far_speakers_are_apart_is_beside_the_map_and_names_nobody(p: float, said: str, tmp_path: Path) -> None:
    row = {"n_speakers": 4, "n_coded": 20, "share_between": 0.1, "share_within": 0.4, "p": p}
    rows = [row | {"perspective": name} for name in ("ouders", "jeugdigen", "beleid")]
    found = beside(small_report(spread=make_table(rows, SPREAD)), tmp_path, "kaart")
    assert "ligt 20% tussen de groepen en 80% binnen de groepen" in found.text
    assert said in found.text
    assert [row.all("th")[0].text for row in found.all("tbody")[0].all("tr")] == ["Ouders", "Jeugdigen"]


def test_a_figure_without_a_table_beside_it_has_none(tmp_path: Path) -> None:
    figure = write_figure(tmp_path, svg=drawn(), csv=CSV, name="verzadiging")
    page = parse_page(render_report(small_report(figures=(figure,))))
    assert page.all("div", **{"class": "ernaast"}) == []


def of_support() -> Report:
    """Return a report in which three parents and three young people speak of support."""
    said = [
        ("spk-o1", "Mijn [zus] helpt.", "NET-NAASTEN", "affirmed"),
        ("spk-o1", "De [buurt] helpt niet.", "NET-NAASTEN", "negated"),
        ("spk-o3", "Ik sta er [alleen] voor.", "NET-ALLEEN", "affirmed"),
        ("spk-o4", "Als er [oma] was.", "NET-NAASTEN", "hypothetical"),
        *((f"spk-j{at}", "Ja.", "", "") for at in (1, 2, 3)),
    ]
    entry = lexicon()
    made = [replace(entry.codes[0], id=code, theme="NET", label=code) for code in ("NET-NAASTEN", "NET-ALLEEN")]
    theme = replace(entry.themes[0], id="NET", label="Netwerk")
    whole = replace(entry, themes=(*entry.themes, theme), codes=(*entry.codes, *made))
    return make_report(*tables(said), lexicon=whole)


def test_support_is_told_per_kind_with_what_to_read_the_quotes_for() -> None:
    page = parse_page(render_report(of_support()))
    section = page.one("steun")
    assert WORDS["nl"]["support_read"] in section.text
    rows = [[cell.text.strip() for cell in row.all("th") + row.all("td")] for row in section.all("tbody")[0].all("tr")]
    assert rows == [
        ["informele steun", "Ouders", "3 van 3", "1", "2", "1"],
        ["informele steun", "Jeugdigen", "0 van 3", "0", "0", "0"],
    ]
    (missed,) = [a for a in section.all("a") if a.attributes["aria-label"].startswith("2 · ")]
    assert missed.attributes["aria-label"] == "2 · informele steun · wordt gemist · Ouders"
    said = {page.one(f"citaat-{n}").all("blockquote")[0].text for n in missed.attributes["data-citaten"].split()}
    assert said == {"De buurt helpt niet.", "Ik sta er alleen voor."}
    assert page.one(missed.attributes["href"].removeprefix("#"))
    assert {a.text for a in section.all("li")[0].all("a")} == {"NET-NAASTEN: 3"}
    on_paper = describe_document(of_support())
    assert WORDS["nl"]["support"] in [block.text for block in on_paper.blocks if isinstance(block, Heading)]


def test_a_lexicon_without_support_has_no_section_on_it() -> None:
    page = parse_page(render_report(small_report()))
    assert not page.all("section", id="steun")
    assert "#steun" not in {a.attributes["href"] for a in page.all("a")}
    named = {key.removeprefix("support_") for key in WORDS["nl"] if re.match("support_(?!intro|read)", key)}
    assert set(NETWORK) == named
