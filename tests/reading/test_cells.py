from perspectieven.reading.cells import join_cells


def test_a_table_of_speakers_with_times() -> None:
    rows = [
        [["Tijd"], ["Spreker"], ["Tekst"]],
        [["0:05"], ["Noor"], ["Hoi.", "Kom binnen."]],
        [["[0:09]"], ["Sanne:"], ["Dag."]],
        [["0:11"], [], ["Mag mijn jas uit?"]],
    ]
    assert list(join_cells(rows)) == [
        "[0:05] Noor: Hoi.",
        "Kom binnen.",
        "[0:09] Sanne: Dag.",
        "Mag mijn jas uit?",
    ]


def test_another_table_is_a_line_per_row_or_per_cell() -> None:
    assert list(join_cells([[["Slapen"], ["goed"], []], [["School"], ["moe", "druk"], []]])) == [
        "Slapen\tgoed",
        "School",
        "moe",
        "druk",
    ]


def test_no_rows() -> None:
    assert list(join_cells([])) == []
