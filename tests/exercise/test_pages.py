"""Pages of scores: what the class sees, what a student sees, and who can be recognised."""

import html
import re

from perspectieven.exercise import class_page, score_sheets, student_page
from perspectieven.exercise.pages import describe_scores
from tests.exercise.samples import TEXTS, make, sheet

GIVEN = [
    sheet("anna-de-vries.xlsx", p1="ERB:affirmed", p2="GRE:negated", p3="", p4="LAB:other", p5="LAT:affirmed"),
    sheet("bart-jansen.xlsx", p1="BET:affirmed", p2="GRE:affirmed", p3="SWB:affirmed", p4="LAB:other VOO:affirmed"),
    sheet("chris.xlsx", p1="ERB:affirmed", p2="", p3="", p4="", p5="BET:affirmed LAT:affirmed"),
]


def text_of(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<style>.*?</style>", "", page))).split())


def test_nobody_can_be_recognised_in_the_page_of_the_class(lexicon):
    exercise = make(lexicon)
    page = class_page(exercise, score_sheets(exercise, GIVEN), min_group=3)
    for name in ("anna", "bart", "chris", "xlsx", "gesprek-x"):
        assert name not in page
    assert re.findall(r'<tr><th scope="row">(\d)</th>', page) == ["1", "2", "3"]


def test_the_page_of_the_class_begins_with_what_divides_it_most(lexicon):
    exercise = make(lexicon)
    scores = score_sheets(exercise, GIVEN)
    shown = [int(number) for number in re.findall(r"<h3>Fragment (\d)", class_page(exercise, scores, min_group=3))]
    agreement = scores.passages.set_index("passage")["agreement"]
    assert [agreement[number] for number in shown] == sorted(agreement)
    assert sorted(shown) == [1, 2, 3, 4, 5]


def test_a_choice_says_how_many_chose_it_and_what_the_key_says(lexicon):
    exercise = make(lexicon)
    shown = text_of(class_page(exercise, score_sheets(exercise, GIVEN), min_group=3))
    assert "ERB Erbij horen: gewoon opgroeien en opvoeden 2 van 3 sleutel" in shown
    assert "VOO Voorzieningen en vindplaatsen 1 van 3 verdedigbaar" in shown
    assert "niets te coderen 2 van 3 sleutel" in shown
    assert all(text in shown for text in TEXTS)


def test_a_class_that_is_too_small_sees_its_agreement_only(lexicon):
    exercise = make(lexicon)
    page = class_page(exercise, score_sheets(exercise, GIVEN[:2]), min_group=3)
    shown = text_of(page)
    assert "Minder dan 3 ingeleverd" in shown
    assert "Krippendorffs alfa" in shown
    assert "<table" not in page
    assert not any(text in shown for text in TEXTS)


def test_a_student_sees_own_differences_with_the_definition(lexicon):
    exercise = make(lexicon)
    scores = score_sheets(exercise, GIVEN)
    numbers = {name: number for number, name in scores.files.items()}
    bart = text_of(student_page(exercise, scores, numbers["bart-jansen.xlsx"]))
    assert re.findall(r"Fragment (\d)", bart) == ["1", "2", "3"]
    assert "GRE De grens: wanneer het meer is dan gewoon : andere houding; gekozen: bevestigd; sleutel: ontkend" in bart
    assert next(theme for theme in lexicon.themes if theme.id == "SWB").description in bart
    anna = text_of(student_page(exercise, scores, numbers["anna-de-vries.xlsx"]))
    assert "Geen verschillen met de sleutel." in anna
    assert "bart" not in bart


def test_a_student_is_told_of_as_many_passages_as_were_done(lexicon):
    exercise = make(lexicon)
    scores = score_sheets(exercise, GIVEN)
    numbers = {name: number for number, name in scores.files.items()}
    bart = text_of(student_page(exercise, scores, numbers["bart-jansen.xlsx"]))  # who left the last one empty
    assert "Gedaan 4 van 5" in bart
    assert "Met 4 fragmenten is het interval breed" in bart
    assert "Met 5 fragmenten is het interval breed" in text_of(class_page(exercise, scores, min_group=3))


def test_what_kind_of_key_it_is_stands_on_every_page(lexicon):
    from dataclasses import replace

    exercise = replace(make(lexicon), source="machine")
    scores = score_sheets(exercise, GIVEN)
    for page in (class_page(exercise, scores, min_group=3), student_page(exercise, scores, 1)):
        assert "Hij is geen waarheid" in page


def test_english_pages_have_english_numbers(lexicon):
    exercise = make(lexicon, language="en")
    page = class_page(exercise, score_sheets(exercise, GIVEN), min_group=3)
    assert '<html lang="en">' in page
    assert "Krippendorff's alpha" in html.unescape(page)
    assert re.search(r'class="getal">-?\d\.\d\d<', page)


def test_what_students_or_speakers_wrote_is_escaped(lexicon):
    from dataclasses import replace

    exercise = make(lexicon)
    first = replace(exercise.passages[0], text="<script>alert(1)</script>")
    exercise = replace(exercise, passages=(first, *exercise.passages[1:]))
    assert "<script>" not in class_page(exercise, score_sheets(exercise, GIVEN), min_group=3)


def test_the_table_for_the_terminal_has_numbers_and_no_names(lexicon):
    exercise = make(lexicon)
    lines = describe_scores(exercise, score_sheets(exercise, GIVEN)).splitlines()
    assert lines[0].split() == "student gedaan precies gelijk gevonden te veel houding goed kappa 95%-interval".split()
    assert [line.split()[0] for line in lines[1:4]] == ["1", "2", "3"]
    assert lines[-1].startswith("Overeenstemming binnen de klas (Krippendorffs alfa): ")
    assert "anna" not in "\n".join(lines)
