"""Find who speaks in lines of text: one style of speaker label per file, decided from all its lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from perspectieven.reading.label_styles import F4_TIME, STYLES, TIME_ALONE, parse_seconds
from perspectieven.reading.label_words import CODE, KNOWN_SPEAKER, METADATA, looks_like_label
from perspectieven.reading.paragraphs import join_lines, without_bullet
from perspectieven.reading.source import Source, Utterance, as_document

_LONG_FRONT, _LONG_TURN = 200, 400
"""Words: more front matter than this, or longer turns on average, make labels doubtful."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.?!…:;\"'”\u2019)\]\u2013-]\s*$")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    paragraph: int
    opens_paragraph: bool
    after_sentence: bool
    after_space: bool


@dataclass(frozen=True, slots=True)
class _Opening:
    """A line that may open a turn."""

    at: int
    label: str
    text: str
    start_s: float | None
    end_s: float | None


def find_turns(paragraphs: Sequence[str]) -> Source:
    r"""Read paragraphs as turns, if they carry speaker labels, and as a document if they do not.

    Which lines open a turn is decided per file: the style with the most labels that repeat wins. After that a label
    counts if it repeats, names a role ("Moeder", "R1"), or has the shape of the others and cannot be an ordinary word.

    Parameters
    ----------
    paragraphs : sequence of str
        Wrapped lines inside a paragraph are separated by ``\n``. An empty paragraph says that there is white space
        on the page; in minutes that set their turns apart in this way, what follows without a label is no speech.

    Returns
    -------
    Source
        Wrapped lines are joined with a space, the paragraphs of one turn with a newline.

    Examples
    --------
    >>> source = find_turns(["Interviewer: Hoe gaat het?", "Moeder: Beter. Let wel:", "Kijk: het blijft\nspannend."])
    >>> source.utterances[1].text
    'Beter. Let wel:\nKijk: het blijft spannend.'
    >>> find_turns(["Verslag", "Er is gesproken."]).utterances[0].label
    'document'
    """
    lines = list(_iter_lines(paragraphs))
    style, openings = max(((style, _find_openings(lines, style)) for style in STYLES), key=lambda found: len(found[1]))
    if not openings:
        return as_document(join_lines(without_bullet(paragraph).split("\n")) for paragraph in paragraphs)
    unspoken = lines[: openings[0].at]
    said: list[Utterance] = []
    ends = [opening.at for opening in openings[1:]] + [len(lines)]
    spaced = style == "minutes" and _space_ends_turns(lines, openings)
    for opening, end in zip(openings, ends, strict=True):
        stop = next((at for at in range(opening.at + 1, end) if spaced and lines[at].after_space), end)
        first = replace(lines[opening.at], text=opening.text)
        unspoken += lines[stop:end]
        said += _make_utterance(opening, _join_paragraphs([first, *lines[opening.at + 1 : stop]]))
    return Source(tuple(said), tuple(_join_paragraphs(unspoken)))


def find_labels(lines: Sequence[str]) -> frozenset[str]:
    """Find the names before a colon that are speakers, in the cues of a caption file.

    Examples
    --------
    >>> sorted(find_labels(["Sanne: Hoi", "Noor: Dag", "Kijk: een vogel", "Sanne: Ja"]))
    ['Noor', 'Sanne']
    """
    return frozenset(opening.label for opening in _find_openings(list(_iter_lines(lines)), "colon"))


def _iter_lines(paragraphs: Sequence[str]) -> Iterator[_Line]:
    ended, space, time = True, False, ""
    for number, paragraph in enumerate(paragraphs):
        for position, text in enumerate(paragraph.split("\n") if paragraph else ()):
            if TIME_ALONE.fullmatch(text):
                time = f"{text.strip()} "
                continue
            yield _Line(time + text, number, position == 0 or bool(time), ended, space)
            ended, space, time = bool(_SENTENCE_END.search(text)), False, ""
        space = space or not paragraph
    if time:
        yield _Line(time, len(paragraphs), opens_paragraph=True, after_sentence=ended, after_space=space)


def _find_openings(lines: Sequence[_Line], style: str) -> list[_Opening]:
    """Return the lines that open a turn in one style; none if the file is not written in it."""
    first = _after_metadata(lines) if style == "colon" else 0
    found = [opening for at in range(first, len(lines)) if (opening := _match(lines[at].text, at, style))]
    accepted = _accept_labels(found, lines, style)
    openings = [o for o in found if o.label in accepted and (style != "minutes" or _stands_apart(lines[o.at]))]
    return openings if _is_conversation(openings, lines, style) else []


