"""Find what speech recognition tends to make up: loops of the same words, and the credits of subtitles.

The lists are what people report of Whisper on Dutch recordings: at silence it gives what its training data, subtitled
videos, have there. To add a line: see it in a report about silence, and ask whether anyone would say it in a
conversation. Nobody: `_CREDITS`. Only as the start of a sentence: `_OPENERS`. People do, now and then: `_GOODBYES`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from perspectieven.errors import Fault
from perspectieven.reading.source import Utterance

SILENCE_S = 2.0
"""Seconds without words beside a sentence, from which a goodbye to viewers is taken for made up."""

LONGEST_LOOP = 60
"""Words: the longest stretch whose repetition is looked for; about one segment of a recogniser."""

# Words are in lower case, with one space for all that stands between them.
_OF_AMARA = r"(?:(?: \w+){0,3}? amara org)?"
_CREDITS = re.compile(
    r"\b(?:"
    r"amara org"
    r"|ondertitels ingediend door"
    r"|(?:tv|omroep) gelderland 20\d\d"
    r"|ondertitel(?:s|d|ing) (?:door )?(?:tv|omroep) gelderland"
    r"|www (?:mooji org|multi moto eu|alimmenta com)|soustitreur com"
    r"|untertitel(?:ung)? (?:im auftrag des(?: \w+)?(?: für funk)?(?: 20\d\d)?|aufgrund der|von stephanie geiges)"
    r"|(?:wdr|swr|ndr) 20\d\d"
    r"|sous titrage (?:st|mfp|société radio)|sous titres réalisés par"
    r"|sottotitoli (?:e revisione )?a cura di"
    r"|subtítulos (?:realizados|por la comunidad)|legendas pela comunidade|napisy stworzone przez"
    r"|transcription by (?:eso|castingwords)|transcription outsourcing llc"
    r"|редактор субтитров|субтитры (?:сделал|создавал)"
    r"|ご視聴ありがとうございました"
    rf"){_OF_AMARA}\b"
)
_OPENERS = re.compile(
    r"\b(?:"
    r"ondertitel(?:s|d|ing|ingen) (?:(?:gemaakt |verzorgd |mogelijk gemaakt )?door|npo|nos|vrt|rtl|bnn\w*|nederland)"
    r"|(?:dutch )?subtitles by|subtitled by|captions by|closed captioning|untertitel von|sous titres par"
    rf"){_OF_AMARA}\b"
)
_THANKS = r"(?:bedankt|dank (?:je|u|jullie) ?wel|dankjewel|dankuwel|dank)"
_TO_THEM = r"(?: (?:allemaal|iedereen))?"
_GOODBYES = re.compile(
    r"\b(?:"
    rf"(?:(?:heel erg|hartelijk|heel) )?{_THANKS}{_TO_THEM} voor (?:het|jullie|uw) (?:kijken|bekijken|luisteren)"
    r"(?: naar (?:deze|de|mijn|onze) (?:video|film|aflevering|uitzending|podcast))?(?: en tot (?:de )?volgende keer)?"
    rf"|{_THANKS} om te (?:kijken|luisteren)(?: naar deze video)?"
    r"|voor het kijken"
    r"|(?:tot|zie je|tot ziens) (?:in |bij )?(?:de|een) volgende (?:video|aflevering|uitzending)"
    r"|vergeet niet (?:om )?te (?:abonneren|liken)|vergeet niet (?:om )?je te abonneren"
    r"|abonneer je (?:nu )?op (?:het|mijn|ons|dit) kanaal|like en abonneer"
    r"|thank(?:s| you)(?: so much| very much)? for watching|(?:please )?(?:like and )?subscribe"
    r"|see you in the next video"
    r"|(?:vielen dank|danke) fürs zuschauen|merci d avoir regardé(?: cette vidéo)?"
    r")\b"
)

_WORD = re.compile(r"\w+")
_MARK, _SPACE = re.compile("[.?!…]"), re.compile(r"\s")
_CHECK = "listen there, and correct or remove what nobody said"


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    utterance: int
    opens_sentence: bool


def find_hallucinations(utterances: Sequence[Utterance], name: str) -> tuple[Fault, ...]:
    """Find the loops and credits that a speech recogniser puts where it hears nothing it knows.

    A loop is the same stretch of at most `LONGEST_LOOP` words, four times in a row and ten words in all or more, or
    three times and 24 words or more; a person who says "ja, ja, ja, ja" makes none. A credit is the line of a
    subtitler or broadcaster; a goodbye to viewers counts if it stands alone in an utterance, or beside a silence of
    `SILENCE_S` or the edge of the recording. Both may go on over several utterances.

    Parameters
    ----------
    utterances : sequence of Utterance
        In the order of the recording. The smaller they are (cues, segments), the more exact the times that are given.
    name : str
        Name of the file, for `Fault.where`.

    Returns
    -------
    tuple of Fault
        In order; the place is the time (or the utterance, counted from 1, where there are no times), and what is there
        is told with its count and without its words.

    Examples
    --------
    >>> said = [Utterance("Moeder", "Dat hoort erbij.", 0.0, 3.0), Utterance("Moeder", "TV GELDERLAND 2021", 3.0, 33.0)]
    >>> print(find_hallucinations(said, "gesprek.json")[0].place)
    00:00:03-00:00:33
    """
    words = tuple(_iter_words(utterances))
    found = [
        (words[first].utterance, words[end - 1].utterance, _describe_loop(length, (end - first) // length))
        for first, end, length in _find_loops([word.text for word in words])
    ]
    credits = _without_overlap(sorted(_find_credits(words, utterances)))
    for first, last, n in _join_neighbours([(words[a].utterance, words[b - 1].utterance) for a, b in credits]):
        what = f"the credit or goodbye of a subtitled video, {n:,} time{'s' if n > 1 else ''}"
        found.append((first, last, what))
    return tuple(
        Fault(name, _place(utterances, first, last), f"{what}, likely made up by the recogniser; {_CHECK}")
        for first, last, what in sorted(found)
    )


def describe_time(start_s: float | None, end_s: float | None) -> str:
    """Tell when something is said, in hours, minutes and seconds; nothing where that is not known.

    Examples
    --------
    >>> describe_time(61.2, 3662.9), describe_time(61.2, None), describe_time(None, None)
    ('00:01:01-01:01:02', '00:01:01', '')
    """
    return "-".join(_clock(seconds) for seconds in (start_s, end_s) if seconds is not None)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"


def _place(utterances: Sequence[Utterance], first: int, last: int) -> str:
    numbers = f"utterance {first + 1}" if first == last else f"utterances {first + 1}-{last + 1}"
    return describe_time(utterances[first].start_s, utterances[last].end_s) or numbers


def _describe_loop(length: int, times: int) -> str:
    return f"the same {'word' if length == 1 else f'{length} words'} {times:,} times in a row"


def _iter_words(utterances: Sequence[Utterance]) -> Iterator[_Word]:
    for number, utterance in enumerate(utterances):
        end = None
        for match in _WORD.finditer(utterance.text):
            opens = end is None or _ends_sentence(utterance.text[end : match.start()])
            yield _Word(match.group().casefold(), number, opens)
            end = match.end()


def _ends_sentence(between: str) -> bool:
    """Tell whether a sentence ends in what stands between two words."""
    if between == " ":
        return False
    mark = _MARK.search(between)
    return "\n" in between or (mark is not None and _SPACE.search(between, mark.end()) is not None)


def _find_loops(words: Sequence[str]) -> list[tuple[int, int, int]]:
    """Give the first word of each loop, the word after it, and how many words come back."""
    numbering: defaultdict[str, int] = defaultdict(lambda: len(numbering))
    numbers = np.fromiter((numbering[word] for word in words), np.int64, len(words))
    taken = np.zeros(len(words), np.bool_)
    loops = []
    for length in range(1, min(LONGEST_LOOP, len(words) // 3) + 1):
        same = np.concatenate(([False], numbers[length:] == numbers[:-length], [False]))
        edges = np.flatnonzero(same[1:] != same[:-1])
        firsts, ends = edges[::2], edges[1::2] + length
        n_words = (ends - firsts) // length * length
        long = ((n_words >= 4 * length) & (n_words >= 10)) | ((n_words >= 3 * length) & (n_words >= 24))
        for first, end in zip(firsts[long].tolist(), ends[long].tolist(), strict=True):
            if not taken[first:end].any():
                taken[first:end] = True
                loops.append((first, end, length))
    return loops


def _find_credits(words: Sequence[_Word], utterances: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Give the first word of each credit and of each goodbye at a silence, and the word after it."""
    text = " ".join(word.text for word in words)
    at_char = np.cumsum([0, *(len(word.text) + 1 for word in words)])
    for pattern in (_CREDITS, _OPENERS, _GOODBYES):
        for match in pattern.finditer(text):
            first = int(np.searchsorted(at_char, match.start(), side="right")) - 1
            end = int(np.searchsorted(at_char, match.end()))
            opens = words[first].opens_sentence
            closes = end == len(words) or words[end].opens_sentence
            at_silence = pattern is _GOODBYES and closes and _is_at_silence(words, first, end, utterances)
            if pattern is _CREDITS or (opens and (pattern is _OPENERS or at_silence)):
                yield first, end


