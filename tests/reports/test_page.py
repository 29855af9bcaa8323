import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from perspectieven.comparison import compare_perspectives
from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.comparison.coverage import COVERAGE_RATIOS
from perspectieven.comparison.orientations import ORIENTATION_SHARES
from perspectieven.errors import StudyError, TableError
from perspectieven.questions import count_questions
from perspectieven.reports import Report, render_report, write_report
from perspectieven.reports.quotes import number_speakers
from perspectieven.reports.slides import render_slides
from perspectieven.reports.texts import WORDS
from perspectieven.tables import CODINGS, COMPOSITION, CONVERSATIONS, DIFFERENCES, TURNS, make_table
from perspectieven.tables import WITHHELD as WITHHELD_SCHEMA
from tests.reports.samples import WITHHELD, Node, make_report, read_page, small_report, tables, write_figure

SVG = (
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "http://www.w3.org/x.dtd">'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10pt" height="5pt">'
    '<metadata>http://example.org/</metadata><script>alert("figuur")</script>'
    '<defs><clipPath id="vak"><rect width="9" height="4"/></clipPath></defs>'
    '<a xlink:href="#citaten.ERB.ouders"><g clip-path="url(#vak)" onclick="alert(1)"><rect/></g></a>'
    '<image href="https://example.org/x.png"/></svg>'
)
CSV = (
    "perspective,theme,speaker,n_coded,share\r\nouders,ERB,spk-o1,4,0.5\r\nbeleid,ERB,spk-b1,7,0.875\r\n"
    "ouders,GRE-GEHEIM,spk-o1,1,0.1\r\n"
)


def links(page: Node) -> list[Node]:
    return [a for a in page.all("a") if "data-citaten" in a.attributes]


def quotes_behind(page: Node, link: Node) -> list[Node]:
    return [page.one(f"citaat-{number}") for number in link.attributes["data-citaten"].split()]


def number(page: Node, about: str, text: str) -> Node:
    label = f"{text} · {about}"
    found = [a for a in links(page) if a.attributes["aria-label"] == label]
    assert found, label
    return found[0]


def test_write_report_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write_report(small_report(), tmp_path / "nieuw" / "een.html")
    second = write_report(small_report(), tmp_path / "twee.html")
    assert first == tmp_path / "nieuw" / "een.html"
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().startswith(b'<!DOCTYPE html>\n<html lang="nl">')


def test_the_order_of_rows_changes_nothing() -> None:
    report = small_report()
    shuffled = replace(
        report, turns=report.turns.sample(frac=1, random_state=1), codings=report.codings.sample(frac=1, random_state=2)
    )
    assert render_report(shuffled) == render_report(report)


def test_nothing_is_loaded_from_anywhere(tmp_path: Path) -> None:
    page = read_page(small_report(figures=(write_figure(tmp_path, svg=SVG, csv=CSV),)))
    for node in page.all():
        for name in {"src", "href", "action", "data", "poster", "srcset"} & node.attributes.keys():
            assert node.attributes[name].startswith(("#", "data:text/csv;base64,")), node
        assert node.tag not in {"link", "img", "iframe", "object", "embed", "image"} or not node.attributes.get("href")
    text = render_report(small_report(figures=(write_figure(tmp_path, svg=SVG, csv=CSV),)))
    assert re.findall(r"https?:|@import|url\((?!#)", text) == []


