import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perspectieven.reading.label_styles import parse_seconds
from perspectieven.reading.label_words import looks_like_label
from perspectieven.reading.labels import find_labels, find_turns
from perspectieven.reading.paragraphs import split_paragraphs
from perspectieven.reading.source import Source, Utterance


def read(text: str) -> Source:
    return find_turns(split_paragraphs(text))


def said(text: str) -> list[tuple[str, str]]:
    return [(utterance.label, utterance.text) for utterance in read(text).utterances]


def test_nothing_is_an_empty_source() -> None:
    assert find_turns([]) == Source(())


@pytest.mark.parametrize(
    "text",
    [
        "Interviewer: Hoe gaat het?\nMoeder: Goed.",
        "Interviewer: Hoe gaat het?\n\nMoeder: Goed.",
        "Interviewer:\nHoe gaat het?\n\nMoeder:\nGoed.",
        "Interviewer:\n\nHoe gaat het?\n\nMoeder:\n\nGoed.",
        "Interviewer :Hoe gaat het?\nMoeder :Goed.",
        "**Interviewer:** Hoe gaat het?\n\n**Moeder**: Goed.",
        "__Interviewer__: Hoe gaat het?\n\n*Moeder:* Goed.",
        "<em>Interviewer</em>: Hoe gaat het?\n<b>Moeder:</b> Goed.",
        "[Interviewer]: Hoe gaat het?\n[Moeder]: Goed.",
        "- Interviewer: Hoe gaat het?\n- Moeder: Goed.",
        "Interviewer\tHoe gaat het?\nMoeder\tGoed.",
    ],
)
def test_ways_to_write_who_speaks(text: str) -> None:
    assert said(text) == [("Interviewer", "Hoe gaat het?"), ("Moeder", "Goed.")]


@pytest.mark.parametrize(
    "text",
    [
        "[00:12:03] Spreker 2: Hoe gaat het?\n[00:12:09] Spreker 1: Goed.",
        "Spreker 2 [00:12:03]: Hoe gaat het?\nSpreker 1 [00:12:09]: Goed.",
        "Spreker 2 (12:03): Hoe gaat het?\nSpreker 1 (12:09): Goed.",
        "00:12:03 Spreker 2: Hoe gaat het?\n00:12:09 Spreker 1: Goed.",
        "00:12:03.0 - Spreker 2: Hoe gaat het?\n00:12:09.0 - Spreker 1: Goed.",
        "Spreker 2   12:03\nHoe gaat het?\n\nSpreker 1   12:09\nGoed.",
        "00:12:03 Spreker 2\nHoe gaat het?\n\n00:12:09 Spreker 1\nGoed.",
        "00:12:03\nSpreker 2\nHoe gaat het?\n\n00:12:09\nSpreker 1\nGoed.",
        "**Spreker 2**   12:03\nHoe gaat het?\n**Spreker 1**   12:09\nGoed.",
    ],
)
def test_ways_to_write_who_speaks_when(text: str) -> None:
    assert [(u.label, u.text, u.start_s) for u in read(text).utterances] == [
        ("Spreker 2", "Hoe gaat het?", 723.0),
        ("Spreker 1", "Goed.", 729.0),
    ]


def test_times_of_teams_and_f4() -> None:
    cues = (
        "0:0:5.0 --> 0:0:9.5\nNoor de Wit\nHoi.",
        "0:0:9.5 --> 0:0:12.0\nSanne\nDag.",
        "0:1:0.0 --> 0:1:2.0\nSanne\nJa.",
    )
    teams = read("\n".join(cues))
    assert teams.utterances[:2] == (Utterance("Noor de Wit", "Hoi.", 5.0, 9.5), Utterance("Sanne", "Dag.", 9.5, 12.0))
    f4 = read("I: Hoe gaat het? #00:00:03-4#\nR: Goed. #00:00:09-1#\n\nHoor. #00:01:00-0#")
    assert f4.utterances == (Utterance("I", "Hoe gaat het?", None, 3.4), Utterance("R", "Goed.\nHoor.", None, 60.0))


def test_a_stretch_of_time_has_an_end() -> None:
    source = read("[0:05 - 0:09] Moeder: Goed.\n[0:09 - 0:12] Vader: Ja.")
    assert [(u.start_s, u.end_s) for u in source.utterances] == [(5.0, 9.0), (9.0, 12.0)]


@pytest.mark.parametrize(
    "line",
    [
        "Kijk: dat is het.",
        "Let op: morgen niet.",
        "We zijn er tot 13:30 uur.",
        "Nou, ik zei: doe maar gewoon.",
        "Bijvoorbeeld: een vriend bellen.",
        "Mijn conclusie: het hoort erbij.",
        "Conclusie: het hoort erbij.",
        "http://voorbeeld.nl",
        "Datum: 3 mei.",
        "NB: dit is gewoon.",
        "Wat hij zei: niets.",
        "Gewoon: dat zeg ik altijd.",
    ],
)
def test_a_sentence_with_a_colon_is_no_speaker(line: str) -> None:
    text = f"Interviewer: Hoe gaat het?\nMoeder: Goed.\n{line}\nInterviewer: En thuis?\nMoeder: Gewoon druk."
    assert [label for label, _ in said(text)] == ["Interviewer", "Moeder", "Interviewer", "Moeder"]
    assert line in said(text)[1][1].replace("\n", " ")


