import re
from dataclasses import replace
from pathlib import Path

import pytest

from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.comparison.coverage import COVERAGE_RATIOS
from perspectieven.reports import Report, render_report, slide_quotes
from perspectieven.reports.headlines import write_headline
from perspectieven.reports.shown import Shown
from perspectieven.reports.slide_texts import SLIDE_WORDS
from perspectieven.reports.slides import render_slides, write_slides
from perspectieven.tables import CODINGS, DIFFERENCES, TURNS, make_table
from tests.reports.samples import Node, difference, make_report, parse_page, small_report, write_figure

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


def test_no_difference_is_told_without_its_caution() -> None:
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


def test_a_conversation_of_two_groups_is_said_to_count_for_both(with_figure: Report) -> None:
    turns = with_figure.turns.assign(turn_index=range(len(with_figure.turns)))
    no_codings = with_figure.codings.iloc[:0]
    for ids, said in (("gesprek", True), (turns["perspective"].astype(str), False)):
        report = replace(with_figure, turns=turns.assign(transcript_id=ids), codings=no_codings)
        assert (SLIDE_WORDS["nl"]["who_together"] in slides_of(read_slides(report))[1].text) is said
