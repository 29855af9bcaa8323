"""Postcodes that are spelled, put right or said by half, and other figures with letters; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

POSTCODES = """
dat is [zesendertig eenenzeventig]{adres} en dan de letters [ka el]{adres} dus
je doet [zeven drie eenendertig]{adres} euh [vé wé]{adres} en dan
[vierenveertig vijftig]{adres} nee [eenenvijftig ha bee]{adres} is het
het is [zesentachtig nul acht]{adres} en dan [K K]{adres} ja
postcode [36 41]{adres}, letters [k en l]{adres}
de code is [vijfentwintig drieëndertig G]{adres} en dan nog een letter
postcode is [zesendertig]{adres} nog wat
de postcode hier, ja, dat is [3641]{adres} en dan iets
[twaalf vierendertig ka van karel, el]{adres} was het
"""

NOTHING = """
dertig veertig en er kwamen er meer
een twee eenendertig en je de
zesendertig veertig er es
de postcode is weg, nog drie a b
we waren met twintig dertig man
de code is zesendertig twaalf en dan nog een cijfer
we kregen twaalf dertig we en toen
in groep drie en vier a en b
om twaalf uur dertig be en ce halen
mijn postcode is weg, vraag dat over drie dagen
vitamine twaalf b c en de rest
"""


@pytest.mark.parametrize("marked", lines(POSTCODES))
def test_postcodes(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans


@pytest.mark.parametrize("text", lines(NOTHING))
def test_near_misses(text):
    assert found_in(text) == []