def test_a_label_seen_once_counts_if_it_is_like_the_others() -> None:
    text = "Noor: Hoe gaat het?\nSanne: Goed.\nNoor: En jij?\nDaan: Ook goed.\nSanne: Fijn."
    assert [label for label, _ in said(text)] == ["Noor", "Sanne", "Noor", "Daan", "Sanne"]


def test_a_word_that_the_file_also_writes_small_is_no_label_when_seen_once() -> None:
    text = "Noor: Hoe gaat het?\nSanne: Wat een drukte.\nDrukte: dat is alles." + 2 * "\nNoor: Ja.\nSanne: Fijn."
    assert [label for label, _ in said(text)] == ["Noor", "Sanne"] * 3
    assert [label for label, _ in said(f"{text}\nDrukte: altijd.")] == ["Noor", "Sanne"] * 3
    assert [label for label, _ in said(f"{text}\nDrukte: altijd.\nDrukte: ja.")].count("Drukte") == 3


def test_where_others_have_a_time_a_line_without_one_is_text() -> None:
    text = "[0:01] Noor: Hoe gaat het?\n[0:05] Sanne: Goed.\nWarmte: dat helpt.\n[0:09] Noor: Ja.\n[0:12] Sanne: Fijn."
    assert [label for label, _ in said(text)] == ["Noor", "Sanne", "Noor", "Sanne"]


def test_codes() -> None:
    text = "INT: Hoe gaat het?\nR1: Goed.\nr2: Ook.\nP12: Mwah.\nM: Ja."
    assert [label for label, _ in said(text)] == ["INT", "R1", "r2", "P12", "M"]


def test_names_with_particles_parts_and_brackets() -> None:
    lines = ("Jan-Willem van 't Hof: Ja.", "Mevr. De Wit (wijkteam): Nee.")
    text = "\n".join(lines * 2)
    assert [label for label, _ in said(text)][:2] == ["Jan-Willem van 't Hof", "Mevr. De Wit (wijkteam)"]


def test_wrapped_lines_get_a_space_and_paragraphs_a_newline() -> None:
    text = "Moeder: Dat is een lange zin die\nverder loopt.\n\nEn nog iets.\n- rust\n- ruimte\n\nVader: Ja."
    assert said(text) == [
        ("Moeder", "Dat is een lange zin die verder loopt.\nEn nog iets.\nrust\nruimte"),
        ("Vader", "Ja."),
    ]


def test_front_matter_is_no_turn_but_is_kept() -> None:
    source = read(
        "Gesprek 3\nDatum: 3 mei\nInterviewer: Noor\nMoeder: anoniem\n\nInterviewer: Hoe gaat het?\nMoeder: Goed."
    )
    assert [u.label for u in source.utterances] == ["Interviewer", "Moeder"]
    assert source.unspoken == ("Gesprek 3 Datum: 3 mei Interviewer: Noor Moeder: anoniem",)


@pytest.mark.parametrize(
    "text",
    [
        "Verslag van de bijeenkomst.\n\nEr is veel besproken.",
        "Doel: elkaar leren kennen.\n\nDatum: 3 mei\n\nLocatie: online\n\nEr is veel besproken.",
        "13:30 Opening\n\n14:00 Pauze\n\n15:00 Sluiting",
        "Voorzitter: Noor\n\n" + "Een lang besluit over veel. " * 200,
    ],
)
def test_a_file_without_speakers_is_a_document(text: str) -> None:
    assert {label for label, _ in said(text)} == {"document"}


def test_labels_at_the_end_of_a_long_text_do_not_make_it_a_conversation() -> None:
    text = "Een lang besluit over veel. " * 200 + "\n\nMoeder: voor\n\nVader: tegen\n\nMoeder: voor"
    assert {label for label, _ in said(text)} == {"document"}


def test_one_long_answer_is_a_turn() -> None:
    assert [label for label, _ in said("Moeder: " + "Dat hoort er gewoon bij. " * 200)] == ["Moeder"]


def test_long_answers_are_turns() -> None:
    answer = "Dat hoort er gewoon bij. " * 400
    text = f"Een titel\n\nInterviewer: Vertel eens.\n\nMoeder: {answer}\n\nInterviewer: En?\n\nMoeder:\n\n{answer}"
    assert [label for label, _ in said(text)] == ["Interviewer", "Moeder", "Interviewer", "Moeder"]


def test_a_label_without_words_gives_no_turn() -> None:
    assert said("Moeder: Ja.\nVader:\nMoeder: Nee.") == [("Moeder", "Ja."), ("Moeder", "Nee.")]


MINUTES = """Vergadering

De voorzitter. Goedenavond allemaal.

Sanne de Wit (Partij voor Rust). Voorzitter. Dank u wel. Ik sprak mevrouw Bakker. Zij
had een vraag.

Beyza Çelik (XYZ/AB). Ja.

De voorzitter. Mevrouw Bakker, gaat uw gang.

Mevrouw Bakker. Ik dank u.

Wethouder Van Asch (XYZ). Goed.

De heer Van den Berg (L). Voorzitter. Het is goed zo."""


