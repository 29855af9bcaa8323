"""What a report says of how well the lexicon does is worked out from what was measured."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from perspectieven.study import reporting

MEASURED = {"precision": 0.79, "recall": 0.48, "stance": 0.9, "n_turns": 567, "n_hits": 748, "n_firm": 845}


def notes(monkeypatch: pytest.MonkeyPatch, language: str, measured: dict[str, Any] | None) -> str:
    monkeypatch.setattr(reporting, "read_measured", lambda source, digest: measured)
    study = SimpleNamespace(
        lexicon_source="klein", lexicon=SimpleNamespace(digest="ab"), settings=SimpleNamespace(language=language)
    )
    (note,) = reporting._notes(cast(Any, study))
    return note


def test_what_is_wrong_and_missed_is_the_rest_of_what_is_right_and_found(monkeypatch: pytest.MonkeyPatch) -> None:
    note = notes(monkeypatch, "nl", MEASURED)
    assert "vond ten minste een van beiden 79% verdedigbaar (748 treffers)" in note
    assert "Het mist dus 52% van wat beiden zeker vonden, en 21% van wat het vindt, vond geen van beiden" in note
    other = notes(monkeypatch, "en", MEASURED | {"precision": 0.6, "recall": 0.7})
    assert "So it misses 30% of what both were sure of, and 40% of what it finds" in other


def test_a_lexicon_that_was_not_measured_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert notes(monkeypatch, "nl", None).startswith("Van dit lexicon is niet gemeten hoe goed het doet")
