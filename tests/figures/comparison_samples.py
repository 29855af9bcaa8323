"""Tables of comparison made by hand: what their figures are asked to draw."""

from collections.abc import Mapping, Sequence

import pandas as pd

from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.comparison.cooccurrence import COOCCURRENCE
from perspectieven.comparison.correspondence import CORRESPONDENCE
from perspectieven.comparison.rates import RATES
from perspectieven.comparison.saturation import SATURATION
from perspectieven.comparison.sequence import TIMELINE
from perspectieven.comparison.spontaneity import SPONTANEITY
from perspectieven.comparison.voices import VOICES
from perspectieven.questions import QUESTION_COUNTS
from perspectieven.tables import make_table
from tests.figures.samples import N_SPEAKERS, THEMES, THREE, ordered

FEW = "te weinig sprekers (minder dan 3)"


def rates(
    *,
    perspectives: Sequence[str] = THREE,
    items: Sequence[str] = tuple(THEMES),
    by: str = "theme",
    withheld: str = "",
    silent: str = "",
) -> pd.DataFrame:
    """Every pair; the first item is mentioned by nobody, the second by one speaker, and so on; one may say nothing."""
    rows: list[dict[str, object]] = []
    for name in perspectives:
        n = N_SPEAKERS[name]
        for at, item in enumerate(items):
            row: dict[str, object] = {"perspective": name, "theme": item, "n_speakers": n, "n_speakers_coded": at}
            if name == withheld:
                rows.append(row | {"withheld": True, "reason": FEW})
                continue
            if name == silent:
                rows.append(row)
                continue
            share, rate = at / len(items), at / 2
            limits = {
                "share_low": share / 2,
                "share_high": (1 + share) / 2,
                "rate_low": rate / 2,
                "rate_high": 2 * rate,
            }
            rows.append(row | limits | {"share_speakers": share, "per_1000_words": rate})
    return ordered(rows, RATES, by, {"perspective": perspectives, "theme": items})


def cautions(values: Mapping[tuple[str, str, str], tuple[float, Sequence[str]]], *, by: str = "theme") -> pd.DataFrame:
    """Differences and cautions by (theme, a, b)."""
    rows: list[dict[str, object]] = [
        {"theme": item, "perspective_a": a, "perspective_b": b, "difference": difference} | dict.fromkeys(names, True)
        for (item, a, b), (difference, names) in values.items()
    ]
    items = tuple(dict.fromkeys(item for item, _, _ in values))
    return ordered(rows, CAUTIONS, by, {"theme": items, "perspective_a": THREE, "perspective_b": THREE})


def correspondence(
    places: Mapping[str, tuple[float | None, float | None]],
    *,
    perspectives: Sequence[str] = THREE,
    by: str = "theme",
    withheld: Sequence[str] = (),
) -> pd.DataFrame:
    """Places by point, on two dimensions; the interval is 0.1 on both sides."""
    rows: list[dict[str, object]] = []
    for point, place in places.items():
        own = point in perspectives
        row: dict[str, object] = {"kind": "perspective" if own else by, "point": point, "n_speakers": 9}
        row |= {"perspective": point if own else "", "share_inertia": 0.6}
        row |= {"withheld": True, "reason": FEW} if point in withheld else {}
        for at, value in enumerate(place, start=1):
            if value is None:
                rows.append(row | {"dimension": at})
            else:
                numbers = {"coordinate": value, "low": value - 0.1, "high": value + 0.1, "contribution": abs(value)}
                rows.append(row | numbers | {"dimension": at})
    orders = {"kind": ("perspective", by), "point": tuple(places), "perspective": ("", *perspectives)}
    return ordered(rows, CORRESPONDENCE, "theme", orders)


def saturation(codes: Mapping[str, Sequence[float]], *, withheld: Sequence[str] = ()) -> pd.DataFrame:
    """Mean codes by perspective, after one conversation, two, and so on; a band of 2 on both sides."""
    rows: list[dict[str, object]] = []
    for name, means in codes.items():
        row: dict[str, object] = {"perspective": name, "n_speakers": N_SPEAKERS[name]}
        if name in withheld:
            rows.append(row | {"withheld": True, "reason": FEW})
            continue
        rows += [
            row
            | {"n_transcripts": at, "mean_codes": mean, "low": mean - 2, "high": mean + 2}
            | {"mean_new": mean - (means[at - 2] if at > 1 else 0)}
            for at, mean in enumerate(means, start=1)
        ]
    return ordered(rows, SATURATION, "theme", {"perspective": tuple(codes)})


