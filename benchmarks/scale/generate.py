"""Make an invented study of any size: conversations put together from the turns of the example study.

python benchmarks/scale/generate.py FOLDER N [--length CHARACTERS]
"""

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from perspectieven.reading.speakers import COLUMNS
from perspectieven.study import Study
from perspectieven.transcript import Turn

ROOT = Path(__file__).parents[2]
SEED = 20_260
SHORT, LONG = 4_500, 45_000
"""Characters of a conversation, on average: some ten minutes, and well over an hour."""
FOLDER_HOLDS = 1_000
"""Conversations in one folder of data/raw."""


def generate(folder: Path, n: int, *, length: int = SHORT, seed: int = SEED) -> Path:
    """Write a study of `n` conversations, two to four thirds of `length` each; the same again gives the same bytes."""
    example = Study.open(ROOT)
    draw = random.Random(seed)
    said = _said_by_perspective(example)
    raw = folder / "data" / "raw"
    raw.mkdir(parents=True)
    (folder / "study.toml").write_text(_settings(example), encoding="utf-8")
    rows: list[Sequence[str]] = [("*", "Interviewer", "interviewer", "", "interviewer", "", "nee")]
    for number in range(n):
        perspective = draw.choice(example.perspectives)
        name = f"gesprek-{number:06d}"
        place = raw / f"map-{number // FOLDER_HOLDS:03d}"
        place.mkdir(exist_ok=True)
        lines = _draw_conversation(said[perspective], said[""], draw, length)
        (place / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        rows.append((name, "Spreker", f"{perspective}-{number:06d}", perspective, "participant", "", "ja"))
    with (raw / "speakers.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])
    return folder


def _said_by_perspective(example: Study) -> dict[str, list[str]]:
    """Return what was said by each perspective, and by interviewers under an empty one; paragraphs joined."""
    said: dict[str, list[str]] = defaultdict(list)
    for transcript in example.transcripts():
        for turn in transcript.turns:
            said[_perspective(turn)].append(" ".join(turn.text.split()))
    return said


def _perspective(turn: Turn) -> str:
    return turn.speaker.perspective or "" if turn.speaker else ""


def _draw_conversation(answers: Sequence[str], questions: Sequence[str], draw: random.Random, length: int) -> list[str]:
    least = draw.randint(length * 2 // 3, length * 4 // 3)
    lines: list[str] = []
    while sum(map(len, lines)) < least:
        lines += [f"Interviewer: {draw.choice(questions)}", f"Spreker: {draw.choice(answers)}"]
    return lines


def _settings(example: Study) -> str:
    perspectives = (
        f'[[perspectives]]\nid = "{name}"\nlabel = "{label}"\n' for name, label in example.settings.perspectives.items()
    )
    return "\n".join(['title = "Schaal, verzonnen"\nseed = 1\n', *perspectives])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    parser.add_argument("n", type=int, help="how many conversations")
    parser.add_argument("--length", type=int, default=SHORT, help="characters of each, on average")
    given = parser.parse_args()
    print(generate(given.folder, given.n, length=given.length))


if __name__ == "__main__":
    main()
