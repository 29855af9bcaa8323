"""Numbers of houses that are told after an address, and other numbers after one; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

HOUSES = """
het was [zandstraat zesenvijftig]{adres} [of vijfenzestig]{adres} dat haal ik door elkaar
[Molenstraat 12]{adres}, of nee, [21]{adres}
Wij zijn van de [Molenstraat 12]{adres}, maar ze sturen alles naar [14]{adres}.
bezorgd op [lange kerkdam dertien]{adres} maar wij zitten dus op [drieëndertig]{adres} dus
op de [Akerlaan acht zes vier]{adres} en dan de [c]{adres} van cornelis
[zesentachtig nul acht k k]{adres} ja dat is daar en [nummer veertien bis]{adres}
die van [Molenstraat 12]{adres} tot en met [16]{adres} kregen een brief
"""

ONLY_THE_STREET = """
we liepen in de [kerkstraat 12]{adres} en drie kinderen waren er
[Kerkstraat 12]{adres} of 14 euro
wij woonden in de [kerkstraat twaalf]{adres} en we zaten op zes verschillende clubs
we woonden op de [kerkstraat twaalf]{adres} en ik zat op vier dagen in de week thuis
ik zat in de [kerkstraat twaalf]{adres} en daarna zat ik op dertig uur werken
op de [kerkstraat twaalf]{adres} en dan een appel
[Kerkstraat 12]{adres}, nee 3 keer nee.
"""


@pytest.mark.parametrize("marked", lines(HOUSES) + lines(ONLY_THE_STREET))
def test_houses_after_an_address(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans
