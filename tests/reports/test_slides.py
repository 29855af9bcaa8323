import re
from dataclasses import replace
from pathlib import Path

import pytest

from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.comparison.coverage import COVERAGE_RATIOS
from perspectieven.comparison.spread import SPREAD
from perspectieven.reports import Report, render_report, slide_quotes
from perspectieven.reports.headlines import write_headline
from perspectieven.reports.pairs import find_decided
from perspectieven.reports.shown import Shown
from perspectieven.reports.slide_texts import SLIDE_WORDS
from perspectieven.reports.slides import render_slides, write_slides
from perspectieven.tables import CODINGS, TURNS, make_table
from tests.reports.samples import Node, make_report, parse_page, small_report, tables, write_figure

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 500"><g id="title"><rect/></g>'
    '<g id="mark.ERB.ouders"><rect/></g><g id="mark.ERB.beleid"><rect/></g><g id="mark.GRE.ouders.jeugdigen"/>'
    '<g id="mark.ERB-HOORT.jeugdigen"/></svg>'
)
CSV = "perspective,theme,n_coded\r\nouders,ERB,4\r\n"


def read_slides(report: Report) -> Node:
    return parse_page(render_slides(report))


def slides_of(page: Node) -> list[Node]:
    return page.all("section", **{"class": "dia"})


def headline(slide: Node) -> str:
    (heading,) = slide.all("h1") + slide.all("h2")
    return heading.text


@pytest.fixture
def with_figure(tmp_path: Path) -> Report:
    return small_report(figures=(write_figure(tmp_path, svg=SVG, csv=CSV, name="aandelen"),))


def test_slides_twice_give_the_same_bytes(with_figure: Report, tmp_path: Path) -> None:
    first = write_slides(with_figure, tmp_path / "een.html")
    assert first.read_bytes() == write_slides(with_figure, tmp_path / "twee.html").read_bytes()


def test_the_slides_of_a_study_in_their_order(with_figure: Report) -> None:
    slides = slides_of(read_slides(with_figure))
    s = SLIDE_WORDS["nl"]
    assert [headline(slide) for slide in slides] == [
        "Een <klein> onderzoek",
        "7 mensen in 2 gesprekken: wie sprak er?",
        s["how"],
        "De meeste mensen noemen “Erbij horen” (5 van 7) en “De grens” (2 van 7)",
        "Vraag 1: Wat verstaan zij onder normaliseren?",
        "Vraag 2a: Wat hoort er volgens hen bij?",
        "Vraag 2b: Wat is volgens hen reden voor (door)verwijzing?",
        "Vraag 3: Hoe handelen zij, gezien vanuit normaliseren?",
        "Vraag 4: Hoe motiveren zij dat handelen?",
        s["misses"],
        s["discuss"],
        s["agreements"],
    ]
    rows = [[cell.text.strip() for cell in row.all("td")] for row in slides[1].all("tbody")[0].all("tr")]
    assert [row[0] for row in rows] == ["4", "3", "te weinig sprekers (n < 3)"]


def test_a_mark_opens_its_quotes_and_a_small_group_has_none(with_figure: Report) -> None:
    page = read_slides(with_figure)
    (figure,) = page.all("section", **{"class": "figure"})
    links = {a.attributes["href"]: a for a in figure.all("a")}
    assert set(links) == {"#citaten.ERB.ouders", "#thema.GRE"}
    assert links["#citaten.ERB.ouders"].attributes["aria-label"] == "4 van 4 · Erbij horen · Ouders"
    ids = {node.attributes["id"] for node in page.all() if "id" in node.attributes}
    for link in links.values():
        assert link.attributes["href"].removeprefix("#") in ids
        assert {f"citaat-{n}" for n in link.attributes["data-citaten"].split()} <= ids
    assert len(links["#citaten.ERB.ouders"].attributes["data-citaten"].split()) == 3


def test_the_picture_leaves_its_title_to_the_headline(with_figure: Report) -> None:
    (svg,) = read_slides(with_figure).all("svg")
    assert not [node for node in svg.all() if node.attributes.get("id", "").endswith("title")]
    assert svg.attributes["viewbox"] == "10 47.5 680 446.5"


def test_letters_that_only_the_title_defines_stay_for_the_other_texts(with_figure: Report) -> None:
    (figure,) = with_figure.figures
    letters = '<g id="title"><g><defs><path id="A"/></defs><use href="#A"/></g></g><use href="#A"/>'
    figure.class_path.write_text(SVG.replace('<g id="title"><rect/></g>', letters), encoding="utf-8")
    (svg,) = read_slides(with_figure).all("svg")
    assert [node.attributes["href"] for node in svg.all("use")] == ["#figuur-aandelen-A"]
    assert len(svg.all("path", id="figuur-aandelen-A")) == 1


def test_a_slide_has_the_picture_for_a_class(with_figure: Report) -> None:
    (figure,) = with_figure.figures
    figure.class_path.write_text(SVG.replace('<g id="title">', '<g id="klas"/><g id="title">'), encoding="utf-8")
    (svg,) = read_slides(with_figure).all("svg")
    assert len(svg.all("g", id="figuur-aandelen-klas")) == 1
    (on_page,) = parse_page(render_report(with_figure)).all("svg")
    assert on_page.all("g", id="figuur-aandelen-klas") == []


def test_only_agreed_quotes_are_on_a_slide() -> None:
    said = {quote.text for slide in slides_of(read_slides(small_report())) for quote in slide.all("blockquote")}
    assert said == {
        "Ik maak me zorgen \N{OPEN HANDS SIGN} echt.",
        "Dat hoort er toch bij.",
        "Het is maar een fase.",
    }
    nobody = read_slides(small_report(quotable=frozenset()))
    assert nobody.all("blockquote") == []
    assert SLIDE_WORDS["nl"]["no_quote"] in nobody.text


def test_a_quote_long_enough_to_tell_what_is_meant_goes_before_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def first_quote() -> str:
        return next(quote.text for quote in read_slides(small_report()).all("blockquote"))

    monkeypatch.setattr(slide_quotes, "SHORTEST", 0)
    assert first_quote() == "Dat hoort er toch bij."
    monkeypatch.setattr(slide_quotes, "SHORTEST", len("Dat hoort er toch bij.") + 1)
    assert first_quote() == "Het is een fase <script>alert('x')</script> & meer."


def test_nobody_can_be_traced_and_nothing_is_loaded(with_figure: Report) -> None:
    text = render_slides(with_figure)
    for trace in {
        *with_figure.turns["speaker"],
        *with_figure.turns["transcript_id"],
        *with_figure.codings["coding_id"],
    }:
        assert trace not in text
    assert "geslagen" not in text
    assert re.findall(r"https?:|@import|url\((?!#)|\bsrc=", text) == []
    page = parse_page(text)
    ids = {node.attributes.get("id") for node in page.all()}
    assert {a.attributes["href"].removeprefix("#") for a in page.all("a")} <= ids


def test_nothing_on_a_slide_is_smaller_than_18_pixels() -> None:
    style = Path("src/perspectieven/reports/templates/slides.css").read_text(encoding="utf-8")
    sizes = [float(size) for size in re.findall(r"font-size: (?:min\()?([\d.]+)px", style)]
    assert len(sizes) > 10
    assert min(sizes) >= 18
    assert re.findall(r"font-size: [\d.]+(?:em|rem|pt|%)", style) == []


def test_an_empty_study_has_slides_that_say_so() -> None:
    slides = slides_of(read_slides(make_report(make_table([], TURNS), make_table([], CODINGS), manifest={})))
    assert [headline(slide) for slide in slides] == ["Een <klein> onderzoek", SLIDE_WORDS["nl"]["nobody"]]


def test_the_slides_in_english() -> None:
    text = render_slides(small_report(language="en"))
    assert '<html lang="en">' in text
    assert "7 people in 2 conversations" in text
    assert re.search(r"\bvan \d|Vraag|Wie sprak|uitgelokt", text) is None


def test_every_word_of_the_slides_is_there_in_both_languages_and_used() -> None:
    assert SLIDE_WORDS["nl"].keys() == SLIDE_WORDS["en"].keys()
    folder = Path("src/perspectieven/reports")
    names = ("slides", "headlines", "frequent", "prompted", "shown")
    paths = [*(folder / f"{name}.py" for name in names), folder / "templates" / "slides.html.j2"]
    source = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    built = {key for key in SLIDE_WORDS["nl"] if re.match(r"how_\d|discuss_", key)}
    assert {key for key in SLIDE_WORDS["nl"] if not re.search(rf"\b{key}\b", source)} - built == set()


