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
mijn mail is [wendy punt bos apenstaartje tuinhuis punt voorbeeld]{email} en verder niks
mail het naar [balie at wolkenveld streepje zorg punt voorbeeld]{email} dan komt het goed
stuur maar naar [t punt de boer at wolkenveld punt voorbeeld]{email} dan
dat is [info at de kleine wolk punt nl]{email} zonder streepjes
eh [noor punt en punt moos apestaartje live punt nl]{email} en meer niet
stuur maar naar [wim en dan een punt en bos at kpnmail punt nl]{email} want die werkt
mail maar naar [de groot punt wendy apenstaart voorbeeld punt nl]{email} dan
mail naar [i n f o apenstaartje tuinhuis punt com]{email} en niet anders
Ze typt vanuit [wendy apenstaart tuinhuis punt nl]{email} naar mij.
Het is [wendy@tuinhuis punt nl]{email} geworden.
Het is [wendy @tuinhuis.nl]{email} geworden.
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
Hij noemde zich [prins.van.wolken]{handle}, want daar kwam hij vandaan.
mijn username was [lil mo nul twintig]{handle} aan elkaar
op insta heet ze [roosje underscore nul zes]{handle} dus
zijn gamertag was [darklord negenennegentig]{handle} toen
ik zat op habbo als [wolkenkindx]{handle} elke dag
ze had een account onder de naam [sterrenkindx]{handle} en meer niet
Zijn gebruikersnaam was [Draakje]{handle}.
Zoek me maar op als [lunavdberg]{handle}, op Insta.
ze zit op TikTok onder [sterretje.exe]{handle} tegenwoordig
Op Discord zit ik ook, daar ben ik [xXfaasXx]{handle} dus.
haar insta dat is [lina streepje bakker]{handle} geloof ik
zijn discord is [boomerang hekje twaalf]{handle} denk ik
Hij schreef via het account [Waarheid010]{handle}.
zijn naam op fortnite was [damibeer]{handle} en dan las hij mee
Volg mij op [@wende.draait]{handle}, zei ze.
Hij noemt zich overal [Koning_Kaas]{handle} en dat is niet grappig.
zij stuurde iets via [_sterretje_77]{handle} en ik schrok
Hij heette daar [NachtUil#0912]{handle} toen.
die jongen noemde zich [kleine.beer.12]{handle} geloof ik
Een zekere [sterretjje77]{handle} stuurde dat.
haar naam op tiktok is [kaas88]{handle} zei ze
want daar heet ik gewoon [sterretje underscore x]{handle} hoor
Zoek op Insta, [at noor underscore nul acht]{handle}, daar staat het.
zoek maar op roblox [x x draak prins x x]{handle} dat is hem
op twitch is dat [hoofdletter d dinodex laag streepje zeven]{handle} hoor
op discord praat ik veel en die van sanne is [sanne komeet acht]{handle} daar
Op snap is hij [wolfjex]{handle} en verder niks.
je vindt me als [sterretje apestaart nulzes]{handle} overal
Via Discord kwam er iemand, [dr4akje]{handle}, en die wist alles.
je logt in met je code en ik als [papavanmees3]{handle} dus
op insta noemt hij zich [bakkerszn]{handle} dacht ik
mijn snap is [wolfje streepje laag elf]{handle} gewoon
op tiktok is ze [sterretje met twee underscores erachter]{handle} geloof ik
op insta moet je [lil draakje met dubbel x en dan zeven acht]{handle} zoeken
hij noemde zich [vuurdraakje]{handle} op roblox en daar begon het
ik heet op alles hetzelfde [sterrewolkx]{handle} op discord dus
mijn insta is gewoon [mees maakt muziek]{handle} alles aan elkaar
op fortnite heet ie ook al [wolkendrakx]{handle} zei ze
bij dat account typten ze toen [tafelpoot77]{handle} is een sukkel
op soundcloud is hij [wolfjexmuziek]{handle} en verder niks
"""

NOTHING = """
Op discord draait mp3 of b2b of h2o als proef.
zonder apenstaartje gewoon schrijven dus
Op tafel lag kwartierplan3 van de vorige keer.
op internet via xs4all met een account
je logt in als groep3 of als klas4 of als mavo4 dus
via mijn account twee keer en dat account was gehackt
op youtube was een filmpje, op mijn iPhone
Hij is @ school tot drie uur.
mijn insta is weg en mijn snap is gehackt
Instagram is leuk, maar tiktok is verslavend.
op instagram is het altijd mooi weer
Dat is een punt, com je ook, zei hij.
Hij at een broodje en zei punt uit tegen mij.
Toen kwam [kind_1] binnen met <naam_2> erbij.
Zie www.voorbeeld.site2 of artikel 12, blz.12 en art.3.
Dat was in groep7, met covid19 en de havo4.
Het lokaal was b12 en het kostte 12euro50.
We draaien windows11 en office365 op die laptop.
Hij staat op #1 en dan nummer#2 erbij.
hij at de hele dag niks punt nl dus
op insta zat ik ook en die van mij is nu al twaalf
op insta is hij gewoon vervelend
op snap praat hij met drie vrienden en dan met mij
hij noemde zich gewoon eerlijk op school
"""


@pytest.mark.parametrize("marked", lines(EMAILS) + lines(HANDLES))
def test_accounts(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans


@pytest.mark.parametrize("text", lines(NOTHING))
def test_near_misses(text):
    assert found_in(text) == []
