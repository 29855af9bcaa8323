"""Quotes: which mentions may be shown, in what order, and which words of a turn go with them."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.tables import CODINGS, TURNS, check_table

WINDOW_WORDS = 40
"""Words that a quote from a long turn shows, the coded words included."""

MAX_QUOTES = 25
"""Quotes that one cell of a report shows at most."""

NO_CONSENT = "no consent"
WITHHELD_CODE = "withheld code"

_COLUMNS = ["speaker", "perspective", "speaker_number", "withheld", "text"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a turn, coded or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Window:
    """The code points ``text[start_char:end_char]`` of a turn that a quote shows."""

    start_char: int
    end_char: int


def select_quotes(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Collection[str] | None = None,
    perspectives: Collection[str] | None = None,
    stances: Collection[str] | None = None,
    quotable: Collection[str] | None = None,
    withheld_codes: Collection[str] = frozenset(),
    limit: int | None = None,
) -> pd.DataFrame:
    """Return the mentions that may be quoted.

    One row is one coding that nobody rejected. A turn that holds a withheld code is not quoted at all, for another
    code of the same turn would bring the same words.

    Parameters
    ----------
    codings, turns : DataFrame
        Schemas `tables.CODINGS` and `tables.TURNS`.
    items : collection of str, optional
        Themes, codes or both; None for all of them.
    perspectives, stances : collection of str, optional
        None for all of them.
    quotable : collection of str, optional
        Speaker ids that may be quoted; None, for use within the team, for everybody.
    withheld_codes : collection of str
        Codes that are never quoted.
    limit : int, optional
        Keep so many, spread evenly over speakers (see `spread_quotes`).

    Returns
    -------
    DataFrame
        The columns of `codings`, then ``speaker``, ``perspective``, ``speaker_number`` (see `number_speakers`),
        ``withheld`` (always empty here) and ``text`` of the turn; by perspective, speaker number and place.

    Raises
    ------
    TableError
        If a coding points at a turn, or at characters, that are not in `turns`.

    Examples
    --------
    >>> import perspectieven as pv
    >>> codings = pv.code_texts(["Dat hoort er toch bij.", "Ik maak me geen zorgen."], pv.read_lexicon("normaliseren"))
    >>> turns = pd.DataFrame({
    ...     "transcript_id": "texts", "turn_index": [0, 1], "speaker": ["a", "b"], "perspective": "ouders",
    ...     "role": "participant", "sector": "", "start_s": 0.0, "end_s": 0.0, "n_words": 5,
    ...     "text": ["Dat hoort er toch bij.", "Ik maak me geen zorgen."],
    ... })
    >>> select_quotes(codings, turns, quotable={"b"})[["code", "stance", "speaker_number"]]
             code   stance  speaker_number
    0  GRE-ZORGEN  negated               1
    """
    quotes = judge_quotes(codings, turns, quotable=quotable, withheld_codes=withheld_codes)
    keep = quotes["withheld"] == ""
    if items is not None:
        keep &= quotes["theme"].isin(list(items)) | quotes["code"].isin(list(items))
    if perspectives is not None:
        keep &= quotes["perspective"].isin(list(perspectives))
    if stances is not None:
        keep &= quotes["stance"].isin(list(stances))
    quotes = quotes[keep].reset_index(drop=True)
    if limit is None:
        return quotes
    kept = spread_quotes(list(zip(quotes["speaker"], quotes["coding_id"], strict=True)), limit)
    return quotes.iloc[sorted(kept)].reset_index(drop=True)


def judge_quotes(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    quotable: Collection[str] | None = None,
    withheld_codes: Collection[str] = frozenset(),
) -> pd.DataFrame:
    """Give every mention its words and say whether these may be shown.

    Returns
    -------
    DataFrame
        As `select_quotes`, before any choice, without the mentions of `withheld_codes`. ``withheld`` is empty,
        `NO_CONSENT` or `WITHHELD_CODE` (the turn holds a withheld code as well).
    """
    check_table(turns, TURNS)
    check_table(codings, CODINGS)
    standing = codings[codings["status"] != "rejected"]
    columns = [*TURNS.key, "speaker", "perspective", "text"]
    quotes = standing.merge(turns[columns], on=list(TURNS.key), how="left", validate="m:1", indicator=True)
    _check_places(quotes)
    hidden = set(withheld_codes)
    secret_turns = set(_places(quotes[quotes["code"].isin(hidden)]))
    quotes = quotes[~quotes["code"].isin(hidden)].copy()
    numbers = number_speakers(turns)
    quotes["speaker_number"] = [numbers.get(speaker, 0) for speaker in quotes["speaker"]]
    quotes["withheld"] = [
        WITHHELD_CODE if place in secret_turns else "" if quotable is None or speaker in quotable else NO_CONSENT
        for place, speaker in zip(_places(quotes), quotes["speaker"], strict=True)
    ]
    order = ["perspective", "speaker_number", *CODINGS.key]
    return quotes.astype({"speaker_number": "int64", "withheld": "str"}).sort_values(order, ignore_index=True)[
        [*CODINGS.columns, *_COLUMNS]
    ]


def number_speakers(turns: pd.DataFrame) -> dict[str, int]:
    """Number the participants of each perspective from 1, in an order that says nothing about who or when.

    The order is that of a SHA-256 of the speaker id; the same speakers have the same numbers in every run.

    >>> turns = pd.DataFrame({"speaker": ["m1", "m2", "j1"], "perspective": ["o", "o", "j"], "role": "participant"})
    >>> number_speakers(turns)
    {'j1': 1, 'm2': 1, 'm1': 2}
    """
    spoken = turns[turns["role"] == "participant"].drop_duplicates(["perspective", "speaker"])
    numbers: dict[str, int] = {}
    for _, group in spoken.groupby("perspective"):
        by_hash = sorted((str(s) for s in group["speaker"]), key=lambda s: hashlib.sha256(s.encode()).digest())
        numbers |= {speaker: number for number, speaker in enumerate(by_hash, start=1)}
    return numbers


def spread_quotes(quotes: Sequence[tuple[str, str]], limit: int) -> list[int]:
    """Return the positions of at most `limit` quotes, one of each speaker in turn.

    Parameters
    ----------
    quotes : sequence of (speaker, coding_id)
        The ids settle, as arbitrarily as a hash, which of a speaker's quotes comes first, and which speaker: so the
        order does not tell which quotes are of one speaker.

    Examples
    --------
    One speaker says much, another little:

    >>> spread_quotes([("a", "1"), ("a", "2"), ("a", "3"), ("b", "4")], limit=2)
    [0, 3]
    """
    taken: dict[str, int] = {}
    turns_to_speak: list[tuple[int, str, int]] = []
    for position in sorted(range(len(quotes)), key=lambda at: (quotes[at][1], at)):
        speaker, coding_id = quotes[position]
        taken[speaker] = taken.get(speaker, 0) + 1
        turns_to_speak.append((taken[speaker], coding_id, position))
    return [position for *_, position in sorted(turns_to_speak)[:limit]]


def read_parts(parts: str) -> tuple[tuple[int, int], ...]:
    """Read the column ``parts``; parts that touch or overlap become one.

    >>> read_parts("4:12 25:28")
    ((4, 12), (25, 28))
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted((int(a), int(b)) for a, _, b in (part.partition(":") for part in parts.split())):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def find_window(text: str, start_char: int, end_char: int, *, n_words: int = WINDOW_WORDS) -> Window:
    """Return the window of about `n_words` words around the coded words, whole words only.

    A turn that is hardly longer is shown whole. Where one side runs out of words, the other gets them; a mention
    that is itself longer keeps five words on either side.

    >>> find_window("een twee drie vier vijf zes zeven acht negen tien", 14, 18, n_words=5)
    Window(start_char=4, end_char=27)
    """
    words = _word_bounds(text)
    if len(words) <= n_words * 5 // 4:
        return Window(0, len(text))
    first = next(at for at, (_, end) in enumerate(words) if end > start_char)
    last = max(at for at, (start, _) in enumerate(words) if start < end_char)
    n_coded = last - first + 1
    spare = n_words - n_coded if n_coded < n_words else 10
    before = min(first, max(spare // 2, spare - (len(words) - 1 - last)))
    after = min(len(words) - 1 - last, spare - before)
    return Window(words[first - before][0], words[last + after][1])


def mark_text(text: str, parts: Sequence[tuple[int, int]], window: Window | None = None) -> tuple[Segment, ...]:
    """Cut a turn, or a window on it, into coded and other stretches.

    >>> mark_text("Ze stelt je gerust.", [(3, 8), (12, 18)])
    (Segment(text='Ze ', marked=False), Segment(text='stelt', marked=True), Segment(text=' je ', marked=False),
     Segment(text='gerust', marked=True), Segment(text='.', marked=False))
    """
    at, stop = (0, len(text)) if window is None else (window.start_char, window.end_char)
    segments: list[Segment] = []
    for start, end in parts:
        segments += [Segment(text[at:start], marked=False), Segment(text[start:end], marked=True)]
        at = end
    segments.append(Segment(text[at:stop], marked=False))
    return tuple(segment for segment in segments if segment.text)


def cut_segments(segments: Sequence[Segment], start_char: int, end_char: int) -> tuple[Segment, ...]:
    """Return what of the segments lies between two places in their words.

    >>> cut_segments([Segment("Het is een ", False), Segment("fase", True)], 7, 13)
    (Segment(text='een ', marked=False), Segment(text='fa', marked=True))
    """
    kept, at = [], 0
    for segment in segments:
        text = segment.text[max(0, start_char - at) : max(0, end_char - at)]
        kept += [Segment(text, segment.marked)] * bool(text)
        at += len(segment.text)
    return tuple(kept)


def _word_bounds(text: str) -> list[tuple[int, int]]:
    bounds = []
    at = 0
    for word in text.split():
        at = text.index(word, at)
        bounds.append((at, at + len(word)))
        at += len(word)
    return bounds


def _places(quotes: pd.DataFrame) -> list[tuple[str, int]]:
    return list(zip(quotes["transcript_id"], quotes["turn_index"], strict=True))


def _check_places(quotes: pd.DataFrame) -> None:
    faults = []
    columns = ["transcript_id", "turn_index", "start_char", "end_char", "parts", "text", "_merge"]
    for transcript_id, turn_index, start, end, parts, text, merged in quotes[columns].itertuples(index=False):
        place = f"{transcript_id} turn {turn_index}"
        if merged == "left_only":
            faults.append(Fault("codings", place, "is not in turns; report the transcripts that were coded"))
            continue
        spans = read_parts(parts)
        if not spans or spans[0][0] != start or spans[-1][1] != end or not 0 <= start < end <= len(text):
            what = (
                f"parts {parts or 'nowhere'} do not run from {start} to {end} within {len(text)} characters; code again"
            )
            faults.append(Fault("codings", place, what))
    if faults:
        raise TableError(faults)
