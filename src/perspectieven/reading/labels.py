"""Find who speaks in lines of text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from perspectieven.errors import Fault
from perspectieven.reading.emphasis import plain
from perspectieven.reading.guides import find_questions, find_unasked
from perspectieven.reading.label_styles import STYLES, take_times
from perspectieven.reading.notices import is_notice
from perspectieven.reading.openings import Line, Opening, find_openings, iter_lines
from perspectieven.reading.paragraphs import join_lines, without_bullet
from perspectieven.reading.source import Source, Utterance, as_document


def find_turns(paragraphs: Sequence[str], name: str = "") -> Source:
    r"""Read paragraphs as turns, if they carry speaker labels, and as a document if they do not.

    Which lines open a turn is decided per file: the style with the most labels that repeat wins. After that a label
    counts if it repeats, names a role ("Moeder", "R1"), or has the shape of the others and cannot be an ordinary word.

    Parameters
    ----------
    paragraphs : sequence of str
        Wrapped lines inside a paragraph are separated by ``\n``. An empty paragraph says that there is white space
        on the page; in minutes that set their turns apart in this way, what follows without a label is no speech.
        They may carry the marks of `emphasis`.
    name : str
        Name of the file, for remarks.

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
    lines = list(iter_lines(paragraphs))
    style, openings = max(((style, find_openings(lines, style)) for style in STYLES), key=lambda found: len(found[1]))
    if not openings:
        return _without_labels(paragraphs, name)
    unspoken = lines[: openings[0].at]
    said: list[Utterance] = []
    ends = [opening.at for opening in openings[1:]] + [len(lines)]
    spaced = style == "minutes" and _space_ends_turns(lines, openings)
    for opening, end in zip(openings, ends, strict=True):
        stop = next((at for at in range(opening.at + 1, end) if spaced and lines[at].after_space), end)
        first = replace(lines[opening.at], text=opening.text)
        turn = [first, *(line for line in lines[opening.at + 1 : stop] if not is_notice(line.text))]
        unspoken += [line for line in lines[opening.at + 1 : stop] if is_notice(line.text)]
        unspoken += lines[stop:end]
        said += _make_utterance(opening, _join_paragraphs(turn))
    return Source(tuple(said), tuple(_join_paragraphs(unspoken)), tuple(_find_guessed(style, openings, name)))


def find_labels(lines: Sequence[str]) -> frozenset[str]:
    """Find the names before a colon that are speakers, in the cues of a caption file.

    Examples
    --------
    >>> sorted(find_labels(["Sanne: Hoi", "Noor: Dag", "Kijk: een vogel", "Sanne: Ja"]))
    ['Noor', 'Sanne']
    """
    return frozenset(opening.label for opening in find_openings(list(iter_lines(lines)), "colon"))


def _without_labels(paragraphs: Sequence[str], name: str) -> Source:
    """Read a text that names nobody: as questions and answers if its layout tells these, else as a document."""
    source = find_questions(paragraphs, name)
    if source is None:
        source = as_document(join_lines(without_bullet(plain(paragraph)).split("\n")) for paragraph in paragraphs)
        source = replace(source, remarks=find_unasked(source, name))
    return source


def _find_guessed(style: str, openings: Sequence[Opening], name: str) -> Iterator[Fault]:
    """Tell what was taken for a label without the usual sign of one."""
    if style == "dash":
        n_labels = len({opening.label for opening in openings})
        what = (
            f"{len(openings):,} lines open with one of {n_labels} names and a dash, which are taken for who speaks;"
            " look at them, or write a colon behind each name"
        )
        yield Fault(name, "", what)


def _space_ends_turns(lines: Sequence[Line], openings: Sequence[Opening]) -> bool:
    """Tell whether this file keeps white space for where a turn ends, and not for paragraphs inside a turn."""
    opened = {opening.at for opening in openings}
    inside = [line.after_space for at, line in enumerate(lines) if line.opens_paragraph and at not in opened]
    share = sum(lines[at].after_space for at in opened) / len(opened)
    return len(opened) >= 10 and share >= 0.9 and inside.count(False) >= max(3, inside.count(True) / 2)


def _make_utterance(opening: Opening, paragraphs: Sequence[str]) -> list[Utterance]:
    """Make an utterance if there are words; the times that stand between them leave the text."""
    text, start_s, end_s = take_times("\n".join(paragraphs))
    if not text:
        return []
    start_s = start_s if opening.start_s is None else opening.start_s
    return [Utterance(opening.label, text, start_s, opening.end_s if end_s is None else end_s)]


def _join_paragraphs(lines: Sequence[Line]) -> list[str]:
    by_paragraph: dict[int, list[str]] = {}
    for line in lines:
        by_paragraph.setdefault(line.paragraph, []).append(line.text)
    return [text for group in by_paragraph.values() if (text := join_lines([without_bullet(group[0]), *group[1:]]))]
