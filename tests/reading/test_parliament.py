from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectieven.errors import TranscriptError
from perspectieven.reading import read_source
from perspectieven.reading.parliament import read_parliament
from perspectieven.reading.source import Source

DUTCH = Path(__file__).parents[3] / "shared/real/dutch"


def speaker(title: str, name: str, party: str = "") -> str:
    party = f" (<politiek>{party}</politiek>)" if party else ""
    return (
        f"<spreker><voorvoegsels>{title}</voorvoegsels> <naam><achternaam>{name}</achternaam></naam>{party}:</spreker>"
    )


CHAIR, MEMBER = speaker("De", "voorzitter"), speaker("Mevrouw", "De Wit", "PvhL")
PUBLISHED = f"""<officiele-publicatie><metadata><meta content="x"/></metadata><handelingen><agendapunt>
<nr>4</nr><item-titel>Jeugdzorg</item-titel>
<onderwerp><al>Aan de orde is het <nadruk>debat</nadruk>.</al></onderwerp>
<spreekbeurt>{CHAIR}<tekst><al>Het woord is aan mevrouw De Wit.</al></tekst></spreekbeurt>
<spreekbeurt>{MEMBER}<tekst><al-groep><al>Voorzitter. Eén <nadruk>gezin</nadruk> , drie<noot><al>Bron.</al></noot>
 loketten.</al><lijst><li><li.nr>1.</li.nr> <al>Rust.</al></li></lijst></al-groep>
<motie><kop><titel>Motie</titel></kop><al>verzoekt de regering,</al><motie-info>{CHAIR}<al>Zij krijgt nr. 2.</al>
</motie-info></motie><al-groep><al>Dank u.</al></al-groep></tekst></spreekbeurt>
<tekst><al>De vergadering wordt geschorst.</al></tekst>
<spreekbeurt>{MEMBER}<tekst><motie><al>verzoekt ook,</al><motie-info>{CHAIR}<al>Zij krijgt nr. 3.</al></motie-info>
</motie></tekst></spreekbeurt>
<tekst><al>Dan de minister.</al></tekst>
<tekst><al>De beraadslaging wordt gesloten.</al></tekst>
<spreekbeurt>{CHAIR}<stemming><al>In stemming komt de motie.</al></stemming></spreekbeurt>
</agendapunt></handelingen></officiele-publicatie>"""

