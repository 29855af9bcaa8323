"""A study of as many transcripts as a test wants, with a lexicon that is ready at once."""

from pathlib import Path

from perspectieven.study import Study
from tests.reading.test_lexicon import write

_SETTINGS = """\
title = "Veel"
seed = 1
lexicon = "dieren"
[[perspectives]]
id = "ouders"
label = "Ouders"
"""
_SPEAKERS = """\
transcript,label,speaker,perspective,role,sector,quotable
*,Interviewer,interviewer,,interviewer,,nee
*,Moeder,,ouders,participant,,ja
"""
_SAID = "Interviewer: Heeft u dieren?\nMoeder: De kat van nummer {n}, en ook een hond.\n"


def make_batch(folder: Path, n: int, *, length: int = 1) -> Study:
    """Make a study of `n` transcripts, each with `length` questions and answers."""
    raw = folder / "data" / "raw"
    raw.mkdir(parents=True)
    (folder / "dieren").mkdir()
    write(folder / "dieren")
    (folder / "study.toml").write_text(_SETTINGS, encoding="utf-8")
    (raw / "speakers.csv").write_text(_SPEAKERS, encoding="utf-8")
    for number in range(n):
        (raw / f"gesprek-{number:03d}.txt").write_text(_SAID.format(n=number) * length, encoding="utf-8")
    return Study.open(folder)


def tables_of(study: Study) -> dict[str, bytes]:
    """Return the bytes of tables and manifest."""
    return {path.name: path.read_bytes() for path in sorted(study.coded.folder.glob("*.*"))}


def transcripts_in_parts(study: Study) -> set[str]:
    """Return the ids of what is coded, whether or not there are tables."""
    return set(study.coded.parts.index())
