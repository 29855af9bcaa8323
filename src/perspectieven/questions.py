"""The questions of the study: what is said to each of them, factors at their levels, and the supporting network."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from perspectieven.comparison.intervals import group_interval
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.errors import Fault, TableError
from perspectieven.lexicon import Code, Lexicon
from perspectieven.lexicon.codebook import LEVELS
from perspectieven.tables import CODINGS, Schema, make_table
from perspectieven.themes import join_turns

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "1": ("BET", "LAT", "VEE", "LAB"),
    "2a": ("ERB",),
    "2b": ("GRE", "VRW"),
    "3": ("HGZ", "HPR", "SWB"),
    "4": ("MOT",),
}
"""The research questions of the study, and the themes that answer them; the second has two parts, kept apart."""

FACTORS = ("bevorderend", "belemmerend", "wisselend")
ALL_LEVELS = "alle niveaus"

NETWORK: Mapping[str, tuple[str, ...]] = {
    "informatie": ("NET-INFORMATIE",),
    "informeel": ("NET-NAASTEN", "NET-SAMENOPVOEDEN", "NET-VRIJWILLIGER", "NET-ALLEEN"),
    "formeel": ("VOO",),
    "benutten": ("NET-BENUTTEN",),
}
"""Kinds of support, with the themes or codes that tell of each; the last is about making use of any of them.

