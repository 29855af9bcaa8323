"""What a program need not wait for is not imported: spaCy only by what goes through it, and little for `--help`."""

import json
import subprocess
import sys

import pytest

CODING = (
    "import perspectieven; perspectieven.code_texts(['Dat hoort erbij.'], perspectieven.read_lexicon('normaliseren'))"
)


def imported_by(program: str) -> set[str]:
    """Run a program in a new process and return the packages that it imported."""
    tell = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", f"{program}; {tell}"], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("program", "without"),
    [
        ("import perspectieven", {"spacy", "numba", "pandas", "matplotlib", "typer"}),
        ("import perspectieven.cli", {"spacy", "numba", "pandas", "matplotlib"}),
        (CODING, {"spacy", "matplotlib", "statsmodels"}),
        ("import perspectieven; perspectieven.Study", {"spacy", "nbconvert"}),
    ],
)
def test_what_is_not_needed_is_not_imported(program, without):
    found = imported_by(program)
    assert "perspectieven" in found
    assert found & without == set()
