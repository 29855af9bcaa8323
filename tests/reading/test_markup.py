from pathlib import Path

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading import markup
from perspectieven.reading.markup import parse_markup

PATH = Path("debat.xml")


def parse(text: str) -> str:
    return parse_markup(text.encode(), PATH, repair="download it again").tag


def test_a_document_type_without_entities_is_read() -> None:
    assert parse('<!DOCTYPE u SYSTEM "u.dtd"><u/>') == "u"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('<!DOCTYPE u [<!ENTITY a "geheim">]><u>&a;</u>', "declares entities of its own, which are not read; download"),
        ('<!DOCTYPE u [<!ENTITY a SYSTEM "file:///etc/passwd">]><u>&a;</u>', "declares entities of its own"),
        ("<u>\n<seg>geheim</u>", "line 2: is not sound XML from here; download it again"),
        ("<u>\n&geheim;</u>", "line 2: is not sound XML from here"),
        ("", "line 1: is not sound XML from here"),
        ('<?xml version="1.0" encoding="geheim"?><u/>', "is not sound XML from here|names an encoding"),
        ("<u>" * 200 + "</u>" * 200, "has more than 150 elements inside each other; no more is read; download"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused_without_its_words(text: str, message: str) -> None:
    with pytest.raises(TranscriptError, match=message) as caught:
        parse(text)
    assert "geheim" not in str(caught.value)


def test_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MOST_ELEMENTS", 3)
    assert parse("<u><a/><b/></u>") == "u"
    with pytest.raises(TranscriptError, match="has more than 3 elements; no more is read"):
        parse("<u><a/><b/><c/></u>")
