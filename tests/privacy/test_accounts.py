"""E-mail addresses and names of accounts as they are written and spoken; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

EMAILS = """
Mail maar naar [jan.devries@gmail.com]{email}.
Het is [j.de-vries+school@mail.voorbeeld.nl]{email}, met een streepje.
Stuur het naar [noor @ voorbeeld.nl]{email}.
mijn mail is [jan punt de vries apenstaartje gmail punt com]{email}
mail het naar [noor2009 apenstaartje hotmail punt com]{email} dan zie ik het
het adres is [info apenstaartje de linde punt nl]{email}
stuur maar naar [jan punt de vries apenstaartje gmail.com]{email} oké
mijn adres is [noor underscore acht at gmail punt com]{email}
mijn mailadres is [noor jansen aapenstaartje ziggo punt nl]{email}
ik heb [noor punt jansen apenstaartje gmail]{email} zeg maar
"""

HANDLES = """
Volg me maar, [@noortje_09]{handle} is het.
mijn insta is [xx_yy]{handle}
Mijn insta is [noor.jansen09]{handle}, maar hij staat op privé.
Op snap heet ik [noortjexx]{handle} hoor.
op tiktok heet ik [noorjansen]{handle}
mijn gamertag is [DarkWolf2009]{handle} al jaren
Mijn gebruikersnaam: [wolfje_x]{handle}.
m'n insta is [noor underscore negen]{handle}
mijn insta is [apenstaartje noor]{handle} gewoon
Kijk op [https://www.instagram.com/noor.jansen]{handle}/ dan.
Het staat op [facebook.com/noor.jansen.9]{handle}, geloof ik.
ga naar [instagram punt com slash noorjansen]{handle}
mijn insta is [noorjansenn]{handle}
"""

NOTHING = """
Hij is @ school tot drie uur.
mijn insta is weg en mijn snap is gehackt
Instagram is leuk, maar tiktok is verslavend.
op instagram is het altijd mooi weer
Dat is een punt, com je ook, zei hij.
"""


@pytest.mark.parametrize("marked", lines(EMAILS) + lines(HANDLES))
def test_accounts(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans


@pytest.mark.parametrize("text", lines(NOTHING))
def test_near_misses(text):
    assert found_in(text) == []