def test_only_our_own_script_runs(tmp_path: Path) -> None:
    page = read_page(small_report(figures=(write_figure(tmp_path, svg=SVG, csv=CSV),)))
    (script,) = page.all("script")
    (policy,) = [m for m in page.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy.attributes["content"]
    assert "default-src 'none'" in policy.attributes["content"]
    assert not [node for node in page.all() if any(name.startswith("on") for name in node.attributes)]


def test_what_people_say_is_text() -> None:
    text = render_report(small_report())
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; meer." in text
    assert "<title>Een &lt;klein&gt; onderzoek</title>" in text


def test_nobody_can_be_traced(tmp_path: Path) -> None:
    text = render_report(small_report(figures=(write_figure(tmp_path, svg=SVG, csv=CSV),)))
    table = base64.b64decode(text.partition("data:text/csv;base64,")[2].partition('"')[0]).decode()
    report = small_report()
    for trace in {*report.turns["speaker"], *report.turns["transcript_id"], *report.codings["coding_id"]}:
        assert trace not in text
        assert trace not in table


def test_a_quote_names_its_group_and_a_number_only_where_the_study_asks_for_it() -> None:
    quotes = read_page(small_report()).all("li", **{"class": "citaat"})
    assert sorted(quote.all("b")[0].text for quote in quotes) == ["jeugdige", *["ouder"] * 4]
    quotes = read_page(small_report(speaker_numbers=True)).all("li", **{"class": "citaat"})
    numbers = number_speakers(small_report().turns)
    said = ["spk-o1", "spk-o3", "spk-o4", "spk-o4"]
    expected = [f"jeugdige {numbers['spk-j1']}", *(f"ouder {numbers[speaker]}" for speaker in said)]
    assert sorted(quote.all("b")[0].text for quote in quotes) == sorted(expected)


def test_the_order_of_quotes_does_not_tell_which_are_of_one_speaker() -> None:
    said = [(f"spk-o{i}", f"Van {i} de [zorgen] {n}.", "GRE-ZORG", "affirmed") for i in (1, 3, 4) for n in range(8)]
    page = read_page(make_report(*tables(said), min_group=3))
    who = [re.search(r"Van (\d)", quote.text)[1] for quote in page.all("li", **{"class": "citaat"})]  # type: ignore[index]
    assert sum(a == b for a, b in pairwise(who)) < 14  # 21 of 23 where they stand by speaker, 7 by chance
    page = read_page(make_report(*tables(said), min_group=3, speaker_numbers=True))
    who = [re.search(r"Van (\d)", quote.text)[1] for quote in page.all("li", **{"class": "citaat"})]  # type: ignore[index]
    assert sum(a == b for a, b in pairwise(who)) == 21


def test_every_number_leads_to_a_place_and_to_its_quotes() -> None:
    page = read_page(small_report())
    ids = [node.attributes["id"] for node in page.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    hrefs = {a.attributes["href"] for a in page.all("a")}
    assert {href for href in hrefs if href.removeprefix("#") not in ids} == set()
    assert len(links(page)) > 40
    for link in links(page):
        quotes_behind(page, link)


def test_every_count_that_is_not_zero_is_a_link() -> None:
    page = read_page(small_report())
    counted = 0
    for section in page.all("section", **{"class": "thema"}):
        for cell in section.all("td"):
            text = cell.text.strip()
            if re.match(r"[1-9]", text) or re.match(r"0,\d*[1-9]", text):
                assert cell.all("a"), text
                counted += 1
    assert counted > 20


def test_a_number_opens_exactly_its_own_quotes() -> None:
    page = read_page(small_report())
    affirmed = quotes_behind(page, number(page, "Het hoort erbij · Ouders · bevestigd", "2"))
    assert sorted(len(quote.all("mark")) for quote in affirmed) == [2, 4]
    (phase,) = quotes_behind(page, number(page, "Een fase · Jeugdigen · als mogelijkheid", "1"))
    assert phase.all("blockquote")[0].text == "Het is maar een fase."
    of_theme = number(page, "Erbij horen · Ouders", "4")
    assert len(quotes_behind(page, of_theme)) == 3
    assert of_theme.attributes["data-noot"] == "3 van 4 citaten · 1 niet getoond: geen toestemming om te citeren"


def test_a_number_whose_quotes_are_all_withheld_says_so() -> None:
    link = number(page := read_page(small_report()), "Zorgen · Jeugdigen · ontkend", "1")
    assert quotes_behind(page, link) == []
    assert link.attributes["data-noot"] == "0 van 1 citaten · 1 niet getoond: geen toestemming om te citeren"
    place = page.one(link.attributes["href"].removeprefix("#"))
    assert "geen toestemming" in place.text
    assert "Niemand had" not in page.text


def test_marks_highlight_exactly_the_matched_words() -> None:
    page = read_page(small_report())
    shown = {}
    for quote in page.all("li", **{"class": "citaat"}):
        blockquote = quote.all("blockquote")[0]
        shown[blockquote.text] = [mark.text for mark in blockquote.all("mark")]
    window = next(text for text in shown if text.startswith("… "))
    assert shown.pop(window) == ["hoort", "bij"]
    assert len(window.strip("… ").split()) == 40
    assert shown == {
        "Dat hoort er toch bij.": ["hoort", "bij"],
        "Het is een fase <script>alert('x')</script> & meer.": ["fase"],
        "Ik maak me zorgen \N{OPEN HANDS SIGN} echt.": ["zorgen"],
        "Het is maar een fase.": ["fase"],
    }


def test_a_long_turn_can_be_read_whole() -> None:
    page = read_page(small_report())
    (whole,) = page.all("details", **{"class": "beurt"})
    assert whole.all("blockquote")[0].text.split()[0] == "woord0"
    assert whole.all("blockquote")[0].text.split()[-1] == "slot59"
    assert [mark.text for mark in whole.all("mark")] == ["hoort", "bij"]


def test_labels_say_stance_voice_prompt_doubt_and_cue() -> None:
    turns, codings = tables()
    doubtful = codings.assign(
        voice="other", attributed_to="school", prompted=True, needs_review=True, cue='negation "niet" before'
    )
    page = read_page(make_report(turns, doubtful))
    (quote,) = [q for q in page.all("li", **{"class": "citaat"}) if "Dat hoort er toch" in q.text]
    assert [tag.text for tag in quote.all("span", **{"class": "merk"})] == [
        "bevestigd",
        "over wat een ander vindt (school)",
        "uitgelokt",
        "nog beoordelen",
    ]
    assert quote.all("small")[0].text == 'waarom: ontkenning "niet" ervoor'
    assert (
        "Wacht op een mens, omdat het lexicon zelf twijfelde: 7 van de 7 vermeldingen (100%)"
        in page.one("betrouwbaar").text
    )


def test_a_small_group_shows_no_number_and_no_quote() -> None:
    page = read_page(small_report())
    assert "te weinig sprekers (n < 3)" in page.one("wie").text
    for row in page.all("tr"):
        if row.all("th") and row.all("th")[0].text == "Beleid":
            assert row.all("td")[0].text == "te weinig sprekers (n < 3)"
            assert len(row.all("td")) == 1
    assert "Beleid zonder" not in page.text
    assert "Beleid is een" not in page.text
    assert not [a for a in links(page) if "Beleid" in a.attributes["aria-label"]]
    assert "Ouders en Beleid: geen vergelijking, te weinig sprekers (n < 3)." in page.one("verschillen").text
    assert "Beleid 2" not in page.text


def test_a_comparison_with_a_small_group_is_withheld_whatever_its_table_says() -> None:
    turns, codings = tables()
    compared = compare_perspectives(codings, turns, items=["ERB"], perspectives=["ouders", "beleid"], min_group=1)
    compared = compared.assign(withheld=False, low=0.1, high=0.9, difference=0.5)
    section = read_page(small_report(differences=compared)).one("verschillen")
    assert "Ouders en Beleid: geen vergelijking, te weinig sprekers (n < 3)." in section.text
    assert "2 van 2" not in section.text
    without = {"ouders": "Ouders", "jeugdigen": "Jeugdigen"}
    elsewhere = make_report(turns, codings, perspectives=without, differences=compared)
    assert "punten (" not in read_page(elsewhere).one("verschillen").text


def test_a_difference_is_put_in_words() -> None:
    turns, codings = tables()
    row = {"theme": "ERB", "perspective_a": "ouders", "perspective_b": "jeugdigen", "n_a": 4, "n_b": 3, "share_a": 1}
    row |= {"share_b": 1 / 3, "difference": 2 / 3, "low": 0.1, "high": 1.0, "p_adjusted": 0.5}
    sure = row | {"theme": "GRE", "difference": -0.5, "low": -0.9, "high": -0.1, "p_adjusted": 0.01}
    page = read_page(make_report(turns, codings, differences=make_table([row, sure], DIFFERENCES), cautions=careful()))
    first, second = page.one("verschillen").all("table")[0].all("tr")[1:]
    texts = [cell.text.strip() for cell in first.all("td")]
    assert texts == ["4 van 4", "1 van 3", "+67 punten (+10 tot +100)", "misschien Ouders vaker", "0,500"]
    assert [cell.text.strip() for cell in second.all("td")][3] == (
        "Jeugdigen vaker (let op: rust op één spreker, vooral uitgelokt)"
    )
    assert WORDS["nl"]["beware_intro"] in page.one("verschillen").text


def orientations_in(report: Report) -> list[list[str]]:
    """Return the cells of the table of orientations, without its header."""
    (table,) = [t for t in read_page(report).all("table") if "richting" in t.attributes.get("class", "").split()]
    return [[cell.text.strip() for cell in (*row.all("th"), *row.all("td"))] for row in table.all("tr")[1:]]


def test_the_mean_of_an_orientation_has_its_interval_and_a_withheld_group_says_why() -> None:
    turns, codings = tables()
    row = {"perspective": "ouders", "n_coded": 2, "n_speakers": 4, "share": 0.5}
    shown = [
        row | {"orientation": "normaliserend", "share_per_speaker": 0.456, "low": 0.123, "high": 0.789},
        row | {"orientation": "neutraal", "share_per_speaker": 0.0, "low": 0.0, "high": 0.31},
        row | {"orientation": "problematiserend", "share_per_speaker": None},
    ]
    few = {"perspective": "jeugdigen", "n_coded": 77, "withheld": True}
    small = {"perspective": "beleid", "n_coded": 77, "share": 0.5, "share_per_speaker": 0.5, "low": 0.1, "high": 0.9}
    hidden = [group | {"orientation": made["orientation"]} for group in (few, small) for made in shown]
    report = make_report(turns, codings, orientation_counts=make_table([*shown, *hidden], ORIENTATION_SHARES))
    assert orientations_in(report) == [
        ["Ouders", "normaliserend", "2", "50%", "46% (12 tot 79)"],
        ["Ouders", "neutraal", "2", "50%", "0% (0 tot 31)"],
        ["Ouders", "problematiserend", "2", "50%", "\N{EN DASH}"],
        ["Jeugdigen", "te weinig sprekers (n < 3)"],
        ["Beleid", "te weinig sprekers (n < 3)"],
    ]
    assert orientations_in(replace(report, language="en"))[0][-1] == "46% (12 to 79)"


def careful(**more: object) -> pd.DataFrame:
    """Return cautions about the difference in GRE; the pair the other way round than in the differences."""
    row = {"theme": "GRE", "perspective_a": "jeugdigen", "perspective_b": "ouders"}
    return make_table([row | {"rests_on_one": True, "mainly_prompted": True} | more], CAUTIONS)


def test_whom_the_lexicon_hears_better_is_said_before_any_comparison() -> None:
    ratio = {"perspective_a": "ouders", "perspective_b": "jeugdigen", "warning": "bij ouders vindt het meer"}
    page = read_page(small_report(coverage_ratios=make_table([ratio], COVERAGE_RATIOS)))
    assert "Bij ouders vindt het meer." in page.one("wie").text
    assert WORDS["nl"]["heard_alike"] not in page.text
    alike = make_table([ratio | {"warning": ""}], COVERAGE_RATIOS)
    assert WORDS["nl"]["heard_alike"] in read_page(small_report(coverage_ratios=alike)).one("wie").text
    small = make_table([ratio | {"perspective_b": "beleid"}], COVERAGE_RATIOS)
    assert WORDS["nl"]["heard"] not in read_page(small_report(coverage_ratios=small)).text


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2024-03-09", ""], "De 2 gesprekken zijn gevoerd in maart 2024. Van 1 is de datum onbekend."),
        (["2024-03-09", "2023-12-31"], "De 2 gesprekken zijn gevoerd van december 2023 tot en met maart 2024."),
        (["2024-03-09", "2022"], "De 2 gesprekken zijn gevoerd van 2022 tot en met 2024."),
        (["", ""], "Van de 2 gesprekken is de datum onbekend."),
        (["2024-03-09"], "Het gesprek is gevoerd in maart 2024."),
        ([""], "Van het gesprek is de datum onbekend."),
    ],
)
def test_the_period_is_told_as_far_as_it_is_known(dates: list[str], expected: str) -> None:
    held = [(f"g{at}", date, "jeugdigen ouders", 2, 9) for at, date in enumerate(dates)]
    of_small = ("b", "1999-01-01", "beleid", 2, 9)
    report = small_report(conversations=make_table([*held, of_small], CONVERSATIONS))
    assert expected in [p.text for p in read_page(report).one("wie").all("p")]


