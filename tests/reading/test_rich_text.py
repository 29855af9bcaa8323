import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectieven.errors import TranscriptError
from perspectieven.reading import rich_text
from perspectieven.reading.rich_text import read_rtf
from perspectieven.reading.source import Source

NASTY = Path(__file__).parents[3] / "shared/real/nasty"
FONTS = r"{\fonttbl{\f0\fcharset0 Calibri;}{\f1\fcharset238 Calibri CE;}{\f2\fcharset128 MS Mincho;}{\f3 Arial;}}"
TALK = (
    FONTS + r"{\header koptekst\par}{\info{\title titel}}\pard\plain Gesprek 3\par"
    r"{\b Interviewer:} Hoe gaat het{\super\chftn{\footnote\pard voetnoot\par}} thuis?\par "
    r"Moeder: Goed. Ook met de cli\'ebnten\-raad.\par {\footer \chpgn}"
)


def read_data(data: bytes, folder: Path) -> Source:
    path = folder / "gesprek.rtf"
    path.write_bytes(data)
    return read_rtf(path)


def read(body: str, folder: Path, *, head: str = r"\rtf1\ansi\ansicpg1252\deff0") -> Source:
    return read_data(f"{{{head}{body}}}".encode("latin-1"), folder)


def texts(body: str, folder: Path) -> list[str]:
    return [utterance.text for utterance in read(body, folder).utterances]


def test_labels_footnotes_headers_and_soft_hyphens(tmp_path: Path) -> None:
    source = read(TALK, tmp_path)
    assert [(u.label, u.text) for u in source.utterances] == [
        ("Interviewer", "Hoe gaat het thuis?"),
        ("Moeder", "Goed. Ook met de cliëntenraad."),
    ]
    assert source.unspoken == ("Gesprek 3",)
    assert source.remarks == ()


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (r"\rtf1\ansi\ansicpg1252", r"\'e9\'e9n", "één"),
        (r"\rtf1\mac", r"\'8e\'8en", "één"),
        (r"\rtf1\pc", r"\'82\'82n", "één"),
        (r"\rtf1\ansi\ansicpg65001", r"\'c3\'a9\'c3\'a9n", "één"),
        (r"\rtf1\ansi\ansicpg1251", r"\'c4\'e0", "Да"),
        (r"\rtf1\ansi", FONTS + r"\f1 \'b9\f0\'b9{\f1 \'b9}\'b9", "ą¹ą¹"),
        (r"\rtf1\ansi", FONTS + r"\f2 \'83A\'83\'40", "アァ"),
        (r"\rtf1\ansi\ansicpg1250\deff3", FONTS + r"\plain \'b9", "ą"),
        (r"\rtf1\ansi", "\xe9\xe9n", "één"),
    ],
)
def test_code_pages(head: str, body: str, text: str, tmp_path: Path) -> None:
    assert [u.text for u in read(body, tmp_path, head=head).utterances] == [text]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\u233?\u233 ?n", "één"),
        (r"\u233\'e9n", "én"),
        (r"{\uc0\u233}n", "én"),
        (r"\uc2\u233\'e9xn{\uc1 \u233 en}", "énén"),
        (r"\u-10179?\u-8694?!", "😊!"),
        (r"\ldblquote ja\rdblquote\~\emdash\~nee\_toch", "“ja” — nee-toch"),
        (r"\{a\}\\", "{a}\\"),
        ("w\r\noord", "woord"),
    ],
)
def test_unicode_and_signs(body: str, text: str, tmp_path: Path) -> None:
    assert texts(body, tmp_path) == [text]


def test_deleted_and_hidden_text_is_gone_and_inserted_text_kept(tmp_path: Path) -> None:
    body = r"Het is {\deleted niet }{\revised echt }druk\v  geheim\v0 .\deleted weg\plain  Ja.\par"
    assert texts(body, tmp_path) == ["Het is echt druk. Ja."]


def test_fields_annotations_and_list_numbers(tmp_path: Path) -> None:
    body = (
        r"{\pntext 1.\tab}Zie {\field{\*\fldinst HYPERLINK \"http://school.nl\"}{\fldrslt de site}}"
        r"{\*\atnid x}{\*\annotation opmerking}{\*\onbekend weg}{\pict\bin7 }}}}}}}ffff}.\par"
    )
    assert texts(body, tmp_path) == ["Zie de site."]


def test_paragraphs_lines_and_pages(tmp_path: Path) -> None:
    assert texts("een\\\ntwee\\line drie\\page vier\\sect vijf", tmp_path) == ["een", "twee drie", "vier", "vijf"]


def test_a_text_box_comes_after_its_paragraph_and_its_copy_for_old_programs_not_at_all(tmp_path: Path) -> None:
    body = (
        r"Om{\shp{\*\shpinst{\sp{\sn naam}{\sv 1}}{\shptxt in een {\b kader}\par en meer}}{\shprslt in een kader}}heen"
        r"\par {\*\do{\dptxbxtext oud kader}}"
    )
    assert texts(body, tmp_path) == ["Omheen", "in een kader", "en meer", "oud kader"]


def row(*cells: str) -> str:
    inside = "".join(
        "".join(cell.split("|")[:1]) + r"\par ".join(["", *cell.split("|")[1:]]) + r"\cell " for cell in cells
    )
    return rf"\trowd\cellx100\cellx200\pard\intbl {inside}\row "


