"""Ages of people, and durations and school years, which are none; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

AGES = """
ze is [veertien]{leeftijd}
Ik ben [14 jaar]{leeftijd} en zit in de derde.
Een jongen van [9]{leeftijd} hoort te spelen.
Ik ben er uiteindelijk [negentien]{leeftijd} geworden.
ze moet nog [achttien]{leeftijd} worden
de andere wordt in het voorjaar [zes]{leeftijd} en dat is wat
ik was [zeven]{leeftijd} denk ik of net [acht]{leeftijd} en toen mocht ik
die was [vijf]{leeftijd} of [zes]{leeftijd} dat wist niemand
Omdat ik de oudste was, [12]{leeftijd}, en zij niet.
Mijn broer Faas dus. [Dertien]{leeftijd} en al zo groot.
Ik heb een vriend. Delano. [Achttien]{leeftijd}. Dus.
tussen mijn [twaalfde]{leeftijd} en mijn [veertiende]{leeftijd} was het erg
die van mij is pas [twee]{leeftijd}
Met [zestien]{leeftijd} ging ik het huis uit.
mijn oudste is [dertien]{leeftijd} de jongste [zes]{leeftijd}
Een meisje van [veertien jaar]{leeftijd}, dat vind ik jong.
Mijn dochter is [acht]{leeftijd} en mijn zoon is [elf]{leeftijd}.
Hij is bijna [zestien jaar]{leeftijd}.
toen ik [twaalf]{leeftijd} was ging het mis
als je [achttien]{leeftijd} wordt houdt het op
Een [14-jarige]{leeftijd} mag dat zelf weten.
op zijn [zevende]{leeftijd} kon hij al lezen
Vanaf haar [12e]{leeftijd} woont ze bij ons.
Hij is [12 jaar oud]{leeftijd}.
Noor, [14 jaar]{leeftijd}, woont in een gezinshuis.
kinderen, een jongen van [zes]{leeftijd} en [negen]{leeftijd} zeg maar
Onze jongste is [8 maanden]{leeftijd}.
toen was hij [drieëntwintig]{leeftijd}
Hij is [één]{leeftijd}.
Hij is [drie en een half]{leeftijd}.
Een kindje van [tweeënhalf]{leeftijd} slaapt niet altijd.
En dat is een [tweejarige]{leeftijd} die niets mag.
Pieter is [tien]{leeftijd} en leest nog niet.
Pieter, [elf]{leeftijd}, druk.
Pieter, [elf jaar]{leeftijd} al, kon het niet.
Wietske was toen al [eenentwintig]{leeftijd}!
toen was dounia al [achttien]{leeftijd} en toen hield het op
Onze Pieter, van [acht]{leeftijd}, tekent graag.
mijn broertje rik van [vijf]{leeftijd} en mijn oma
dat kind is [negen]{leeftijd} en zit thuis
oma is [tachtig]{leeftijd} dus die kan het niet
ze was nog geen [zeven]{leeftijd} toen
ze zeggen dat ze [zes]{leeftijd} zijn
omdat de jongens allebei [dertien]{leeftijd} waren
[Zestien]{leeftijd} is ze, en moe.
Toen mijn zoon Pieter [vier]{leeftijd} was, verhuisden we.
Iets voor een jongen van [16 jaar]{leeftijd} zoeken.
Hij is [tien]{leeftijd} of [elf]{leeftijd}, denk ik.
Zij was [twintig]{leeftijd}, ik [negentien]{leeftijd}, allebei boos.
Mijn zoon is [tien]{leeftijd}. [Tien]{leeftijd}!
Mijn dochter ([14]{leeftijd}) en Jesse ([acht]{leeftijd}) zijn weg.
een meisje, [veertien]{leeftijd}, dat niks zei
mijn jongens van [8]{leeftijd} en [10]{leeftijd}
onze kinderen zijn [drie]{leeftijd}, [vijf]{leeftijd} en [negen]{leeftijd}
De tweeling is [negen]{leeftijd}.
ik word volgende week [zestien]{leeftijd}
een kind van een jaar of [twaalf]{leeftijd}
van mijn [tiende]{leeftijd} tot mijn [twaalfde]{leeftijd} in zorg
ik heb er twee thuis hè van [acht]{leeftijd} en [zes]{leeftijd} en nog een
Toen ik [negen]{leeftijd} was, of nee [tien]{leeftijd}, ging het mis.
een meisje van krap [twaalf]{leeftijd} en die jongen
Zo heet hij dus. Net [dertien]{leeftijd}.
onze tweelingen zijn pas [zes]{leeftijd} geworden
Hij is [7]{leeftijd} geworden en die ander [5]{leeftijd}.
daar kwam ik met [dertien]{leeftijd} al binnen
Hij is [zes en driekwart]{leeftijd}, zegt hij zelf.
Ze was [negen]{leeftijd}, bijna [tien]{leeftijd}.
Pieter was toen net [acht maanden]{leeftijd}.
hij is nog maar [veertien jaar]{leeftijd} mag dat wel
een jochie van [zeven]{leeftijd} en zijn moeder
we hebben twee kinderen, [acht]{leeftijd} en [elf]{leeftijd}
Ik, [16]{leeftijd}, moest dat zelf regelen.
Leeftijd: [14]{leeftijd}.
ik ben d'r [zeventien]{leeftijd} en dan mag het
Hij was [zeven en een half]{leeftijd}.
"""

NO_AGES = """
drie jaar wachten is te lang
en regel drie was afwassen en groep zeven was leuk
met twaalf kinderen in een klas
ik doe dit al tien jaar
Ik ben al tien jaar bezig.
dat is drie jaar geleden
na drie jaar kregen we hulp
groep zeven is druk
we zijn tien jaar getrouwd
Ze is drie keer weggelopen.
Hij is een jongen.
het is twaalf uur
Het is 14 graden.
hij was twee weken ziek
een groep van negen
we zijn met z'n vieren
ze is drie dagen weg
in zijn derde klas en op haar tweede school
Dat is een zes of een zeven.
met een wachtlijst van twee jaar
een driejarige opleiding
ik ben nu twintig jaar tandarts
Die is net twee jaar klaar.
dan was ik een jaar aan de wal
ik ben zeven minuten ouder
de wachtlijst is tien maanden
een groep kinderen, ze zijn met negen
Het cijfer is tien en dat is mooi.
De groep, twaalf, dertien man.
We gingen naar Ameland, vijf dagen.
We gingen naar Utrecht, vijf, zes keer.
ze komen omdat ze met acht zijn
de moeder van drie kinderen
kinderen van twee moeders
De kinderen zijn twee dagen bij hun vader.
Zes is genoeg.
Dat kost tien of elf euro.
van mijn eerste pleeggezin weet ik niets
Ze kreeg een zes. Zes!
Pieter is drie keer blijven zitten.
Het ging door. Net tien minuten.
ik heb er twee gehad van acht uur en zes uur
het zijn er zes geworden en dat is veel
dat zijn drie geworden in plaats van een
daar kwam ik met dertien mensen al binnen
De poes was toen net acht maanden weg.
ik, 16 keer per dag, en hij niet
we hebben twee kinderen, acht konijnen en een hond
een cijfer van zes en driekwart punt
toen was het rooster zes en dat was veel
"""


@pytest.mark.parametrize("marked", lines(AGES))
def test_ages_only_when_asked(marked):
    text, spans = unmark(marked)
    assert found_in(text, ages=True) == spans
    assert found_in(text) == []


@pytest.mark.parametrize("text", lines(NO_AGES))
def test_durations_and_school_years_are_no_ages(text):
    assert found_in(text, ages=True) == []
