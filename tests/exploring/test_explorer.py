"""The explorer: traits in, rows out; and the widget around it, without a browser."""

import re
import sys
import time
from dataclasses import replace

import pytest
from traitlets import TraitError

from perspectieven.errors import LexiconError, StudyError
from perspectieven.exploring import compare_codings, read_terms
from perspectieven.matching.find import SIGNS_ALONE
from perspectieven.study.exploring import make_explorer, open_explorer
from perspectieven.tables import CODINGS, TURNS, make_table


@pytest.fixture
def explorer(mini):
    return make_explorer(mini)


def test_a_choice_gives_its_quotes(explorer, mini):
    explorer.item = "ERB"
    assert len(explorer.quotes) == len(mini.quotes("ERB"))
    assert set(explorer.quotes["theme"]) == {"ERB"}
    codings = mini.codings()
    assert explorer.n_quotes == (codings["theme"] == "ERB").sum()
    explorer.perspective = "jeugdigen"
    assert set(explorer.quotes["perspective"]) == {"jeugdigen"}
    explorer.perspective = ""
    negated = codings[codings["stance"] == "negated"]
    assert len(negated) > 0
    explorer.item, explorer.stance = negated["code"].iloc[0], "negated"
    assert explorer.n_quotes == (negated["code"] == explorer.item).sum()
    assert set(explorer.quotes["stance"]) <= {"negated"}


def test_only_people_who_agreed_are_quoted_and_the_others_counted(mini):
    agreed, all_of_them = make_explorer(mini), make_explorer(mini, everyone=True)
    hidden = 0
    for item in agreed.items:
        agreed.item = item
        assert set(agreed.quotes["speaker"]) <= mini.quotable()
        hidden += agreed.n_hidden
    assert hidden > 0
    silent = set()
    for item in all_of_them.items:
        all_of_them.item = item
        silent |= set(all_of_them.quotes["speaker"]) - mini.quotable()
    assert silent == {"meisje"}


def test_withheld_codes_are_for_the_team_only(mini):
    assert "GRE-VEILIGHEID" not in make_explorer(mini).items
    assert "GRE-VEILIGHEID" in make_explorer(mini, everyone=True).items
    assert "GRE-VEILIGHEID" not in make_explorer(mini.shareable(), everyone=True).items


def test_a_term_that_goes_takes_its_passages_with_it(explorer, mini):
    explorer.item = "ERB-FASE"
    before = (mini.codings()["code"] == "ERB-FASE").sum()
    assert explorer.change is None
    explorer.terms = "L:puberteit"
    change = explorer.change
    assert change.counts["n_before"].sum() == before
    assert (
        change.counts["n_before"] - change.counts["n_lost"] + change.counts["n_new"] == change.counts["n_after"]
    ).all()
    assert set(change.lost["matched_text"].str.lower()) >= {"fase"}
    assert change.counts["perspective"].tolist() == list(mini.perspectives)


def test_a_term_that_comes_brings_passages(explorer, mini):
    explorer.item = "ERB-FASE"
    explorer.terms += "\nL:deur"
    assert len(explorer.change.new) == 1
    assert len(explorer.change.lost) == 0
    assert explorer.change.new["matched_text"].tolist() == ["deuren"]
    after = mini.recode(mini.lexicon.with_code(with_terms(mini.lexicon.code("ERB-FASE"), explorer.terms)))
    assert explorer.change.counts["n_after"].sum() == (after["code"] == "ERB-FASE").sum()


def with_terms(code, text):
    return replace(code, terms=read_terms(text, known=code.terms))


def test_a_term_that_is_no_term_is_told_and_changes_nothing(explorer):
    explorer.item = "ERB-FASE"
    explorer.terms = "L:fase\nQ:wat\nP:(half"
    assert explorer.change is None
    first, second = explorer.problem.splitlines()
    assert first.startswith('regel 2: "Q:wat" is geen term; begin met L:')
    assert second.startswith('regel 3: "P:(half" is geen term; schrijf na P:')
    explorer.terms = explorer.own_terms()
    assert (explorer.problem, explorer.change) == ("", None)


