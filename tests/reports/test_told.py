"""What a report tells in words and tables: who spoke, what is left out, questions, what is shared and differs."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from perspectieven.comparison import compare_perspectives
from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.comparison.coverage import COVERAGE_RATIOS
from perspectieven.comparison.orientations import ORIENTATION_SHARES
from perspectieven.questions import count_questions
from perspectieven.reports import Report, render_report
from perspectieven.reports.slides import render_slides
from perspectieven.reports.texts import WORDS
from perspectieven.tables import COMPOSITION, CONVERSATIONS, DIFFERENCES, make_table
from perspectieven.tables import WITHHELD as WITHHELD_SCHEMA
from tests.reports.samples import WITHHELD, Node, make_report, quotes_behind, read_page, small_report, tables


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