def _match(text: str, at: int, style: str) -> _Opening | None:
    match = STYLES[style].match(text)
    if match is None:
        return None
    groups = match.groupdict()
    label = " ".join(groups["label"].split()).rstrip(" *_")
    if style != "minutes" and not looks_like_label(label):
        return None
    start, end = (groups.get("before") or groups.get("after"), groups.get("before_end") or groups.get("after_end"))
    return _Opening(
        at, label, groups["text"] or "", parse_seconds(start) if start else None, parse_seconds(end) if end else None
    )


def _accept_labels(found: Sequence[_Opening], lines: Sequence[_Line], style: str) -> frozenset[str]:
    counts = Counter(opening.label for opening in found)
    if style == "minutes":
        return frozenset(counts) if len(found) >= 3 and max(counts.values()) > 1 else frozenset()
    if not found:
        return frozenset()
    words = {word for line in lines for word in _WORD.findall(line.text)}
    sure = {
        label
        for label, n in counts.items()
        if _is_known(label) or n > 2 or (n == 2 and _first_word(label) not in words)
    }
    if style.startswith("stamp"):
        return frozenset(counts) if sure else frozenset()
    opened = {opening.at for opening in found}
    if not sure:
        every_paragraph = all(at in opened for at, line in enumerate(lines) if line.opens_paragraph)
        return frozenset(counts) if len(found) > 1 and every_paragraph else frozenset()
    wrapped = len(found) < 0.8 * len(lines)
    once = [o for o in found if o.label not in sure and (not wrapped or _stands_apart(lines[o.at]))]
    alike = [opening.label for opening in once if _is_alike(opening, found, sure, words)]
    return frozenset(sure.union(alike) if len(alike) <= sum(counts[label] for label in sure) else sure)


def _is_alike(opening: _Opening, found: Sequence[_Opening], sure: set[str], words: set[str]) -> bool:
    """Tell whether a label seen once has the shape of the sure labels, and is no ordinary word of this file."""
    others = [o for o in found if o.label in sure]
    if others and all(o.start_s is not None for o in others):
        return opening.start_s is not None
    if CODE.fullmatch(opening.label):
        return any(CODE.fullmatch(label) for label in sure)
    return _first_word(opening.label) not in words


def _is_known(label: str) -> bool:
    return bool(KNOWN_SPEAKER.fullmatch(label) or KNOWN_SPEAKER.fullmatch(label.split()[0]))


def _first_word(label: str) -> str:
    return label.split()[0].lower()


def _is_conversation(openings: Sequence[_Opening], lines: Sequence[_Line], style: str) -> bool:
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


def _space_ends_turns(lines: Sequence[_Line], openings: Sequence[_Opening]) -> bool:
    """Tell whether this file keeps white space for where a turn ends, and not for paragraphs inside a turn."""
    opened = {opening.at for opening in openings}
    inside = [line.after_space for at, line in enumerate(lines) if line.opens_paragraph and at not in opened]
    share = sum(lines[at].after_space for at in opened) / len(opened)
    return len(opened) >= 10 and share >= 0.9 and inside.count(False) >= max(3, inside.count(True) / 2)


def _count_words(lines: Sequence[_Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _after_metadata(lines: Sequence[_Line]) -> int:
    """Return the line after the last paragraph with "Datum: ..." and the like, before the first finished sentence."""
    last = -1
    for line in lines:
        if re.search(r"[.?!]\s*$", line.text):
            break
        if METADATA.match(line.text):
            last = line.paragraph
    return next((at for at, line in enumerate(lines) if line.paragraph > last), len(lines))


def _stands_apart(line: _Line) -> bool:
    return line.opens_paragraph or line.after_sentence


def _make_utterance(opening: _Opening, paragraphs: Sequence[str]) -> list[Utterance]:
    """Make an utterance if there are words; f4transkript's times leave the text, and the last one is its end."""
    text = "\n".join(paragraphs)
    times = F4_TIME.findall(text)
    text = F4_TIME.sub("", text).strip()
    end_s = parse_seconds(times[-1].replace("-", ".")) if times else opening.end_s
    return [Utterance(opening.label, text, opening.start_s, end_s)] if text else []


def _join_paragraphs(lines: Sequence[_Line]) -> list[str]:
    by_paragraph: dict[int, list[str]] = {}
    for line in lines:
        by_paragraph.setdefault(line.paragraph, []).append(line.text)
    return [text for group in by_paragraph.values() if (text := join_lines([without_bullet(group[0]), *group[1:]]))]
