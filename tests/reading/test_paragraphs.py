import pytest

from perspectieven.reading.paragraphs import is_item, join_lines, split_paragraphs, without_bullet


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", ()),
        ("  \n\n \n", ()),
        ("een\ntwee\n\ndrie", ("een\ntwee", "drie")),
        ("Wij zien:\n\uf0b7 rust;\n\uf0b7 ruimte.", ("Wij zien:", "\uf0b7 rust;", "\uf0b7 ruimte.")),
        ("1) steun;\n   dichtbij\n2) hulp.", ("1) steun;\n   dichtbij", "2) hulp.")),
        (
            "Deze lange regel loopt door tot de kantlijn en\nhier eindigt hij.\nDit is een nieuwe alinea, en die is",
            (
                "Deze lange regel loopt door tot de kantlijn en\nhier eindigt hij.",
                "Dit is een nieuwe alinea, en die is",
            ),
        ),
    ],
)
def test_paragraphs(text: str, paragraphs: tuple[str, ...]) -> None:
    assert split_paragraphs(text) == paragraphs


@pytest.mark.parametrize(
    "line", ["- rust", "• rust", "\uf0b7rust", "o\trust", "o **Rust**", "* rust", "*Wij", "2. rust", "b) rust"]
)
def test_list_items(line: str) -> None:
    assert is_item(line)


@pytest.mark.parametrize(
    "line", ["rust", "1.250 woningen", "13.30 uur", "-rust", "oma", "o nee", "e.a. rust", "2022. Toen"]
)
def test_other_lines(line: str) -> None:
    assert not is_item(line)


def test_bullets_go_and_words_stay() -> None:
    assert [without_bullet(line) for line in ("- rust", "\uf0b7  rust", "1) rust", "-", "rust")] == [
        "rust",
        "rust",
        "1) rust",
        "-",
        "rust",
    ]


def test_wrapped_lines_are_joined_with_one_space() -> None:
    assert join_lines(["een ", "  twee", "", "drie\tvier"]) == "een twee drie vier"