def test_another_code_has_other_terms_and_no_change_yet(explorer):
    explorer.item = "ERB-FASE"
    explorer.terms = "L:puberteit"
    explorer.item = "ERB-SOMBER"
    assert explorer.terms == explorer.own_terms() != ""
    assert explorer.change is None
    explorer.item = "ERB"
    assert explorer.terms == ""


def test_what_cannot_be_chosen_is_told_with_what_can(explorer):
    with pytest.raises(TraitError, match='item is "XYZ"; use one of BET'):
        explorer.item = "XYZ"
    with pytest.raises(TraitError, match='stance is "maybe"; use one of affirmed, negated, hypothetical'):
        explorer.stance = "maybe"


def test_terms_with_a_named_list_are_kept_as_they_are(lexicon):
    code = next(code for code in lexicon.codes if any("@" in term.notation for term in code.terms))
    text = "\n".join(term.notation for term in code.terms)
    assert read_terms(text, known=code.terms) == code.terms
    with pytest.raises(LexiconError):
        read_terms(text)


def test_changes_of_empty_tables():
    empty, turns = make_table([], CODINGS), make_table([], TURNS)
    change = compare_codings(empty, empty, turns, code="ERB-FASE", perspectives=["ouders"])
    assert change.counts.to_numpy().tolist() == [["ouders", 0, 0, 0, 0, 0, 0, 0, 0]]
    assert len(change.new) == len(change.lost) == len(change.changed) == 0


def tables(*spans, n_turns=1):
    said = {"transcript_id": "t", "role": "participant", "perspective": "ouders", "speaker": "m"}
    turns = make_table([said | {"turn_index": at} for at in range(n_turns)], TURNS)
    rows = [
        {"transcript_id": "t", "turn_index": turn, "start_char": start, "end_char": end, "code": "ERB-FASE"}
        for turn, start, end in spans
    ]
    return turns, make_table(rows, CODINGS)


@pytest.mark.parametrize(
    ("before", "after", "n_new", "n_lost", "n_changed"),
    [
        ([(0, 4, 8)], [(0, 4, 12)], 0, 0, 1),  # it grew
        ([(0, 4, 8)], [(0, 8, 12)], 1, 1, 0),  # beside it, and not on it
        ([(0, 4, 8)], [(1, 4, 9)], 1, 1, 0),  # in another turn
        ([(0, 4, 8), (0, 10, 14)], [(0, 4, 14)], 0, 1, 1),  # one where there were two
        ([(0, 4, 14)], [(0, 4, 8), (0, 10, 14)], 1, 0, 1),  # two where there was one
        ([(0, 4, 8)], [(0, 4, 8)], 0, 0, 0),
    ],
)
def test_a_mention_that_grows_is_changed_and_neither_new_nor_lost(before, after, n_new, n_lost, n_changed):
    turns, was = tables(*before, n_turns=2)
    change = compare_codings(was, tables(*after)[1], turns, code="ERB-FASE", perspectives=["ouders"])
    assert (len(change.new), len(change.lost), len(change.changed)) == (n_new, n_lost, n_changed)
    [row] = change.counts.to_dict("records")
    assert (row["n_new"], row["n_lost"], row["n_changed"]) == (n_new, n_lost, n_changed)
    assert row["n_before"] - row["n_lost"] + row["n_new"] == row["n_after"]


def test_a_plain_word_is_a_term(explorer):
    explorer.item = "ERB-FASE"
    explorer.terms += "\ndeur"
    assert explorer.problem == ""
    assert explorer.change.new["matched_text"].tolist() == ["deuren"]
    assert [term.notation for term in read_terms("zo'n\n!deur")] == ["L:zo'n", "!L:deur"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Q:wat", "begin met L:"),
        ("twee woorden", "begin met L:"),
        ("L:twee woorden", "schrijf na L: één woord"),
        ("C:deel", "met een streepje"),
        ("X:goed", "tussen dubbele aanhalingstekens"),
        ("P:(half", "sluit elk haakje"),
        ("W:zorg+maken", "eindig met /"),
        ("P:@steun ~1~ zijn", "een lijst zoals @steun"),
        ("L:oma mits kamer (a)", "een van zin, beurt, vraag of buurt"),
    ],
)
def test_what_is_wrong_with_a_term_is_told_in_dutch(line, told):
    with pytest.raises(LexiconError) as caught:
        read_terms(f"L:fase\n{line}", language="nl")
    [fault] = caught.value.faults
    assert fault.place == "regel 2"
    assert told in fault.what
    with pytest.raises(LexiconError, match="line 2: "):
        read_terms(f"L:fase\n{line}")


