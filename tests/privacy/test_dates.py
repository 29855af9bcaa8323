"""Full dates and days of birth and death, and other dates and figures, which stay; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

DATES = """
Ik ben geboren op [3 maart 2009]{datum}.
Zij is van [03-03-2009]{datum}.
Geboren: [3/3/09]{datum}.
Het was [01-02-2009]{datum} 03 uur.
Op [3.3.2009]{datum} was het zover.
Het formulier zegt [2009-03-03]{datum}.
Op het formulier staat [03 03 2009]{datum} als datum.
op [drie maart tweeduizend negen]{datum} ben ik geboren
het is van [eenentwintig januari negentien negentig]{datum}
ik ben van [vier juni tweeduizend en negen]{datum}
ik ben geboren in [maart 2009]{datum} in het ziekenhuis
ik ben geboren in [maart tweeduizend negen]{datum}
ze is jarig op [de vierde juni]{datum} dus bijna
Ik ben [4 juni]{datum} jarig.
Mijn verjaardag is op [4/6]{datum}, midden in de toetsweek.
op [drie maart]{datum} is mijn opa overleden
Op [12 dec. 2021]{datum} kwam de uithuisplaatsing.
Op [3 mrt '09]{datum} begon het.
geboortedatum [drie drie tweeduizend negen]{datum} zei ik
geboortedatum is [zestien nul vier tweeduizend tien]{datum}
Dat gesprek was op [1 september 2023]{datum}.
op [dertig november twintig eenentwintig]{datum} werd hij opgenomen
[de drieëntwintigste maart tweeduizend acht]{datum}
hij is van [drie twee tweeduizend zes]{datum} volgens de brief
Dat was [twee drie tweeduizend elf]{datum} dus.
Ze is geboren [eind juni 2012]{datum}, geloof ik.
Hij is van [mei 2011]{datum} en dus nog jong.
mijn zoontje bram is van [april tweeduizend twaalf]{datum} en hij praat al
en pieter is van [november 2009]{datum} dacht ik
Het gaat om zijn geboortemaand. [Juni 2013]{datum}.
zij is van [kerstavond 2014]{datum} en toen sneeuwde het
Op [tweede kerstdag 2019]{datum} liep hij weg.
hij is jarig op [koningsdag]{datum} en dan is alles dicht
Ze is op [oudejaarsavond]{datum} geboren.
Op [3 maart]{datum} is er een gesprek.
het was op een woensdag [negen november]{datum} geloof ik
op [de eenentwintigste van de zesde]{datum} kreeg ik de sleutel
[de 3e van de 11e]{datum} dus
[de dertiende]{datum} werd ze uit huis geplaatst
we hadden de zitting en [de vierentwintigste]{datum} kregen we de brief
ze stopten op [de eerste van maart]{datum} ermee
Het kamp was van [6 tot 9 juli]{datum} in het bos.
het was [drie of vier juni]{datum} dacht ik
op [dertien, nee veertien maart]{datum} was het
Het duurde van [3 t/m 7 oktober]{datum}, meer niet.
op [twaalf mei tweeduizend eh negentien]{datum} was het voorbij
[de 23ste]{datum} werd ze opgehaald
zijn verjaardag is [de veertiende]{datum}
Mijn broertje is op [5 mei]{datum} geboren.
"""

NOTHING = """
In oktober begon het weer, in maart 2009 was het klaar.
op vijf mei is het feest en 4 mei is het stil
Sinds maart gaat het beter, en dat mag ook wel.
Op 31 december is er vuurwerk, en op elf november een optocht.
de tweede van de vijftigste, de derde van de klas
Hij is in 2009 geboren, net als zij.
groep zeven was leuk, groep 8 niet
Het is half drie, of 14.30 uur, of 10:15.
Dat is 1/2 of 3/4 van de klas, of 24/7.
Het gaat om pagina 3-4-5.
Hij is geboren. Op 5 mei is er een gesprek.
ze is jarig vandaag en het is een mooie dag
Mijn cijfer was 6,5 of 7.8 gemiddeld.
Het rapport is van maart 2015 en de brief van juni 2016.
dat kost twee drie tweeduizend euro per maand
Op koningsdag verkocht ze haar knuffels, en op moederdag ook.
Dat duurde tot eind maart. Juni 2013. Toen begon het pas.
de dertiende keer was het raak en de twintigste eeuw ook
de derde werd overgeslagen en de tweede kwam later
op 4 en 5 mei is het stil en dan feest
de 20e eeuw en de 21e plaats
tussen drie en vier in maart
Het contract is van kerst tot juni.
"""


@pytest.mark.parametrize("marked", lines(DATES))
def test_dates(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans


@pytest.mark.parametrize("text", lines(NOTHING))
def test_near_misses(text):
    assert found_in(text) == []


@pytest.mark.parametrize("marked", lines(DATES))
def test_in_capitals_the_same_is_found(marked):
    text, spans = unmark(marked)
    kinds = {kind for _, _, kind in found_in(text.upper())}
    assert kinds == {kind for _, _, kind in spans}