def test_what_kind_of_people_spoke_has_nobody_alone_and_no_small_group() -> None:
    table = read_page(small_report()).one("wie").all("table")[1]
    rows = [[cell.text for cell in row.all("th") + row.all("td")] for row in table.all("tr")[1:]]
    assert rows == [
        ["Ouders", "gemeente", "Duinrade", "3"],
        ["Ouders", "gemeente", "andere, elk van minder dan 3 sprekers", "te weinig sprekers (n < 3)"],
        ["Jeugdigen", "bron van kennis", "andere, elk van minder dan 3 sprekers", "3"],
    ]
    nothing = small_report(composition=make_table([], COMPOSITION))
    assert WORDS["nl"]["composition"] not in read_page(nothing).text


def test_a_withheld_code_is_named_once_with_its_count() -> None:
    text = render_report(small_report())
    assert "GRE-GEHEIM" not in text
    assert "geslagen" not in text
    assert text.count("Onveilig") == 1
    assert "Alleen voor het team: 1 vermelding van “Onveilig”." in text


def test_without_withheld_codes_nothing_is_said_about_them() -> None:
    turns, codings = tables()
    page = read_page(make_report(turns, codings[codings["code"] != "GRE-GEHEIM"]))
    assert "Onveilig" not in page.text


def test_what_is_left_out_is_told_with_numbers() -> None:
    assert left_out(small_report()) == [
        "Geen toestemming om te citeren: 3 sprekers, samen 3 beurten met 2 vermeldingen. Ze tellen wel mee.",
        "Te kleine groep: Beleid (minder dan 3 sprekers), samen 2 beurten met 2 vermeldingen. Ze zijn nergens te zien.",
        "Alleen voor het team: 1 vermelding van “Onveilig”. Ze zijn nergens meegeteld. Uit de beurten waarin ze staan "
        "(1 beurt, van minder dan 3 sprekers), wordt ook iets anders niet geciteerd.",
    ]
    one = make_table([("no consent", 1, 4, 0), ("small group", 0, 0, 0)], WITHHELD_SCHEMA)
    assert left_out(small_report(withheld=one)) == [
        "Geen toestemming om te citeren: 1 spreker, samen 4 beurten met 0 vermeldingen. Ze tellen wel mee."
    ]
    nothing = make_table([("small group", 0, 0, 0)], WITHHELD_SCHEMA)
    assert left_out(small_report(withheld=nothing)) == [WORDS["nl"]["left_nothing"]]


