import pytest

from perspectieven.reading.hyphens import WRAP, undo_hyphens


@pytest.mark.parametrize(
    ("paragraph", "joined"),
    [
        (f"een oplei{WRAP}\nding na de opleiding", "een opleiding na de opleiding"),
        (f"sociaal{WRAP}\nemotioneel en sociaal-emotioneel", "sociaal-emotioneel en sociaal-emotioneel"),
        (f"nood{WRAP}\nen hulpdiensten", "nood- en hulpdiensten"),
        (f"de GGZ{WRAP}\nhulp", "de GGZ-hulp"),
        (f"de G{WRAP}\n4", "de G-4"),
        (f"drieminuten{WRAP}\ninterruptie", "drieminuten-interruptie"),
        ("gewoon -\nzei ze", "gewoon -\nzei ze"),
        (f"aan het eind{WRAP}", "aan het eind-"),
        ("", ""),
    ],
)
def test_a_hyphen_at_a_line_end(paragraph: str, joined: str) -> None:
    assert undo_hyphens([paragraph], n_lines=100) == (joined,)


def test_a_file_hyphenated_by_machine_loses_its_hyphens() -> None:
    assert undo_hyphens(["het vertrou-\nwen is", "weg, vol-\nledig"], n_lines=4) == (
        "het vertrouwen is",
        "weg, volledig",
    )
