import pytest

from perspectieven.errors import StudyError
from perspectieven.reading import Columns
from perspectieven.study.settings import read_settings

GOOD = """
title = "Een studie"
notice = "Alles is verzonnen."
seed = 4
[[perspectives]]
id = "ouders"
label = "Ouders"
[[perspectives]]
id = "beleid"
label = "Beleid"
[privacy]
min_group = 5
withheld_codes = []
[transcripts]
ignore = ["LEESMIJ.md"]
[transcripts.columns]
text = ["vraag 1", "vraag 2"]
speaker = "naam"
[exercise]
coders = "twee codeurs"
"""


def faults(folder, text):
    (folder / "study.toml").write_text(text, encoding="utf-8")
    with pytest.raises(StudyError) as caught:
        read_settings(folder)
    return [f"{fault.place}: {fault.what}" for fault in caught.value.faults]


def test_settings_are_read(tmp_path):
    (tmp_path / "study.toml").write_text(GOOD, encoding="utf-8")
    settings = read_settings(tmp_path)
    assert (settings.title, settings.language, settings.seed) == ("Een studie", "nl", 4)
    assert (settings.notice, settings.coders) == ("Alles is verzonnen.", "twee codeurs")
    assert dict(settings.perspectives) == {"ouders": "Ouders", "beleid": "Beleid"}
    assert (settings.min_group, settings.withheld_codes, settings.ignore) == (5, (), ("LEESMIJ.md",))
    assert settings.columns == Columns(text=("vraag 1", "vraag 2"), speaker="naam")


def test_quotes_have_numbers_of_speakers_only_where_a_study_asks_for_them(tmp_path):
    (tmp_path / "study.toml").write_text(GOOD, encoding="utf-8")
    assert read_settings(tmp_path).speaker_numbers is False
    asked = GOOD.replace("min_group = 5", "min_group = 5\nspeaker_numbers = true")
    (tmp_path / "study.toml").write_text(asked, encoding="utf-8")
    assert read_settings(tmp_path).speaker_numbers is True


def test_what_may_be_left_out_has_a_default(tmp_path):
    text = 'title = "x"\n[[perspectives]]\nid = "ouders"\nlabel = "Ouders"\n'
    (tmp_path / "study.toml").write_text(text, encoding="utf-8")
    settings = read_settings(tmp_path)
    assert (settings.lexicon, settings.min_group, settings.withheld_codes) == ("normaliseren", 3, ("GRE-VEILIGHEID",))
    assert (settings.notice, settings.coders) == ("", "")


def test_every_fault_at_once(tmp_path):
    broken = """
title = 3
language = "fr"
colour = "blue"
[[perspectives]]
id = "ouders"
[[perspectives]]
id = "ouders"
label = "Ouders"
kleur = "rood"
[privacy]
min_group = "drie"
[transcripts.columns]
tekst = "a"
"""
    assert faults(tmp_path, broken) == [
        "title: is a int; make it a str",
        "colour: is unknown; use one of title, notice, language, lexicon, seed, perspectives, "
        "privacy, transcripts, exercise",
        'language: is "fr"; use one of nl, en',
        "perspectives, number 1: has no label; add it",
        "perspectives, number 2.kleur: is unknown; use one of id, label",
        'perspectives: id "ouders" occurs more than once; give each its own',
        "privacy.min_group: is a str; make it a int",
        "transcripts.columns.tekst: is unknown; use one of text, speaker, start_s, end_s",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "title: is missing or empty"),
        ('title = "x"\nperspectives = ["ouders"]', r"write \[\[perspectives\]\] with id"),
        ("title = ", "is no valid TOML"),
        ('title = "x"\nseed = -1\n[[perspectives]]\nid = "a"\nlabel = "A"', "seed: is -1; use a whole number from 0"),
        (
            'title = "x"\n[[perspectives]]\nid = ["a"]\nlabel = "A"\n[privacy]\nmin_group = 0',
            "privacy.min_group: is 0; use a whole number from 1",
        ),
    ],
)
def test_each_fault_is_told(tmp_path, text, message):
    (tmp_path / "study.toml").write_text(text, encoding="utf-8")
    with pytest.raises(StudyError, match=message):
        read_settings(tmp_path)


def test_no_settings_and_no_utf8(tmp_path):
    with pytest.raises(StudyError, match=r"no study\.toml here; .* perspectieven new DIR"):
        read_settings(tmp_path)
    (tmp_path / "study.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(StudyError, match="is not UTF-8"):
        read_settings(tmp_path)


def test_a_mark_that_a_text_editor_puts_before_utf_8_is_passed_over(tmp_path):
    (tmp_path / "study.toml").write_text(GOOD.lstrip(), encoding="utf-8-sig")
    assert read_settings(tmp_path).title == "Een studie"


@pytest.mark.parametrize("key", ["data/coded/sleutel", "Data/Coded/sleutel", "REPORTS/sleutel", "x/../reports/sleutel"])
def test_the_key_is_not_among_what_is_passed_on(tmp_path, key):
    [fault] = faults(tmp_path, GOOD.replace("min_group = 5", f'min_group = 5\nkey = "{key}"'))
    assert fault.startswith("privacy.key: ")


def test_a_notice_is_a_sentence_that_fits_the_head_of_a_page(tmp_path):
    start = GOOD.replace('notice = "Alles is verzonnen."', 'notice = "{}"')
    assert faults(tmp_path, start.replace("{}", " ")) == ["notice: is blank; write a sentence, or leave the line out"]
    assert faults(tmp_path, start.replace("{}", "a" * 201)) == [
        "notice: has 201 characters; write at most 200, on one line"
    ]
    assert faults(tmp_path, start.replace("{}", "a\\nb")) == [
        "notice: has 3 characters; write at most 200, on one line"
    ]
    assert faults(tmp_path, GOOD.replace("coders", "codeurs")) == ["exercise.codeurs: is unknown; use one of coders"]
