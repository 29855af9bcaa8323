"""Sequence: what follows what along a conversation, and the course of one conversation."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from perspectieven.comparison.layout import order_table
from perspectieven.comparison.wording import refuse_small
from perspectieven.errors import Fault, TableError
from perspectieven.tables import TURNS, Schema
from perspectieven.themes import join_turns

TRANSITIONS = Schema(
    "transitions",
    "one perspective x theme (or code) x theme (or code) after it, every triple",
    {
        "perspective": "str",
        "theme_before": "str",
        "theme_after": "str",
        "n": "int64",
        "n_speakers": "int64",
        "n_before": "int64",
        "n_after": "int64",
        "n_transitions": "int64",
        "share": "float64",
        "expected": "float64",
        "residual": "float64",
        "too_few": "bool",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "theme_before", "theme_after"),
)

TIMELINE = Schema(
    "timeline",
    "one mention in one conversation, in the order in which it was said",
    {
        "transcript_id": "str",
        "turn_index": "int64",
        "start_char": "int64",
        "end_char": "int64",
        "position": "float64",
        "theme": "str",
        "code": "str",
        "stance": "str",
        "voice": "str",
        "prompted": "bool",
        "orientation": "str",
        "speaker": "str",
        "perspective": "str",
        "role": "str",
        "coding_id": "str",
    },
    ("turn_index", "start_char", "end_char", "code"),
)


_LEAST = 5
"""Transitions to expect for a residual to mean something."""


def count_transitions(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    min_group: int = 3,
    language: str = "nl",
) -> pd.DataFrame:
    """Count per perspective which theme follows which.

    One row per perspective x item x item after it, every triple. Of two successive coded turns in a transcript, by
    whomever of the perspective, each item of the first is followed by each item of the second. Turns without a coding,
    and the interviewer's, are passed over; where somebody of another perspective has the next coded turn, the line
    breaks.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    min_group, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `TRANSITIONS` (``theme_before`` and ``theme_after`` named after `by`).

        - ``n``: how often the second follows the first; ``n_speakers``: how many say the second then.
        - ``n_before``, ``n_after``: how often each is first, or second, of any two; ``n_transitions`` all together.
        - ``share``: n / n_before, 0 to 1: how often the first is followed by this one.
        - ``expected``: by chance; ``residual``: the adjusted residual, see `adjust_residuals`. It describes: a turn
          with two items counts in two transitions, and a speaker in many, so it is no test. ``too_few`` says that
          fewer than 5 were to be expected: a residual is then easily large.

        Missing where there is nothing to divide by.

    Notes
    -----
    Source: R. Bakeman & J. M. Gottman, Observing Interaction, 2nd edition (1997): lag-1 sequential analysis.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = {"transcript_id": "a", "speaker": "m", "perspective": "ouders", "role": "participant"}
    >>> turns = make_table([{**said, "turn_index": at} for at in range(4)], TURNS)
    >>> themes = ["ERB", "LAT", "ERB", "LAT"]
    >>> mentions = [{"transcript_id": "a", "turn_index": at, "theme": theme} for at, theme in enumerate(themes)]
    >>> codings = make_table(mentions, CODINGS)
    >>> table = count_transitions(codings, turns, items=["ERB", "LAT"], perspectives=["ouders"], min_group=1)
    >>> table[["theme_before", "theme_after", "n", "share", "expected", "residual"]].round(2)
      theme_before theme_after  n  share  expected  residual
    0          ERB         ERB  0    0.0      0.67     -1.73
    1          ERB         LAT  2    1.0      1.33      1.73
    2          LAT         ERB  1    1.0      0.33      1.73
    3          LAT         LAT  0    0.0      0.67     -1.73
    """
    mentions = join_turns(codings, turns)
    found = mentions[mentions[by].isin(list(items)) & (mentions["role"] == "participant")]
    found = found.drop_duplicates([*TURNS.key, by])
    steps = _step(found)
    pairs = steps.merge(found[[*TURNS.key, by]], on=list(TURNS.key), how="left")
    after = found[[*TURNS.key, by]].rename(columns={"turn_index": "turn_after"})
    pairs = pairs.merge(after, on=["transcript_id", "turn_after"], how="left", suffixes=("_before", "_after"))
    spoken = turns[turns["role"] == "participant"]
    names, k = pd.Index(list(items)), len(items)
    tables = []
    for name in perspectives:
        n_people = spoken.loc[spoken["perspective"] == name, "speaker"].nunique()
        reason = refuse_small(n_people, min_group=min_group, language=language)
        own = pairs[pairs["perspective"] == name]
        cell = names.get_indexer(pd.Index(own[f"{by}_before"])) * k + names.get_indexer(pd.Index(own[f"{by}_after"]))
        counts = np.bincount(cell, minlength=k * k).reshape(k, k)
        by_whom = pd.DataFrame({"cell": cell, "speaker": own["speaker"].to_numpy()}).drop_duplicates()
        before, after_ = counts.sum(axis=1), counts.sum(axis=0)
        table = pd.DataFrame(
            {"theme_before": np.repeat(names, k), "theme_after": np.tile(names, k), "n": counts.ravel()}
        )
        table = table.assign(perspective=name, n_transitions=counts.sum(), withheld=bool(reason), reason=reason)
        table["n_speakers"] = np.bincount(by_whom["cell"].to_numpy(), minlength=k * k)
        table["n_before"], table["n_after"] = np.repeat(before, k), np.tile(after_, k)
        table[["share", "expected", "residual"]] = np.nan
        if not reason:
            table["share"] = table["n"] / table["n_before"].where(table["n_before"] > 0)
            expected, residuals = adjust_residuals(counts)
            table["expected"], table["residual"] = expected.ravel(), residuals.ravel()
        table["too_few"] = table["expected"] < _LEAST
        tables.append(table)
    orders = {"theme_before": items, "theme_after": items}
    ordered = order_table(pd.concat(tables) if tables else [], TRANSITIONS, perspectives=perspectives, orders=orders)
    return ordered.rename(columns={"theme_before": f"{by}_before", "theme_after": f"{by}_after"})


def adjust_residuals(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return what chance gives in each cell of a table, and the adjusted residual: how far off the cell is.

    Chance is that rows and columns have no bearing on each other. The residual is the difference divided by its
    standard error: about standard normal by chance, if there are many and they are independent. Missing where the row
    or the column is empty, or all there is.

    Source: S. J. Haberman, Biometrics 29 (1973), 205-220.

    >>> expected, residuals = adjust_residuals(np.array([[30, 10], [20, 40]]))
    >>> expected.tolist(), residuals.round(2).tolist()
    ([[20.0, 20.0], [30.0, 30.0]], [[4.08, -4.08], [-4.08, 4.08]])
    """
    whole = counts.sum()
    if not whole:
        return np.full(counts.shape, np.nan), np.full(counts.shape, np.nan)
    rows, columns = counts.sum(axis=1, keepdims=True), counts.sum(axis=0, keepdims=True)
    expected = rows * columns / whole
    variance = expected * (1 - rows / whole) * (1 - columns / whole)
    residuals = (counts - expected) / np.sqrt(np.where(variance > 0, variance, np.nan))
    return expected, residuals


