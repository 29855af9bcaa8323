"""Numbers of which only the begin or the end is said, and other begins and ends; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

HALVES = """
mijn bsn eindigt op [acht negen negen zes]{bsn} en meer weet ik niet
haar mobiel begint met [zes eenenveertig]{telefoon} en dan
de laatste vier cijfers van haar telefoon zijn [38 22]{telefoon}
het nummer, het eindigt op eh [38 22]{telefoon} geloof ik
mijn rekening eindigt op [vier vijf zes]{iban} bij die bank
zijn nummer had iets met [38 22]{telefoon} op het eind
de postcode begint met [38]{adres} maar welke
Mijn BSN? Dat van de kleine begint met [226]{bsn}.
burgerservicenummer begint met [vierentwintig]{bsn} en eindigt op [zestien]{bsn}
het nummer, [38 22]{telefoon} zijn de laatste vier cijfers
van zijn nummer, de laatste vier zijn [38 22]{telefoon} geloof ik
"""

NOTHING = """
het nummer begint met nul zes zoals bij iedereen
het liedje eindigt op nummer twaalf in de lijst
de wedstrijd eindigde op 3 2 en toen belde hij
mijn nummer eindigt op een zeven geloof ik
als ik ze bel, de eerste twee zijn twaalf en veertien en die nemen nooit op
het begint met twaalf minuten bellen en dan pas praten
die app begint met 10 euro en eindigt met 20 euro
mijn telefoon eindigde op 12 procent
de straat begint met nummer twaalf en eindigt met nummer veertig
mijn bsn eindigt op negen
"""


@pytest.mark.parametrize("marked", lines(HALVES))
def test_halves(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans


@pytest.mark.parametrize("text", lines(NOTHING))
def test_near_misses(text):
    assert found_in(text) == []
