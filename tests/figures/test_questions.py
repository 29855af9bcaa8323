"""The matrix of research questions is asked what it drew."""

from matplotlib.figure import Figure

from perspectieven.figures import plot_questions
from perspectieven.figures.drawing import find_marks
from perspectieven.figures.pages import drawing_for
from perspectieven.figures.questions import WIDE
from tests.figures.comparison_samples import question_counts
from tests.figures.samples import FOUR, LABELS

COUNTS = {("1", "ouders"): 9, ("1", "jeugdigen"): 4, ("2b", "ouders"): 3, ("2b", "jeugdigen"): 0}


def bars(figure: Figure) -> dict[str, float]:
    patches = [patch for patch in figure.axes[0].patches if str(patch.get_label()).startswith(("1", "2"))]
    return {str(patch.get_label()): round(patch.get_width() / WIDE, 3) for patch in patches}


def test_bars_are_shares_and_an_empty_cell_is_there() -> None:
    figure = plot_questions(question_counts(COUNTS), labels=LABELS)
    assert bars(figure) == {"1 ouders": 1, "1 jeugdigen": 0.5, "2b ouders": 0.333, "2b jeugdigen empty": 1}


def test_numbers_of_speakers_are_said_and_nothing_in_an_empty_cell() -> None:
    figure = plot_questions(question_counts(COUNTS), labels=LABELS)
    assert [text.get_text() for text in figure.axes[0].texts] == [
        "9 van 9", "18 keer, 1 uitgelokt", "4 van 8", "8 keer, 1 uitgelokt", "3 van 9", "6 keer, 1 uitgelokt",
    ]  # fmt: skip
    assert "Ouders 3 van 9, Jeugdigen 0 van 8." in figure.alt


def test_rows_are_questions_in_words_and_columns_say_how_many() -> None:
    ax = plot_questions(question_counts(COUNTS), labels=LABELS).axes[0]
    assert [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()] == [
        "1. Wat verstaan zij onder normaliseren?", "2b. Wanneer is er reden om te verwijzen?",
    ]  # fmt: skip
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Ouders\nn = 9", "Jeugdigen\nn = 8"]


def test_another_study_has_its_own_questions() -> None:
    ax = plot_questions(question_counts({("A", "ouders"): 1}), labels=LABELS | {"A": "Wat nu?"}).axes[0]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Wat nu?"]
    plain = plot_questions(question_counts({("A", "ouders"): 1}), labels=LABELS).axes[0]
    assert [label.get_text() for label in plain.get_yticklabels()] == ["A"]


def test_four_perspectives_in_english() -> None:
    figure = plot_questions(question_counts({("4", name): 2 for name in FOUR}), labels=LABELS, language="en")
    assert [text.get_text() for text in figure.axes[0].texts][:2] == ["2 of 9", "4 times"]


def test_cells_with_speakers_can_be_linked() -> None:
    figure = plot_questions(question_counts(COUNTS), labels=LABELS)
    assert set(find_marks(figure)) == {("1", "ouders"), ("1", "jeugdigen"), ("2b", "ouders")}


def test_what_was_prompted_is_in_the_cells_or_a_note_says_where() -> None:
    with drawing_for("class"):
        figure = plot_questions(question_counts(COUNTS | {("1", "professionals"): 5}), labels=LABELS)
    assert [text.get_text() for text in figure.axes[0].texts][:2] == ["9 van 9", "18 keer"]
    assert "uitgelokt was door een vraag, staat in het verslag" in " ".join(text.get_text() for text in figure.texts)
    assert "staat in het verslag" not in plot_questions(question_counts(COUNTS), labels=LABELS).alt
