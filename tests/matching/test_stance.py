import numpy as np
import pytest

from perspectieven.matching import Matcher
from perspectieven.matching.negation import REACH_AFTER, REACH_BEFORE
from tests.matching.lexicons import lexicon_of

STANCES = ("affirmed", "negated", "hypothetical")
MATCHER = Matcher(
    lexicon_of(
        *(
            f"L:{word}"
            for word in "raar gek stress wachtlijst adhd normaal somber melden juf bang bezig weg dokter".split()
        )
    )
)


def stance_of(text: str, word: str) -> str:
    """Return the stance of the last time that a word is said."""
    found = MATCHER.find([text])
    terms = [MATCHER.term(target)[1].notation for target in found.hits.target]
    at = np.flatnonzero(np.array(terms) == f"L:{word}")[-1]
    return STANCES[found.judged.stance[at]]


@pytest.mark.parametrize(("opener", "stance"), [("als", "affirmed"), ("mocht", "hypothetical")])
def test_what_is_said_of_a_condition_is_still_supposed_with_mocht(opener, stance):
    found = Matcher(lexicon_of("L:somber", conditional=True)).find([f"{opener} hij somber worden, dan bel ik"])
    assert [STANCES[one] for one in found.judged.stance] == [stance]


@pytest.mark.parametrize(("between", "stance"), [(REACH_BEFORE, "negated"), (REACH_BEFORE + 1, "affirmed")])
def test_how_far_a_negator_reaches_forward(between, stance):
    assert stance_of(f"hij is niet {'echt ' * between}raar", "raar") == stance


