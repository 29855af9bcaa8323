"""Streets with a house number and postcodes, and what only looks like them; all invented."""

import pytest

from tests.privacy.test_identifiers import found_in, lines, unmark

ADDRESSES = """
Ik woon op de [Kerkstraat 12]{adres}.
Wij woonden daar, [Zwaluwstaart 92]{adres}, in Leusden.
Ik ben opgegroeid aan de [Beukenhaag 14]{adres}, en daarna niet meer.
wij woonden op de [dille nummer drie]{adres} en mijn vriendin ook
het adres was [merelhof 6]{adres} en dat is een hofje
Op de [Hoge Rijndijk, eh, tweehonderd-en-zoveel]{adres}, daar was het.
met de nieuwe man op [nummer achtenveertig]{adres} in dezelfde straat dus
wij woonden op [nummer zes]{adres} en zij ernaast
Ik woon in de [Kerkstraat 12a]{adres}, boven de winkel.
Het adres is [Kerkstraat 12-3]{adres}, [1234 AB Amsterdam]{adres}.
We wonen nu [Burgemeester de Vrieslaan 8 hs]{adres}.
Het is [Jan van Galenstraat 110]{adres} in de hoek.
op de [kerkstraat twaalf]{adres} daar woon ik
ik woon op de [kerkstraat 12 a]{adres} zeg maar
ik woon op [kerkstraat nummer twaalf]{adres}
we zijn verhuisd naar de [prins hendriklaan honderd twaalf]{adres}
ik woon aan de [oude gracht vijf]{adres}
dat is de [lindelaan drieëntwintig]{adres} en daarna moet je links
Ik woon in de [Kerkstraat één]{adres}.
We wonen aan de [Laan van Meerdervoort 100]{adres} ergens.
Ik woon op [Lindenhof 5]{adres}.
Het was op de [Maasboulevard 35B]{adres}, bij het water.
ik woon op de [lindenhof vijf]{adres}
Mijn postcode is [1234 AB]{adres}.
Hier, [1234AB]{adres}, daar is het.
mijn postcode is [1234 zb]{adres}
de postcode is [twaalf vierendertig a b]{adres}
mijn postcode is [een twee drie vier ab]{adres}
In de [Beijerlandselaan 40]{adres} was het al zo.
We woonden op [Hoofdstraat 14]{adres}, naast de bakker.
en dan lopen naar [hoofdweg 9]{adres} daar was het
Hij zat toen op [Plein 12]{adres} in het oude pand.
Zij woont op [Molenpoort 6-B]{adres}, geloof ik.
tot ik bij haar op de [zwanepoort 17]{adres} stond
de man op [nummer 31 in de Acacialaan]{adres} klaagde
op [huisnummer drie aan de oude kerkstraat]{adres} dus
ik woon op de [van beethovenlaan 5]{adres} nu
we zaten op de [jan steenstraat 21]{adres} toen
Het was [Rue des Fleurs 18]{adres}, bij mijn tante.
Mijn vader zit in [Avenue Louise 7]{adres} nu.
hij staat ingeschreven op [lytsewyk 44]{adres} dus
Ik zit op [Wilgenlaan 8, bus 12]{adres} in een flat.
het is [wilgenlaan 8 paviljoen twee]{adres} op het terrein
het was [wilgenlaan 16 drie hoog]{adres} zonder lift
dat is [tweeëntwintig]{adres} aan de populierendreef bij de flat
ik reed over de [korte kade]{adres} naar huis
het [lage pad]{adres} op in de sneeuw
we woonden eerst ergens anders in het westen en toen op de [hoge akker veertien]{adres} daar
Stuur het naar [Wilgenlaan 8, 's-Gravenzande]{adres} dan.
ik zeg tegen die man [beukenhaag zesendertig]{adres} en dan rechts
schrijf het adres maar op [de beukenhaag drie a]{adres} dat is in een hofje
Toen stond ik voor [Plantsoen 8]{adres}, met mijn tas.
We zaten op de [Wilgenlaan, driehoog, eh, tweehonderdvier]{adres}, geloof ik.
ze zit aan het [erf nummer twee]{adres} en dat is geen boerderij
Van de [Hoefkade, acht honderd zoveel]{adres}, kom ik.
het was op de [kaalsteenweg honderd eh vierentachtig]{adres} boven de bakker
op de [Akerstraat Noord twee drie twee]{adres} daar
het was de [burgemeester kooilaan geloof ik tweehonderdtien]{adres} en toen
Mijn adres, ik zeg [It Zwolk 17]{adres}, en dan weten ze het.
dat was [drieënzeventig veertig k b]{adres} en daar woonden we
"""

NOTHING = """
In Groep 7 zaten we met Roos 12 keer, en lijn 14 reed niet.
op nummer een stond dat liedje
in de dille 3 takjes gevonden
We stonden drie uur op de snelweg 2 files te tellen.
Onderweg 5 keer gestopt.
In onze straat 3 kinderen met hetzelfde.
We wonen al in de Kerkstraat 3 jaar.
we woonden in de kerkstraat twee huizen verder
in de kerkstraat een winkel begonnen
hij begon te slaan twee keer zelfs
In de Kerkstraat 2009 begon het.
Op het schoolplein 2 tegen 1, dat is niet eerlijk.
Hij doet de basisberoepsgerichte leerweg 3.
Op de arbeidsmarkt 50 procent minder.
Het was 1000 km en 2009 in totaal, 1500 kg en 2010 en verder.
in 2014 is hij en in 2015 is ze vertrokken
Jan 3 keer gebeld.
Op de hoofdweg twee kilometer verder gebeurde het.
Het plein 12 keer over gelopen.
in de voetbalhal en op het sportveld 4 tegen 4
nummer drie in de klas en nummer 1 op het schoolplein
wij lopen op de van tevoren bedachte route
the place to be 3 jaar geleden
zij zaten met zes aan de hoofdweg te wachten
een lange dijk en een korte steeg en de lange weg naar huis
Onze straat 12 jaar lang.
Wij hebben kamer 3 en flat 2, drie hoog.
in de haven zevenentwintig schepen geteld
Mevrouw Beukenhaag, zesentachtig, die zei niks.
Er zijn er 16 (14 in Amsterdam, 2 in Rotterdam).
Mijn adres is weg en Jan 3 keer gebeld.
ik woon in de kerkstraat geloof ik drie jaar
hij kwam op nummer drie binnen bij de wedstrijd
"""


@pytest.mark.parametrize("marked", lines(ADDRESSES))
def test_addresses(marked):
    text, spans = unmark(marked)
    assert found_in(text) == spans


@pytest.mark.parametrize("text", lines(NOTHING))
def test_near_misses(text):
    assert found_in(text) == []


@pytest.mark.parametrize("marked", lines(ADDRESSES))
def test_in_capitals_the_same_is_found(marked):
    text, spans = unmark(marked)
    kinds = {kind for _, _, kind in found_in(text.upper())}
    assert kinds == {kind for _, _, kind in spans}
