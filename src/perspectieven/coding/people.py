"""Who takes part in a study, and when it was that they spoke."""

from collections.abc import Iterable, Sequence

import pandas as pd

from perspectieven.tables import COMPOSITION, CONVERSATIONS, SPEAKERS, make_table
from perspectieven.transcript import Speaker, Transcript

FIELDS = ("sector", "organisation", "municipality", "knowledge")
"""What is told of a speaker beside the perspective."""


def list_speakers(transcripts: Iterable[Transcript]) -> pd.DataFrame:
    """Return the participants of transcripts: schema `tables.SPEAKERS`.

    Examples
    --------
    >>> from perspectieven.transcript import Turn
    >>> oma = Speaker("oma", "ouders", municipality="Duinrade")
    >>> said = Transcript("g1", (Turn("g1", 0, "Oma", "Ja.", speaker=oma),))
    >>> list_speakers([said])[["speaker", "municipality", "n_turns"]]
      speaker municipality  n_turns
    0     oma     Duinrade        1
    """
    people: dict[str, Speaker] = {}
    said: dict[str, list[str]] = {}
    for transcript in transcripts:
        for turn in transcript.turns:
            if turn.speaker is not None and not turn.is_asked:
                people[turn.speaker.id] = turn.speaker
                said.setdefault(turn.speaker.id, []).append(transcript.id)
    rows = [
        {
            "speaker": name,
            "perspective": speaker.perspective,
            **{field: getattr(speaker, field) for field in FIELDS},
            "quotable": speaker.quotable,
            "n_transcripts": len(set(said[name])),
            "n_turns": len(said[name]),
        }
        for name, speaker in sorted(people.items())
    ]
    return make_table(rows, SPEAKERS)


def list_conversations(transcripts: Iterable[Transcript]) -> pd.DataFrame:
    """Return the transcripts with their dates: schema `tables.CONVERSATIONS`.

    ``date`` is as far as it is known, ``2021-05-26``, ``2021-05`` or ``2021``, and empty where nobody said it;
    ``perspectives`` are those of its participants, separated by spaces.
    """
    rows = []
    for transcript in sorted(transcripts, key=lambda transcript: transcript.id):
        people = {turn.speaker for turn in transcript.turns if turn.speaker is not None and not turn.is_asked}
        perspectives = sorted({str(speaker.perspective) for speaker in people})
        row = (transcript.id, transcript.date, " ".join(perspectives), len(people), len(transcript.turns))
        rows.append(row)
    return make_table(rows, CONVERSATIONS)


def count_composition(speakers: pd.DataFrame, *, perspectives: Sequence[str], min_group: int) -> pd.DataFrame:
    """Count what kind of people speak, so that nobody stands alone in a row.

    Parameters
    ----------
    speakers : DataFrame
        Schema `tables.SPEAKERS`.
    min_group : int
        Values that fewer people share are together in one row per perspective and field, whose ``value`` is empty. If
        these too are fewer people, that row is ``withheld`` and its number is 0.

    Returns
    -------
    DataFrame
        Schema `tables.COMPOSITION`, perspectives in the given order; a field that is empty for everybody has no rows.
    """
    rows: list[dict[str, object]] = []
    for perspective in perspectives:
        own = speakers[speakers["perspective"] == perspective]
        for field in FIELDS:
            sizes = own.loc[own[field] != "", field].value_counts().sort_index()
            few = sizes[sizes < min_group]
            shown = [(str(value), int(n), False) for value, n in sizes.drop(few.index).items()]
            n_few = int(few.sum())
            together = [("", n_few if n_few >= min_group else 0, n_few < min_group)] if n_few else []
            rows += [
                {"perspective": perspective, "field": field, "value": value, "n_speakers": n, "withheld": withheld}
                for value, n, withheld in shown + together
            ]
    return make_table(rows, COMPOSITION)