MASHUP = """<root xmlns:pm="http://www.politicalmashup.nl"><meta><title>Debat</title></meta>
<proceedings xmlns="http://www.politicalmashup.nl"><topic pm:title="Opening">
<stage-direction><p>Dinsdag</p></stage-direction><scene>
<speech pm:speaker="Vos" pm:function="De voorzitter"><p>Welkom.</p><p>Ga zitten.</p></speech>
<speech pm:speaker="Vos" pm:function="De voorzitter"><p>Het woord is aan mevrouw De Wit.</p></speech>
<speech pm:speaker="De Wit" pm:function="Mevrouw" pm:party="PvhL"><p>Dank u.</p>
<speech pm:speaker="" pm:function=""><p>Hard!</p></speech><stage-direction><p>(Geroffel)</p></stage-direction>
<p>Ik ga door.</p></speech></scene><vote><p>Voor: 3</p></vote>
</topic></proceedings></root>"""

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>corpus</p><listPerson><person xml:id="NoorWit">
<persName><surname>Wit</surname><nameLink>de</nameLink><forename>Noor</forename></persName></person></listPerson>
</teiHeader><text><body><div><head>Jeugdwet</head><note type="speaker">De voorzitter:</note>
<u who="#VeraVos"><seg>Goedemorgen.</seg><seg>Het <note>op gedempte toon</note>woord is aan Noor.</seg></u>
<u who="ParlaMint-NL.xml#NoorWit"><seg>Dank.</seg><vocal><desc>Gelach</desc></vocal><seg>Ik ga door.</seg></u>
<u><seg>Bravo!</seg></u>
<u who="#VeraVos"><seg><s><w>Dat</w><w>kan</w><w join="right">niet</w><pc>,</pc>
<w join="right">vant<w norm="van"/><w norm="het"/></w><pc>.</pc></s></seg></u>
</div></body></text></TEI>"""


def read_data(data: bytes, folder: Path) -> Source:
    path = folder / "debat.xml"
    path.write_bytes(data)
    return read_parliament(path)


def said(source: Source) -> list[tuple[str, str]]:
    return [(utterance.label, utterance.text) for utterance in source.utterances]


def test_published_proceedings(tmp_path: Path) -> None:
    source = read_data(PUBLISHED.encode(), tmp_path)
    assert said(source) == [
        ("De voorzitter", "Het woord is aan mevrouw De Wit."),
        ("Mevrouw De Wit (PvhL)", "Voorzitter. Eén gezin, drie loketten.\n1. Rust."),
        ("De voorzitter", "Zij krijgt nr. 2."),
        ("Mevrouw De Wit (PvhL)", "Dank u."),
        ("De voorzitter", "Zij krijgt nr. 3.\nDan de minister."),
    ]
    assert source.unspoken == (
        *("4", "Jeugdzorg", "Aan de orde is het debat.", "Bron.", "Motie", "verzoekt de regering,"),
        *("De vergadering wordt geschorst.", "verzoekt ook,", "De beraadslaging wordt gesloten."),
        "In stemming komt de motie.",
    )
    assert [fault.what for fault in source.remarks] == [
        "1 paragraphs without a name follow a motion and are given to the chair; look at them"
    ]


@pytest.mark.parametrize("page", ["latin-1", "cp1252"])
def test_proceedings_encoded_twice_are_put_right_where_that_is_asked(page: str, tmp_path: Path) -> None:
    path = tmp_path / "debat.xml"
    once = ("\ufeff\n" + PUBLISHED.replace("Rust.", "“Cliënten… één.")).encode()
    path.write_bytes(once.decode(page).encode())
    source = read_source(path, repair=True)
    assert said(source) == said(read_data(once, tmp_path))
    assert source.utterances[1].text.endswith("“Cliënten… één.")
    assert any("6 characters had been encoded twice" in fault.what for fault in source.remarks)


def test_political_mashup(tmp_path: Path) -> None:
    source = read_data(MASHUP.encode(), tmp_path)
    assert said(source) == [
        ("De voorzitter Vos", "Welkom.\nGa zitten.\nHet woord is aan mevrouw De Wit."),
        ("Mevrouw De Wit (PvhL)", "Dank u."),
        ("onbekend", "Hard!"),
        ("Mevrouw De Wit (PvhL)", "Ik ga door."),
    ]
    assert source.unspoken == ("Opening", "Dinsdag", "(Geroffel)", "Voor: 3")
    assert [fault.what for fault in source.remarks] == ['1 speeches name no speaker; their label is "onbekend"']


def test_parlamint(tmp_path: Path) -> None:
    source = read_data(TEI.encode(), tmp_path)
    assert said(source) == [
        ("VeraVos", "Goedemorgen.\nHet woord is aan Noor."),
        ("Noor de Wit", "Dank.\nIk ga door."),
        ("onbekend", "Bravo!"),
        ("VeraVos", "Dat kan niet, vant."),
    ]
    assert source.unspoken == ("Jeugdwet", "De voorzitter:", "op gedempte toon", "Gelach")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty file"),
        (b"geheim", "line 1: is not sound XML from here; download it again"),
        (PUBLISHED[:-9].encode(), "is not sound XML from here"),
        (
            b"<vlosCoreDocument>geheim</vlosCoreDocument>",
            r'its root is "vlosCoreDocument"\); readable are the Handeling',
        ),
        ("<geheim\u00e9/>".encode(), 'its root is "unnamed"|its root is'),
        (b"<officiele-publicatie><kamerstuk/></officiele-publicatie>", 'its root is "officiele-publicatie"'),
        (b"<TEI><text/></TEI>", 'its root is "TEI"'),
        (b'<!DOCTYPE u [<!ENTITY a "geheim">]><TEI><u>&a;</u></TEI>', "declares entities of its own"),
        (b"<TEI>" + b"<u>" * 500 + b"</u>" * 500 + b"</TEI>", "has more than 150 elements inside each other"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=message):
        read_data(data, tmp_path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from([PUBLISHED, MASHUP, TEI]),
    at=st.integers(0, 5000),
    n_old=st.integers(0, 30),
    new=st.sampled_from(["", "<u>", "</al>", "&", "\x00", "<spreker/>", "<motie-info/>", "é"]),
)
def test_damage_is_read_or_refused(tmp_path: Path, file: str, at: int, n_old: int, new: str) -> None:
    at %= len(file)
    try:
        read_data((file[:at] + new + file[at + n_old :]).encode(), tmp_path)
    except TranscriptError as error:
        assert "debat.xml" in str(error)


@pytest.mark.skipif(not DUTCH.is_dir(), reason="the real files lie in ../shared, which is not here")
def test_real_proceedings() -> None:
    found = {}
    for path in sorted(DUTCH.glob("*.xml")):
        source = read_source(path, repair=True)
        labels = Counter(utterance.label for utterance in source.utterances)
        n_words = sum(len(utterance.text.split()) for utterance in source.utterances)
        found[path.stem] = (len(source.utterances), len(labels), n_words, len(source.unspoken), len(source.remarks))
        assert not any("\u00c3" in utterance.text for utterance in source.utterances)
    assert found == {
        "h-tk-20172018-70-4": (25, 7, 1784, 42, 2),
        "h-tk-20172018-70-5": (118, 8, 15864, 29, 2),
        "h-tk-20172018-70-8": (65, 29, 1836, 5, 1),
        "nl.proc.ob.d.h-ek-19992000-493-493": (4, 1, 226, 12, 0),
    }