def test_minutes() -> None:
    source = read(MINUTES)
    assert [u.label for u in source.utterances] == [
        "De voorzitter",
        "Sanne de Wit (Partij voor Rust)",
        "Beyza Çelik (XYZ/AB)",
        "De voorzitter",
        "Mevrouw Bakker",
        "Wethouder Van Asch (XYZ)",
        "De heer Van den Berg (L)",
    ]
    assert source.utterances[1].text == "Voorzitter. Dank u wel. Ik sprak mevrouw Bakker. Zij had een vraag."
    assert source.unspoken == ("Vergadering",)


def test_in_minutes_that_use_white_space_for_it_text_between_turns_is_unspoken() -> None:
    turn = ["De voorzitter. Dank.\nDat was het.", "Ik ga verder.", "", "Noor Bakker (XYZ). Goed.", ""]
    source = find_turns([*(turn * 6), "Motie: meer rust.", "Wij verzoeken dit.", "", "De voorzitter. Tot ziens."])
    assert len(source.utterances) == 13
    assert source.utterances[0].text == "Dank. Dat was het.\nIk ga verder."
    assert source.utterances[-2].text == "Goed."
    assert source.unspoken == ("Motie: meer rust.", "Wij verzoeken dit.")


def test_a_turn_of_minutes_inside_a_paragraph_starts_after_a_finished_sentence() -> None:
    lines = [
        "De voorzitter. Het woord is aan",
        "mevrouw Bakker (XYZ). Daarna volgt",
        "Noor Bakker (XYZ). Dat",
        "was het.",
    ]
    last = ["Noor Bakker (XYZ). Dank u.", "De voorzitter. Goed."]
    source = find_turns(["\n".join(lines + last)])
    assert [(u.label, u.text) for u in source.utterances] == [
        ("De voorzitter", "Het woord is aan mevrouw Bakker (XYZ). Daarna volgt Noor Bakker (XYZ). Dat was het."),
        ("Noor Bakker (XYZ)", "Dank u."),
        ("De voorzitter", "Goed."),
    ]


def test_where_turns_follow_without_white_space_it_ends_none() -> None:
    turn = ["De voorzitter. Dank.", "Ik ga verder.", "Noor Bakker (XYZ). Goed.", "", "En nog iets."]
    assert find_turns(turn * 6).unspoken == ()


def test_elsewhere_white_space_ends_no_turn() -> None:
    turn = ["De voorzitter. Dank.", "", "Ik ga verder.", "", "Noor Bakker (XYZ). Goed.", ""]
    source = find_turns(turn * 6)
    assert (len(source.utterances), source.utterances[0].text, source.unspoken) == (12, "Dank.\nIk ga verder.", ())


def test_labels_of_captions() -> None:
    assert find_labels(["Noor: Hoi", "Sanne: Dag", "Noor: Kijk: een vogel"]) == {"Noor", "Sanne"}
    assert find_labels([]) == frozenset()


@pytest.mark.parametrize(
    "words", ["Kijk", "Let op", "dat zei hij", "Hij zei", "Ik", "Een, twee", "Mooi!", "A " * 9, "Datum"]
)
def test_words_that_cannot_be_a_label(words: str) -> None:
    assert not looks_like_label(words)


@pytest.mark.parametrize("stamp", ["", "een", "1:x"])
def test_what_is_no_time(stamp: str) -> None:
    with pytest.raises(ValueError, match="could not convert"):
        parse_seconds(stamp)


WORDS = st.lists(st.from_regex(r"[a-zëé]{1,9}[,.?]?", fullmatch=True), min_size=1, max_size=30).map(" ".join)
LABELS = st.sampled_from(["Interviewer", "Moeder", "R1", "Spreker 2", "Vader"])


@settings(deadline=None)
@given(
    st.lists(st.tuples(LABELS, st.lists(WORDS, min_size=1, max_size=3)), min_size=2, max_size=8), st.integers(30, 90)
)
def test_no_word_and_no_label_is_lost(turns: list[tuple[str, list[str]]], width: int) -> None:
    written = "\n".join(_wrap(f"{label}: " + "\n\n".join(paragraphs), width) for label, paragraphs in turns)
    assert [(label, text.split()) for label, text in said(written)] == [
        (label, " ".join(paragraphs).split()) for label, paragraphs in turns
    ]


def _wrap(text: str, width: int) -> str:
    """Break lines as a typist does, without the breaks that would make a word look like a list item."""
    return re.sub(rf"(.{{{width},}}?) (?=\w{{3,}}\b(?![.)]))", r"\1\n", text)


@given(st.text(max_size=300))
def test_any_text_is_read_and_nothing_else_is_raised(text: str) -> None:
    source = read(text)
    kept = "".join(u.label + u.text for u in source.utterances) + "".join(source.unspoken)
    assert set(re.findall(r"[^\W\d_]", text)) <= set(kept) | {"o"}
