"""Who says what: every speaker with what they mention, how much they talk, and with whom they share a transcript."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from perspectieven.comparison.layout import order_table
from perspectieven.errors import Fault, TableError
from perspectieven.tables import Schema
from perspectieven.themes import join_turns

SPEAKER_COUNTS = Schema(
    "speaker_counts",
    "one speaker x theme (or code), every pair",
    {
        "perspective": "str",
        "speaker": "str",
        "theme": "str",
        "n_coded": "int64",
        "n_spontaneous": "int64",
        "n_own": "int64",
        "n_words": "int64",
        "transcripts": "str",
    },
    ("perspective", "speaker", "theme"),
)

_WHO = ["perspective", "speaker"]


@dataclass(frozen=True, slots=True)
class Speakers:
    """All speakers of some perspectives, sorted by perspective and id: what every comparison is made from.

    Arrays with ``n`` rows have one row per speaker; those with ``k`` columns one column per item.

    Attributes
    ----------
    items : tuple of str
        The themes or codes that are counted.
    perspectives : tuple of str
    perspective : array of int, n
        Position in `perspectives`.
    ids : tuple of str, n
    n_words : array of int, n
    transcripts : tuple of tuple of str, n
        Where somebody speaks.
    cluster : array of int, n
        Speakers who share a transcript, directly or through others, have the same number: they heard each other, so
        what they say is not independent. It is the connected component of speakers and transcripts, over all
        participants of the study.
    n_coded, n_spontaneous, n_own : array of int, n x k
        Mentions: all; those not prompted by the question before; those in the speaker's own voice.
    """

    items: tuple[str, ...]
    perspectives: tuple[str, ...]
    perspective: np.ndarray
    ids: tuple[str, ...] = field(repr=False)
    n_words: np.ndarray = field(repr=False)
    transcripts: tuple[tuple[str, ...], ...] = field(repr=False)
    cluster: np.ndarray = field(repr=False)
    n_coded: np.ndarray = field(repr=False)
    n_spontaneous: np.ndarray = field(repr=False)
    n_own: np.ndarray = field(repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    def of(self, perspective: str) -> np.ndarray:
        """Return the positions of the speakers of one perspective."""
        return np.flatnonzero(self.perspective == self.perspectives.index(perspective))

    def measure(self, measure: str) -> tuple[np.ndarray, np.ndarray]:
        """Return what is counted per speaker and item, and what it is divided by per speaker.

        Parameters
        ----------
        measure : {"share", "rate"}
            The share of speakers who mention an item, or mentions per 1,000 words.

        Raises
        ------
        TableError
            If it is another one.
        """
        if measure == "share":
            return (self.n_coded > 0).astype(float), np.ones(len(self))
        if measure == "rate":
            return self.n_coded.astype(float), self.n_words / 1000
        what = f'is "{measure}"; use "share" (of speakers) or "rate" (per 1,000 words)'
        raise TableError(Fault("comparison", "measure", what))

    def each(self, measure: str) -> np.ndarray:
        """Return per speaker and item what somebody alone comes to: 1.0 or 0.0 for a share, else the own rate.

        Who says nothing has rate 0.
        """
        amounts, sizes = self.measure(measure)
        own: np.ndarray = amounts / np.where(sizes > 0, sizes, 1)[:, None]
        return own

    def n_transcripts(self, rows: np.ndarray) -> int:
        """Count the transcripts in which some speakers speak."""
        return len({name for row in rows for name in self.transcripts[row]})


def gather_speakers(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
) -> Speakers:
    """Gather the speakers of some perspectives; parameters and errors are those of `themes.count_themes`."""
    merged = join_turns(codings, turns)
    spoken = turns[turns["role"] == "participant"]
    where = spoken[[*_WHO, "transcript_id"]].drop_duplicates()
    people = where[_WHO].drop_duplicates().sort_values(_WHO)
    place = pd.Index(list(perspectives)).get_indexer(pd.Index(people["perspective"]))
    order = np.argsort(place, kind="stable")
    order = order[place[order] >= 0]
    cluster = _connect(where, people)[order]
    index = pd.MultiIndex.from_frame(people.iloc[order])
    columns = pd.Index(list(items))
    names = {who: tuple(sorted(group)) for who, group in where.groupby(_WHO)["transcript_id"]}

    def count(which: pd.Series) -> np.ndarray:
        kept = merged[which]
        rows, cols = index.get_indexer(pd.MultiIndex.from_frame(kept[_WHO])), columns.get_indexer(pd.Index(kept[by]))
        there = (rows >= 0) & (cols >= 0)
        counts = np.zeros((len(index), len(columns)), dtype=np.int64)
        np.add.at(counts, (rows[there], cols[there]), 1)
        return counts

    return Speakers(
        items=tuple(items),
        perspectives=tuple(perspectives),
        perspective=place[order],
        ids=tuple(index.get_level_values("speaker")),
        n_words=spoken.groupby(_WHO)["n_words"].sum().reindex(index, fill_value=0).to_numpy(),
        transcripts=tuple(names[who] for who in index),
        cluster=pd.factorize(cluster)[0],
        n_coded=count(merged["status"] != "rejected"),
        n_spontaneous=count(~merged["prompted"]),
        n_own=count(merged["voice"] == "own"),
    )


def count_speakers(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
) -> pd.DataFrame:
    """Count mentions per speaker and theme (or code).

    One row per speaker x item, also where somebody never mentions it. Parameters and errors are those of
    `themes.count_themes`.

    Returns
    -------
    DataFrame
        Schema `SPEAKER_COUNTS` (its column ``theme`` named after `by`). ``n_spontaneous`` leaves out mentions that the
        question before prompted, ``n_own`` the views of others that somebody reports. ``n_words`` are all words of the
        speaker; ``transcripts`` where they speak, separated by " + ".

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> turns = make_table([{"transcript_id": "a", "speaker": "m", "perspective": "ouders", "role": "participant",
    ...                      "n_words": 12}], TURNS)
    >>> codings = make_table([{"transcript_id": "a", "theme": "ERB", "prompted": True, "voice": "own"}], CODINGS)
    >>> table = count_speakers(codings, turns, items=["ERB", "LAT"], perspectives=["ouders"])
    >>> table[["speaker", "theme", "n_coded", "n_spontaneous", "n_own", "n_words"]]
      speaker theme  n_coded  n_spontaneous  n_own  n_words
    0       m   ERB        1              0      1       12
    1       m   LAT        0              0      0       12
    """
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    n, k = len(speakers), len(items)
    table = pd.DataFrame(
        {
            "perspective": np.repeat(np.array(perspectives, dtype=object)[speakers.perspective], k),
            "speaker": np.repeat(np.array(speakers.ids, dtype=object), k),
            "theme": np.tile(np.array(items, dtype=object), n),
            "n_coded": speakers.n_coded.ravel(),
            "n_spontaneous": speakers.n_spontaneous.ravel(),
            "n_own": speakers.n_own.ravel(),
            "n_words": np.repeat(speakers.n_words, k),
            "transcripts": np.repeat(np.array([" + ".join(t) for t in speakers.transcripts], dtype=object), k),
        }
    )
    return order_table(table, SPEAKER_COUNTS, items=items, perspectives=perspectives, by=by)


def speaker_matrix(
    codings: pd.DataFrame, turns: pd.DataFrame, *, items: Sequence[str], by: str = "theme"
) -> dict[str, pd.DataFrame]:
    """Return per perspective who mentions what: one row per speaker, one column per theme, 1.0 or 0.0."""
    spoken = turns[turns["role"] == "participant"]
    perspectives = sorted(spoken["perspective"].unique())
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    return {
        perspective: pd.DataFrame(
            (speakers.n_coded[speakers.of(perspective)] > 0).astype(float),
            index=[speakers.ids[row] for row in speakers.of(perspective)],
            columns=list(items),
        )
        for perspective in perspectives
    }


def _connect(where: pd.DataFrame, people: pd.DataFrame) -> np.ndarray:
    """Return the connected component of each of `people` in the graph of speakers and transcripts."""
    rows = pd.MultiIndex.from_frame(people).get_indexer(pd.MultiIndex.from_frame(where[_WHO]))
    transcripts, names = pd.factorize(where["transcript_id"])
    size = len(people) + len(names)
    graph = coo_array((np.ones(len(rows)), (rows, len(people) + transcripts)), shape=(size, size))
    component: np.ndarray = connected_components(graph, directed=False)[1]
    return component[: len(people)]
