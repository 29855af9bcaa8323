"""Numbers that are told in pieces, with talk between them, and what only sounds like them; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

PIECES = """
[nul zes]{telefoon} ja [negentien]{telefoon} wacht effe [eenenveertig]{telefoon} en dan [nul twee]{telefoon}
het is [nul zes, eh, twaalf, nee dertien, veertig, vijftig, zestig]{telefoon} denk ik
Mijn nummer? [Nul zes, vijftien. Nee. Zestien. Dan tweeëntwintig achttien negen]{telefoon}.
Het kengetal is [0115]{telefoon}, ja dat is van hier, en dan [31 41 51]{telefoon}.
Nee, [0516, eh, 31... 31 41 51]{telefoon}.
mijn nummer is [nul zes]{telefoon} wacht hoor ik heb een nieuwe [drie negen twee een nul acht zes vijf]{telefoon} dus
bel me op [06 22 eh 58]{telefoon} kijk ik heb het hier ergens [14 03 96]{telefoon} en dan
De balie heeft [088 - 616 44]{telefoon} en dan ben ik het kwijt.
je belt [nul zes veertien]{telefoon} en dan nog iets met [elf]{telefoon} op het eind
ik heb een briefje met [nul vier achtenveertig]{telefoon} en dan [vier drie]{telefoon} en de rest niet
dat is [0543 49]{telefoon} en nog wat
Zij belt met [06, drie keer een vijf, 20, 41, 9]{telefoon}, en dan mis ik er een.
haar nummer is [nulzes twaalf dertien veertien vijftien]{telefoon} geloof ik
m'n nummer is [nul zes twee-en-veertig drie-en-dertig elf twaalf]{telefoon} hoor
bel [06]{telefoon} zoveel [38 22]{telefoon} ofzo
je kan bellen op [plus 31 6]{telefoon} en dan [12 34 56 78]{telefoon}
zijn mobiel is [zes eenentwintig nul vijf]{telefoon} en dan weet ik het niet
Op zijn privénummer, [zes, eenendertig, vijftien, vijftien, nul twee]{telefoon}, met een nul ervoor.
ze belde altijd naar [vier een acht acht]{telefoon} dat was genoeg in het dorp
haar nummer is [zesendertig vijftig twaalf]{telefoon} van thuis
dan moet je [36 50 12]{telefoon} bellen en dan krijg je mijn moeder
Haar sofi-nummer, zo heette dat toen, ken ik nog: [honderdelf, tweehonderdtweeëntwintig, driehonderddertig]{bsn}.
mijn bsn, ja, [een een een]{bsn}, ja, [twee twee twee, drie drie drie]{bsn}
zijn bsn is ergens [12 34 56]{bsn} zoveel
bel [06 12 34]{telefoon} en dan 12 minuten wachten
haar nummer is [nul zes twaalf dertien]{telefoon} en dan drie vrienden van haar
"""

NOTHING = """
die tentoonstelling liep (05.10.96-02.02.97) in de stad
ik heb gebeld naar tien elf twaalf mensen
ik moest er drie bellen en toen nog twee
ik belde naar 14 020 en dat is de gemeente
bel je nul negen honderd en dan twaalf vijftien
Bel om 09.30 even naar de balie.
ik belde hem op 03-04 en toen nog een keer
bel je me om nul negen dertig uur
Bel de Kindertelefoon op nul achthonderd nul vier drie twee, dat is gratis.
bel dan nul negen honderd acht acht vier vier voor de politie
ik belde naar drie vier vijf mensen die dag
de stand was nul een, en dan nul twee, en dan nul drie
het nummer is nul, dat is niks
Mijn telefoon viel, 0 uur 30 minuten stilte.
mijn nummer in de rij was vier, en toen vijf, en toen zes
ik was nummer vier vijf zes weet ik het
je moet bellen en dan toets je een en dan twee en dan drie
Hij belde naar een een twee en toen kwam de politie.
nul komma vijf procent en dan nog drie
ik gaf het nummer, een nul, twee nul, dat werd het
ze appte twee keer en dan drie keer en dan nul keer
ze werd gebeld met drie vier vijf verschillende verhalen
met nul punten en twee strafpunten en dan drie kaartjes
Mijn bsn heb ik in de trein gekregen, lijn 16, en het kaartje kostte 12 euro 50.
met de telefoon in de hand, in 2019, 2020 en 2021
ik moest nog drie mensen bellen en twee vrienden appen
mijn nummer is drie en zij is vier van de vijf
Het nummer is 09.30 of 10.15 uur, van die trein.
"""


@pytest.mark.parametrize("marked", lines(PIECES))
def test_pieces_of_numbers(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans


@pytest.mark.parametrize("text", lines(NOTHING))
def test_near_misses(text):
    assert found_in(text) == []
