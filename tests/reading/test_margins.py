"""Line numbers in the margin, in plain text and in print."""

from pathlib import Path

import pytest

from perspectieven.reading import read_source
from perspectieven.reading.margins import blank_line_numbers
from perspectieven.reading.source import Source
from tests.reading.test_pdf import write_pdf

SAID = ["Interviewer: Hoe gaat het thuis?", "Moeder: Goed, de jongste slaapt", "12 uur per nacht, en dat scheelt."]
LINES = SAID * 8
READ = [("Interviewer", SAID[0][13:]), ("Moeder", "Goed, de jongste slaapt 12 uur per nacht, en dat scheelt.")] * 8


def number(lines: list[str], step: int, *, start: int = 1, form: str = "{:>4}  {}") -> str:
    return "\n".join(form.format(n if n % step == 0 else "", line) for n, line in enumerate(lines, start=start))


def read(folder: Path, text: str) -> Source:
    path = folder / "gesprek.txt"
    path.write_text(text, encoding="utf-8")
    return read_source(path)


def as_read(source: Source) -> list[tuple[str, str]]:
    return [(said.label, said.text) for said in source.utterances]


@pytest.mark.parametrize("step", [1, 2, 5, 10])
@pytest.mark.parametrize("form", ["{:>4}  {}", "{}\t{}"])
@pytest.mark.parametrize("start", [1, 345])
def test_line_numbers_in_text(tmp_path: Path, step: int, form: str, start: int) -> None:
    lines = LINES * 3 if step == 10 else LINES
    source = read(tmp_path, number(lines, step, start=start, form=form))
    assert as_read(source) == READ * (len(lines) // len(LINES))
    n = sum((start + at) % step == 0 for at in range(len(lines)))
    where = "every line" if step == 1 else f"every {step} lines"
    assert [remark.what.partition(",")[0] for remark in source.remarks] == [f"{n} numbers in the margin"]
    assert f"on {where}, count its lines" in source.remarks[0].what


@pytest.mark.parametrize("step", [1, 5])
def test_line_numbers_that_count_blank_lines_or_not(tmp_path: Path, step: int) -> None:
    spaced = [line for one in LINES for line in ([one, ""] if one == SAID[-1] else [one])]
    assert as_read(read(tmp_path, number(spaced, step))) == READ
    without = iter(number(LINES, step).split("\n"))
    assert as_read(read(tmp_path, "\n".join(next(without) if line else "" for line in spaced))) == READ


def test_line_numbers_that_start_anew_on_each_page_under_a_title(tmp_path: Path) -> None:
    pages = [number(LINES[:12], 1), number(LINES[12:], 1)]
    assert as_read(read(tmp_path, "Gesprek 3\n\n" + "\n\n".join(pages))) == READ


@pytest.mark.parametrize(
    "text",
    [
        number(LINES, 5).replace("  10", "    ", 1),
        number(LINES, 5).replace("  15", "  16", 1),
        number(LINES, 1).replace("   7", "   8", 1),
        number(LINES[:18], 1),
        number(LINES, 7),
        "\n".join(LINES),
        "\n".join(f"{n}. {line}" for n, line in enumerate(LINES, start=1)),
        "\n".join(f"{1990 + 3 * n} {line}" for n, line in enumerate(LINES)),
    ],
    ids=["one lacks", "one is off", "twice the same", "too few", "odd step", "none", "list", "years"],
)
def test_numbers_that_do_not_count_lines_stay(text: str) -> None:
    assert blank_line_numbers(text, "gesprek.txt") == (text, ())


def printed(lines: list[str], step: int, *, start: int, at: float = 0.08) -> list[tuple[float, float, str]]:
    page = [(0.12, 0.1 + 0.02 * row, line) for row, line in enumerate(lines)]
    page += [(at, 0.1 + 0.02 * row, f"{n:02}") for row in range(len(lines)) if (n := start + row) % step == 0]
    return [*page, (0.5, 0.97, "1")]


@pytest.mark.parametrize(("step", "anew"), [(1, False), (1, True), (5, False)])
def test_line_numbers_in_print(tmp_path: Path, step: int, *, anew: bool) -> None:
    pages = [printed(LINES[:12], step, start=10), printed(LINES[12:], step, start=1 if anew else 22)]
    source = read_source(write_pdf(tmp_path / "gesprek.pdf", pages))
    assert as_read(source) == READ
    assert len(source.remarks) == 1
    assert "numbers in the margin, on every" in source.remarks[0].what


@pytest.mark.parametrize(("step", "at", "start"), [(3, 0.08, 10), (5, 0.6, 10)])
def test_other_numbers_in_print_stay(tmp_path: Path, step: int, at: float, start: int) -> None:
    path = write_pdf(tmp_path / "gesprek.pdf", [printed(LINES, step, start=start, at=at)])
    source = read_source(path)
    assert "15" in " ".join(said.text for said in source.utterances)
    assert not any("margin" in remark.what for remark in source.remarks)