def left_out(report: Report) -> list[str]:
    """Return the sentences of the list after its heading."""
    section = read_page(report).one("betrouwbaar")
    at = next(at for at, child in enumerate(section.children) if isinstance(child, Node) and child.tag == "h3")
    assert section.children[at].text == "Wat hier niet staat"  # type: ignore[union-attr]
    following = next(child for child in section.children[at:] if isinstance(child, Node) and child.tag == "ul")
    return [item.text for item in following.all("li")]


def test_nobody_who_did_not_agree_is_quoted() -> None:
    assert read_page(small_report(quotable=frozenset())).all("blockquote") == []


def test_many_quotes_are_capped_and_spread_over_speakers() -> None:
    said = [("spk-o1", f"Een {n} maal [zorgen].", "GRE-ZORG", "affirmed") for n in range(300)]
    said += [(f"spk-o{i}", f"Van {i} de [zorgen] {n}.", "GRE-ZORG", "affirmed") for i in (3, 4) for n in range(5)]
    said += [("spk-j1", "Ja.", "", ""), ("spk-j2", "Ja.", "", ""), ("spk-j3", "Ja.", "", "")]
    turns, codings = tables(said)
    page = read_page(make_report(turns, codings))
    link = number(page, "Zorgen · Ouders · bevestigd", "310")
    assert link.attributes["data-noot"] == "25 van 310 citaten"
    said_first = [quote.all("blockquote")[0].text.split()[:2] for quote in quotes_behind(page, link)]
    who = ["1" if first == "Een" else speaker for first, speaker in said_first]
    assert sorted(who.count(name) for name in set(who)) == [5, 5, 15]
    assert len(set(who[:3])) == 3
    assert len(page.all("li", **{"class": "citaat"})) == 25


