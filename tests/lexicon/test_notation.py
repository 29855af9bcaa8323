import pytest

from perspectieven.lexicon.notation import (
    Bag,
    Choice,
    Compound,
    Condition,
    Exact,
    NotationError,
    Separable,
    Sequence,
    Word,
    parse_term,
    write_out,
)


@pytest.mark.parametrize(
    ("notation", "kind", "antonym", "pattern"),
    [
        ("L:label", "lemma", False, Word("label")),
        ("L:gek[ADJ]", "lemma", False, Word("gek")),
        ("L:IB'er", "lemma", False, Word("IB'er")),
        ("L:Home-Start", "lemma", False, Sequence((Word("Home", literal=True), Word("Start")), (0,))),
        ("!L:drempel", "lemma", True, Word("drempel")),
        ("L:door|verwijzen", "separable", False, Separable("door", "verwijzen")),
        ("C:wachtlijst-", "compound", False, Compound("wachtlijst", open_left=False, open_right=True)),
        ("C:-stoornis", "compound", False, Compound("stoornis", open_left=True, open_right=False)),
        ("C:-zorg-", "compound", False, Compound("zorg", open_left=True, open_right=True)),
        ('X:"goed genoeg"', "exact", False, Exact("goed genoeg")),
        ("P:=doe ~3~ normaal", "ordered", False, Sequence((Word("doe", literal=True), Word("normaal")), (3,))),
        (
            "W:hulp+(vragen/in|schakelen)/4",
            "unordered",
            False,
            Bag((Word("hulp"), Choice((Word("vragen"), Separable("in", "schakelen")))), 4),
        ),
        (
            "P:(minder/te ~0~ veel) ~2~ geld",
            "ordered",
            False,
            Sequence((Choice((Word("minder"), Sequence((Word("te"), Word("veel")), (0,)))), Word("geld")), (2,)),
        ),
    ],
)
def test_every_kind_of_term(notation, kind, antonym, pattern):
    assert parse_term(notation) == (kind, antonym, pattern, ())


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("label", "begin with L: C: X: P: or W:"),
        ("Q:label", "begin with L: C: X: P: or W:"),
        ("L:", "begin with L: C: X: P: or W:"),
        ("L:twee woorden", "is no word; write one word"),
        ("L:(a/b)", "after L: write one word"),
        ("L:door|", "is no separable verb"),
        ("C:deel", "with a hyphen where more may stand"),
        ("X:goed genoeg", "between double quotes"),
        ('X:"..."', "at least one word"),
        ("L:oma mits alinea (a)", "after mits write one of zin, beurt, vraag, buurt"),
        ("P:(a/b ~1~ c", r"close every \( with a \)"),
        ("W:(a/b+c/3", r"close every \( with a \)"),
        ("W:zorg+maken", "end with / and the number"),
        ("P:a ~x~ b", "is no word"),
    ],
)
def test_what_is_no_term_says_what_is(notation, message):
    with pytest.raises(NotationError, match=message):
        parse_term(notation)


def test_conditions_stand_behind_the_term_and_do_not_change_it():
    parsed = parse_term("!L:oma mits zin (helpen/op|passen) tenzij vraag (-school)")
    assert parsed[:3] == ("lemma", True, Word("oma"))
    assert parsed.conditions == (
        Condition(wanted=True, scope="zin", pattern=Choice((Word("helpen"), Separable("op", "passen")))),
        Condition(wanted=False, scope="vraag", pattern=Compound("school", open_left=True, open_right=False)),
    )


def test_a_named_list_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(NotationError, match="there is no list @steun; use @helpen"):
        write_out("L:oma mits zin @steun", {"helpen": ("helpen",)})
