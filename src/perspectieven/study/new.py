"""A new, empty study."""

import shutil
from pathlib import Path

from perspectieven.errors import Fault, StudyError
from perspectieven.reading.speakers import HEADING
from perspectieven.study.settings import FILE
from perspectieven.writing import write_text

_SETTINGS = """\
title = "{title}"
# notice = "..."              # what a reader must know first, at the head of every report and deck of slides
language = "nl"               # nl or en: the language of figures and reports
lexicon = "normaliseren"      # a lexicon that ships with perspectieven, or a folder in this study
seed = 1                      # for everything that draws at random

# The order here is the order in every table and every figure. Add others as you need them, such as beleid.
[[perspectives]]
id = "ouders"
label = "Ouders"

[[perspectives]]
id = "jeugdigen"
label = "Jeugdigen"

[[perspectives]]
id = "professionals"
label = "Professionals"

[privacy]
min_group = 3                          # smaller groups are neither compared nor shown
withheld_codes = ["GRE-VEILIGHEID"]    # for the team only, never in a report
pseudonyms = true                      # replace names and numbers before anything is written
largest_place = 100000                 # places with more inhabitants stay
ages = false                           # replace ages too

[transcripts]
ignore = []                            # files in data/raw that are no transcripts
repair_encoding = false                # mend text whose accents were encoded twice (cliÃ«nten)

[transcripts.columns]                  # for .csv and .xlsx: one utterance a row
text = "text"                          # or several columns, for survey answers: ["vraag 1", "vraag 2"]
speaker = "speaker"

# [exercise]
# coders = "..."                       # who coded turns for the key of an exercise, where that were not people
"""
_SPEAKERS = f"{HEADING}\n*,Interviewer,interviewer,,interviewer,,nee,,,,\n"
_IGNORED = "/data/raw/\n/data/coded/\n/data/sleutel.bin\n/data/sleutel-gezocht/\n/reports/\n"
_PACKAGED = Path(__file__).parents[1] / "template" / "notebooks"
_IN_REPOSITORY = Path(__file__).parents[3] / "notebooks"


def make_study(folder: Path, *, title: str) -> Path:
    """Make an empty study in a folder that is new or empty; return the folder.

    Raises
    ------
    StudyError
        If something is there already; nothing is touched then.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StudyError(Fault(str(folder), "", "is not empty; name a folder that is new or empty"))
    for part in ("data/raw", "data/coded", "notebooks", "reports"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    write_text(folder / FILE, _SETTINGS.format(title=escaped))
    write_text(folder / "data" / "raw" / "speakers.csv", _SPEAKERS)
    write_text(folder / ".gitignore", _IGNORED)
    source = _PACKAGED if _PACKAGED.is_dir() else _IN_REPOSITORY
    for notebook in sorted(source.glob("*.ipynb")):
        shutil.copyfile(notebook, folder / "notebooks" / notebook.name)
    return folder
