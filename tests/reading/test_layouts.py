"""The ways in which transcripts are laid out, each as a small conversation that a colleague can read."""

from pathlib import Path

import pytest

from perspectieven.reading import read_source

UNTIMED = {
    "bold.md": "**Noor:** Hoe gaat het?\n\n**Sanne**: Goed.\n\n**Noor:** Fijn.",
    "bold without colon.md": "**Noor** Hoe gaat het?\n\n**Sanne** Goed.\n\n**Noor** Fijn.",
    "bold, a colon now and then.md": "**Noor:** Hoe gaat het?\n\n**Sanne** Goed.\n\n**Noor**: Fijn.",
    "bold alone.md": "**Interviewer**\n\nHoe gaat het?\n\n**Moeder**\nGoed.\n\n**Interviewer**\n\nFijn.",
    "headings.md": "# Gesprek 3\n\n## Interviewer\n\nHoe gaat het?\n\n## Moeder\n\nGoed.\n\n## Interviewer\n\nFijn.",
    "html.md": "<em>Noor:</em> Hoe gaat het?\n\n<strong>Sanne:</strong> Goed.\n\n<em>Noor:</em> Fijn.",
    "html without colon.md": "<em>Noor</em> Hoe gaat het?\n\n<strong>Sanne</strong> Goed.\n\n<em>Noor</em> Fijn.",
    "html block.md": "<p><b>Noor</b> Hoe gaat het?</p>\n\n<p><b>Sanne</b> Goed.</p>\n\n<p><b>Noor</b> Fijn.</p>",
    "block quotes.md": "**Noor:** Hoe gaat het?\n\n> **Sanne:** Goed.\n\n**Noor:** Fijn.",
    "table.md": "| Spreker | Tekst |\n|---|---|\n| Noor | Hoe gaat het? |\n| Sanne | Goed. |\n| Noor | Fijn. |",
    "styled.md": "**Noor:**{: .green} Hoe gaat het?\n\n**Sanne:**{: .blue} Goed.\n\n**Noor:**{: .green} Fijn.",
    "list.md": "- **Noor**: Hoe gaat het?\n- **Sanne**: Goed.\n- **Noor**: Fijn.",
    "arrows.txt": ">> Noor: Hoe gaat het?\n>> Sanne: Goed.\n>> Noor: Fijn.",
    "roles alone.txt": "Interviewer\nHoe gaat het?\n\nMoeder\nGoed.\n\nInterviewer\nFijn.",
    "capitals alone.txt": "INTERVIEWER\n\nHoe gaat het?\n\nMOEDER\n\nGoed.\n\nINTERVIEWER\n\nFijn.",
}
TIMED = {
    "bold.md": "**Noor** 00:03\n\nHoe gaat het?\n\n**Sanne** 00:09\n\nGoed.\n\n**Noor** 01:00:12\n\nFijn.",
    "bold, brackets.md": "**Noor (0:03)**\n\nHoe gaat het?\n\n**Sanne (0:09)**\n\nGoed.\n\n**Noor (1:00:12)**\n\nFijn.",
    "headings.md": "## Noor (00:03)\n\nHoe gaat het?\n\n## Sanne (00:09)\n\nGoed.\n\n## Noor (1:00:12)\n\nFijn.",
    "time and name.txt": "[00:00:03] Noor:\nHoe gaat het?\n\n[00:00:09] Sanne:\nGoed.\n\n[01:00:12] Noor:\nFijn.",
    "brackets.txt": "Noor (00:03)\nHoe gaat het?\n\nSanne (00:09)\nGoed.\n\nNoor (1:00:12)\nFijn.",
    "comma.txt": "Noor, 00:03\nHoe gaat het?\n\nSanne, 00:09\nGoed.\n\nNoor, 1:00:12\nFijn.",
    "otter.txt": "Noor  0:03  \nHoe gaat het?\n\nSanne  0:09  \nGoed.\n\nNoor  1:00:12  \nFijn.\n\n"
    "Transcribed by https://otter.ai",
    "amberscript.txt": "00:00:03 Noor\nHoe gaat het?\n\n00:00:09 Sanne\nGoed.\n\n01:00:12 Noor\nFijn.",
    "word online.txt": "Audiobestand\ngesprek.wav\n\nTranscript\n00:00:03 Noor\nHoe gaat het?\n00:00:09 Sanne\nGoed.\n"
    "01:00:12 Noor\nFijn.",
    "happy scribe.txt": "[00:00:03.000] - Noor\nHoe gaat het?\n\n[00:00:09.000] - Sanne\nGoed.\n\n"
    "[01:00:12.000] - Noor\nFijn.",
    "behind the colon.txt": "Noor: [00:00:03] Hoe gaat het?\nSanne: (00:09) Goed.\nNoor: [01:00:12] Fijn.",
    "tabs.txt": "00:03\tNoor\tHoe gaat het?\n00:09\tSanne\tGoed.\n01:00:12\tNoor\tFijn.",
    "table.md": "| Tijd | Spreker | Tekst |\n|---|---|---|\n| 0:03 | Noor | Hoe gaat het? |\n| 0:09 | Sanne | Goed. |\n"
    "| 1:00:12 | Noor | Fijn. |",
}


