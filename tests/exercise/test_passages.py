"""Which passages are chosen."""

from collections import Counter

import pytest

from perspectieven.errors import StudyError
from perspectieven.exercise.key import Answer, Entry
from perspectieven.exercise.passages import choose_passages, list_items
from perspectieven.tables import TURNS, make_table

KINDS = {
    "plain": Entry((Answer("ERB", ("affirmed",), firm=True),)),
    "turned": Entry((Answer("ERB", ("negated",), firm=True),)),
    "doubtful": Entry((Answer("ERB", ("affirmed",), firm=True),), disputed=True),
    "nothing": Entry(()),
    None: Entry((Answer("ERB", ("affirmed",), firm=False),), disputed=True),
}


def said(n_speakers=6, n_each=20, n_words=12):
    rows, key = [], {}
    for speaker in range(n_speakers):
        for turn in range(n_each):
            perspective = ("ouders", "jeugdigen", "professionals")[speaker % 3]
            rows.append(
                {"transcript_id": f"t{speaker}", "turn_index": turn, "speaker": f"s{speaker}", "role": "participant"}
                | {"perspective": perspective, "n_words": n_words, "text": f"wat {speaker} zegt in {turn}"}
            )
            key[f"t{speaker}", turn] = list(KINDS.values())[turn % 5]
    return make_table(rows, TURNS), key


def test_every_kind_occurs_in_its_share_and_everybody_speaks():
    turns, key = said()
    passages = choose_passages(turns, key, n=20, seed=1)
    assert Counter(passage.kind for passage in passages) == {"plain": 7, "turned": 4, "doubtful": 5, "nothing": 4}
    assert [passage.number for passage in passages] == list(range(1, 21))
    assert len({passage.place[0] for passage in passages}) == 6
    perspectives = Counter(int(passage.place[0][1:]) % 3 for passage in passages)
    assert max(perspectives.values()) - min(perspectives.values()) <= 4
    assert all(passage.answers == key[passage.place].answers for passage in passages)


def test_the_seed_decides_and_the_order_of_turns_does_not():
    turns, key = said()
    chosen = choose_passages(turns, key, n=10, seed=1)
    assert choose_passages(turns.iloc[::-1], key, n=10, seed=1) == chosen
    assert choose_passages(turns, key, n=10, seed=2) != chosen


def test_kinds_are_not_in_a_row():
    turns, key = said()
    kinds = [passage.kind for passage in choose_passages(turns, key, n=20, seed=3)]
    assert kinds != sorted(kinds, key=list(KINDS).index)


def test_where_a_kind_runs_out_the_others_fill_up():
    turns, key = said(n_speakers=1)
    key = {place: entry for place, entry in key.items() if entry.kind != "turned" or place[1] == 1}
    kinds = Counter(passage.kind for passage in choose_passages(turns, key, n=10, seed=1))
    assert kinds["turned"] == 1
    assert kinds.total() == 10


@pytest.mark.parametrize(("n", "n_words", "there"), [(500, 12, "1 to 96"), (20, 5, "none"), (20, 91, "none")])
def test_too_few_passages_are_told_with_how_many_there_are(n, n_words, there):
    turns, key = said(n_words=n_words)
    with pytest.raises(StudyError, match=f"{n} passages were asked for and .* ask for {there}"):
        choose_passages(turns, key, n=n, seed=1)


def test_more_firm_answers_than_the_sheet_has_room_for_is_no_passage():
    turns, key = said(n_speakers=1, n_each=1)
    key = {("t0", 0): Entry(tuple(Answer(f"T{n}", ("affirmed",), firm=True) for n in range(5)))}
    with pytest.raises(StudyError, match="ask for none"):
        choose_passages(turns, key, n=1, seed=1)


def test_words_do_not_show_in_a_repr():
    turns, key = said()
    assert "zegt" not in repr(choose_passages(turns, key, n=3, seed=1))


def test_items_leave_out_what_is_withheld(lexicon):
    codes = list_items(lexicon, by="code", withheld=("GRE-VEILIGHEID",))
    assert len(codes) == len(lexicon.codes) - 1
    assert codes[0].examples
    assert (
        "Onveiligheid"
        not in next(t for t in list_items(lexicon, by="theme", withheld=("GRE-VEILIGHEID",)) if t.id == "GRE").include
    )
