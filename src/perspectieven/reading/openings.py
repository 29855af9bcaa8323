"""Find the lines that open a turn: one style of speaker label per file, decided from all its lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from perspectieven.reading.emphasis import plain
from perspectieven.reading.label_styles import STYLES, TIME_ALONE, parse_seconds
from perspectieven.reading.label_words import CALENDAR, CODE, KNOWN_SPEAKER, METADATA, looks_like_label

_LONG_FRONT, _LONG_TURN = 200, 400
"""Words: more front matter than this, or longer turns on average, make labels doubtful."""
_MOST_LETTERS = 3
"""Labels of one letter before a tab; more are the letters of a list."""
_MOST_WORDS = 2
"""Words of a label without a colon that occurs once; more are a heading."""
_FEWEST_EACH, _TAKE_TURNS = 3, 0.7
"""Before a dash: how often a label comes at least, on average, and the share of lines whose label is not the last."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.?!…:;\"'”\u2019)\]\u2013-]\s*$")
_TO_THE_SECOND = re.compile(r"\d:\d{1,2}:\d")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, and where it stands.

    Attributes
    ----------
    marked : str
        With the marks of `emphasis`.
    text : str
        Without them.
    paragraph : int
        Number of its paragraph.
    opens_paragraph, after_sentence, after_space : bool
        Whether it is the first of its paragraph, whether the line before ends a sentence, and whether white space
        stands between them.
    """

    marked: str
    text: str
    paragraph: int
    opens_paragraph: bool
    after_sentence: bool
    after_space: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may open a turn, by its number."""

    at: int
    label: str
    text: str
    start_s: float | None
    end_s: float | None


def iter_lines(paragraphs: Sequence[str]) -> Iterator[Line]:
    """Give the lines of paragraphs; a time that stands alone on a line is put before the next."""
    ended, space, time = True, False, ""
    for number, paragraph in enumerate(paragraphs):
        for position, marked in enumerate(paragraph.split("\n") if paragraph else ()):
            text = plain(marked)
            if TIME_ALONE.fullmatch(text):
                time = f"{text.strip()} "
                continue
            yield Line(time + marked, time + text, number, position == 0 or bool(time), ended, space)
            ended, space, time = bool(_SENTENCE_END.search(text)), False, ""
        space = space or not paragraph
    if time:
        yield Line(time, time, len(paragraphs), opens_paragraph=True, after_sentence=ended, after_space=space)


def find_openings(lines: Sequence[Line], style: str) -> list[Opening]:
    """Return the lines that open a turn in one style; none if the file is not written in it."""
    first = _after_metadata(lines) if style == "colon" else 0
    found = [opening for at in range(first, len(lines)) if (opening := _match(lines[at], at, style))]
    accepted = _accept_labels(found, lines, style)
    openings = [o for o in found if o.label in accepted and (style != "minutes" or _stands_apart(lines[o.at]))]
    return openings if _is_conversation(openings, lines, style) else []


def _match(line: Line, at: int, style: str) -> Opening | None:
    match = STYLES[style].match(line.marked if style == "set apart" else line.text)
    if match is None:
        return None
    groups = match.groupdict()
    label = " ".join(groups["label"].split()).rstrip(" *_")
    if style != "minutes" and not looks_like_label(label):
        return None
    start, end = (groups.get("before") or groups.get("after"), groups.get("before_end") or groups.get("after_end"))
    start_s, end_s = parse_seconds(start) if start else None, parse_seconds(end) if end else None
    return Opening(at, label, plain(groups["text"] or ""), start_s, end_s)


def _accept_labels(found: Sequence[Opening], lines: Sequence[Line], style: str) -> frozenset[str]:
    counts = Counter(opening.label for opening in found)
    if not found:
        return frozenset()
    if style == "dash":
        return _accept_before_dash(found, lines)
    if style == "minutes":
        return frozenset(counts) if len(found) >= 3 and max(counts.values()) > 1 else frozenset()
    words = {word for line in lines for word in _WORD.findall(line.text)}
    sure = {
        label
        for label, n in counts.items()
        if _is_known(label) or n > 2 or (n == 2 and _first_word(label) not in words)
    }
    if style == "tab" and sum(len(label) == 1 for label in counts) > _MOST_LETTERS:
        return frozenset()
    if style.startswith("stamp"):
        return frozenset(counts) if sure or _has_text_and_seconds(found, lines) else frozenset()
    if style in ("set apart", "alone"):
        return _accept_alone(found, sure, lines, style)
    opened = {opening.at for opening in found}
    if not sure:
        every_paragraph = all(at in opened for at, line in enumerate(lines) if line.opens_paragraph)
        return frozenset(counts) if len(found) > 1 and every_paragraph else frozenset()
    wrapped = len(found) < 0.8 * len(lines)
    once = [o for o in found if o.label not in sure and (not wrapped or _stands_apart(lines[o.at]))]
    others = [opening for opening in found if opening.label in sure]
    shape = (all(one.start_s is not None for one in others), any(CODE.fullmatch(label) for label in sure))
    alike = [opening.label for opening in once if _is_alike(opening, shape, words)]
    return frozenset(sure.union(alike) if len(alike) <= sum(counts[label] for label in sure) else sure)