def test_a_table_of_speakers(tmp_path: Path) -> None:
    rows = row("Spreker", "Tekst") + row("Interviewer", "Hoe gaat het?") + row("Moeder:", "Goed.|Echt.")
    source = read(rf"{rows}\pard Einde.\par", tmp_path)
    assert [(u.label, u.text) for u in source.utterances] == [
        ("Interviewer", "Hoe gaat het?"),
        ("Moeder", "Goed.\nEcht.\nEinde."),
    ]


def test_another_table_and_a_table_in_a_cell(tmp_path: Path) -> None:
    inner = (
        r"\pard\intbl\itap2 Slapen\nestcell goed\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
        r"Eten\nestcell ook\nestcell\nestrow\pard\intbl\itap1 en zo\cell Kolom\cell\row "
    )
    body = rf"{row('Vraag', 'Antwoord')}\trowd{inner}\pard Einde.\par"
    assert texts(body, tmp_path) == ["Vraag Antwoord", "Slapen goed", "Eten ook", "en zo", "Kolom", "Einde."]


def test_a_wide_gap_does_not_slow_the_search_for_labels(tmp_path: Path) -> None:
    assert texts("A" + " " * 5000 + r"b\par", tmp_path) == ["A b"]


def test_no_text_gives_no_utterances(tmp_path: Path) -> None:
    assert read(r"\pard\par", tmp_path).utterances == ()


def test_what_deserves_a_look_is_remarked(tmp_path: Path) -> None:
    source = read_data(rb"{\rtf1\ansi\ansicpg99999 g\'81n \u-10179?}} geheim", tmp_path)
    assert [fault.what.partition(";")[0] for fault in source.remarks] == [
        "code page 99999 is not known",
        '2 characters cannot be read and are now "\ufffd"',
        "something stands after the end of the document",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty file"),
        (b"geheim", r'does not begin with "{\\rtf" as this format does; open it in Word'),
        (rb"{\rtf1 {geheim", "stops with 2 groups open, so its end is missing; open it in Word"),
        (rb"{\rtf1 {\pict\bin99999999 geheim}}", "stops with 2 groups open"),
        (rb"{\rtf1 " + b"{" * 1000 + b"}" * 1001, "has more than 300 groups inside each other; no more is read"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=message) as caught:
        read_data(data, tmp_path)
    assert "geheim" not in str(caught.value)


def test_too_many_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_text, "MOST_TOKENS", 50)
    with pytest.raises(TranscriptError, match="has more than 50 words and codes; no more is read; split the file"):
        read(r"\par" * 60, tmp_path)


def test_too_much_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_text, "LARGEST_TEXT", 1_000_000)
    assert texts(r"{\pict " + "ab " * 400_000 + r"}ja\par", tmp_path) == ["ja"]
    with pytest.raises(TranscriptError, match="has more than 1 MB of text; no more is read; split the file"):
        read("ja " * 400_000, tmp_path)


def test_tables_inside_tables_without_end(tmp_path: Path) -> None:
    assert texts("".join(rf"\intbl\itap{n} a\nestcell " for n in range(100)), tmp_path)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, 2000), new=st.sampled_from(["{", "}", "\\", r"\cell ", r"\nestrow", r"\u", r"\uc-9", r"\bin-5 "])
)
def test_damage_is_read_or_refused(tmp_path: Path, at: int, new: str) -> None:
    data = TALK + row("a", "b") + r"{\shptxt kader}\u233?"
    at %= len(data)
    try:
        read(data[:at] + new + data[at:], tmp_path)
    except TranscriptError as error:
        assert "gesprek.rtf" in str(error)


@pytest.mark.skipif(not NASTY.is_dir(), reason="the real files lie in ../shared, which is not here")
def test_real_files_keep_every_letter_but_list_numbers_and_addresses_of_links() -> None:
    missing = {}
    for path in sorted(NASTY.glob("rtf_*.rtf")):
        source = read_rtf(path)
        expected = path.with_suffix(".expected.txt").read_text(encoding="utf-8")
        kept = "".join([u.text for u in source.utterances] + list(source.unspoken))
        lost, extra = (letters(expected) - letters(kept)), (letters(kept) - letters(expected))
        if lost or extra:
            missing[path.name] = (lost.total(), extra.total())
    assert missing == {"rtf_issue_63.rtf": (2, 0), "rtf_mac_textedit_hyperlink.rtf": (37, 0)}


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, unicodedata.normalize("NFC", text)))


@pytest.mark.parametrize(
    "body",
    [
        r"{\b Noor} Hoe gaat het?\par{\b Sanne} Goed.\par{\b Noor} Fijn.\par",
        r"\b Noor\b0  Hoe gaat het?\par\ul Sanne\ulnone  Goed.\par\i No\i or\plain  Fijn.\par",
        r"{\b\i No}{\b or:} Hoe gaat het?\par{\b Sanne\b0  Goed.}\par{\b Noor\tab }Fijn.\par",
    ],
    ids=["groups", "switches", "pieces"],
)
def test_names_set_apart_without_a_colon(body: str, tmp_path: Path) -> None:
    assert [(u.label, u.text) for u in read(body, tmp_path).utterances] == [
        ("Noor", "Hoe gaat het?"),
        ("Sanne", "Goed."),
        ("Noor", "Fijn."),
    ]


def test_bold_cells_and_halves_of_characters_are_text(tmp_path: Path) -> None:
    body = r"\b\trowd\intbl Spreker\cell Tekst\cell\row\trowd\intbl Moeder\cell Ja \u-10179?\u-8704?\cell\row\pard\par"
    assert [(u.label, u.text) for u in read(body, tmp_path).utterances] == [("Moeder", "Ja \U0001f600")]
