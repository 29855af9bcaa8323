from perspectieven.reading.columns import order_lines
from perspectieven.reading.printed import Line, Word


def line(row: int, *cells: tuple[str, float, float]) -> Line:
    """Make a line of cells, each of words that fill it from left to right."""
    words: list[Word] = []
    for text, left, right in cells:
        parts = text.split()
        step = (right - left) / len(parts)
        words += [Word(part, left + at * step, left + (at + 1) * step - 2) for at, part in enumerate(parts)]
    return Line(tuple(words), 0, 300.0 - 12 * row, 8.0)


def shown(lines: list[Line]) -> list[str]:
    return [one.text for one in order_lines(lines)]


def test_no_lines() -> None:
    assert order_lines([]) == ()


def test_two_columns_between_lines_over_the_whole_width() -> None:
    rows = [line(row, (f"links {row} l l", 0, 100), (f"rechts {row} r r", 130, 230)) for row in range(1, 6)]
    title, last = line(0, ("een titel over alles heen", 0, 230)), line(6, ("het slot over alles heen", 0, 230))
    assert shown([title, *rows, last]) == [
        "een titel over alles heen",
        *(f"links {row} l l" for row in range(1, 6)),
        *(f"rechts {row} r r" for row in range(1, 6)),
        "het slot over alles heen",
    ]
    assert [one.column for one in order_lines([title, *rows])][:2] == [None, (0, 98)]


def test_three_columns() -> None:
    rows = [
        line(row, *((f"{name} {row} x x", left, left + 60.0) for name, left in zip("abc", (0, 90, 180), strict=True)))
        for row in range(5)
    ]
    assert shown(rows) == [f"{name} {row} x x" for name in "abc" for row in range(5)]


def test_a_short_last_column() -> None:
    rows = [line(row, (f"links {row} l l", 0, 100)) for row in range(9)]
    rows[:4] = [line(row, (f"links {row} l l", 0, 100), (f"rechts {row} r r", 130, 230)) for row in range(4)]
    assert shown(rows)[8:10] == ["links 8 l l", "rechts 0 r r"]


def test_names_or_figures_in_a_column_make_a_table_with_tabs() -> None:
    texts = ("ja", "nou nee dat denk ik toch niet", "dat is waar", "dat weet ik eigenlijk niet", "goed")
    named = [line(row, ("Moeder", 0, 40), (text, 100, 100.0 + 6 * len(text))) for row, text in enumerate(texts)]
    assert shown(named) == [f"Moeder\t{text}" for text in texts]
    figures = [line(row, ("rust en ruimte", 0, 70), (f"{row}", 100, 110)) for row in range(6)]
    assert shown(figures) == [f"rust en ruimte\t{row}" for row in range(6)]