def voices(counts: Mapping[tuple[str, str, str], int], holders: Sequence[str], *, withheld: str = "") -> pd.DataFrame:
    """Mentions by (perspective, holder, stance), the rest of all triples 0; shares from half as much to half-way 1."""
    names = tuple(dict.fromkeys(name for name, _, _ in counts))
    stances = ("affirmed", "negated", "hypothetical")
    told: dict[tuple[str, str], int] = {}
    for (name, holder, _), n in counts.items():
        told[name, holder] = told.get((name, holder), 0) + n
    sums = {name: sum(n for (who, _), n in told.items() if who == name) for name in names}
    shares = {(name, holder): told.get((name, holder), 0) / sums[name] for name in names for holder in holders}
    rows: list[dict[str, object]] = [
        {"perspective": name, "holder": holder, "stance": stance, "n_speakers": N_SPEAKERS[name]}
        | {"n_coded": counts.get((name, holder, stance), 0)}
        | (
            {"withheld": True, "reason": FEW}
            if name == withheld
            else {
                "share_holder": shares[name, holder],
                "low_holder": shares[name, holder] / 2,
                "high_holder": (1 + shares[name, holder]) / 2,
            }
        )
        for name in names
        for holder in holders
        for stance in stances
    ]
    return ordered(rows, VOICES, "theme", {"perspective": names, "holder": holders, "stance": stances})


def cooccurrence(
    pairs: Mapping[tuple[str, str], tuple[int, float]],
    *,
    perspectives: Sequence[str] = THREE,
    items: Sequence[str] = tuple(THEMES),
    by: str = "theme",
    withheld: str = "",
) -> pd.DataFrame:
    """Speakers and the low end of the lift by pair, in turns, the same for every perspective."""
    rows: list[dict[str, object]] = []
    for name in perspectives:
        for (a, b), (n, low) in pairs.items():
            row: dict[str, object] = {"perspective": name, "reach": "turn", "theme_a": a, "theme_b": b}
            row |= {"n_speakers": N_SPEAKERS[name], "n_speakers_together": n, "lift": low + 1, "low": low}
            row |= {"p_adjusted": 0.01 if low > 1 else 1.0}
            rows.append(row | ({"withheld": True, "reason": FEW} if name == withheld else {}))
    orders = {"perspective": perspectives, "reach": ("turn", "next"), "theme_a": items, "theme_b": items}
    table = ordered(rows, COOCCURRENCE, "theme", orders)
    return table.rename(columns={"theme_a": f"{by}_a", "theme_b": f"{by}_b"})


def timeline(mentions: Sequence[tuple[float, str, str, str, str]]) -> pd.DataFrame:
    """Mentions as (position, theme, perspective, orientation, stance)."""
    rows = [
        {
            "transcript_id": "gesprek-met-moeder-1",
            "turn_index": at,
            "position": position,
            "theme": theme,
            "code": f"{theme}-X",
        }
        | {"perspective": name, "orientation": orientation, "stance": stance, "speaker": "moeder-1"}
        for at, (position, theme, name, orientation, stance) in enumerate(mentions)
    ]
    return make_table(rows, TIMELINE)


def question_counts(counts: Mapping[tuple[str, str], int]) -> pd.DataFrame:
    """Speakers who say something by (question, perspective); twice as many mentions, one of them prompted."""
    rows: list[dict[str, object]] = [
        {"question": question, "perspective": name, "n_speakers": N_SPEAKERS[name], "n_speakers_coded": n}
        | {"n_coded": 2 * n, "n_prompted": min(n, 1), "share_speakers": n / N_SPEAKERS[name], "low": 0.1, "high": 0.9}
        for (question, name), n in counts.items()
    ]
    questions = tuple(dict.fromkeys(question for question, _ in counts))
    names = tuple(dict.fromkeys(name for _, name in counts))
    return ordered(rows, QUESTION_COUNTS, "theme", {"question": questions, "perspective": names})


def spontaneity(
    counts: Mapping[tuple[str, str], tuple[int, int]],
    *,
    perspectives: Sequence[str] = THREE,
    by: str = "theme",
    withheld: str = "",
) -> pd.DataFrame:
    """Speakers who mention it unasked, and at all, by (perspective, theme)."""
    rows: list[dict[str, object]] = []
    for (name, item), (unasked, n) in counts.items():
        row: dict[str, object] = {"perspective": name, "theme": item, "n_speakers": 10, "n_speakers_coded": n}
        row |= {"n_speakers_spontaneous": unasked}
        if name == withheld:
            rows.append(row | {"withheld": True, "reason": FEW})
        else:
            shares = {"share_speakers": n / 10, "share_spontaneous": unasked / 10, "low": 0.1, "high": 0.9}
            rows.append(row | shares | {"mainly_prompted": 2 * (n - unasked) > n})
    items = tuple(dict.fromkeys(item for _, item in counts))
    return ordered(rows, SPONTANEITY, by, {"perspective": perspectives, "theme": items})
