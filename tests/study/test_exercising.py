"""The class exercise of a study: who may be on the sheet, whose key it is, and the whole road there and back."""

import openpyxl
import pandas as pd
import pytest

from perspectieven.errors import StudyError
from perspectieven.exercise import ExerciseError
from perspectieven.study import Study
from perspectieven.study.exercising import HUMAN, make_exercise, score_exercise
from tests.conftest import ROOT
from tests.exercise.samples import fill


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The exercise of the example study, written outside it."""
    folder = tmp_path_factory.mktemp("oefening")
    study = Study.open(ROOT)
    return study, make_exercise(study, sheet=folder / "blad.xlsx", key=folder / "sleutel.xlsx")


def write_human(study, marks):
    rows = [f"{t},{n},{coder},{codes}" for (t, n), codes in marks.items() for coder in ("x", "y")]
    (study.raw / HUMAN).write_text("\n".join(["transcript_id,turn_index,coder,codes", *rows]), encoding="utf-8")
    toml = study.root / "study.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + f'\n[transcripts]\nignore = ["{HUMAN}"]\n', encoding="utf-8")
    return Study.open(study.root)


def test_the_example_study_has_twenty_passages_of_every_kind_with_the_key_of_people(example):
    _, made = example
    assert made.exercise.source == "people"
    kinds = pd.Series([passage.kind for passage in made.exercise.passages]).value_counts().to_dict()
    assert kinds == {"plain": 7, "doubtful": 5, "turned": 4, "nothing": 4}


def test_only_people_who_agreed_are_on_the_sheet_under_pseudonyms(example):
    study, made = example
    turns = study.turns().set_index(["transcript_id", "turn_index"])
    speakers = [turns.loc[passage.place, "speaker"] for passage in made.exercise.passages]
    assert set(speakers) <= study.quotable()
    assert len(set(speakers)) >= 10
    assert {turns.loc[passage.place, "perspective"] for passage in made.exercise.passages} == set(study.perspectives)
    for passage in made.exercise.passages:
        assert passage.text == turns.loc[passage.place, "text"]  # the coded turns, where names are pseudonyms
    book = openpyxl.load_workbook(made.sheet)
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert cells & (set(turns["speaker"]) | {t for t, _ in turns.index} | set(study.perspectives)) == set()


def test_another_seed_gives_other_passages(example, tmp_path):
    study, made = example
    other = make_exercise(study, n=10, seed=99, sheet=tmp_path / "b.xlsx", key=tmp_path / "k.xlsx").exercise
    assert len(other.passages) == 10
    assert other.id != made.exercise.id


def test_a_study_without_coders_needs_codings_that_people_confirmed(mini):
    with pytest.raises(StudyError, match=r"no coding was confirmed by a person and there is no coderingen_mensen.csv"):
        make_exercise(mini, n=3)


def test_the_machine_makes_a_key_where_that_is_asked_for(mini):
    made = make_exercise(mini, n=3, source="machine")
    assert made.sheet == mini.reports / "oefening" / "blad.xlsx"
    assert made.key == mini.root / "data" / "oefening" / "sleutel.xlsx"
    assert made.exercise.source == "machine"
    assert "Hij is geen waarheid" in str(openpyxl.load_workbook(made.key)["Uitleg"]["A3"].value)


def test_a_turn_that_people_gave_a_withheld_code_is_on_no_sheet(mini):
    turns = mini.turns()
    fits = turns[
        turns["speaker"].isin(mini.quotable()) & turns["n_words"].between(6, 90) & (turns["perspective"] == "ouders")
    ]
    places = [(t, n) for t, n in fits[["transcript_id", "turn_index"]].itertuples(index=False)]
    assert len(places) >= 3
    study = write_human(mini, dict.fromkeys(places, "ERB-FASE:aff") | {places[0]: "ERB-FASE:aff;GRE-VEILIGHEID:aff"})
    made = make_exercise(study, n=len(places) - 1)
    assert {passage.place for passage in made.exercise.passages} == set(places[1:])
    with pytest.raises(StudyError, match=f"ask for 1 to {len(places) - 1}"):
        make_exercise(study, n=len(places))


def test_texts_with_names_in_them_are_on_no_sheet(mini):
    toml = mini.root / "study.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "\n[privacy]\npseudonyms = false\n", encoding="utf-8")
    with pytest.raises(StudyError, match="pseudonyms is false, so names would be on the sheet; set it to true"):
        make_exercise(Study.open(mini.root), source="machine")


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (
            "transcript_id,turn,coder,codes\nx,1,a,GEEN\n",
            "its first row must name transcript_id, turn_index, coder, codes",
        ),
        ("transcript_id,turn_index,coder,codes\nx,een,a,GEEN\n", "row 2: turn_index is no number; number turns from 0"),
    ],
)
def test_coders_who_wrote_something_else_are_told_what(mini, content, wrong):
    (mini.raw / HUMAN).write_text(content, encoding="utf-8")
    with pytest.raises(StudyError, match=wrong):
        make_exercise(mini, source="people")


def test_coders_who_are_not_there(mini):
    with pytest.raises(StudyError, match=r"is not there; put coderingen_mensen.csv in data/raw, or take another key"):
        make_exercise(mini, source="people")


def test_what_students_cannot_give_is_told(mini):
    with pytest.raises(StudyError, match='by=\'term\': is nothing that students can give; use "theme" or "code"'):
        make_exercise(mini, by="term", source="machine")


def test_there_and_back(mini, tmp_path):
    made = make_exercise(mini, n=4, source="machine", seed=2)
    perfect = {}
    for row, passage in enumerate(made.exercise.passages, start=2):
        for at, answer in enumerate(passage.answers):
            stance = {
                "affirmed": "bevestigd",
                "negated": "ontkend",
                "hypothetical": "als mogelijkheid",
                "other": "van een ander",
            }
            perfect |= {f"{'CEGI'[at]}{row}": answer.item, f"{'DFHJ'[at]}{row}": stance[answer.stances[0]]}
        if not passage.answers:
            perfect[f"C{row}"] = "GEEN"
    sheets = [fill(made.sheet, perfect, save_as=tmp_path / f"{name}.xlsx") for name in ("saskia", "tim", "umut")]
    fill(
        sheets[2],
        {f"{column}{row}": None for column in "CDEFGHIJ" for row in range(2, 6)} | {"C2": "LNW", "D2": "ontkend"},
    )
    scored = score_exercise(mini, sheets)
    by_file = {scored.scores.files[row["student"]]: row for row in scored.scores.students.to_dict("records")}
    assert by_file["saskia.xlsx"]["n_same"] == by_file["tim.xlsx"]["n_same"] == 4
    assert by_file["umut.xlsx"]["n_passages"] == 1
    numbers = pd.read_csv(scored.numbers)
    assert dict(zip(numbers["student"], numbers["bestand"], strict=True)) == scored.scores.files
    pages = sorted(path.relative_to(mini.reports).as_posix() for path in mini.reports.rglob("*.html"))
    assert pages == ["oefening/klas.html", *(f"oefening/studenten/student-{n}.html" for n in (1, 2, 3))]
    for path in mini.reports.rglob("*.html"):
        assert not any(name in path.read_text(encoding="utf-8") for name in ("saskia", "tim.", "umut"))
    assert "saskia" not in "".join(str(path) for path in mini.reports.rglob("*"))


def test_pages_of_students_who_are_gone_go_too(mini, tmp_path):
    made = make_exercise(mini, n=3, source="machine")
    sheets = [fill(made.sheet, {"C2": "GEEN"}, save_as=tmp_path / f"{n}.xlsx") for n in range(3)]
    score_exercise(mini, sheets)
    score_exercise(mini, sheets[:1])
    assert [path.name for path in (mini.reports / "oefening" / "studenten").iterdir()] == ["student-1.html"]


def test_a_key_of_another_exercise_is_refused(mini, tmp_path):
    made = make_exercise(mini, n=3, source="machine", seed=1)
    filled = fill(made.sheet, {"C2": "GEEN"}, save_as=tmp_path / "a.xlsx")
    make_exercise(mini, n=3, source="machine", seed=2)
    with pytest.raises(ExerciseError, match="and the key is of"):
        score_exercise(mini, [filled])
