"""Values that many tests share."""

import shutil
from pathlib import Path

import pytest

from perspectieven import read_lexicon
from perspectieven.lexicon import Lexicon
from perspectieven.study import Study

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return read_lexicon("normaliseren")


@pytest.fixture
def mini(tmp_path: Path) -> Study:
    """A copy of the mini study that a test may change."""
    folder = tmp_path / "mini"
    shutil.copytree(ROOT / "tests" / "ministudie", folder, ignore=shutil.ignore_patterns("coded", "reports"))
    return Study.open(folder)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real files that others made."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real files is not here")
    return SHARED
