"""Exploring a study in Jupyter: cards, marked conversations, and a widget to try a changed term in.

Pure: tables in, values and HTML out. `study.exploring` says which words of whom may be in them.
"""

from perspectieven.exploring.changes import Change, compare_codings
from perspectieven.exploring.choosing import choose_quotes
from perspectieven.exploring.describing import describe_codings
from perspectieven.exploring.explorer import Explorer
from perspectieven.exploring.marking import Page, mark_conversation, mark_quote, mark_quotes
from perspectieven.exploring.showing import show_table
from perspectieven.exploring.typed_terms import read_terms

__all__ = [
    "Change",
    "Explorer",
    "Page",
    "choose_quotes",
    "compare_codings",
    "describe_codings",
    "mark_conversation",
    "mark_quote",
    "mark_quotes",
    "read_terms",
    "show_table",
]
