"""A class exercise: passages to code blind on a sheet, the key apart, and scores that show where people differ.

`key` says what people (or the machine) saw in which turn, `passages` chooses among them, `writing` makes the sheet for
students and the key for the lecturer, `handed_in` and `key_file` read what comes back, `scoring` compares, and `pages`
shows it.
"""

from perspectieven.exercise.handed_in import Sheet, read_sheets
from perspectieven.exercise.key import Key, Source, key_of_codings, key_of_people
from perspectieven.exercise.key_file import read_key
from perspectieven.exercise.pages import class_page, student_page
from perspectieven.exercise.passages import Exercise, Item, Passage, choose_passages, list_items
from perspectieven.exercise.scoring import Scores, score_sheets
from perspectieven.exercise.sheet_cells import ExerciseError
from perspectieven.exercise.writing import write_key, write_sheet

__all__ = [
    "Exercise",
    "ExerciseError",
    "Item",
    "Key",
    "Passage",
    "Scores",
    "Sheet",
    "Source",
    "choose_passages",
    "class_page",
    "key_of_codings",
    "key_of_people",
    "list_items",
    "read_key",
    "read_sheets",
    "score_sheets",
    "student_page",
    "write_key",
    "write_sheet",
]
