"""Tables as people read them: headings, values and numbers in the language of the study."""

import html
import re

import numpy as np
import pandas as pd

from perspectieven.exploring import show_table

LABELS = {"ouders": "Ouders", "jeugdigen": "Jeugdigen", "ERB": "Erbij horen & meer"}


def cells(shown):
    table = shown.html.split("</style>")[1]
    rows = re.findall(r"<tr>(.*?)</tr>", table)
    return [[html.unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


def test_ids_and_fixed_words_go_by_their_names():
    table = pd.DataFrame({"perspective": ["ouders"], "theme": ["ERB"], "stance": ["negated"], "voice": ["other"]})
    assert cells(show_table(table, labels=LABELS)) == [
        ["groep", "thema", "houding", "stem"],
        ["Ouders", "Erbij horen & meer", "ontkend", "van een ander"],
    ]
    assert cells(show_table(table, labels=LABELS, language="en"))[1][2:] == ["negated", "of somebody else"]


def test_numbers_are_written_as_in_a_report():
    table = pd.DataFrame(
        {"n_words": [7369], "share_turns": [5 / 9], "low": [-0.25], "high": [np.nan], "is_clear": [True]}
    )
    assert cells(show_table(table))[1] == ["7.369", "0,56", "\N{MINUS SIGN}0,25", "\N{EN DASH}", "ja"]
    assert cells(show_table(table, language="en"))[1][:2] == ["7,369", "0.56"]


def test_a_pivot_has_its_index_and_the_labels_of_its_columns():
    counts = pd.DataFrame({"perspective": ["ouders", "jeugdigen"], "kind": "formeel", "n": [1, 2]})
    counts["perspective"] = pd.Categorical(counts["perspective"], ["ouders", "jeugdigen"], ordered=True)
    shown = show_table(counts.pivot(index="kind", columns="perspective", values="n"), labels=LABELS)
    assert cells(shown) == [["soort", "Ouders", "Jeugdigen"], ["formeel", "1", "2"]]


def test_what_was_said_stays_as_it_was_said():
    table = pd.DataFrame({"left": ["ouders"], "match": ["own"], "right": ["<b>"]})
    shown = show_table(table, labels=LABELS)
    assert cells(shown)[1] == ["ouders", "own", "<b>"]
    assert "<b>" not in shown.html
    assert repr(shown) == "Shown(n_rows=1)"


def test_a_table_without_rows_has_its_headings():
    shown = show_table(pd.DataFrame({"theme": pd.Series(dtype="str"), "n_coded": pd.Series(dtype="int64")}))
    assert (cells(shown), shown.n_rows) == ([["thema", "vermeldingen"]], 0)
