"""Headlines of figures claim no more than is decided."""

from dataclasses import replace
from pathlib import Path

import pytest

from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.comparison.spread import SPREAD
from perspectieven.reports.headlines import write_headline
from perspectieven.reports.pairs import find_decided
from perspectieven.reports.shown import Shown
from perspectieven.reports.slide_texts import SLIDE_WORDS
from perspectieven.tables import DIFFERENCES, make_table
from tests.reports.samples import difference, make_report, small_report, tables, write_figure

NO_MARKS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 500"/>'


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [difference("ERB", -1.0, -1, -0.5, 0.01), difference("GRE", 0.5, 0.1, 0.8, 0.04)],
            "Jeugdigen noemen “Erbij horen” vaker dan ouders: 3 van 3 tegen 0 van 4; bij 1 andere vergelijkingen is er "
            "ook verschil",
        ),
        (
            [difference("ERB", 0.5, 0.1, 0.8, 0.06), difference("GRE", 0.1, -0.3, 0.5, 1.0)],
            "Misschien een verschil bij 1 van de 2 vergelijkingen, zeker is er geen",
        ),
        (
            [difference("ERB", 0.5, -0.1, 0.8, 0.01)],
            "Van geen enkel thema is te zeggen dat de ene groep het vaker noemt dan de andere",
        ),
        (
            [difference("ERB", 1.0, 0.5, 1.0, 0.01, withheld=True, reason="te weinig sprekers")],
            "Geen vergelijking: te weinig sprekers",
        ),
    ],
)
def test_a_headline_claims_no_more_than_is_decided(rows: list[dict[str, object]], expected: str) -> None:
    report = small_report(differences=make_table(rows, DIFFERENCES), cautions=make_table([], CAUTIONS))
    shown = Shown(
        report,
        {"ouders": "Ouders", "jeugdigen": "Jeugdigen"},
        {"ERB": "Erbij horen", "GRE": "De grens"},
    )
    assert write_headline(shown, "verschillen", "Titel") == expected
    assert write_headline(shown, "onbekend", "Titel") == "Titel"
    assert len(find_decided(report.differences)) == expected.startswith("Jeugdigen") * 2


def test_headlines_of_figures_that_have_a_table_of_their_own(tmp_path: Path) -> None:
    csvs = {
        "vragen": "question,perspective,n_speakers_coded,n_speakers\n1,ouders,4,4\n1,jeugdigen,2,3\n1,beleid,2,2\n"
        "2a,ouders,1,4\n2a,jeugdigen,3,3\n",
        "stemmen": "perspective,holder,n_coded\nouders,own,9\nouders,school,1\njeugdigen,own,6\njeugdigen,ouders,4\n",
        "spontaan": "perspective,theme,n_coded,n_prompted,n_speakers_coded,mainly_prompted\n"
        "ouders,ERB,6,1,4,False\njeugdigen,GRE,5,3,2,True\n",
        "samen_ouders": "theme_a,theme_b,n_together,n_speakers_together,low,p_adjusted\n"
        "ERB,GRE,3,2,1.1,0.04\nERB,ERB,9,1,2.0,0.01\nGRE,GRE,9,3,2.0,0.06\n",
        "samen_jeugdigen": "theme_a,theme_b,n_together,n_speakers_together,low,p_adjusted\n"
        "ERB,GRE,3,3,1.2,0.3\nGRE,GRE,2,2,0.9,0.01\nERB,ERB,0,0,0,1\n",
        "kaart": "point\nouders\n",
        "begrippen": "code,shared_by\nERB-HOORT,ouders + jeugdigen\nERB-FASE,jeugdigen\nGRE-ZORG,\n",
        "verzadiging": "perspective,n_transcripts,mean_new\nouders,1,8\nouders,2,1.25\njeugdigen,1,3\n",
    }
    files = tuple(write_figure(tmp_path, svg=NO_MARKS, csv=csv, name=name) for name, csv in csvs.items())
    rows = [("ouders", 4, 9, 0.05, 0.5), ("jeugdigen", 3, 9, 0.15, 0.3), ("beleid", 2, 9, 0.9, 0.9)]
    names = ("perspective", "n_speakers", "n_coded", "share_between", "share_within")
    spread = make_table([dict(zip(names, row, strict=True)) for row in rows], SPREAD)
    report = small_report(figures=files, spread=spread)
    shown = Shown(report, {"ouders": "Ouders", "jeugdigen": "Jeugdigen"}, {"ERB": "Erbij horen", "GRE": "De grens"})
    assert {name: write_headline(shown, name, "Titel") for name in csvs} == {
        "vragen": "Het minst gezegd over vraag 2a: 4 van 7 mensen zeggen er iets over",
        "stemmen": "75% van de vermeldingen is de eigen kijk van wie spreekt, de rest die van een ander",
        "spontaan": "Vooral uitgelokt: jeugdigen over “De grens” (3 van 5 vermeldingen)",
        "samen_ouders": "Ouders noemen vaker dan bij toeval samen: “Erbij horen” en “De grens” (2 sprekers)",
        "samen_jeugdigen": "Jeugdigen: 2 paren van thema's gaan weleens samen, en dat kan bij alle toeval zijn",
        "kaart": "Sprekers in één groep lopen ook uiteen: 20% van de verschillen ligt tussen de groepen, 80% erbinnen",
        "begrippen": "Alle 2 groepen delen 1 van de 3 codes; alleen bij één groep: 1",
        "verzadiging": "Nieuwe codes in het laatste gesprek, gemiddeld: ouders 1,2 en jeugdigen 3,0",
    }
    without = replace(shown, report=small_report(spread=make_table([], SPREAD)))
    assert {write_headline(without, name, "Titel") for name in csvs} == {"Titel"}