@pytest.mark.parametrize("name", UNTIMED)
def test_who_says_what(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(UNTIMED[name], encoding="utf-8")
    source = read_source(tmp_path / name)
    asks, answers = ("noor", "sanne") if "Noor" in UNTIMED[name] else ("interviewer", "moeder")
    assert [(u.label.lower(), u.text) for u in source.utterances] == [
        (asks, "Hoe gaat het?"),
        (answers, "Goed."),
        (asks, "Fijn."),
    ]
    assert source.remarks == ()


@pytest.mark.parametrize("mark", ["**", ""])
def test_names_alone_on_a_line_that_return(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "gesprek.md"
    said = (("Noor", "Hoe gaat het?"), ("Sanne", "Goed."), ("Noor", "En thuis?"), ("Sanne", "Ook."))
    path.write_text("\n\n".join(f"{mark}{name}{mark}\n{text}" for name, text in said), encoding="utf-8")
    assert [(u.label, u.text) for u in read_source(path).utterances] == list(said)


@pytest.mark.parametrize("name", TIMED)
def test_who_says_what_when(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(TIMED[name], encoding="utf-8")
    assert [(u.label, u.start_s, u.text) for u in read_source(tmp_path / name).utterances] == [
        ("Noor", 3.0, "Hoe gaat het?"),
        ("Sanne", 9.0, "Goed."),
        ("Noor", 3612.0, "Fijn."),
    ]


@pytest.mark.parametrize("title", ["# Gesprek met een jongere", "**Gesprek 3**", "# Gesprek"])
@pytest.mark.parametrize("between", ["\n\n", " "])
def test_a_title_above_bold_labels_is_nobody(title: str, between: str, tmp_path: Path) -> None:
    path = tmp_path / "gesprek.md"
    said = (("Noor", "Hoe gaat het?"), ("Sanne", "Goed."), ("Noor", "En thuis?"), ("Sanne", "Ook."))
    lines = [title, *(f"**{name}**{between}{text}" for name, text in said)]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    source = read_source(path)
    assert [(u.label, u.text) for u in source.utterances] == list(said)
    assert source.unspoken == (title.strip("#* "),)


def test_two_cues_of_teams_with_names_that_do_not_return(tmp_path: Path) -> None:
    path = tmp_path / "teams.txt"
    path.write_text(
        "00:00:01.290 --> 00:00:03.200\nNoor de Wit\nHoe gaat het?\n\n00:00:03.290 --> 00:00:05.200\nSanne\nGoed.\n",
        encoding="utf-8",
    )
    assert [(u.label, u.start_s, u.end_s) for u in read_source(path).utterances] == [
        ("Noor de Wit", 1.29, 3.2),
        ("Sanne", 3.29, 5.2),
    ]


def test_times_inside_a_turn_leave_it(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.txt"
    path.write_text("[0:01] Noor: Hoe gaat het?\n[0:05] Sanne: Goed. [00:07] Heel goed. [00:09]", encoding="utf-8")
    said = read_source(path).utterances[1]
    assert (said.text, said.start_s, said.end_s) == ("Goed. Heel goed.", 5.0, 9.0)


@pytest.mark.parametrize(
    "text",
    [
        "13:30 Opening\nNoor heet ons welkom.\n\n14:00 Pauze\nMet thee.\n\n15:00 Sluiting\nTot ziens.",
        "Rust\n\nRust is fijn.\n\nRuimte\n\nRuimte ook.",
        "A\tEen eerste punt.\nB\tEen tweede.\nC\tEen derde.\nD\tEen vierde.\nA\tEn weer een.\nB\tEn nog een.",
    ],
)
def test_what_looks_like_a_layout_and_is_none(text: str, tmp_path: Path) -> None:
    path = tmp_path / "stuk.txt"
    path.write_text(text, encoding="utf-8")
    assert {u.label for u in read_source(path).utterances} == {"document"}


DASHED = """Gesprek 3

Noor {0} Hoe gaat het thuis?
Sanne {0} Goed, met de kinderen
ook.

Noor {0} En op school?
Sanne {0} Dat - hoe zeg ik het - gaat wel.
Noor {0} Fijn.
Sanne {0} Ja.
"""


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014"])
def test_names_before_a_dash_and_a_remark_that_says_so(dash: str, tmp_path: Path) -> None:
    (tmp_path / "gesprek.txt").write_text(DASHED.format(dash), encoding="utf-8")
    source = read_source(tmp_path / "gesprek.txt")
    assert [(u.label, u.text) for u in source.utterances] == [
        ("Noor", "Hoe gaat het thuis?"),
        ("Sanne", "Goed, met de kinderen ook."),
        ("Noor", "En op school?"),
        ("Sanne", "Dat - hoe zeg ik het - gaat wel."),
        ("Noor", "Fijn."),
        ("Sanne", "Ja."),
    ]
    assert [remark.what.partition(",")[0] for remark in source.remarks] == [
        "6 lines open with one of 2 names and a dash"
    ]


def test_a_role_before_a_dash_needs_no_questions(tmp_path: Path) -> None:
    text = DASHED.format("-").replace("?", ".").replace("Sanne", "Moeder")
    (tmp_path / "gesprek.txt").write_text(text, encoding="utf-8")
    assert {u.label for u in read_source(tmp_path / "gesprek.txt").utterances} == {"Noor", "Moeder"}


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(["- Hoe gaat het thuis?", "- Goed.", "- En op school?", "- Gaat wel."] * 3),
        DASHED.format("-").replace("?", ".").replace("Noor", "Plus").replace("Sanne", "Min"),
        DASHED.format("-").replace("Noor", "Maandag").replace("Sanne", "Dinsdag"),
        DASHED.format("-").replace("Noor", "School").replace("Sanne", "Thuis") + "\nSchool - Of thuis en school?\n",
        DASHED.format("-") + "\nEn toen gingen we naar huis.\n",
        DASHED.format("-").replace("Sanne - Ja.", "Pim - Ja."),
        "\n".join(
            ["Noor - Hoe gaat het?", "Noor - Goed?", "Noor - En nu?", "Sanne - Ja.", "Sanne - Nee.", "Sanne - O."]
        ),
    ],
    ids=["dialogue", "list", "diary", "ordinary words", "loose paragraph", "once", "no turns"],
)
def test_other_words_before_a_dash_are_no_labels(text: str, tmp_path: Path) -> None:
    (tmp_path / "gesprek.txt").write_text(text, encoding="utf-8")
    assert {u.label for u in read_source(tmp_path / "gesprek.txt").utterances} <= {"document", "vragensteller"}
