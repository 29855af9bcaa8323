from pathlib import Path

import pytest

from perspectieven.errors import LexiconError
from perspectieven.reading.lexicon import read_lexicon

INDEX = 'naam: klein\nversie: "1"\nthemas: [DIE]\n'
THEME = """\
thema: DIE
naam: "Dieren"
omschrijving: "Wat mensen over dieren zeggen."
vragen: [1]

codes:
  - code: DIE-KAT
    naam: "Kat"
    definitie: "Er is sprake van een kat."
    wel: "De kat zelf."
    niet: "Een kater."
    vragen: [1, 2]
    orientatie: neutraal
    bij_ontkenning: behoudt
    factor: n.v.t.
    niveau: [alle]
    domein: [informeel, beleid]
    kerntermen:
      - L:kat
    aanvullend:
      - "!L:hond"
    uitsluiten:
      - X:"kat in de zak"
    voorbeelden:
      - "De kat slaapt."
    bijna_niet:
      - "Een kat in de zak gekocht."
"""


def write(folder: Path, theme: str = THEME, index: str = INDEX) -> Path:
    (folder / "lexicon.yaml").write_text(index, encoding="utf-8")
    (folder / "DIE.yaml").write_text(theme, encoding="utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    with pytest.raises(LexiconError) as caught:
        read_lexicon(folder)
    return [f"{fault.where} {fault.place}: {fault.what}" for fault in caught.value.faults]


def test_a_folder_is_read_whole(tmp_path):
    code = read_lexicon(write(tmp_path)).code("DIE-KAT")
    assert (code.levels, code.domains, code.questions) == ((), ("informeel", "beleid"), ("1", "2"))
    assert [(t.notation, t.core, t.antonym) for t in code.terms] == [("L:kat", True, False), ("!L:hond", False, True)]
    assert (code.hits, code.near_misses) == (("De kat slaapt.",), ("Een kat in de zak gekocht.",))
    assert code.asked is False


def test_every_fault_comes_at_once_with_its_line_and_what_is_allowed(tmp_path):
    broken = (
        THEME.replace("orientatie: neutraal", "orientatie: goed")
        .replace("factor: n.v.t.", "faktor: n.v.t.")
        .replace("- L:kat", "- kat")
        .replace("[alle]", "[kind]")
        .replace('definitie: "Er is sprake van een kat."', 'definitie: ""')
        .replace('"De kat slaapt."', '"De kat slaapt."\n      - [a]')
    )
    assert faults(write(tmp_path, broken)) == [
        'DIE.yaml line 15: field "faktor" is unknown; use one of code, naam, definitie, wel, niet, vragen, orientatie, '
        "bij_ontkenning, bij_vraag, bij_voorwaarde, bij_weergave, factor, niveau, domein, kerntermen, aanvullend, "
        "uitsluiten, voorbeelden, "
        "bijna_niet",
        'DIE.yaml line 7: field "factor" is missing; add it',
        'DIE.yaml line 13: orientatie is "goed"; use one of normaliserend, neutraal, problematiserend',
        'DIE.yaml line 19: kerntermen: "kat": begin with L: C: X: P: or W:, after a ! for an antonym',
        'DIE.yaml line 9: "definitie" is empty or no text; write one line of text',
        'DIE.yaml line 16: niveau has "kind"; use gezin/jeugdige, professional, organisatie/beleid, alle',
        'DIE.yaml line 26: "voorbeelden" has an item that is no text; put it in quotes',
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("thema: DIE", "thema: DIER", 'thema is "DIER"; the file name says DIE'),
        ("code: DIE-KAT", "code: KAT", 'code "KAT" is not of this theme; let it begin with DIE-'),
        ("    niveau: [alle]", "    niveau: [alle]\n    niveau: [alle]", 'field "niveau" occurs twice'),
        ("kerntermen:\n      - L:kat", "kerntermen: L:kat", '"kerntermen" is no list'),
        ("      - L:kat", "      - L:kat\n      - L:kat", 'kerntermen has "L:kat" more than once'),
        ("  - code: DIE-KAT", "  - alleen tekst\n  - code: DIE-KAT", "needs the fields code, naam"),
        ("vragen: [1]\n", "vragen: [1\n", "is no valid YAML"),
    ],
)
def test_each_fault_is_told(tmp_path, old, new, message):
    assert any(message in fault for fault in faults(write(tmp_path, THEME.replace(old, new))))


def test_files_and_index_must_agree(tmp_path):
    assert faults(tmp_path) == [f"{tmp_path} : has no lexicon.yaml; add it (see docs/lexicon_notatie.md)"]
    write(tmp_path, index=INDEX.replace("[DIE]", "[DIE, PLA]"))
    assert faults(tmp_path) == [
        'lexicon.yaml line 3: theme "PLA" has no file PLA.yaml; add the file or take the theme out'
    ]
    write(tmp_path)
    (tmp_path / "OUD.yaml").write_text(THEME, encoding="utf-8")
    assert faults(tmp_path) == ["OUD.yaml : is not among the themas of lexicon.yaml; list it there or remove the file"]


def test_no_such_lexicon_and_no_utf8(tmp_path):
    with pytest.raises(LexiconError, match="is no folder and no shipped lexicon; use one of normaliseren"):
        read_lexicon("bestaatniet")
    write(tmp_path)
    (tmp_path / "DIE.yaml").write_bytes(b"thema: \xff")
    assert faults(tmp_path) == ["DIE.yaml : is not UTF-8; save it as UTF-8"]
