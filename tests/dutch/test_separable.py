import pytest

from perspectieven.dutch.separable import find_split, joined_forms


@pytest.mark.parametrize(
    ("sentence", "verb", "particle", "found"),
    [
        ("ze stelden ons daar echt gerust", [1], "gerust", ((1, 5),)),
        ("we kijken het nog even aan", [1], "aan", ((1, 5),)),
        ("we kijken aan die kant", [1], "aan", ()),
        ("hij viel op zijn hoofd", [1], "op", ()),
        ("ik meld hem aan bij de ggz", [1], "aan", ((1, 3),)),
        ("door te verwijzen", [2], "door", ((0, 2),)),
        ("dat ie mee kan doen", [4], "mee", ((2, 4),)),
        ("bereid om te kijken", [3], "om", ()),
        ("mee met ons doen", [3], "mee", ()),
        ("stuur stuur hem door", [0, 1], "door", ((0, 3),)),
    ],
)
def test_split_verbs(sentence, verb, particle, found):
    forms = sentence.split()
    assert find_split(forms, verb, particle, closes=lambda at: at == len(forms) - 1) == found


def test_joined_forms_have_ge_and_te():
    assert {"doorgestuurd", "doorstuurde", "doorsturen", "doortesturen"} <= joined_forms("door", "sturen")
