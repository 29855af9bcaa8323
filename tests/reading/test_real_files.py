"""Files that people really have; they lie beside the repository and are not part of it."""

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading import SUFFIXES, read_source, read_transcript
from perspectieven.transcript import DOCUMENT

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real files lie in ../shared, which is not here")

FILES = sorted(
    path
    for folder in ("real/dutch", "real/timed", "real/nasty", "seeds")
    for path in (SHARED / folder).glob("*")
    if path.suffix in SUFFIXES
)
REFUSED = {
    "gb2312.srt",
    "mm_empty.docx",
    "pm_aes-256-r6.pdf",
    "pm_pdf-with-jbig2.pdf",
    "pp_empty.pdf",
    "pt_blank.pdf",
    "pt_both_passwords.pdf",
    "pt_corrupt.pdf",
    "pt_user_password.pdf",
    "px_having-images.docx",
    "wv_empty.vtt",
    "wv_invalid.vtt",
    "wv_invalid_format4.srt",
    "wv_missing_timeframe.srt",
    "wv_missing_timeframe.vtt",
    "wv_no_captions.vtt",
}


def test_each_file_is_read_or_refused() -> None:
    refused = set()
    for path in FILES:
        try:
            assert read_transcript(path).turns
        except TranscriptError:
            refused.add(path.name)
    assert refused == REFUSED


def test_minutes_of_a_council() -> None:
    path = next((SHARED / "real/dutch").glob("denhaag_notulen-15730225-*.pdf"))
    source = read_source(path)
    counts = Counter(utterance.label for utterance in source.utterances)
    assert len(source.utterances) == 715
    assert counts["De voorzitter"] == 200
    assert counts["Rachid Guernaoui (Hart voor Den Haag)"] == 50
    assert DOCUMENT not in counts
    assert "Presentielijst" in source.unspoken
    assert not any(re.search(r"^\d+$", u.text, re.MULTILINE) for u in source.utterances)
    assert [u.label for u in source.utterances if u.text.count("\n") > 20] == []


def test_no_letter_of_the_minutes_is_lost() -> None:
    path = next((SHARED / "real/dutch").glob("denhaag_notulen-15730225-*.pdf"))
    source = read_source(path)
    with pypdfium2.PdfDocument(path) as document:
        printed = "".join(page.get_textpage().get_text_range() for page in document)
    kept = "".join(u.label + u.text for u in source.utterances) + "".join(source.unspoken)
    assert Counter(filter(str.isalpha, kept)) == Counter(filter(str.isalpha, printed))


def test_letters_to_parliament_are_documents_without_field_codes_and_footers() -> None:
    for path in sorted((SHARED / "real/dutch").glob("nl_kamervragen_*.docx")):
        source = read_source(path)
        text = "\n".join(utterance.text for utterance in source.utterances)
        assert {utterance.label for utterance in source.utterances} == {DOCUMENT}
        assert re.search(r"DOCPROPERTY|MERGEFORMAT|Pagina \d", text) is None


def test_flyers_are_documents_with_list_items_and_joined_lines() -> None:
    path = next((SHARED / "seeds").glob("000_*.txt"))
    texts = [utterance.text for utterance in read_source(path).utterances]
    assert texts[7:10] == [
        "1) informele steun en pedagogische civil society, versterken van het gewone opvoeden;",
        "2) formele hulp en ondersteuning;",
        "3) beleidsmatig.",
    ]
    assert (
        "Wij brengen met praktijkvoorbeelden in beeld op welke manier normaliseren in de praktijk vertaald wordt;"
        in texts
    )
