from perspectieven.dutch.separable import joined_forms


def test_joined_forms_have_ge_and_te():
    assert {"doorgestuurd", "doorstuurde", "doorsturen", "doortesturen"} <= joined_forms("door", "sturen")
