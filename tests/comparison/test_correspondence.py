import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency

from perspectieven.comparison.correspondence import CORRESPONDENCE, correspond, measure_correspondence
from perspectieven.errors import TableError
from perspectieven.tables import CODINGS, TURNS, make_table
from tests.comparison.talk import talk

SMOKERS = np.array([[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]])
"""Five groups of staff by how much they smoke, invented by M. Greenacre (1984), Theory and Applications of CA."""


def thousandths(values):
    return np.round(1000 * values[:, :2]).astype(int).tolist()


def test_the_published_analysis_of_the_smokers():
    # O. Nenadic & M. Greenacre, Journal of Statistical Software 20 (2007), issue 3, summary(ca(smoke)); the
    # signs of dimensions are arbitrary, and here the other way round.
    rows, columns = correspond(SMOKERS)
    assert rows.inertias.round(6).tolist() == [0.074759, 0.010017, 0.000414]
    assert (rows.inertias / rows.inertias.sum()).round(3).tolist() == [0.878, 0.118, 0.005]
    assert thousandths(-rows.places * [1, -1, 1]) == [[-66, 194], [259, 243], [-381, 11], [233, -58], [-201, -79]]
    assert thousandths(-columns.places * [1, -1, 1]) == [[-393, 30], [99, -141], [196, -7], [294, 198]]
    assert np.round(1000 * rows.masses).tolist() == [57, 93, 264, 456, 130]
    assert np.round(1000 * columns.masses).tolist() == [316, 233, 321, 130]
    assert thousandths(rows.cos2) == [[92, 800], [526, 465], [999, 1], [942, 58], [865, 133]]
    assert thousandths(columns.cos2) == [[994, 6], [327, 657], [982, 1], [684, 310]]
    assert thousandths(rows.contributions) == [[3, 214], [84, 551], [512, 3], [331, 152], [70, 81]]
    assert thousandths(columns.contributions) == [[654, 29], [31, 463], [166, 2], [150, 506]]


def test_the_smokers_in_the_shared_folder_are_these(shared):
    table = pd.read_csv(shared / "real" / "statistics" / "greenacre_smoke.csv", index_col=0)
    assert table.to_numpy().tolist() == SMOKERS.tolist()


def test_distances_and_inertia_of_punctuation_are_those_of_chi_square(shared):
    counts = pd.read_csv(shared / "real" / "statistics" / "prince_punctuation_marks.csv", index_col=0).to_numpy()
    rows, columns = correspond(counts)
    assert rows.inertias.sum() == pytest.approx(chi2_contingency(counts).statistic / counts.sum())
    profiles = counts / counts.sum(axis=1, keepdims=True) / np.sqrt(columns.masses)
    apart = np.linalg.norm(profiles[:, None] - profiles[None], axis=2)
    assert np.linalg.norm(rows.places[:, None] - rows.places[None], axis=2) == pytest.approx(apart)


def test_the_punctuation_of_six_authors_as_published(shared):
    # H. Abdi & L. J. Williams (2010), Correspondence Analysis, in Encyclopedia of Research Design, have inertias of
    # 0.0178 and 0.0056; to five decimals these are the coordinates that prince 0.23.0 gives.
    counts = pd.read_csv(shared / "real" / "statistics" / "prince_punctuation_marks.csv", index_col=0).to_numpy()
    rows, columns = correspond(counts)
    assert rows.inertias.round(8).tolist() == [0.01781856, 0.00557884]
    prince_rows = [
        [-0.23977, -0.07409],
        [-0.18952, -0.10711],
        [-0.10331, 0.02971],
        [0.09181, -0.00167],
        [0.22427, -0.06311],
        [-0.04754, 0.19625],
    ]
    prince_columns = [[-0.04893, 0.11153], [0.09732, -0.03665], [-0.2914, -0.09005]]
    assert rows.places.round(5).tolist() == (np.array(prince_rows) * [-1, 1]).tolist()
    assert columns.places.round(5).tolist() == (np.array(prince_columns) * [-1, 1]).tolist()
    assert rows.contributions[:, 0].round(4).tolist() == [0.0611, 0.2807, 0.1511, 0.1876, 0.3089, 0.0106]


def test_transition_formulas():
    rows, columns = correspond(SMOKERS)
    assert SMOKERS / SMOKERS.sum(axis=1, keepdims=True) @ columns.axes == pytest.approx(rows.places)
    assert SMOKERS.T / SMOKERS.sum(axis=0)[:, None] @ rows.axes == pytest.approx(columns.places)


def test_the_sign_does_not_depend_on_the_order_of_rows():
    rows, columns = correspond(SMOKERS)
    turned, same = correspond(SMOKERS[::-1])
    assert same.places == pytest.approx(columns.places)
    assert turned.places[::-1] == pytest.approx(rows.places)


