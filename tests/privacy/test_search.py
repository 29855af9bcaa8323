"""What the search skips because no word there can be part of a name or number, it would not have found either."""

import csv
import re
from pathlib import Path

import pytest

from perspectieven.privacy import identifiers, institutions, people
from perspectieven.privacy.findings import Kind
from perspectieven.privacy.search import Wanted, search_texts

SNIPPETS = Path(__file__).parents[2] / "benchmarks" / "privacy" / "develop.tsv"
EVERYTHING = Wanted(listed=(("sanne de wolf", Kind.PERSON),), largest_place=20_000_000, ages=True)


def texts() -> list[str]:
    with SNIPPETS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    written = [re.sub(r"\{[A-Z]+\|([^{}]*)\}", r"\1", row["text"]) for row in rows[::2]]
    return [*written, *(text.lower() for text in written)]


@pytest.mark.parametrize("skipping", ["people", "institutions", "identifiers"])
def test_nothing_is_missed_by_skipping(monkeypatch, skipping):
    conversations = [texts()[at : at + 5] for at in range(0, len(texts()), 5)]
    quick = [search_texts(conversation, EVERYTHING) for conversation in conversations]
    if skipping == "identifiers":
        monkeypatch.setattr(identifiers, "_sign", lambda said: 31)
    else:
        module = people if skipping == "people" else institutions
        monkeypatch.setattr(module, "_where_to_look", lambda tokens, *known, uncased: range(len(tokens)))
    thorough = [search_texts(conversation, EVERYTHING) for conversation in conversations]
    assert [_places(found) for found in quick] == [_places(found) for found in thorough]


def _places(conversation):
    return [
        sorted(
            (found.start, found.end, found.kind, found.reason)
            for found in (*(person.finding for person in searched.people), *searched.others)
        )
        for searched in conversation
    ]


@pytest.mark.parametrize("said", ["Bleek coeliakie. Sindsdien wacht ik minder af.", "Toen kreeg hij kinkhoest."])
def test_an_illness_is_nobody(said):
    [searched] = search_texts([said], Wanted())
    assert (searched.people, searched.others) == ((), ())
