from perspectieven.reading import read_source

DUTCH = "Ze sliep slecht en wij ook, en na een week of drie heb ik het consultatiebureau maar eens gebeld. " * 4
GERMAN = "Wir haben dann eben beim Jugendamt angerufen, weil es so nicht mehr weiterging mit dem Jungen. " * 4


def remarks(tmp_path, text):
    path = tmp_path / "gesprek.txt"
    path.write_text(text, encoding="utf-8")
    return [str(remark) for remark in read_source(path).remarks]


def test_another_language_is_told(tmp_path):
    assert remarks(tmp_path, DUTCH) == []
    [remark] = remarks(tmp_path, GERMAN)
    assert "of its words are Dutch" in remark


def test_a_few_words_tell_no_language(tmp_path):
    assert remarks(tmp_path, "Moeder: Yes, well, okay then.") == []


def test_an_encoding_applied_twice_is_told(tmp_path):
    twice = (DUTCH + "De cli\u00ebnten zeiden: \u201cn\u00e9\u00e9\u201d.").encode().decode("cp1252", errors="replace")
    [remark] = remarks(tmp_path, twice)
    assert "encoded twice" in remark
    assert remarks(tmp_path, DUTCH + "De cli\u00ebnten zeiden: \u201cn\u00e9\u00e9\u201d, na\u00efef.") == []