def _accept_alone(found: Sequence[Opening], sure: set[str], lines: Sequence[Line], style: str) -> frozenset[str]:
    """Accept labels without a colon or a time: two or more of them, over text, of which some come back or are roles.

    What stands before the first of those is a title. Where nothing sets them apart they must be roles or codes, unless
    such lines open all paragraphs.
    """
    first = next((opening.at for opening in found if opening.label in sure), len(lines))
    found = [opening for opening in found if opening.at >= first]
    opened = {opening.at for opening in found}
    if all(at in opened for at, line in enumerate(lines) if line.opens_paragraph and at >= first):
        labels = {opening.label for opening in found}
    elif style == "alone":
        labels = {label for label in sure if KNOWN_SPEAKER.fullmatch(label) or CODE.fullmatch(label)}
    else:
        words = {word for line in lines for word in _WORD.findall(line.text)}
        short = {opening.label for opening in found if len(opening.label.split()) <= _MOST_WORDS}
        once = {label for label in short - sure if _first_word(label) not in words}
        labels = sure | once if len(sure) > 1 and len(once) <= len(sure) else sure
    openings = [opening for opening in found if opening.label in labels]
    empty = sum(not o.text and (o.at + 1 == len(lines) or o.at + 1 in opened) for o in openings)
    return frozenset(labels) if len(labels) > 1 and empty <= len(openings) / 4 else frozenset()


def _accept_before_dash(found: Sequence[Opening], lines: Sequence[Line]) -> frozenset[str]:
    """Accept labels before a dash only where nothing else can stand there: people who answer each other.

    From the first on, each paragraph opens with one; each comes back, they take turns, and none is an ordinary word of
    this file, a day or a month. One of them is a role or a code, or some of what they say is a question: a list of
    strong and weak points asks nothing.
    """
    counts = Counter(opening.label for opening in found)
    opened = {opening.at for opening in found}
    after = [(at, line) for at, line in enumerate(lines) if found and at >= found[0].at]
    words = {word for line in lines for word in _WORD.findall(line.text)}
    n_turns = sum(a.label != b.label for a, b in pairwise(found))
    are_people = (
        1 < len(counts) <= len(found) / _FEWEST_EACH
        and min(counts.values()) > 1
        and all(at in opened for at, line in after if line.opens_paragraph)
        and n_turns >= _TAKE_TURNS * (len(found) - 1)
        and not any(CALENDAR.match(label) or _first_word(label) in words for label in counts)
    )
    n_asked = sum("?" in opening.text for opening in found)
    return frozenset(counts) if are_people and (n_asked > 1 or any(map(_is_known, counts))) else frozenset()


def _has_text_and_seconds(found: Sequence[Opening], lines: Sequence[Line]) -> bool:
    """Tell whether times to the second stand over text, which no agenda has."""
    opened = {opening.at for opening in found}
    over_text = all(o.at + 1 < len(lines) and o.at + 1 not in opened for o in found)
    exact = all(o.end_s is not None or _TO_THE_SECOND.search(lines[o.at].text) for o in found)
    return len(found) > 1 and over_text and exact


def _is_alike(opening: Opening, shape: tuple[bool, bool], words: set[str]) -> bool:
    """Tell whether a label seen once has the shape of the sure labels, and is no ordinary word of this file.

    The shape is whether all of those have a time, and whether there are codes among them.
    """
    are_timed, has_codes = shape
    if are_timed:
        return opening.start_s is not None
    if CODE.fullmatch(opening.label):
        return has_codes
    return _first_word(opening.label) not in words


def _is_known(label: str) -> bool:
    return bool(KNOWN_SPEAKER.fullmatch(label) or KNOWN_SPEAKER.fullmatch(label.split()[0]))


def _first_word(label: str) -> str:
    return label.split()[0].lower()


def _is_conversation(openings: Sequence[Opening], lines: Sequence[Line], style: str) -> bool:
    """Tell whether the labels carry the text: it stands right behind them, or they come often enough."""
    if not openings or (len(openings) == 1 and (openings[0].at > 0 or style in ("stamp", "stamp first", "tab"))):
        return False
    before, after = lines[: openings[0].at], lines[openings[0].at :]
    opened = {lines[opening.at].paragraph for opening in openings}
    n_after = _count_words(after)
    behind = 2 * _count_words([line for line in after if line.paragraph in opened]) >= n_after
    alone = 2 * sum(not opening.text for opening in openings) > len(openings)
    often = len(openings) > 1 and n_after < _LONG_TURN * len(openings)
    return (behind or alone or often) and _count_words(before) < max(n_after, _LONG_FRONT)


def _count_words(lines: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _after_metadata(lines: Sequence[Line]) -> int:
    """Return the line after the last paragraph with "Datum: ..." and the like, before the first finished sentence."""
    last = -1
    for line in lines:
        if re.search(r"[.?!]\s*$", line.text):
            break
        if METADATA.match(line.text):
            last = line.paragraph
    return next((at for at, line in enumerate(lines) if line.paragraph > last), len(lines))


def _stands_apart(line: Line) -> bool:
    return line.opens_paragraph or line.after_sentence