def test_headlines_of_rates_orientations_and_what_is_shared() -> None:
    turns, codings = tables()
    report = make_report(turns, codings)
    shown = Shown(
        report,
        {"ouders": "Ouders", "jeugdigen": "Jeugdigen"},
        {"ERB": "Erbij horen", "GRE": "De grens"},
    )
    assert write_headline(shown, "orientatie", "") == "Het grootste deel is bij ouders normaliserend (100%)"
    all_alike = report.orientation_counts.copy()
    all_alike["share_per_speaker"] = (all_alike["orientation"].astype(str) == "normaliserend").astype(float)
    known = replace(shown, report=replace(report, orientation_counts=all_alike))
    assert write_headline(known, "orientatie", "") == (
        "In elke groep is het grootste deel normaliserend: gemiddeld 100% tot 100% van de vermeldingen van iemand"
    )
    assert write_headline(shown, "gedeeld", "") == (
        "Alle 2 groepen delen 0 van de 2 thema's; alleen bij één groep: “Erbij horen”, bij ouders"
    )
    silent = replace(shown, report=make_report(turns, codings.iloc[:0]))
    for name in ("aandelen", "orientatie"):
        assert write_headline(silent, name, "") == SLIDE_WORDS["nl"]["headline_no_one"]


def show_csvs(folder: Path, csvs: dict[str, str], **changes: object) -> Shown:
    """A report with these tables beside figures."""
    files = tuple(write_figure(folder, svg=NO_MARKS, csv=csv, name=name) for name, csv in csvs.items())
    report = small_report(figures=files, **changes)
    return Shown(report, {"ouders": "Ouders", "jeugdigen": "Jeugdigen"}, {"ERB": "Erbij horen", "GRE": "De grens: nu"})


RATES = "perspective,theme,n_coded,per_1000_words,rate_low,rate_high\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "ouders,ERB,9,9,8,10\nouders,GRE,5,5,4,6\njeugdigen,ERB,7,7,6.5,8\njeugdigen,GRE,2,2,1,3\n",
            "In elke groep vaak genoemd: “Erbij horen” (7,0 tot 9,0)",
        ),
        (
            "ouders,ERB,9,9,8,10\nouders,GRE,5,5,4,8\njeugdigen,ERB,7,7,6,8\njeugdigen,GRE,8,8,7,9\n",
            "In elke groep vaak genoemd: “Erbij horen” (7,0 tot 9,0) en “De grens” (5,0 tot 8,0), in onzekere volgorde",
        ),
        (
            "ouders,ERB,9,9,8,10\nouders,GRE,5,5,4,7.9\njeugdigen,ERB,2,2,1,3\njeugdigen,GRE,7,7,6,8\n",
            "Het vaakst genoemd: ouders “Erbij horen” (9,0); jeugdigen “De grens” (7,0)",
        ),
        ("ouders,ERB,0,0,0,3\njeugdigen,ERB,0,0,0,3\n", SLIDE_WORDS["nl"]["headline_no_one"]),
    ],
)
def test_what_is_mentioned_most_is_ranked_as_far_as_intervals_tell(rows: str, expected: str, tmp_path: Path) -> None:
    assert write_headline(show_csvs(tmp_path, {"warmtekaart": RATES + rows}), "warmtekaart", "") == expected