def test_where_nothing_differs_there_is_no_dimension():
    rows, _ = correspond(np.array([[1, 2], [2, 4]]))
    assert rows.places.shape == (2, 0)


PEOPLE = {f"{p[0]}{at}": p for p in ("ouders", "jeugdigen", "professionals") for at in range(3)}
SAYS = {"o": "ERB ERB LAT", "j": "LAT LAT ERB", "p": "BET BET LAT"}


def analyse(people=PEOPLE, says=SAYS, **options):
    codings, turns = talk({name: [(name, says[name[0]])] for name in people}, people)
    options = {
        "items": ["ERB", "LAT", "BET", "NET"],
        "perspectives": ["ouders", "jeugdigen", "professionals"],
    } | options
    return measure_correspondence(codings, turns, **options)


def test_perspectives_and_themes_on_one_map():
    table = analyse()
    assert list(table.columns) == list(CORRESPONDENCE.columns)
    first = table[table["dimension"] == 1].set_index("point")
    assert first.index.tolist() == ["ouders", "jeugdigen", "professionals", "ERB", "LAT", "BET", "NET"]
    assert first["n_coded"].tolist() == [9, 9, 9, 9, 12, 6, 0]
    assert first["n_speakers"].tolist() == [3, 3, 3, 6, 9, 3, 0]
    rows, columns = correspond(np.array([[6, 3, 0], [3, 6, 0], [0, 3, 6]]))
    for at in (0, 1):
        own = table[table["dimension"] == at + 1]
        assert own["coordinate"].tolist()[:6] == pytest.approx([*rows.places[:, at], *columns.places[:, at]])
        assert own["inertia"].tolist() == pytest.approx([rows.inertias[at]] * 7)
    assert table.groupby("dimension")["share_inertia"].first().sum() == pytest.approx(1.0)
    never = first.loc["NET", ["mass", "coordinate", "low", "contribution", "cos2"]]
    assert never.isna().all()


def test_intervals_hold_the_place_and_need_people_who_differ():
    alike = analyse()
    assert alike.loc[alike["point"] == "ouders", ["low", "high"]].isna().all(axis=None)
    people = PEOPLE | {"x0": "ouders", "x1": "jeugdigen"}
    varied = analyse(people, SAYS | {"x": "BET ERB"})
    own = varied[varied["point"].isin(["ouders", "jeugdigen", "LAT"])]
    assert ((own["low"] <= own["coordinate"]) & (own["coordinate"] <= own["high"])).all()
    assert (own["high"] - own["low"] > 0.05).all()


def test_speakers_on_the_map():
    table = analyse(rows="speaker")
    own = table[(table["kind"] == "speaker") & (table["dimension"] == 1)]
    assert own["point"].tolist() == ["o0", "o1", "o2", "j0", "j1", "j2", "p0", "p1", "p2"]
    assert own["perspective"].tolist() == [name for name in ("ouders", "jeugdigen", "professionals") for _ in range(3)]
    assert own["mass"].tolist() == pytest.approx([1 / 9] * 9)
    assert own["coordinate"].round(9).nunique() == 3
    assert table["low"].isna().all()


def test_a_small_perspective_has_no_place_and_moves_nobody():
    people = {name: perspective for name, perspective in PEOPLE.items() if name != "p2"}
    table = analyse(people)
    own = table[(table["point"] == "professionals") & (table["dimension"] == 1)]
    assert own[["n_coded", "withheld", "reason"]].values.tolist() == [[6, True, "te weinig sprekers (minder dan 3)"]]
    assert own["coordinate"].isna().all()
    assert table.loc[table["point"] == "BET", "n_coded"].tolist() == [0, 0]
    assert table.loc[table["point"] == "ouders", "mass"].tolist()[0] == 0.5


def test_two_perspectives_have_one_dimension():
    table = analyse(perspectives=["ouders", "jeugdigen"])
    assert table.groupby("dimension")["coordinate"].count().tolist() == [4, 0]


def test_other_rows_are_refused():
    with pytest.raises(TableError, match='rows: is "sector"; use "perspective" or "speaker"'):
        analyse(rows="sector")


@pytest.mark.parametrize("rows", ["perspective", "speaker"])
def test_empty(rows):
    nothing = make_table([], CODINGS), make_table([], TURNS)
    table = measure_correspondence(*nothing, items=["X"], perspectives=["ouders"], by="code", rows=rows)
    assert list(table.columns) == list(CORRESPONDENCE.columns)
    assert table["coordinate"].isna().all()
    assert table["point"].tolist() == (["ouders"] * 2 if rows == "perspective" else []) + ["X"] * 2
