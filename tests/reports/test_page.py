import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from perspectieven.errors import StudyError, TableError
from perspectieven.reports import render_report, write_report
from perspectieven.reports.quotes import number_speakers
from perspectieven.reports.texts import WORDS
from perspectieven.tables import CODINGS, TURNS, make_table
from tests.reports.samples import (
    CSV,
    SVG,
    Node,
    make_report,
    quotes_behind,
    read_page,
    small_report,
    tables,
    write_figure,
)


def links(page: Node) -> list[Node]:
    return [a for a in page.all("a") if "data-citaten" in a.attributes]


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


def test_a_report_checks_itself(tmp_path: Path) -> None:
    figure = write_figure(tmp_path, svg=SVG, csv=CSV)
    with pytest.raises(StudyError, match=r'report: 3 faults(.|\n)*"fr"; use one of nl, en(.|\n)*is 0;(.|\n)*themas:'):
        small_report(language="fr", min_group=0, figures=(figure, figure))
    report = small_report()
    with pytest.raises(TableError, match="ERB-VERVALLEN: is no code of the lexicon"):
        render_report(replace(report, codings=report.codings.assign(code="ERB-VERVALLEN")))


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