def test_questions_count_speakers_and_leave_empty_cells_empty() -> None:
    page = read_page(small_report())
    rows = {row.all("th")[0].text: row for row in page.one("vragen").all("tr")}
    belongs = rows[f"2a. {WORDS['nl']['question_2a']}"]
    assert [cell.text.strip() for cell in belongs.all("td")] == ["4 van 4", "1 van 3"]
    limit = rows[f"2b. {WORDS['nl']['question_2b']}"]
    assert [cell.text.strip() for cell in limit.all("td")] == ["1 van 4", "1 van 3"]
    for question in "134":
        acting = rows[f"{question}. {WORDS['nl'][f'question_{question}']}"]
        assert [cell.text.strip() for cell in acting.all("td")] == ["", ""]
    assert len(quotes_behind(page, belongs.all("a")[0])) == 3


def test_the_numbers_of_a_question_are_those_of_its_figure() -> None:
    report = small_report()
    page = read_page(report)
    counted = report.codings[~report.codings["code"].isin(WITHHELD)]
    counts = count_questions(counted, report.turns, perspectives=["ouders", "jeugdigen"])
    rows = {row.all("th")[0].text.partition(".")[0]: row for row in page.one("vragen").all("tr")}
    for question, own in counts.groupby("question", observed=True):
        said = [
            f"{n} van {total}" if n else "" for n, total in zip(own["n_speakers_coded"], own["n_speakers"], strict=True)
        ]
        assert [cell.text.strip() for cell in rows[str(question)].all("td")] == said


