from pathlib import Path

import pytest

from perspectieven.reading import Source, read_source
from perspectieven.reading.guides import find_questions, find_unasked
from perspectieven.reading.source import as_document

TOLD = [
    ("vragensteller", "Wie ben je?"),
    ("document", "Ik ben leraar.\nAl tien jaar."),
    ("vragensteller", "Wat helpt er?"),
    ("document", "Rust."),
]
GUIDES = {
    "bold.md": "# Interview 4\n\n**Wie ben je?**\n\nIk ben leraar.\n\nAl tien jaar.\n\n**Wat helpt er?**\n\nRust.",
    "italic.md": "*Wie ben je?*\n\nIk ben leraar.\n\nAl tien jaar.\n\n*Wat helpt er?*\n\nRust.",
    "headings.md": "# Interview 4\n\n## Wie ben je?\n\nIk ben leraar.\n\nAl tien jaar.\n\n## Wat helpt er?\n\nRust.",
    "answers quoted.md": "Wie ben je?\n\n> Ik ben leraar.\n>\n> Al tien jaar.\n\nWat helpt er?\n\n> Rust.",
    "questions quoted.md": "> Wie ben je?\n\nIk ben leraar.\n\nAl tien jaar.\n\n> Wat helpt er?\n\nRust.",
    "numbered.md": "**1. Wie ben je?**\n\nIk ben leraar.\n\nAl tien jaar.\n\n**2. Wat helpt er?**\n\nRust.",
    "headed.txt": "Vraag 1\n\nWie ben je?\n\nAntwoord op vraag 1\n\nIk ben leraar.\n\nAl tien jaar.\n\nVraag 2:\n\n"
    "Wat helpt er?\n\nAntwoord\n\nRust.",
    "headed before.txt": "Vraag: Wie ben je?\n\nAntwoord: Ik ben leraar.\n\nAl tien jaar.\n\nVraag: Wat helpt er?\n\n"
    "Antwoord: Rust.",
}


def read(name: str, text: str, folder: Path) -> Source:
    (folder / name).write_text(text, encoding="utf-8")
    return read_source(folder / name)


@pytest.mark.parametrize("name", GUIDES)
def test_questions_told_by_their_layout(name: str, tmp_path: Path) -> None:
    source = read(name, GUIDES[name], tmp_path)
    assert [(u.label, u.text.removeprefix("1. ").removeprefix("2. ")) for u in source.utterances] == TOLD
    assert [str(remark) for remark in source.remarks] == [
        f'{name}: no speaker is named; 2 questions, told by their layout, have the label "vragensteller" and what '
        'follows them has "document"; look at them, or write who speaks and a colon before each'
    ]


def test_numbered_questions_in_plain_text(tmp_path: Path) -> None:
    text = (
        "Interview 4\n\n1. Wie ben je?\n\nLeraar.\n\n2. Vertel eens wat er helpt.\n\nRust.\n\n3. En thuis?\n\nOok rust."
    )
    source = read("gids.txt", text, tmp_path)
    assert [u.label for u in source.utterances] == ["vragensteller", "document"] * 3
    assert source.utterances[2].text == "2. Vertel eens wat er helpt."
    assert source.unspoken == ("Interview 4",)


def test_a_heading_between_that_asks_nothing_is_unspoken(tmp_path: Path) -> None:
    text = "**Wie ben je?**\n\nEen leraar.\n\n**Thuis**\n\n**Wat helpt er?**\n\nRust."
    source = read("gids.md", text, tmp_path)
    assert [u.text for u in source.utterances] == ["Wie ben je?", "Een leraar.", "Wat helpt er?", "Rust."]
    assert source.unspoken == ("Thuis",)


@pytest.mark.parametrize(
    "paragraphs",
    [
        [],
        ["Er is gesproken.", "Wat helpt er?", "Rust."],
        ["1. Rust.", "Dat helpt.", "2. Ruimte.", "Dat ook.", "3. En verder?", "Niets."],
        ["1. Wie?", "2. Wat?", "3. Waar?", "Dat zijn de vragen."],
    ],
)
def test_no_guide(paragraphs: list[str]) -> None:
    assert find_questions(paragraphs, "stuk.txt") is None


def test_questions_without_a_layout_of_their_own_are_remarked_on(tmp_path: Path) -> None:
    text = "Wie ben je?\n\nEen leraar.\n\nWat helpt er?\n\nRust.\n\nEn thuis?\n\nOok rust."
    source = read("gesprek.txt", text, tmp_path)
    assert {u.label for u in source.utterances} == {"document"}
    assert [str(remark) for remark in source.remarks] == [
        "gesprek.txt: 3 of its 6 paragraphs are questions, and no speaker is named; "
        "write who speaks and a colon before each"
    ]
    assert find_unasked(as_document(["Wie?", "Wat?", *("Er is gesproken.",) * 9]), "stuk.txt") == ()
    assert find_unasked(as_document(["Wie?", "Wat?", "Waar?", *("Er is gesproken.",) * 13]), "stuk.txt") == ()