@pytest.mark.parametrize(("between", "stance"), [(REACH_AFTER, "negated"), (REACH_AFTER + 1, "affirmed")])
def test_how_far_a_negator_reaches_back(between, stance):
    assert stance_of(f"raar {'echt ' * between}niet", "raar") == stance


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("als hij somber wordt? Dan is het niet normaal", "normaal", "hypothetical"),
        ("van stress heb ik daar eerlijk gezegd nooit last gehad", "stress", "negated"),
        ("in stress heb ik daar eerlijk gezegd nooit iets gehad", "stress", "affirmed"),
        ("een wachtlijst, daar is bij ons toch echt nooit sprake van geweest", "wachtlijst", "negated"),
        ("een wachtlijst, daar ga ik bij ons toch echt niet op zitten", "wachtlijst", "affirmed"),
        ("de juf had het toen dus eigenlijk echt helemaal nog niet gezien", "juf", "affirmed"),
        ("gemeld is er bij ons nog helemaal niks", "melden", "negated"),
        ("er is daar nooit sprake geweest van stress", "stress", "negated"),
        ("aan stress ontbreekt het hem", "stress", "negated"),
        ("had ik het toen maar zelf gemeld", "melden", "hypothetical"),
        ("had ik zeg maar stress", "stress", "affirmed"),
        ("was er maar een wachtlijst, dan ging ik", "wachtlijst", "hypothetical"),
        ("ik ben bang dat ze stress krijgt", "stress", "hypothetical"),
        ("ik ben bang dat ze stress krijgt", "bang", "affirmed"),
        ("misschien moeten we vragen of de dokter komt", "dokter", "hypothetical"),
        ("stel dat ik bel en ze sturen me weg", "weg", "hypothetical"),
        ("het zou mooi zijn als wachtlijsten korter werden", "wachtlijst", "hypothetical"),
        ("ze was bezig met wat anderen zouden denken", "bezig", "affirmed"),
        ("hij is niet lui en niet gek", "gek", "negated"),
        ("hij is niet gek en niet lui", "gek", "negated"),
        ("ze had geen angst of stress", "stress", "negated"),
        ("de wachtlijst werd niet korter", "wachtlijst", "affirmed"),
        ("een wachtlijst hebben we niet gezien", "wachtlijst", "negated"),
        ("ik heb nooit gezegd dat ze adhd heeft", "adhd", "negated"),
        ("dat is verre van normaal", "normaal", "negated"),
        ("op verre afstand is dat normaal", "normaal", "affirmed"),
        ("dat is allerminst normaal", "normaal", "negated"),
        ("het was niet zonder stress", "stress", "affirmed"),
        ("weet je, het is normaal, snap je?", "normaal", "affirmed"),
        ("is dat normaal, of niet?", "normaal", "hypothetical"),
        ("raar zou ik dat niet willen noemen", "raar", "hypothetical"),
        ("raar kan je dat met de beste wil niet noemen", "raar", "negated"),
        ("raar, nou nee, dat ben ik nooit geweest", "raar", "negated"),
        ("gemeld heeft de dokter het jaren niet", "melden", "negated"),
        ("van stress is in die klas geen sprake", "stress", "negated"),
        ("niemand van de mensen in onze eigen straat heeft dat indertijd ooit gemeld", "melden", "negated"),
        ("ik denk niet dat ik daar als moeder ooit stress om had", "stress", "negated"),
        ("ik hoop zo dat na al dat wachten de wachtlijst korter wordt", "wachtlijst", "hypothetical"),
        ("als je ziet dat hij somber wordt, bel dan", "somber", "hypothetical"),
        ("hij was raar, maar dat is hij allang niet meer", "raar", "negated"),
        ("ze had stress, maar dat is niet zo erg", "stress", "affirmed"),
        ("ze was somber, maar dat is niks", "somber", "affirmed"),
        ("ze was somber, en dat kan niet", "somber", "affirmed"),
        ("ze was somber, maar dat is gewoon niet waar", "somber", "negated"),
        ("ze was somber, maar dat vind ik niet gewoon", "somber", "affirmed"),
        ("ze was niet somber, dat is gewoon niet waar", "somber", "negated"),
        ("de juf zei dat kan echt niet meer", "juf", "affirmed"),
        ("we zouden het melden, maar daar is het niet van gekomen", "melden", "negated"),
        ("er zou een wachtlijst komen, maar die is er nooit geweest", "wachtlijst", "negated"),
        ("er zou een wachtlijst komen, maar ik ben er blij mee", "wachtlijst", "hypothetical"),
        ("stel je toch aan dan is hij somber", "somber", "affirmed"),
        ("stel je bent somber", "somber", "hypothetical"),
        ("z'n moeder vond hem somber, moeten we daar wat mee?", "somber", "affirmed"),
        ("zijn ze somber, moeten we daar wat mee?", "somber", "hypothetical"),
        ("er is bij ons geen sprake van stress", "stress", "negated"),
        ("ik geloof er niets van dat hij raar is", "raar", "negated"),
        ("ze is vergeten om het te melden", "melden", "negated"),
        ("ze vergat niet om dat te melden", "melden", "affirmed"),
        ("ze vergat haar stress te melden", "stress", "affirmed"),
        ("in plaats van adhd zag hij verdriet", "adhd", "negated"),
        ("ik wou dat het normaal was", "normaal", "hypothetical"),
        ("ik wil horen dat het normaal is", "normaal", "affirmed"),
        ("laten we normaal doen", "normaal", "hypothetical"),
        ("krijgt hij stress, dan bel ik", "stress", "hypothetical"),
        ("daar krijgt hij stress, dan bel ik", "stress", "affirmed"),
        ("als consulent krijg ik stress van die lijsten", "stress", "affirmed"),
        ("als hij komt krijg ik stress van die lijsten", "stress", "hypothetical"),
        ("Druk wel, maar gek? Nooit.", "gek", "negated"),
        ("Stress? Dat heeft hij nog nooit gehad.", "stress", "negated"),
        ("Stress? Dat was een ramp.", "stress", "affirmed"),
        ("Stress? Niemand vroeg ernaar.", "stress", "hypothetical"),
        ("Was hij somber? Nee.", "somber", "negated"),
        ("Was hij somber? Ja.", "somber", "affirmed"),
        ("Waarom was hij somber? Ja.", "somber", "hypothetical"),
        ("En was hij toen hij hier kwam ook zo somber? Nee.", "somber", "hypothetical"),
    ],
)
def test_stance(text, word, stance):
    assert stance_of(text, word) == stance
