import pytest

from perspectieven.dutch.inflection import forms_of, is_verb


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("kind", "kinderen kindje kindjes"),
        ("school", "scholen schooltje"),
        ("etiket", "etiketten etiketje etiketjes"),
        ("label", "labels labeltje labeltjes"),
        ("opvoedvraag", "opvoedvragen opvoedvraagje"),
        ("huilbaby", "huilbaby's huilbaby'tje"),
        ("oma", "oma's omaatje"),
        ("wandeling", "wandelingen wandelingetje"),
        ("gezin", "gezinnen gezinnetje"),
        ("werkwijze", "werkwijzen"),
        ("moeilijkheid", "moeilijkheden"),
        ("gek", "gekke gekker gekste geks"),
        ("raar", "rare raarder raars"),
        ("normaal", "normale normaler normaalste normaals"),
        ("somber", "sombere somberder"),
        ("brief", "brieven briefje"),
        ("huis", "huizen huisje"),
        ("verwijzen", "verwijs verwijst verwees verwezen verwijzend"),
        ("labelen", "labelt labelde gelabeld"),
        ("wimpelen", "wimpelt wimpelde gewimpeld"),
        ("snijden", "sneed gesneden"),
        ("vragen", "vroeg vroegen gevraagd"),
        ("hebben", "heb hebt heeft had hadden gehad"),
        ("zijn", "ben bent is was waren geweest"),
        ("vallen", "val valt"),
        ("stemmen", "stem stemt"),
        ("passen", "pas past"),
        ("signaleren", "signaleer signaleert"),
        ("verbeteren", "verbeter verbetert"),
        ("escaleren", "escaleert escaleerde geëscaleerd"),
    ],
)
def test_forms(lemma, forms):
    assert set(forms.split()) - forms_of(lemma) == set()


@pytest.mark.parametrize(
    ("lemma", "others"),
    [
        ("boot", "boter"),
        ("doen", "doden dode"),
        ("zien", "zit"),
        ("een", "eens"),
        ("jongen", "jong"),
        ("je", "jes"),
        ("plan", "planner"),
    ],
)
def test_forms_of_other_words_stay_out(lemma, others):
    assert forms_of(lemma) & set(others.split()) == set()


def test_verbs_are_told_from_nouns():
    verbs = {
        word
        for word in ("verwijzen", "stoppen", "wimpelen", "gaan", "jongen", "kind", "zelfvertrouwen")
        if is_verb(word)
    }
    assert verbs == {"verwijzen", "stoppen", "wimpelen", "gaan"}