def difference(theme: str, d: float, low: float, high: float, p: float, **more: object) -> dict[str, object]:
    shares = {"share_a": max(d, 0.0), "share_b": max(-d, 0.0), "difference": d, "low": low, "high": high}
    who = {"theme": theme, "perspective_a": "ouders", "perspective_b": "jeugdigen", "n_a": 4, "n_b": 3}
    return who | shares | {"p_adjusted": p} | more


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
    from perspectieven.tables import DIFFERENCES

    report = small_report(differences=make_table(rows, DIFFERENCES), cautions=make_table([], CAUTIONS))
    shown = Shown(
        report,
        {"ouders": "Ouders", "jeugdigen": "Jeugdigen"},
        {"ERB": "Erbij horen", "GRE": "De grens"},
    )
    assert write_headline(shown, "verschillen", "Titel") == expected
    assert write_headline(shown, "onbekend", "Titel") == "Titel"
    assert len(find_decided(report.differences)) == expected.startswith("Jeugdigen") * 2


def test_no_difference_is_told_without_its_caution() -> None:
    from perspectieven.tables import DIFFERENCES

    differences = make_table([difference("ERB", -1.0, -1, -0.5, 0.01)], DIFFERENCES)
    pair = {"theme": "ERB", "perspective_a": "ouders", "perspective_b": "jeugdigen"}
    cautions = make_table([pair | {"rests_on_one": True, "carried_by_one": True}], CAUTIONS)
    slides = slides_of(read_slides(small_report(differences=differences, cautions=cautions)))
    (said,) = [item.text for slide in slides for item in slide.all("li") if "Geef twee verklaringen" in item.text]
    assert said.endswith("(let op: rust op één spreker, het meeste van één spreker)")
    shown = Shown(
        small_report(differences=differences, cautions=cautions),
        {"ouders": "Ouders", "jeugdigen": "Jeugdigen"},
        {"ERB": "Erbij horen"},
    )
    assert write_headline(shown, "verschillen", "Titel") == (
        "Jeugdigen noemen “Erbij horen” vaker dan ouders: 3 van 3 tegen 0 van 4 (let op: rust op één spreker, het "
        "meeste van één spreker)"
    )


def test_the_slides_say_what_is_left_out_in_one_line_and_whom_the_lexicon_hears() -> None:
    slides = {
        headline(slide): [item.text for item in slide.all("li")] for slide in slides_of(read_slides(small_report()))
    }
    assert slides[SLIDE_WORDS["nl"]["misses"]][-1] == (
        "Wat hier niet staat: 3 beurten zonder toestemming om te citeren; 2 beurten uit te kleine groepen; 1 beurt met "
        "iets dat alleen het team ziet."
    )
    ratio = {"perspective_a": "ouders", "perspective_b": "jeugdigen", "warning": "bij ouders vindt het meer"}
    warned = small_report(coverage_ratios=make_table([ratio], COVERAGE_RATIOS))
    (how,) = [slide for slide in slides_of(read_slides(warned)) if headline(slide) == SLIDE_WORDS["nl"]["how"]]
    assert how.all("li")[-1].text == "Bij ouders vindt het meer."


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
    files = tuple(write_figure(tmp_path, svg=SVG, csv=csv, name=name) for name, csv in csvs.items())
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
    files = tuple(write_figure(folder, svg=SVG, csv=csv, name=name) for name, csv in csvs.items())
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


def test_a_conversation_of_two_groups_is_said_to_count_for_both(with_figure: Report) -> None:
    turns = with_figure.turns.assign(turn_index=range(len(with_figure.turns)))
    no_codings = with_figure.codings.iloc[:0]
    for ids, said in (("gesprek", True), (turns["perspective"].astype(str), False)):
        report = replace(with_figure, turns=turns.assign(transcript_id=ids), codings=no_codings)
        assert (SLIDE_WORDS["nl"]["who_together"] in slides_of(read_slides(report))[1].text) is said