def test_every_mention_is_accounted_for(explorer, monkeypatch):
    monkeypatch.setattr("perspectieven.exploring.explorer.MAX_QUOTES", 2)
    beyond = hidden = 0
    for item in explorer.items[1:]:
        explorer.item = item
        assert len(explorer.quotes) + explorer.n_hidden + explorer.n_beyond == explorer.n_quotes
        beyond, hidden = beyond + explorer.n_beyond, hidden + explorer.n_hidden
    assert beyond > 0
    assert hidden > 0


def text_of(widget):
    return re.sub(r"<[^>]+>", "", re.sub(r"(?s)<style>.*?</style>", "", widget.value))


def test_the_widget_follows_what_is_clicked(mini):
    widget = open_explorer(mini)
    widget.item.value = "ERB-FASE"
    assert widget.model.item == "ERB-FASE"
    assert widget.terms.value == widget.model.own_terms()
    assert text_of(widget.found).startswith(f"{widget.model.n_quotes} coderingen: ")
    assert "fase" in text_of(widget.found)
    widget.terms.value = "L:puberteit"
    assert "Ouders" in text_of(widget.changed)
    assert f"Weg ({len(widget.model.change.lost)})" in text_of(widget.changed)
    widget.undo.click()
    assert widget.model.change is None
    assert widget.terms.value == widget.model.own_terms()
    widget.terms.value = "Q:wat"
    assert "regel 1" in text_of(widget.changed)
    assert widget.editing.layout.display is None
    widget.item.value = "ERB"
    assert widget.editing.layout.display == "none"
    assert text_of(widget.changed) == "Kies een code om te zien wat een andere term verandert."


def test_the_widget_says_what_signs_find_without_a_term(mini):
    widget = open_explorer(mini)
    codings = mini.codings()
    code, is_code = codings["code"].iloc[0], codings["code"] == codings["code"].iloc[0]
    after = codings.assign(term=codings["term"].mask(is_code, SIGNS_ALONE))
    change = compare_codings(codings[~is_code], after, mini.turns(), code=code, perspectives=mini.perspectives)
    widget.item.value = code
    widget.model.change = change
    n = int(is_code.sum())
    assert f"Nieuw ({n}), waarvan {n} door aanwijzingen, zonder term" in text_of(widget.changed)
    assert "Ook zonder term vindt het lexicon" in text_of(widget.changed)
    widget.model.change = replace(change, new=change.new.assign(term="L:fase"))
    assert "aanwijzingen" not in text_of(widget.changed)


def test_the_widget_shows_no_words_of_who_did_not_agree(mini):
    turns = mini.turns()
    silent = [
        " ".join(text.split()[:5]) for text in turns[turns["speaker"] == "meisje"]["text"] if len(text.split()) > 5
    ]
    assert silent
    widget = open_explorer(mini)
    for item in widget.model.items:
        widget.item.value = item
        if widget.model.is_code:
            widget.terms.value = "L:ik"
        assert not any(words in text_of(box) for words in silent for box in (widget.found, widget.changed))


def test_without_ipywidgets_it_is_told_what_to_do(mini, monkeypatch):
    monkeypatch.delitem(sys.modules, "perspectieven.exploring.widget", raising=False)
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with pytest.raises(StudyError, match=r"ipywidgets is not installed; install it \(pip install ipywidgets\)"):
        open_explorer(mini)


def test_a_try_takes_less_than_a_second(explorer):
    explorer.item = "ERB-FASE"
    start = time.perf_counter()
    explorer.terms += "\nL:deur"
    assert explorer.change is not None
    assert time.perf_counter() - start < 1
