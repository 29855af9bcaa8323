import pytest
from hypothesis import given
from hypothesis import strategies as st

from perspectieven.reading.chat_marks import Marks, clean_main_line


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ik [/] ik weet (he)t nie(t) .", "ik ik weet het niet."),
        ("<ik wou> [//] ik wil weg .", "ik wou ik wil weg."),
        ("<hij zei> [///] nou [/-] kijk [/?] goed .", "hij zei nou kijk goed."),
        ("&-eh &ehm ja &~ba &+go goed .", "eh ehm ja ba go goed."),
        ("<dat is> [>] zo [<] <echt waar> [>1] .", "dat is zo echt waar."),
        ("de school (.) is (..) nu (1.5) dicht (1:05.2) .", "de school is nu dicht."),
        ("ja maar +...", "ja maar…"),
        ("en toen+/.", "en toen…"),
        ("wat zei +//?", "wat zei…?"),
        ("echt +!?", "echt?!"),
        ('en hij zegt +"/.', "en hij zegt:"),
        ('+" kom maar +".', "kom maar."),
        ("+< ja +^ nee +, goed ++ zo +≈ mooi .", "ja nee goed zo mooi."),
        ("xxx en yyy .", "(onverstaanbaar) en (onverstaanbaar)."),
        ("www .", "(niet uitgeschreven)."),
        ("xxx@s:eng zei ze .", "(onverstaanbaar) zei ze."),
        ("de meeting@s:eng was leuk@c, hoor@d$adv .", "de meeting was leuk, hoor."),
        ("ie [: hij] wil nie [: niet] [*] .", "hij wil niet."),
        ("ie [*] [: hij] wil .", "hij wil."),
        ("<ga je> [: gaat u] mee ?", "gaat u mee?"),
        ("hij loopte [:: liep] weg .", "hij loopte weg."),
        ("dat [x 3] is [!] zo [!!] [= de school] [=! lacht] [% hard] [+ exc] .", "dat is zo."),
        ("&=lacht ja &{l=fluit hoor &}l=fluit .", "ja hoor."),
        ("0is hij 0 thuis .", "hij thuis."),
        ("voet+bal in Sint_Nicolaas .", "voetbal in Sint Nicolaas."),
        ("zo:: la::ng ^ wachten ↑nu↓ ⌈2 ja ⌉2 \u02c8maar .", "zo lang wachten nu ja maar."),
        ("mama ‡ kom „ hè ?", "mama, kom, hè?"),
        ("↫b-b↫brief .", "brief."),
        ("zij zei “ja” .", "zij zei “ja”."),
        ("jeugd-GGZ en R&B , drie .", "jeugd-GGZ en R&B, drie."),
        ("# nou #2 goed .", "nou goed."),
        ("&=lacht .", ""),
        ("", ""),
    ],
)
def test_codes_become_text(line: str, said: str) -> None:
    assert clean_main_line(line, 1, Marks()) == said


@pytest.mark.parametrize("line", ["ja [// nee .", "ja //] nee .", "[= de [school] ] .", "["])
def test_a_bracket_without_the_other_gives_nothing(line: str) -> None:
    assert clean_main_line(line, 1, Marks()) is None


@given(st.text(alphabet='ab0x .,+/?!"<>[]():=%&-~@_^↫#', max_size=60))
def test_any_line_gives_text_without_codes_or_nothing(line: str) -> None:
    said = clean_main_line(line, 1, Marks())
    if said is not None:
        assert not set("[]<>").intersection(said)
        assert said == " ".join(said.split())
