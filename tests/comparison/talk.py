"""Conversations written as a few words per turn, for tests."""

from collections.abc import Mapping, Sequence

import pandas as pd

from perspectieven.tables import CODINGS, TURNS, make_table

Said = tuple[str, str] | tuple[str, str, int]


def talk(
    conversations: Mapping[str, Sequence[Said]], perspectives: Mapping[str, str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make codings and turns of who mentions what, turn by turn: `("m", "ERB LAT")`, with the number of words after it.

    Who has no perspective is the interviewer. Each theme is its own only code.
    """
    turns, codings = [], []
    for transcript_id, said in conversations.items():
        for turn_index, (speaker, themes, *n_words) in enumerate(said):
            place = {"transcript_id": transcript_id, "turn_index": turn_index}
            perspective = perspectives.get(speaker, "")
            role = "participant" if perspective else "interviewer"
            length = n_words[0] if n_words else 10
            turns.append(
                {**place, "speaker": speaker, "perspective": perspective, "role": role, "n_words": length, "text": "x"}
            )
            codings += [
                {**place, "theme": theme, "code": theme, "start_char": at, "end_char": at + 1, "stance": "affirmed"}
                for at, theme in enumerate(themes.split())
            ]
    return make_table(codings, CODINGS), make_table(turns, TURNS)
