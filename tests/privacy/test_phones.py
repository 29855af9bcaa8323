"""Telephone numbers, BSNs and IBANs as they are written and dictated; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

PHONES = """
Je kunt me bellen op [06-12345678]{telefoon}.
Mijn nummer is [06 12 34 56 78]{telefoon}, app maar.
[0612345678]{telefoon}
bel maar [06 1234 5678]{telefoon} na schooltijd
Het werd opgeschreven als [0 6 1 2 3 4 5 6 7 8]{telefoon} door de computer.
Bel me op [+31 6 12345678]{telefoon} of [0031612345678]{telefoon}.
Van de wijkcoach: [020-1234567]{telefoon}.
Of het kantoor, [(0512) 34 56 78]{telefoon}.
Zijn nummer is [096-6559128]{telefoon}, geloof ik, of [+31(0)128-878175]{telefoon}.
Mijn oma in Gent heeft [0475 12 34 56]{telefoon}.
Haar nummer is [+32 475 12 34 56]{telefoon}, die woont in België.
Mijn vader zit op [+49 151 23456789]{telefoon}.
mijn nummer is [nul zes twaalf vierendertig zesenvijftig achtenzeventig]{telefoon}
mijn nummer is [nul zes een twee drie vier vijf zes zeven acht]{telefoon} bel me gerust
je schrijft [nul zes, twaalf, vierendertig, zesenvijftig, achtenzeventig]{telefoon} op
dat is [nul zes eh dubbel een drie vier vijf zes zeven acht]{telefoon} denk ik
[nul zes twaalf vierendertig zesenvijftig acht en zeventig]{telefoon} en dan bel ik terug
bel [06 twaalf vierendertig zesenvijftig achtenzeventig]{telefoon} maar
het is [nul twintig een twee drie vier vijf zes zeven]{telefoon} van kantoor
dan is het [plus eenendertig zes twaalf vierendertig zesenvijftig achtenzeventig]{telefoon}
Dat is [nul zes twaalf vierendertig zesenvijftig achtenzeventig]{telefoon} een mobiel nummer.
het nummer begon met [nul vijftig]{telefoon} en dan [drie eenentwintig]{telefoon} en de rest was nat
je kon hem bereiken op [nul zes achtentwintig]{telefoon} en dan nog wat met drie nullen
je belt [nul zes vijf drie negentien]{telefoon} en dan eh [tweeënveertig nul acht]{telefoon} zei ze
Je moet haar zus proberen, [06 - 41 32 ... 76 55]{telefoon}, als ik niet opneem.
Ze gaf haar privénummer: [0613 - 77 05 ... 4 nog wat]{telefoon}, meer niet.
er stond [nul zes dertien acht nul vijf]{telefoon} en bel papa op zijn arm
Haar nummer is [nul vier zes]{telefoon}, dat is van de vaste lijn, [achtenzestig vijftig nul]{telefoon}, dacht ik.
nee dat is [06 39 twee keer de vier]{telefoon} en dan [nul nul een acht]{telefoon} meer niet
Mijn nummer is [Nul zes, één twee, drieëndertig, zesenvijftig, tweeëntwintig]{telefoon}.
"""

NUMBERS = """
Mijn BSN is [111222333]{bsn}.
mijn bsn is [111 222 333]{bsn} en dat staat op de brief
Het burgerservicenummer [1112.22.333]{bsn} staat erop.
nummer [111.222.333]{bsn} dus
Het werd [1 1 1 2 2 2 3 3 3]{bsn}, zei ze.
mijn bsn is [een een een twee twee twee drie drie drie]{bsn} geloof ik
het bsn van mij en van haar is dan [een een een twee twee twee drie drie drie]{bsn} zei ze
Mijn BSN: [11.12.22.334]{bsn}, of daaromtrent.
en die van mijn broer was eh [een een een twee twee twee drie drie drie]{bsn} dus
rekening [nl en dan vierentwintig ingb nul drie vier vijf drie zeven zeven een nul negen]{iban} dat weet ik
Maak het over op [NL91ABNA0417164300]{iban}.
Maak het over op [NL19 INGB 0017 6643 09]{iban}, als dat nog klopt.
dat staat op mijn pas, [7 3 9 1 1 4 8 2 6]{bsn} of zoiets
het begint met [0 6 1 2 3 4 5 6 7 8]{telefoon} geloof ik
Maak het over op [NL91 ABNA 0417 1643 00]{iban}, graag.
rekening [nl91 abna 0417 1643 00]{iban} op naam van mijn moeder
rekening [nl 91 abna 0417 1643 00]{iban}
die rekening was [n l vierentwintig ingb nul drie vier vijf drie zeven zeven een nul negen]{iban} dat weet ik
doneren kon op [nl zestien rabo nul acht nul drie twee acht zes zes vier drie]{iban} dat hing daar
het was [nl twaalf abna nul drie vier]{iban} en dan weet ik het niet meer
Mijn Belgische rekening is [BE68 5390 0754 7034]{iban} en de Duitse [DE89370400440532013000]{iban}.
"""

NOTHING = """
In 2009 was dat anders, en in 2010, 2011 en 2012 ook.
Tussen 1998 en 2004 zat hij op die school.
De uitslag was 3-1, daarna 2-0 en 4-4-2.
Het staat 0-1 0-2 0-3 0-4 1-4 in die reeks.
Dat kost € 1.250.000,00 of 111.222.333 euro.
Bel 112 of 0800-0432, de Kindertelefoon.
We tellen nul een twee drie vier vijf zes zeven acht negen tien.
van nul tot tien geef ik het een zes of een zeven
de stand was nul twee drie en daarna niks
nl drie twee een en dan rennen
Nul zes, dat is het begin van een nummer.
Het dossier is 1112223334445 en de code 12345678.
Het kenmerk is 2023-111222333.
Een nummer als 123456789 is geen goed nummer.
dat staat op nl en be en de rest
Er staat € 111222333 op die rekening.
een twee drie vier vijf zes zeven acht negen
de stand was drie twee vier vijf zes in die reeks
Het bedrag is 20 123 4567 in totaal.
"""


@pytest.mark.parametrize("marked", lines(PHONES) + lines(NUMBERS))
def test_phones(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans


@pytest.mark.parametrize("text", lines(NOTHING))
def test_near_misses(text):
    assert found_in(text) == []


@pytest.mark.parametrize("marked", lines(PHONES))
def test_in_capitals_the_same_is_found(marked):
    text, spans = unmark(marked)
    kinds = {kind for _, _, kind in found_in(text.upper())}
    assert kinds == {kind for _, _, kind in spans}
