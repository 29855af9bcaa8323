"""What repeats one sign many times is read in a time that grows with its length, not with the square of it.

The bound is a hundred times what each takes; what tries all ways to share the signs out takes minutes.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading import read_source
from perspectieven.reading.cues import split_voices
from perspectieven.reading.emphasis import set_apart
from perspectieven.reading.hyphens import undo_hyphens
from perspectieven.reading.label_styles import STYLES
from perspectieven.reading.margins import blank_line_numbers
from perspectieven.reading.openings import find_openings, iter_lines
from perspectieven.reading.text import iter_paragraphs

MANY = 60_000
SECONDS = 5.0
CASES: dict[str, Callable[[], object]] = {
    "white space in a voice tag": lambda: list(split_voices("<v" + " " * MANY + "x", 0.0, 1.0)),
    "white space set apart": lambda: set_apart("x" + " " * MANY),
    "white space in Markdown": lambda: list(iter_paragraphs("x" + " " * MANY + "x")),
    "front matter without an end": lambda: list(iter_paragraphs("---\n" + "-x: y\n" * 28)),
    "tabs behind a time": lambda: STYLES["tab"].match("00:01" + "\t" * MANY + "9"),
    "white space behind bold": lambda: STYLES["set apart"].match("\ufdd0Noor" + " " * MANY + "x\ufdd1"),
    "a word without an end": lambda: undo_hyphens(["x" * MANY], n_lines=1),
    "lines of numbers": lambda: blank_line_numbers("\n\n12\n" * MANY, "gesprek.txt"),
    "names that come once": lambda: find_openings(
        list(iter_lines(["Noor: ja\n" * 12_000 + "\n".join(f"Naam{'x' * (n % 9)}q{n}: ja" for n in range(12_000))])),
        "colon",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_long_row_of_one_sign_takes_no_time(name: str) -> None:
    started = time.process_time()
    CASES[name]()
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("text", ["1\n" + "0" * 300_000 + ":2", "1\n\n" * 100_000, "0" * 300_000])
def test_digits_in_subrip_take_no_time(text: str, tmp_path: Path) -> None:
    path = tmp_path / "gesprek.srt"
    path.write_text(text, encoding="utf-8")
    started = time.process_time()
    with pytest.raises(TranscriptError, match="line 1: is not SubRip from here"):
        read_source(path)
    assert time.process_time() - started < SECONDS


def test_lines_after_front_matter_are_kept() -> None:
    text = "---\ntitel: gesprek\n---\n- rust\n- hulp\n---\nEinde"
    assert list(iter_paragraphs(text)) == ["rust", "hulp", "Einde"]
