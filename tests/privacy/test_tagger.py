"""The tagger: features, their sums, and what becomes of words that are likely part of a name."""

import numpy as np
import pytest

from perspectieven.privacy import tagger
from perspectieven.privacy.features import N_FEATURES, list_features
from perspectieven.privacy.findings import Kind
from perspectieven.privacy.search import Wanted, search_texts
from perspectieven.privacy.tagger import REASON, Tagger, find_doubtful, read_tagger, tag
from perspectieven.privacy.tokens import is_lower, split_tokens

SAID = ("Toen kwam Sanne langs, met de fiets.", "ja", "en toen was storm weer bij ons")


def keys_of(*texts):
    return list_features([split_tokens(text) for text in texts], [is_lower(text) for text in texts])


def tag_one(text, *, ages=False):
    [found] = tag([split_tokens(text)], [is_lower(text)], ages=ages)
    return found


def said(text, findings):
    return [text[found.start : found.end] for found in findings]


@pytest.fixture
def takes_words(monkeypatch):
    """Make a tagger that takes certain words for names of some kind, wherever they stand."""

    def make(words):
        kinds = tuple(Kind)
        keys = {int(keys_of(word)[0, 0]): kind for word, kind in words.items()}
        weights = np.zeros((len(keys), 1 + len(kinds)), np.int8)
        weights[:, 0] = 100
        for row, kind in enumerate(keys.values()):
            weights[row, 1 + kinds.index(kind)] = 100
        unit, bias = np.full(1 + len(kinds), 0.1, np.float32), np.full(1 + len(kinds), -5, np.float32)
        made = Tagger(kinds, np.array(list(keys), np.uint64), weights, unit, bias)
        monkeypatch.setattr(tagger, "read_tagger", lambda: made)

    return make


def test_features_of_a_text_do_not_depend_on_the_texts_beside_it():
    together = keys_of(*SAID)
    assert together.shape == (15, N_FEATURES)
    assert np.array_equal(together, np.vstack([keys_of(text) for text in SAID]))


def test_a_feature_tells_the_word_and_another_its_surroundings():
    one, other = keys_of("bij storm thuis")[1], keys_of("bij bloem thuis")[1]
    same = np.flatnonzero(one == other).tolist()
    assert 0 not in same
    assert {6, 7, 12} <= set(same), "the words on either side are the same"
    assert len(np.unique(one)) == N_FEATURES


def test_weights_are_added_up_per_word():
    keys = keys_of(*SAID)
    rng = np.random.default_rng(1)
    known = np.unique(keys)[::2]
    weights = rng.integers(-127, 128, (len(known), 3)).astype(np.int8)
    unit, bias = np.array([0.5, 1, 2], np.float32), np.array([1, 0, -1], np.float32)
    table = dict(zip(known.tolist(), weights.astype(int).tolist(), strict=True))
    by_hand = [np.sum([table.get(key, [0, 0, 0]) for key in word], axis=0) for word in keys.tolist()]
    made = Tagger((Kind.PERSON, Kind.SCHOOL), known, weights, unit, bias)
    assert np.allclose(made.weigh(keys), np.array(by_hand) * unit + bias)


def test_a_tagger_is_kept_as_it_is():
    shipped = read_tagger()
    content = shipped.to_bytes()
    again = Tagger.from_bytes(content)
    assert again.to_bytes() == content
    assert np.array_equal(again.weigh(keys_of(*SAID)), shipped.weigh(keys_of(*SAID)))


def test_names_in_a_row_are_people_of_their_own(takes_words):
    takes_words(dict.fromkeys(("sanne", "bilal", "jinte", "de", "wolf"), Kind.PERSON))
    text = "met sanne bilal en jinte de wolf"
    people = tag_one(text).people
    assert said(text, [person.finding for person in people]) == ["sanne", "bilal", "jinte de wolf"]
    assert [(person.first, person.last) for person in people] == [("sanne", ""), ("bilal", ""), ("jinte", "wolf")]


