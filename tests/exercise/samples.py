"""An exercise of five passages, made by hand, and sheets that students filled in."""

import openpyxl

from perspectieven.exercise import Exercise, Item, Passage, Sheet, list_items
from perspectieven.exercise.key import Answer

TEXTS = (
    "Dat hoort er op die leeftijd toch een beetje bij.",
    "Ik maak me geen zorgen over hem, echt niet.",
    "Zullen we nog koffie halen voor we beginnen?",
    "Op school zeggen ze dat hij een etiket nodig heeft.",
    "=Iedereen vergelijkt maar, en dan is het nooit goed.",
)


def firm(item, *stances):
    return Answer(item, stances or ("affirmed",), firm=True)


def doubt(item, *stances):
    return Answer(item, stances or ("affirmed",), firm=False)


KEY = (
    ("plain", (firm("ERB"),)),
    ("turned", (firm("GRE", "negated"),)),
    ("nothing", ()),
    ("turned", (firm("LAB", "other"), doubt("VOO"))),
    ("doubtful", (doubt("BET"), firm("LAT"))),
)


def make(lexicon, language="nl", by="theme", key=KEY) -> Exercise:
    passages = tuple(
        Passage(at, text, kind, answers, ("gesprek-x", 2 * at))
        for at, (text, (kind, answers)) in enumerate(zip(TEXTS, key, strict=True), start=1)
    )
    name = f"{lexicon.name} {lexicon.version}"
    return Exercise("Proef", language, by, "people", 5, name, list_items(lexicon, by=by), passages)


def small(*numbers: int) -> Exercise:
    """Make an exercise with two themes only, so that the decisions can be counted by hand."""
    items = (Item("A", "Aap", "Een aap."), Item("B", "Beer", "Een beer."))
    answers = {1: (firm("A"),), 2: (firm("B", "negated"),), 3: (), 4: (firm("A"), doubt("B"))}
    passages = tuple(Passage(n, f"fragment {n}", "plain", answers[n], ("t", n)) for n in numbers or answers)
    return Exercise("Klein", "nl", "theme", "people", 5, "proef 1", items, passages)


def sheet(name: str, **marks: str) -> Sheet:
    """Make a sheet: ``p1="A:affirmed B:other"``, ``p2=""`` for nothing to code."""
    return Sheet(
        name,
        {int(p[1:]): dict(mark.split(":") for mark in given.split()) for p, given in marks.items()},
    )


def fill(path, cells, *, sheet="Coderen", save_as=None):
    """Fill cells of a workbook, as a student does in a spreadsheet program."""
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book[sheet][place] = value
    book.save(save_as or path)
    return save_as or path
