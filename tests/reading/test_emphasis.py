import pytest

from perspectieven.reading.emphasis import OFF, ON, close_seams, is_set_apart, plain, set_apart


def marked(text: str) -> str:
    """Write the marks as ``<`` and ``>``."""
    return text.replace("<", ON).replace(">", OFF)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ""), ("\n", "\n"), ("  ja ", "<  ja> "), ("een\ntwee", "<een>\n<twee>")],
)
def test_each_line_is_marked_by_itself(text: str, expected: str) -> None:
    assert set_apart(text) == marked(expected)
    assert plain(set_apart(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<a><b>", "<ab>"), ("<a> <b> c", "<a b> c"), ("<a>\n<b>", "<a>\n<b>"), ("<a>x<b>", "<a>x<b>")],
)
def test_marks_that_touch_become_one(text: str, expected: str) -> None:
    assert close_seams(marked(text)) == marked(expected)


@pytest.mark.parametrize(
    "text", ["<Wie?>", "1. <Wie?>", "- <Wie>?", "<Wie\n>ben je".replace("\n>ben je", ">\n<ben je>")]
)
def test_a_whole_paragraph_is_set_apart(text: str) -> None:
    assert is_set_apart(marked(text))


@pytest.mark.parametrize("text", ["", "Wie?", "<Wie> ben je?", "ik <ook>", "<Wie>\nben je?"])
def test_a_paragraph_is_not_set_apart_as_a_whole(text: str) -> None:
    assert not is_set_apart(marked(text))