def test_shared_themes_name_only_groups_that_are_shown() -> None:
    turns, codings = tables()
    page = read_page(make_report(turns, codings))
    section = page.one("gedeeld")
    assert [heading.text for heading in section.all("h3")] == ["Alleen bij één groep", "Bij geen enkele groep"]
    assert "Erbij horen4 van 4" in section.text.replace("\n", "")


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


def test_a_report_checks_itself(tmp_path: Path) -> None:
    figure = write_figure(tmp_path, svg=SVG, csv=CSV)
    with pytest.raises(StudyError, match=r'report: 3 faults(.|\n)*"fr"; use one of nl, en(.|\n)*is 0;(.|\n)*themas:'):
        small_report(language="fr", min_group=0, figures=(figure, figure))
    report = small_report()
    with pytest.raises(TableError, match="XXX-OUD: is no code of the lexicon"):
        render_report(replace(report, codings=report.codings.assign(code="XXX-OUD")))


def test_an_empty_study_says_so() -> None:
    page = read_page(make_report(make_table([], TURNS), make_table([], CODINGS), manifest={}))
    assert WORDS["nl"]["empty"] in page.text
    assert page.all("table") == []
    ids = {node.attributes.get("id") for node in page.all()}
    assert {a.attributes["href"].removeprefix("#") for a in page.all("a")} <= ids


