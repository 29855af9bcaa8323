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
    if path.suffix.lower() in SUFFIXES
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


def test_letters_to_parliament_are_without_field_codes_and_footers() -> None:
    for path in sorted((SHARED / "real/dutch").glob("nl_kamervragen_*.docx")):
        source = read_source(path)
        text = "\n".join(utterance.text for utterance in source.utterances)
        text += "\n".join(source.unspoken)
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


TIMED = {
    "MaureenMarvinRobin.TextGrid": (4, 3, 4),
    "MaureenMarvinRobin.eaf": (4, 3, 4),
    "metadata.vtt": (5, 1, 185),
    "test.eaf": (6, 2, 34),
    "transcript.vtt": (1, 1, 4118),
    "vttjs_cue-settings_region_region-arrows.vtt": (1, 1, 1),
    "vttjs_cuetext_escape-characters_amp.vtt": (1, 1, 5),
    "vttjs_cuetext_escape-characters_gt.vtt": (1, 1, 6),
    "vttjs_cuetext_escape-characters_incorrect.vtt": (1, 1, 10),
    "vttjs_cuetext_escape-characters_lrm.vtt": (1, 1, 5),
    "vttjs_cuetext_escape-characters_lt.vtt": (1, 1, 7),
    "vttjs_cuetext_escape-characters_nbsp.vtt": (1, 1, 9),
    "vttjs_cuetext_escape-characters_rlm.vtt": (1, 1, 5),
    "vttjs_cuetext_escape-characters_together.vtt": (1, 1, 10),
    "vttjs_cuetext_format_no-newline-at-end.vtt": (1, 1, 1),
    "vttjs_cuetext_timestamp_basic.vtt": (1, 1, 5),
    "vttjs_cuetext_timestamp_nested.vtt": (1, 1, 2),
    "vttjs_cuetext_timestamp_no-end-gt.vtt": (1, 1, 6),
    "vttjs_cuetext_timestamp_non-digit.vtt": (1, 1, 5),
    "vttjs_cuetext_timestamp_out-of-cue-range.vtt": (1, 1, 2),
    "vttjs_cuetext_timestamp_space-after-lt.vtt": (1, 1, 3),
    "wv_captions_with_bom.vtt": (1, 1, 12),
    "wv_comments.vtt": (1, 1, 25),
    "wv_cue_tags.vtt": (1, 1, 13),
    "wv_invalid_timeframe_in_cue_text.vtt": (1, 1, 9),
    "wv_metadata_headers_multiline.vtt": (1, 1, 6),
    "wv_missing_caption_text.vtt": (2, 1, 12),
    "wv_sample.sbv": (1, 1, 22),
    "wv_styles.vtt": (1, 1, 3),
    "wv_using_identifiers.vtt": (1, 1, 18),
    "wv_youtube_dl.vtt": (1, 1, 8),
    "zoom_nospeaker.vtt": (11, 1, 225),
    "zoom_plc.vtt": (1, 1, 2590),
}
"""How many turns, speakers and words there are in each; all other files in the folder are in `REFUSED`."""


def test_every_file_with_times() -> None:
    found = {}
    for path in FILES:
        if path.parent.name == "timed" and path.name not in REFUSED:
            said = read_source(path).utterances
            found[path.name] = (len(said), len({u.label for u in said}), sum(len(u.text.split()) for u in said))
            assert all(u.start_s is not None and u.end_s is not None and u.start_s <= u.end_s for u in said)
    assert found == TIMED


def test_zoom_is_one_speaker_with_the_times_of_the_first_and_the_last_cue() -> None:
    (said,) = read_source(SHARED / "real/timed/zoom_plc.vtt").utterances
    assert (said.label, said.start_s, said.end_s) == ("Caleob King", 4.16, 1874.72)


def test_youtube_rolls_and_no_word_is_there_twice() -> None:
    (said,) = read_source(SHARED / "real/timed/wv_youtube_dl.vtt").utterances
    assert said.text == "yeah what this will happen is I'm telling"