def _without_overlap(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for first, end in spans:
        if not kept or first >= kept[-1][1]:
            kept.append((first, end))
    return kept


def _is_at_silence(words: Sequence[_Word], first: int, end: int, utterances: Sequence[Utterance]) -> bool:
    before = _silence_s(words, first, utterances)
    after = _silence_s(words, end, utterances)
    if before is None or after is None:
        return max(before or 0, after or 0) >= SILENCE_S
    return True


def _silence_s(words: Sequence[_Word], at: int, utterances: Sequence[Utterance]) -> float | None:
    """Give the silence before a word, in seconds; None if it goes on with the utterance of the word before it."""
    if at in (0, len(words)):
        return float("inf")
    earlier, later = words[at - 1].utterance, words[at].utterance
    if earlier == later:
        return None
    end_s, start_s = utterances[earlier].end_s, utterances[later].start_s
    return start_s - end_s if start_s is not None and end_s is not None else 0.0


def _join_neighbours(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Join spans of utterances that are the same or follow each other: the first, the last, and how many spans."""
    run: list[tuple[int, int]] = []
    for span in spans:
        if run and span[0] > run[-1][1] + 1:
            yield run[0][0], run[-1][1], len(run)
            run = []
        run.append(span)
    if run:
        yield run[0][0], run[-1][1], len(run)