What is needed of it, where and when no code tells: words do not find that well enough to count. A person reads it in
the quotes, first of all in those where support is missed.
"""

LACKS = frozenset({"NET-ALLEEN"})
"""Codes that tell of support by its absence: affirmed, it is missed."""

_NOTHING = make_table([], CODINGS)

_PERSPECTIVE = {"perspective": "str"}
_COUNTED = {"n_coded": "int64", "n_speakers_coded": "int64", "n_speakers": "int64"}
_SHARE = {"share_speakers": "float64", "low": "float64", "high": "float64"}

QUESTION_COUNTS = Schema(
    "question_counts",
    "one research question x perspective, every pair",
    {"question": "str", **_PERSPECTIVE, "n_coded": "int64", "n_prompted": "int64", "n_other_voice": "int64"}
    | {"n_speakers_coded": "int64", "n_speakers": "int64"}
    | _SHARE,
    ("question", "perspective"),
)

FACTOR_COUNTS = Schema(
    "factor_counts",
    "one factor x level x perspective, every triple",
    {"factor": "str", "level": "str", **_PERSPECTIVE, **_COUNTED, **_SHARE},
    ("factor", "level", "perspective"),
)

NETWORK_COUNTS = Schema(
    "network_counts",
    "one kind of support x perspective, every pair",
    {"kind": "str", **_PERSPECTIVE, "n_coded": "int64", "n_present": "int64", "n_missed": "int64"}
    | {"n_possible": "int64", "n_other_voice": "int64", "n_speakers_coded": "int64", "n_speakers": "int64"}
    | _SHARE,
    ("kind", "perspective"),
)


def count_questions(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    perspectives: Sequence[str],
    questions: Mapping[str, Sequence[str]] = QUESTIONS,
    seed: int = 0,
) -> pd.DataFrame:
    """Count who says something to each research question.

    Parameters
    ----------
    codings, turns : DataFrame
        Schemas `tables.CODINGS` and `tables.TURNS`.
    questions : mapping of str to sequence of str
        Question to the themes or codes that answer it; a theme may answer several.
    seed : int
        The same seed gives the same table, and the same people the same interval as in `comparison.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `QUESTION_COUNTS`, questions and perspectives in the given order. A coding is a mention, with any stance;
        ``n_other_voice`` are mentions of somebody else's view; ``low`` and ``high`` are the interval of
        ``share_speakers`` at 95%, over people who may share a transcript (see `comparison.measure_rates`). Zero is a
        row; no speakers give a missing share.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> counts = count_questions(study.codings(), study.turns(), perspectives=study.perspectives)
    >>> counts.query("question == '2a'")[["perspective", "n_speakers_coded", "n_speakers"]]
         perspective  n_speakers_coded  n_speakers
    3         ouders                 3           3
    4      jeugdigen                 1           3
    5  professionals                 1           2
    """
    said = _explode(join_turns(codings, turns), "question", questions)
    counts = _count(said, turns, {"question": list(questions), "perspective": list(perspectives)}, seed=seed)
    _add_counts(counts, said, {"n_prompted": said["prompted"], "n_other_voice": said["voice"] == "other"})
    return _finish(counts, QUESTION_COUNTS)


def count_factors(
    codings: pd.DataFrame, turns: pd.DataFrame, *, lexicon: Lexicon, perspectives: Sequence[str], seed: int = 0
) -> pd.DataFrame:
    """Count what helps and what hinders, at the level of family, professional, and organisation and policy.

    The factor is that of the mention, not only of its code, see `factor_when`: support that somebody misses hinders.
    The interval and `seed` are those of `count_questions`.

    Returns
    -------
    DataFrame
        Schema `FACTOR_COUNTS`. A code that the lexicon gives two levels counts at both, so levels do not add up; a code
        of every level counts in ``alle niveaus`` only. Codes that are no factor (``n.v.t.``) are left out.

    Raises
    ------
    TableError
        If a coding has a code that is not in the lexicon.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> counts = count_factors(study.codings(), study.turns(), lexicon=study.lexicon, perspectives=study.perspectives)
    >>> len(counts) == 3 * 4 * 3
    True
    """
    said = join_turns(codings, turns)
    by_id = {code.id: code for code in lexicon.codes}
    strange = sorted(set(said["code"]) - set(by_id))
    if strange:
        what = f"the codes {', '.join(strange)} are not in {lexicon.name}; count with the lexicon that coded"
        raise TableError(Fault("codings", "code", what))
    said = said.assign(
        factor=[factor_when(by_id[code], stance) for code, stance in zip(said["code"], said["stance"], strict=True)],
        level=pd.Series([by_id[code].levels or (ALL_LEVELS,) for code in said["code"]], index=said.index, dtype=object),
    )
    said = said[said["factor"].isin(FACTORS)].explode("level")
    levels = [*LEVELS, ALL_LEVELS]
    orders = {"factor": list(FACTORS), "level": levels, "perspective": list(perspectives)}
    counts = _count(said, turns, orders, seed=seed)
    return _finish(counts, FACTOR_COUNTS)


def factor_when(code: Code, stance: str) -> str:
    """Return whether a mention with this stance tells of what helps or of what hinders.

    Denied, a factor is its opposite, or open where the code says that denial takes its meaning away. What is only
    supposed is open too: ``wisselend``, for a person to read.

    >>> import perspectieven as pv
    >>> code = pv.read_lexicon("normaliseren").code("NET-NAASTEN")
    >>> [factor_when(code, stance) for stance in ("affirmed", "negated", "hypothetical")]
    ['bevorderend', 'belemmerend', 'wisselend']
    """
    mirror = {"bevorderend": "belemmerend", "belemmerend": "bevorderend"}
    if code.factor not in mirror or stance == "affirmed" or code.negation == "behoudt":
        return code.factor
    if stance == "negated" and code.negation in {"keert om", "ingebouwd"}:
        return mirror[code.factor]
    return "wisselend"


def count_network(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    perspectives: Sequence[str],
    kinds: Mapping[str, Sequence[str]] = NETWORK,
    lacks: frozenset[str] = LACKS,
    seed: int = 0,
) -> pd.DataFrame:
    """Count which kinds of support people speak of: information, informal, formal, and making use of it.

    Parameters
    ----------
    kinds : mapping of str to sequence of str
        Kind to the themes or codes that tell of it.
    lacks : frozenset of str
        Codes that tell of support by its absence.
    seed : int
        As in `count_questions`.

    Returns
    -------
    DataFrame
        Schema `NETWORK_COUNTS`. The perspective is who speaks of it; ``n_other_voice`` says how often that is about
        somebody else's view. ``n_present``, ``n_missed`` and ``n_possible`` add up to ``n_coded``.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> counts = count_network(study.codings(), study.turns(), perspectives=study.perspectives)
    >>> bool((counts[["n_present", "n_missed", "n_possible"]].sum(axis=1) == counts["n_coded"]).all())
    True
    """
    said = _explode(join_turns(codings, turns), "kind", kinds)
    counts = _count(said, turns, {"kind": list(kinds), "perspective": list(perspectives)}, seed=seed)
    told = zip(said["code"], said["stance"], strict=True)
    how = pd.Series([support_when(code, stance, lacks=lacks) for code, stance in told], index=said.index, dtype="str")
    marks = {f"n_{name}": how == name for name in ("present", "missed", "possible")}
    _add_counts(counts, said, marks | {"n_other_voice": said["voice"] == "other"})
    return _finish(counts, NETWORK_COUNTS)


def support_when(code: str, stance: str, *, lacks: frozenset[str] = LACKS) -> str:
    """Return whether a mention with this stance tells of support that is there, is missed, or might be.

    >>> [support_when("NET-NAASTEN", stance) for stance in ("affirmed", "negated", "hypothetical")]
    ['present', 'missed', 'possible']
    >>> support_when("NET-ALLEEN", "affirmed")
    'missed'
    """
    if stance == "hypothetical":
        return "possible"
    return "missed" if (stance == "negated") ^ (code in lacks) else "present"


def _explode(said: pd.DataFrame, name: str, groups: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Give every coding the groups that its theme or code is in, one row each; a code in none is left out."""
    marks = [
        [group for group, items in groups.items() if theme in items or code in items]
        for theme, code in zip(said["theme"], said["code"], strict=True)
    ]
    return said.assign(**{name: pd.Series(marks, index=said.index, dtype=object)}).explode(name).dropna(subset=[name])


def _count(said: pd.DataFrame, turns: pd.DataFrame, orders: Mapping[str, Sequence[str]], *, seed: int) -> pd.DataFrame:
    names = list(orders)
    counts = pd.DataFrame(index=pd.MultiIndex.from_product(list(orders.values()), names=names))
    groups = said.groupby(names, observed=True)
    counts["n_coded"] = groups.size()
    counts["n_speakers_coded"] = groups["speaker"].nunique()
    spoken = turns[turns["role"] == "participant"].groupby("perspective")["speaker"].nunique().rename("n_speakers")
    counts = counts.join(spoken, on="perspective")
    _add_limits(counts, said, turns, seed=seed)
    return counts


def _add_limits(counts: pd.DataFrame, said: pd.DataFrame, turns: pd.DataFrame, *, seed: int) -> None:
    """Add the interval of the share of speakers, of every perspective that has any."""
    counts[["low", "high"]] = np.nan
    in_cell = said.groupby(list(counts.index.names), observed=True)["speaker"].agg(set).to_dict()
    perspectives = counts.index.get_level_values("perspective")
    speakers = gather_speakers(_NOTHING, turns, items=[], perspectives=list(perspectives.unique()))
    for perspective in speakers.perspectives:
        of, cells = speakers.of(perspective), counts.index[perspectives == perspective]
        if not len(of):
            continue
        mentions = [[float(speakers.ids[at] in in_cell.get(cell, ())) for cell in cells] for at in of]
        limits = group_interval(
            np.array(mentions), np.ones(len(of)), cluster=speakers.cluster[of], measure="share", seed=seed
        )
        counts.loc[perspectives == perspective, ["low", "high"]] = np.column_stack(limits)


def _add_counts(counts: pd.DataFrame, said: pd.DataFrame, marks: Mapping[str, pd.Series]) -> None:
    for name, mark in marks.items():
        counts[name] = said[mark].groupby(list(counts.index.names), observed=True).size()


def _finish(counts: pd.DataFrame, schema: Schema) -> pd.DataFrame:
    orders = {name: list(counts.index.unique(name)) for name in counts.index.names}
    limits = {name: counts[name].to_numpy() for name in ("low", "high")}
    table = counts.drop(columns=list(limits)).fillna(0).astype("int64").reset_index().assign(**limits)
    some = table["n_speakers"].where(table["n_speakers"] > 0)
    table["share_speakers"] = (table["n_speakers_coded"] / some).astype(float).fillna(np.nan)
    dtypes = {name: pd.CategoricalDtype(order, ordered=True) for name, order in orders.items()}
    return table[list(schema.columns)].astype(dtypes)
