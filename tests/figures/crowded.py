"""Tables that are hard to draw: those of the example study, and those with many codes, long names and empty groups."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd

from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.comparison.cooccurrence import COOCCURRENCE
from perspectieven.comparison.correspondence import CORRESPONDENCE
from perspectieven.comparison.orientations import ORIENTATION_SHARES
from perspectieven.comparison.positions import POSITIONS
from perspectieven.comparison.rates import RATES
from perspectieven.comparison.saturation import SATURATION
from perspectieven.comparison.sequence import TIMELINE
from perspectieven.comparison.spontaneity import SPONTANEITY
from perspectieven.comparison.voices import VOICES
from perspectieven.figures import (
    Drawing,
    plot_cooccurrence,
    plot_correspondence,
    plot_differences,
    plot_heatmap,
    plot_orientations,
    plot_positions,
    plot_questions,
    plot_rates,
    plot_saturation,
    plot_sets,
    plot_shared,
    plot_shares,
    plot_spontaneity,
    plot_timeline,
    plot_voices,
)
from perspectieven.questions import QUESTION_COUNTS
from perspectieven.tables import (
    DIFFERENCES,
    SHARED,
    THEME_COUNTS,
    Schema,
    make_table,
)
from tests.figures import comparison_samples as compared
from tests.figures import samples
from tests.figures.samples import FOUR, THREE

EXAMPLE = Path(__file__).parent / "example"


def read_example(name: str, schema: Schema) -> pd.DataFrame:
    """Read a table of the example study with the types of its schema."""
    raw = pd.read_csv(EXAMPLE / f"{name}.csv", dtype=str, keep_default_na=False)
    rows = [
        {column: _value(text, schema.columns.get(column, "str")) for column, text in row.items()}
        for row in raw.to_dict("records")
    ]
    columns = {column: schema.columns.get(column, "str") for column in raw.columns}
    by_code = Schema(schema.name, schema.row, columns, tuple(key for key in schema.key if key in columns))
    return make_table(rows, by_code)


def _value(text: str, dtype: str) -> object:
    if dtype == "str" or text == "":
        return text if dtype == "str" else None
    return {"bool": lambda: text == "True", "int64": lambda: int(text), "float64": lambda: float(text)}[dtype]()


def _example() -> dict[str, Callable[[], Drawing]]:
    names = pd.read_csv(EXAMPLE / "labels.csv", keep_default_na=False)
    labels = dict(zip(names["id"], names["label"], strict=True))
    cautions = read_example("cautions", CAUTIONS)
    draw: dict[str, partial[Drawing]] = {
        "shares": partial(plot_shares, read_example("theme_counts", THEME_COUNTS)),
        "heatmap": partial(plot_heatmap, read_example("rates", RATES)),
        "orientations": partial(plot_orientations, read_example("orientations", ORIENTATION_SHARES)),
        "shared": partial(plot_shared, read_example("shared", SHARED), THREE),
        "positions": partial(plot_positions, read_example("positions", POSITIONS)),
        "differences": partial(plot_differences, read_example("differences", DIFFERENCES), cautions=cautions),
        "rates": partial(plot_rates, read_example("rates", RATES), cautions=cautions),
        "sets": partial(plot_sets, read_example("shared_codes", SHARED), THREE),
        "correspondence": partial(plot_correspondence, read_example("correspondence", CORRESPONDENCE)),
        "saturation": partial(plot_saturation, read_example("saturation", SATURATION)),
        "voices": partial(plot_voices, read_example("voices", VOICES)),
        "cooccurrence": partial(
            plot_cooccurrence, read_example("cooccurrence", COOCCURRENCE), perspective="professionals"
        ),
        "timeline": partial(plot_timeline, read_example("timeline", TIMELINE)),
        "questions": partial(plot_questions, read_example("questions", QUESTION_COUNTS)),
        "spontaneity": partial(plot_spontaneity, read_example("spontaneity", SPONTANEITY)),
    }
    return {name: partial(plot, labels=labels) for name, plot in draw.items()}


CODES = tuple(f"C-{at:02}" for at in range(40))
LONG = {
    code: f"Overleggen met de jeugdgezondheidszorg, nummer {at}: en met alle anderen die er iets van weten"
    for at, code in enumerate(CODES)
} | {
    "C-07": "Arbeidsongeschiktheidsverzekeringsmaatschappijen",
    "C-08": "Kort",
    "ouders": "Ouders en andere verzorgers",
    "jeugdigen": "Jongvolwassenen",
    "professionals": "Professionals",
    "beleid": "Beleidsmakers van gemeenten",
}


def _hard() -> dict[str, Callable[[], Drawing]]:
    """Forty codes with long names, four groups with long names of which one is withheld or silent, one speaker."""
    pairs = [(a, b) for at, a in enumerate(FOUR) for b in FOUR[at + 1 :]]
    many = [(code, a, b) for code in CODES for a, b in pairs]
    few = "te weinig sprekers (minder dan 3)"
    differences = samples.differences(
        {key: few if "beleid" in key else (at % 19 - 9) / 10 for at, key in enumerate(many)},
        perspectives=FOUR,
        by="code",
    )
    both = ["rests_on_one", "mainly_prompted"]
    cautions = compared.cautions(
        {key: ((at % 19 - 9) / 10, both[: at % 3]) for at, key in enumerate(many) if "beleid" not in key}, by="code"
    )
    holders = {code: FOUR[at % 3 : at % 3 + at % 4] for at, code in enumerate(CODES)}
    one = {"n_speakers": 1}
    places: dict[str, tuple[float | None, float | None]] = {
        "ouders": (-0.3, -0.2), "jeugdigen": (-0.31, -0.2), "professionals": (0.5, 0.1), "beleid": (None, None)
    }  # fmt: skip
    places |= {code: (at % 7 / 7 - 0.5, at % 5 / 10 - 0.2) for at, code in enumerate(CODES)}
    positions = samples.positions(
        {(name, code): (None, None) if name == "beleid" else (9.0, 0.0) for name in FOUR for code in CODES[:6]},
        perspectives=FOUR,
        by="code",
    )
    stances = [(at / 200, CODES[at % 40], "", ("normaliserend", "neutraal")[at % 2], "negated") for at in range(200)]
    draw: dict[str, partial[Drawing]] = {
        "shares": partial(
            plot_shares, samples.theme_counts(perspectives=FOUR, items=CODES, by="code", silent="beleid")
        ),
        "heatmap": partial(plot_heatmap, compared.rates(perspectives=FOUR, items=CODES, by="code", silent="beleid")),
        "orientations": partial(
            plot_orientations,
            samples.orientations(
                {
                    "ouders": (0.02, 0.04, 0.94),
                    "jeugdigen": (0.1, 0.1, 0.8),
                    "professionals": (1.0, 0.0, 0.0),
                    "beleid": (None, None, None),
                }
            ),
        ),
        "shared": partial(plot_shared, samples.shared(holders, by="code"), FOUR),
        "positions": partial(plot_positions, positions),
        "differences": partial(plot_differences, differences, cautions=cautions),
        "rates": partial(
            plot_rates,
            compared.rates(perspectives=FOUR, items=CODES, by="code", withheld="beleid"),
            cautions=cautions,
        ),
        "sets": partial(plot_sets, samples.shared(holders, by="code"), FOUR),
        "correspondence": partial(
            plot_correspondence,
            compared.correspondence(places, perspectives=FOUR, by="code", withheld=["beleid"]),
        ),
        "saturation": partial(
            plot_saturation,
            compared.saturation({name: (8.0, 12.0, 13.5) for name in FOUR}, withheld=["beleid"]),
        ),
        "voices": partial(
            plot_voices,
            compared.voices(
                {(name, holder, "negated"): 1234 for name in FOUR for holder in ("own", "school")},
                ("own", *FOUR, "school", "jeugdgezondheidszorg", "unknown"),
            ),
        ),
        "cooccurrence": partial(
            plot_cooccurrence,
            compared.cooccurrence(
                {
                    (a, b): (2 + at % 9, 0.9 + at % 3 / 10)
                    for at, (a, b) in enumerate(zip(CODES, CODES[7:], strict=False))
                },
                perspectives=FOUR,
                items=CODES,
                by="code",
            ).assign(**one),
            perspective="ouders",
        ),
        "timeline": partial(plot_timeline, compared.timeline(stances)),
        "questions": partial(
            plot_questions,
            compared.question_counts(
                {
                    (question, name): 0 if name == "beleid" else 3
                    for question in ("1", "2a", "2b", "3", "4")
                    for name in FOUR
                }
            ),
        ),
        "spontaneity": partial(
            plot_spontaneity,
            compared.spontaneity(
                {(name, code): (at % 4, 4) for name in FOUR for at, code in enumerate(CODES)},
                perspectives=FOUR,
                by="code",
                withheld="beleid",
            ),
        ),
    }
    return {name: partial(plot, labels=LONG, language="en") for name, plot in draw.items()}


DRAWINGS = {"example": _example(), "hard": _hard()}
"""By kind of table and figure: what draws it for the size of `drawing_for`."""
