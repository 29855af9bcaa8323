"""Names of accounts that are words or more than one word, and where they are said again; all invented."""

import pytest

from perspectieven.privacy.chosen_names import find_chosen_names
from perspectieven.privacy.findings import Kind


def found(text: str) -> list[str]:
    findings = list(find_chosen_names(text, text.lower()))
    assert {finding.kind for finding in findings} <= {Kind.HANDLE}
    return [text[start:end] for start, end in sorted({(finding.start, finding.end) for finding in findings})]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mijn gebruikersnaam was nooit moe 7 en dat vonden ze raar", ["nooit moe 7"]),
        ("mijn gebruikersnaam was niet wakker 3 want ik sliep nooit", ["niet wakker 3"]),
        ("op twitch streamt hij als oma soepkip en dan kijken ze", ["oma soepkip"]),
        ("op snap heet ze kaaskroket en verder niks", ["kaaskroket"]),
        ("hij noemt zich op discord zwarte parel hoor", ["zwarte parel"]),
        ("Ze noemden haar online Puntmuts, en dat bleef.", ["Puntmuts"]),
        ("er kwam iets op roblox van iemand die heette lieve meneer en toen", ["lieve meneer"]),
        ("werd het toen xx soep xx en dat bleef", ["xx soep xx"]),
        ("zoek mij op insta zwemvogeltjx en dan volg ik terug", ["zwemvogeltjx"]),
        ("volg me op insta wende punt draait nul zes want ik post daar", ["wende punt draait nul zes"]),
        ("je stuurt het naar geldwolf punt dilano en klaar", ["geldwolf punt dilano"]),
        ("hij heet daar wendel hashtag 4471 of zo", ["wendel hashtag 4471"]),
        ("volg mij op snap koster hoofdletter k nul twee", ["koster hoofdletter k nul twee"]),
        ("in roblox was dat beer streepje streepje bos toen", ["beer streepje streepje bos"]),
        ("Ze heeft een tweede account: wende.nachtuil. Daar staat alles.", ["wende.nachtuil"]),
        ("Op Discord zit ook graafwerk3, dat is haar broer.", ["graafwerk3"]),
    ],
)
def test_chosen_names_are_found_whole(text, names):
    assert found(text) == names


def test_a_name_is_found_again_but_not_the_thing_it_is_called_after():
    assert found("Op snap heet hij Kroket. Dus Kroket won, en ik at een kroket.") == ["Kroket", "Kroket"]


@pytest.mark.parametrize(
    "text",
    [
        "je gebruikersnaam is niet bekend en toen moest het opnieuw",
        "op insta is het leuk en op snap ook",
        "een streepje laag en dan een hoofdletter",
        "volg mij op tiktok hoor dan zie je het",
        "dat is een punt van zorg en op dit punt gaat het goed",
        "Het account stond op slot. Het is klaar.en toen",
        "we zaten in groep7 en keken filmpjes",
        "mail naar noor punt jansen apenstaartje gmail punt com",
        "op school heet ze gewoon sanne en thuis ook",
    ],
)
def test_what_is_no_chosen_name_stays(text):
    assert found(text) == []