def test_a_full_stop_ends_a_name_unless_it_is_behind_an_initial(takes_words):
    takes_words(dict.fromkeys(("j", "wiersma", "thijs"), Kind.PERSON))
    text = "bij j. wiersma en thijs. thijs wou niet"
    people = tag_one(text).people
    assert said(text, [person.finding for person in people]) == ["j. wiersma", "thijs", "thijs"]


def test_words_of_one_kind_belong_together(takes_words):
    takes_words({"het": Kind.SCHOOL, "kompas": Kind.SCHOOL, "sterk": Kind.ORGANISATION})
    text = "op het kompas sterk, kompas"
    found = tag_one(text).others
    assert said(text, found) == ["het kompas", "sterk", "kompas"]
    assert [finding.kind for finding in found] == [Kind.SCHOOL, Kind.ORGANISATION, Kind.SCHOOL]


def test_ages_are_left_where_nobody_wants_them_replaced(takes_words):
    takes_words({"zeven": Kind.AGE})
    assert not tag_one("ze is zeven").others
    assert len(tag_one("ze is zeven", ages=True).others) == 1


def test_a_prefix_alone_is_no_name(takes_words):
    takes_words({"van": Kind.PERSON})
    assert tag_one("die van ons") == tagger.NOTHING


def test_large_towns_stay_whoever_found_them(takes_words):
    takes_words(dict.fromkeys(("utrecht", "winsum"), Kind.ORGANISATION))
    [searched] = search_texts(["wij wonen in utrecht, vroeger winsum"], Wanted())
    assert said(searched.text, searched.others) == ["winsum"]


def test_what_only_a_tagger_takes_for_a_name_is_not_looked_for_elsewhere(takes_words):
    takes_words({"knoop": Kind.PERSON})
    first, second = search_texts(["toen was knoop er", "bij de knoopjes"], Wanted())
    assert [person.finding.reason for person in first.people] == [REASON]
    assert not second.people


def test_what_is_too_unlikely_to_replace_is_told_to_a_person(takes_words, monkeypatch):
    takes_words({"knoop": Kind.PERSON})
    text = "toen was knoop er"
    monkeypatch.setattr(tagger, "LIKELY", 0.9999)
    assert tag_one(text) == tagger.NOTHING
    assert [[token.word for token in found] for found in find_doubtful([split_tokens(text)], [True])] == [["knoop"]]


def test_it_has_learnt_what_stands_around_names_that_are_words():
    text = "ja en mees was toen drie weken bij ons in huis"
    assert said(text, [person.finding for person in tag_one(text).people]) == ["mees"]
    assert tag_one("er zat een mees in de tuin en die at van de pinda's") == tagger.NOTHING


def test_a_word_between_quotation_marks_is_no_person(takes_words):
    takes_words({"roos": Kind.PERSON})
    assert [person.first for person in tag_one("Ik zag daar roos lopen.").people] == ["roos"]
    assert tag_one("Hij kan net 'vis' en 'roos' lezen.").people == ()


def test_a_large_town_alone_is_no_person(takes_words):
    takes_words({"utrecht": Kind.PERSON, "heerenveen": Kind.PERSON})
    found = tag_one("Toen ging ik van Utrecht naar huis.")
    assert (found.people, [finding.kind for finding in found.others]) == ((), [Kind.PLACE])
    assert tag_one("Toen kwam Heerenveen langs.").others == ()


def test_a_learned_word_in_small_letters_is_nobody(takes_words):
    takes_words({"suïcidaliteit": Kind.PERSON})
    assert tag_one("Eetstoornissen gaan voor, en suïcidaliteit natuurlijk.") == tagger.NOTHING
    assert [person.first for person in tag_one("Toen kwam Suïcidaliteit langs.").people] == ["suicidaliteit"]


@pytest.mark.parametrize("kind", [Kind.ADDRESS, Kind.HANDLE])
def test_streets_and_accounts_in_words_are_found_too(takes_words, kind):
    takes_words({"wilgenhoek": kind})
    assert [finding.kind for finding in tag_one("ik was bij de wilgenhoek toen").others] == [kind]


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ADDRESS])
def test_a_number_alone_is_no_person_and_no_street(takes_words, kind):
    takes_words({"zesentwintig": kind})
    assert tag_one("Zesentwintig van de honderd.") == ((), ())