def test_a_study_without_codings_shows_zeros() -> None:
    turns, codings = tables()
    page = read_page(make_report(turns, codings.iloc[:0]))
    assert WORDS["nl"]["no_codings"] in page.text
    assert "0 van 4" in page.one("themas").text
    assert links(page) == []


def test_a_study_of_small_groups_only_shows_no_number() -> None:
    page = read_page(small_report(min_group=9))
    assert links(page) == page.all("blockquote") == []
    assert "te weinig sprekers (n < 9)" in page.text


def test_the_page_in_english() -> None:
    text = render_report(small_report(language="en"))
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "too few speakers (n &lt; 3)" in text
    assert "3 of 4" in text
    assert re.search(r"\bvan \d|Wie sprak|bevestigd|uitgelokt|sprekers", text) is None


def test_every_word_of_the_page_is_used() -> None:
    sources = [*Path("src/perspectieven/reports").rglob("*.py"), *Path("src/perspectieven/reports").rglob("*.j2")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in sources if path.name != "words.py")
    facets = {"affirmed", "negated", "hypothetical", "prompted", "spontaneous"}
    built = facets | {key for key in WORDS["nl"] if key.startswith(("question_", "shared_by_"))}
    built |= {"normaliserend", "neutraal", "problematiserend"}
    built |= {key for key in WORDS["nl"] if re.match(r"caution_|left_\w+_short|(n|one)_(turn|mention)s?$", key)}
    built |= {key for key in WORDS["nl"] if re.match(r"new_|support_|view_", key)}
    assert {key for key in WORDS["nl"] if not re.search(rf"\b{key}\b", source)} - built == set()


def test_controls_are_real_elements_and_colours_are_readable() -> None:
    page = read_page(small_report())
    assert {node.tag for node in page.all() if "tabindex" in node.attributes} <= {"div", "ul"}
    assert all(a.attributes.get("href") for a in page.all("a"))
    assert all(button.attributes["type"] == "button" for button in page.all("button"))
    assert len(page.all("main")) == len(page.all("h1")) == 1
    (style,) = page.all("style")
    colour = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style.text))
    for ink in ("inkt", "zacht", "blauw"):
        for paper in ("#ffffff", colour["vlak"], colour["balk"]):
            assert contrast(colour[ink], paper) >= 4.5, (ink, paper)
    assert contrast(colour["inkt"], colour["geel"]) >= 7


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two colours after WCAG 2.2, section 1.4.3."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_speaker_outside_the_groups_is_counted_as_such() -> None:
    turns, codings = tables()
    page = read_page(make_report(turns, codings, perspectives={"ouders": "Ouders", "jeugdigen": "Jeugdigen"}))
    assert "sprekers buiten deze groepen, niet in dit verslag: 2." in page.one("wie").text


def test_the_notice_heads_the_page_and_the_slides() -> None:
    report = replace(small_report(), notice="Alles is verzonnen & bedacht.")
    (notice,) = read_page(report).all("p", **{"class": "melding"})
    assert notice.text == "Alles is verzonnen & bedacht."
    assert not read_page(small_report()).all("p", **{"class": "melding"})
    head, _, rest = render_slides(report).partition('id="dia-2"')
    assert "Alles is verzonnen &amp; bedacht." in head
    assert "verzonnen" not in rest


def test_who_mentions_a_theme_alone_is_told_beside_those_who_share_it() -> None:
    section = read_page(small_report()).one("gedeeld")
    rows = {row.all("th")[0].text: [cell.text for cell in row.all("td")] for row in section.all("tr") if row.all("td")}
    assert all(re.fullmatch("[0-9]+ van [0-9]+", cell) for cells in rows.values() for cell in cells)
    assert rows