def measure_timeline(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    transcript_id: str,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
) -> pd.DataFrame:
    """Measure where in one conversation each theme is mentioned.

    One row per mention of one of `items`, in the order in which it was said.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    transcript_id : str
        Of the conversation.

    Returns
    -------
    DataFrame
        Schema `TIMELINE`. ``position`` is the part of the words of the conversation, the interviewer's too, that were
        said before the mention, 0 to 1; within a turn words are counted by characters.

    Raises
    ------
    TableError
        If there is no such transcript.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = {"transcript_id": "a", "speaker": "m", "perspective": "ouders", "role": "participant", "n_words": 4}
    >>> turns = make_table([{**said, "turn_index": at, "text": "dat hoort er bij"} for at in range(2)], TURNS)
    >>> coding = {"transcript_id": "a", "theme": "ERB", "stance": "affirmed", "start_char": 4, "end_char": 16}
    >>> codings = make_table([{**coding, "turn_index": at} for at in range(2)], CODINGS)
    >>> table = measure_timeline(codings, turns, transcript_id="a", items=["ERB"], perspectives=["ouders"])
    >>> table[["turn_index", "position", "theme", "stance", "role"]]
       turn_index  position theme    stance         role
    0           0     0.125   ERB  affirmed  participant
    1           1     0.625   ERB  affirmed  participant
    """
    mentions = join_turns(codings, turns)
    said = turns[turns["transcript_id"] == transcript_id].sort_values("turn_index")
    if said.empty:
        what = f'"{transcript_id}" is not one of the {turns["transcript_id"].nunique()} transcripts in turns; name one'
        raise TableError(Fault("turns", "transcript_id", what))
    here = mentions[(mentions["transcript_id"] == transcript_id) & mentions[by].isin(list(items))]
    n_words = said["n_words"].to_numpy()
    before = np.cumsum(n_words) - n_words
    turn = pd.Index(said["turn_index"]).get_indexer(pd.Index(here["turn_index"]))
    length = np.maximum(said["text"].str.len().to_numpy(), 1)
    within = np.minimum(here["start_char"].to_numpy() / length[turn], 1)
    position = (before[turn] + within * n_words[turn]) / max(1, n_words.sum())
    table = order_table(here.assign(position=position), TIMELINE, perspectives=perspectives)
    return table.astype({by: pd.CategoricalDtype(list(items), ordered=True)})


def _step(found: pd.DataFrame) -> pd.DataFrame:
    """Return the successive coded turns of one perspective: the turn, the turn after it, and who speaks then."""
    coded = found[[*TURNS.key, "speaker", "perspective"]].drop_duplicates(list(TURNS.key)).sort_values(list(TURNS.key))
    following = coded.groupby("transcript_id")[["turn_index", "perspective", "speaker"]].shift(-1)
    same = following["perspective"] == coded["perspective"]
    steps = coded[same].assign(turn_after=following.loc[same, "turn_index"].astype("int64"))
    return steps.assign(speaker=following.loc[same, "speaker"])
