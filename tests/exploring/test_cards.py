"""Cards in Jupyter: counts and settings, nobody's name or words."""

import re

import pytest

from perspectieven import code_texts
from perspectieven.cards import Card
from perspectieven.errors import TableError
from perspectieven.exploring import describe_codings
from perspectieven.study.exploring import study_card
from perspectieven.tables import CODINGS, make_table


def test_the_card_of_a_study_codes_nothing_and_names_nobody(mini):
    html = mini._repr_html_()
    assert not mini.coded.folder.exists()
    assert "<td" in html
    assert "Ministudie" in html
    mini.code()
    html = mini._repr_html_()
    assert f">{mini.coded.count()['turns']}</td>" in html
    for word in ("gesprek-1", "moeder", "wijkteam"):
        assert word not in html.lower().replace("ministudie", "")
    assert "In data/coded" not in mini.shareable()._repr_html_()


def test_the_card_of_a_lexicon_counts_its_terms_and_does_not_show_them(lexicon):
    html = lexicon._repr_html_()
    assert f">{lexicon.n_terms:,}</td>".replace(",", ".") in html
    assert html.count("<tr>") == 7 + 1 + 16
    assert "L:" not in html


def test_codings_show_words_only_where_they_are_asked_for(lexicon):
    codings = code_texts(["Dat hoort er toch bij.", "Ik maak me geen zorgen."], lexicon)
    card = describe_codings(codings)
    for shown in (repr(card), card._repr_html_()):
        assert "zorgen" not in shown
        assert "ontkend" in shown
        assert "negated" not in shown
    assert "zorgen" in repr(describe_codings(codings, with_words=True))


def test_codings_go_by_names_and_not_by_ids_in_the_language_asked_for(lexicon):
    codings = code_texts(["Ik maak me geen zorgen."], lexicon)
    labels = {code.id: code.label for code in lexicon.codes} | {theme.id: theme.label for theme in lexicon.themes}
    shown = repr(describe_codings(codings, labels=labels))
    assert labels["GRE-ZORGEN"] in shown
    assert "GRE-ZORGEN" not in shown
    assert "van de spreker zelf" in shown
    english = repr(describe_codings(codings, labels=labels, language="en"))
    assert english.startswith("Codings\n  codings: 1")
    assert "negated" in english


def test_rejected_codings_are_counted_apart(lexicon):
    codings = code_texts(["Dat hoort er toch bij.", "Ik maak me geen zorgen."], lexicon)
    card = describe_codings(codings.assign(status=["rejected", "machine"]))
    assert card.facts["coderingen"] == 1
    assert card.facts["verworpen, niet meegeteld"] == 1


def test_no_codings():
    assert describe_codings(make_table([], CODINGS)).facts["coderingen"] == 0


def test_another_table_is_told():
    with pytest.raises(TableError, match="has no column"):
        describe_codings(make_table([], CODINGS).drop(columns="stance"))


def test_titles_and_values_are_escaped():
    card = Card("<b>", {"a&b": "<i>"})
    assert "<b>" not in card._repr_html_()
    assert re.findall(r"&lt;i&gt;|a&amp;b", card._repr_html_()) == ["a&amp;b", "&lt;i&gt;"]


def test_the_facts_of_a_study(mini):
    assert study_card(mini).facts["perspectieven"] == "Ouders, Jeugdigen, Professionals"