def test_what_was_prompted_is_not_told_as_what_a_group_mentions_most(tmp_path: Path) -> None:
    csvs = {
        "warmtekaart": f"{RATES}ouders,ERB,9,9,8,10\njeugdigen,ERB,7,7,6,8\n",
        "spontaan": "perspective,theme,n_coded,n_prompted,n_speakers_coded,mainly_prompted\nouders,ERB,4,3,4,True\n",
    }
    turns, codings = tables()
    asked = codings.assign(prompted=codings["code"] == "ERB-HOORT")
    counts = make_report(turns, asked).theme_counts
    shown = show_csvs(tmp_path, csvs, theme_counts=counts)
    (row,) = counts[(counts["perspective"] == "ouders") & (counts["theme"] == "ERB")].to_dict("records")
    unasked = f"{1000 / row['n_words']:.1f}".replace(".", ",")
    assert (row["n_coded"], row["n_prompted"]) == (4, 3)
    assert write_headline(shown, "warmtekaart", "") == (
        "In elke groep vaak genoemd: “Erbij horen” (7,0 tot 9,0). Vooral uitgelokt: ouders over “Erbij horen” (9,0; "
        f"uit zichzelf {unasked})"
    )


def test_a_prompted_code_is_named_in_its_theme_or_by_itself(tmp_path: Path) -> None:
    header = "perspective,theme,n_coded,n_prompted,n_speakers_coded,mainly_prompted\n"
    turns, codings = tables()
    codes = make_report(turns, codings.assign(prompted=codings["code"] == "ERB-HOORT")).code_counts
    for mainly, expected in (
        (True, "Vooral uitgelokt: ouders over “Erbij horen” (3 van 4 vermeldingen; 3 daarvan “Het hoort erbij”)"),
        (False, "Vooral uitgelokt: ouders over “Het hoort erbij” (3 van 3 vermeldingen)"),
    ):
        shown = show_csvs(tmp_path, {"spontaan": f"{header}ouders,ERB,4,3,4,{mainly}\n"}, code_counts=codes)
        assert write_headline(shown, "spontaan", "") == expected
    few = show_csvs(tmp_path, {"spontaan": f"{header}ouders,ERB,4,3,4,False\n"}, code_counts=codes, min_group=4)
    assert write_headline(few, "spontaan", "") == SLIDE_WORDS["nl"]["headline_unprompted"]


def test_what_one_speaker_carries_is_not_shared_without_a_word(tmp_path: Path) -> None:
    pair = {"theme": "ERB", "perspective_a": "ouders", "perspective_b": "jeugdigen", "carried_by_one": True}
    shown = show_csvs(tmp_path, {}, cautions=make_table([pair], CAUTIONS))
    rates = shown.report.theme_counts
    for most, carried in (("ouders", True), ("jeugdigen", False)):
        counts = rates.assign(per_1000_words=(rates["perspective"] == most).astype(float))
        told = write_headline(replace(shown, report=replace(shown.report, theme_counts=counts)), "gedeeld", "")
        assert told.endswith("“Erbij horen”, bij ouders (let op: het meeste van één spreker)") is carried


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "ouders,ERB,1,6,9.0,5,12\nouders,ERB,2,1,2.0,0,4\njeugdigen,ERB,1,2,3,1,5\njeugdigen,ERB,2,3,4,2,6\n",
            "Vooral in één van de 2 delen van het gesprek: ouders over “Erbij horen” (deel 1)",
        ),
        ("ouders,ERB,1,6,9.0,5,12\nouders,ERB,2,1,2.0,0,5\n", SLIDE_WORDS["nl"]["headline_positions_none"]),
        ("ouders,ERB,1,0,0,0,3\nouders,ERB,2,0,0,0,3\n", "Titel"),
    ],
)
def test_a_part_of_the_conversation_is_named_where_its_interval_lies_above_all_others(
    rows: str, expected: str, tmp_path: Path
) -> None:
    header = "perspective,theme,part,n_coded,per_1000_words,low,high\n"
    assert write_headline(show_csvs(tmp_path, {"verloop": header + rows}), "verloop", "Titel") == expected
