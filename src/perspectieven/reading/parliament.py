"""Read proceedings of parliament (.xml): Handelingen as published, PoliticalMashup, and ParlaMint.

To add a format: write ``_iter_<format>(root)``, which gives what was said and what was not in the order of the file,
and name its root in `_find_format`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.encoding import clean_text
from perspectieven.reading.markup import local_name, parse_markup
from perspectieven.reading.paragraphs import join_lines
from perspectieven.reading.source import UNKNOWN, Source, Utterance, read_bytes

_REPAIR = "download it again"
_BEFORE_XML = re.compile(rb"(?:\s|\xef\xbb\xbf|\xc3\xaf\xc2\xbb\xc2\xbf)*")
"""Blank lines and the mark of UTF-8, also one that was itself encoded again."""
_BEFORE, _AFTER = re.compile(r" +(?=[),.;:!?\]])"), re.compile(r"(?<=[(\[]) +")
_PARAGRAPHS = frozenset({"al", "li", "titel", "subtitel", "item-titel", "nr", "tussenkop", "entry"})
_NO_WORDS = frozenset({"metadata", "meta", "docinfo", "teiHeader"})
_STAGE = re.compile(r"(?:De (?:\w+ )?(?:vergadering|beraadslaging)|Overeenkomstig|Voorzitter:)")
"""What the minutes themselves say where the chair could be speaking."""
_ATTRIBUTE = "{http://www.politicalmashup.nl}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TEI_ASIDE = frozenset({"note", "vocal", "kinesic", "incident", "gap", "writing", "pause"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph, with who says it, or None."""

    label: str | None
    text: str = field(repr=False)
    speech: int = 0
    guessed: bool = False


def read_parliament(path: Path) -> Source:
    """Read proceedings: one utterance per speech, with the speaker as the source names them.

    Headings, motions, votes and what the minutes say themselves are unspoken. What the chair goes on to say after a
    motion stands without a name in the Handelingen; it is given to the chair, and counted in the remarks.

    Raises
    ------
    TranscriptError
        If it is not sound XML, or XML of another kind.
    """
    root = parse_markup(_BEFORE_XML.sub(b"", read_bytes(path), count=1), path, repair=_REPAIR)
    iter_pieces = _find_format(root)
    if iter_pieces is None:
        name = local_name(root)
        known = name if re.fullmatch(r"[A-Za-z][\w.-]{0,40}", name) else "unnamed"
        what = (
            f'is XML of another kind (its root is "{known}"); readable are the Handelingen of'
            " officielebekendmakingen.nl (handelingen in officiele-publicatie), of PoliticalMashup (proceedings in"
            " root), and ParlaMint (u in TEI); save its text as .txt or .docx"
        )
        raise TranscriptError(Fault(path.name, "", what))
    pieces = tuple(piece for piece in iter_pieces(root) if piece.text)
    return Source(
        _join_speeches(pieces),
        tuple(piece.text for piece in pieces if piece.label is None),
        tuple(_iter_remarks(path, pieces)),
    )


def _find_format(root: Element) -> Callable[[Element], Iterator[_Piece]] | None:
    name = local_name(root)
    within = {local_name(element) for element in root.iter()}
    if name in ("officiele-publicatie", "handelingen") and "spreekbeurt" in within | {name}:
        return _iter_published
    if name in ("root", "proceedings") and "proceedings" in within:
        return _iter_mashup
    if name in ("TEI", "teiCorpus") and "u" in within:
        return _iter_tei
    return None


def _iter_remarks(path: Path, pieces: Iterable[_Piece]) -> Iterator[Fault]:
    if n_guessed := sum(piece.guessed for piece in pieces):
        what = f"{n_guessed} paragraphs without a name follow a motion and are given to the chair; look at them"
        yield Fault(path.name, "", what)
    if n_unknown := len({piece.speech for piece in pieces if piece.label == UNKNOWN}):
        yield Fault(path.name, "", f'{n_unknown} speeches name no speaker; their label is "{UNKNOWN}"')


def _join_speeches(pieces: Iterable[_Piece]) -> tuple[Utterance, ...]:
    """Make one utterance of a speech, and of speeches by one speaker with nothing between them."""
    said: list[tuple[str, int, list[str]]] = []
    is_open = False
    for piece in pieces:
        if piece.label is None:
            is_open = False
            continue
        last = said[-1] if said else None
        if last and last[0] == piece.label and (is_open or last[1] == piece.speech):
            last[2].append(piece.text)
        else:
            said.append((piece.label, piece.speech, [piece.text]))
        is_open = True
    return tuple(Utterance(label, "\n".join(texts)) for label, _, texts in said)


def _text_of(element: Element, *, aside: frozenset[str] = frozenset()) -> str:
    """Give the text of an element on one line; asides are left to the caller."""
    text = join_lines([clean_text("".join(_iter_text(element, aside)))])
    return _AFTER.sub("", _BEFORE.sub("", text)) if len(element) else text


def _iter_text(element: Element, aside: frozenset[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and local_name(child) not in aside:
            yield from _iter_text(child, aside)
        yield child.tail or ""


def _clean(text: str | None) -> str:
    return join_lines([clean_text(text or "")])


class _Published:
    """The way through Handelingen as officielebekendmakingen.nl publishes them."""

    def __init__(self) -> None:
        self._speech = 0
        self._chair: str | None = None

    def walk(self, parent: Element, label: str | None) -> Iterator[_Piece]:
        """Give the paragraphs below an element; a name in it holds until its end."""
        yield _Piece(label, _clean(parent.text), self._speech)
        for child in parent:
            name = local_name(child)
            if name == "spreker":
                label = _name_of(child)
                self._speech += 1
            elif name == "tekst" and label is None:
                yield from self._unnamed(child)
            elif name not in _NO_WORDS and name:
                self._chair = None if name == "spreekbeurt" else self._chair
                yield from self._one(child, name, label)
            yield _Piece(label, _clean(child.tail), self._speech)

    def _one(self, element: Element, name: str, label: str | None) -> Iterator[_Piece]:
        if name == "motie":
            yield from self._motion(element)
        elif name in _PARAGRAPHS:
            is_said = label is not None and name in ("al", "li", "entry")
            text = _text_of(element, aside=frozenset({"noot"}))
            if is_said and text:
                self._chair = None
            yield _Piece(label if is_said else None, text, self._speech)
            for note in element.iter("noot"):
                yield _Piece(None, _text_of(note))
        elif name in ("kop", "stemming", "noot", "bijlage"):
            yield from self.walk(element, None)
        else:
            yield from self.walk(element, label)

    def _motion(self, motion: Element) -> Iterator[_Piece]:
        """Give the words of a motion as unspoken, and what the chair says of it as speech."""
        for child in motion:
            if local_name(child) == "motie-info":
                speaker = child.find("spreker")
                yield from self.walk(child, None)
                self._chair = None if speaker is None else _name_of(speaker)
            else:
                yield from self._one(child, local_name(child), None)
            yield _Piece(None, _clean(child.tail))

    def _unnamed(self, element: Element) -> Iterator[_Piece]:
        """Give text between speeches: the chair's, if it follows on a motion and is no formula of the minutes."""
        chair = self._chair
        for piece in self.walk_plain(element):
            if piece.text and _STAGE.match(piece.text):
                chair = None
            yield piece if chair is None else _Piece(chair, piece.text, self._speech, guessed=bool(piece.text))
        self._chair = chair

    def walk_plain(self, element: Element) -> Iterator[_Piece]:
        """Give the paragraphs below an element that names nobody."""
        yield _Piece(None, _clean(element.text))
        for child in element:
            if name := local_name(child):
                yield from self._one(child, name, None)
            yield _Piece(None, _clean(child.tail))


def _iter_published(root: Element) -> Iterator[_Piece]:
    return _Published().walk(root, None)


def _name_of(speaker: Element) -> str:
    text = join_lines([clean_text(" ".join(speaker.itertext()))])
    return _AFTER.sub("", _BEFORE.sub("", text)).rstrip(": ") or UNKNOWN


def _iter_mashup(root: Element) -> Iterator[_Piece]:
    return _walk_mashup(root, None, iter(range(1, 10**9)), 0)


def _walk_mashup(parent: Element, label: str | None, numbers: Iterator[int], speech: int) -> Iterator[_Piece]:
    yield _Piece(label, _clean(parent.text), speech)
    for child in parent:
        name = local_name(child)
        if name == "speech":
            yield from _walk_mashup(child, _mashup_label(child), numbers, next(numbers))
        elif name == "p":
            yield _Piece(label, _text_of(child), speech)
        elif name and name not in _NO_WORDS:
            yield _Piece(None, _clean(child.get(f"{_ATTRIBUTE}title")))
            is_speech = label is not None and name not in ("stage-direction", "vote", "topic", "scene")
            yield from _walk_mashup(child, label if is_speech else None, numbers, speech)
        yield _Piece(label, _clean(child.tail), speech)


def _mashup_label(speech: Element) -> str:
    function, name, party = (_clean(speech.get(f"{_ATTRIBUTE}{key}")) for key in ("function", "speaker", "party"))
    named = function if name in function else f"{function} {name}".strip()
    return (f"{named} ({party})" if party and named else named) or UNKNOWN


def _iter_tei(root: Element) -> Iterator[_Piece]:
    names = {person.get(_XML_ID, ""): _tei_name(person) for person in root.iter() if local_name(person) == "person"}
    return _walk_tei(root, names, iter(range(1, 10**9)))


def _walk_tei(parent: Element, names: dict[str, str], numbers: Iterator[int]) -> Iterator[_Piece]:
    for child in parent:
        name = local_name(child)
        if name == "u":
            yield from _iter_tei_speech(child, _tei_label(child, names), next(numbers))
        elif name in ("head", "note", "p", "desc"):
            yield _Piece(None, _text_of(child))
        elif name and name not in _NO_WORDS:
            yield _Piece(None, _clean(child.text))
            yield from _walk_tei(child, names, numbers)
        yield _Piece(None, _clean(child.tail))


def _iter_tei_speech(speech: Element, label: str, number: int) -> Iterator[_Piece]:
    yield _Piece(label, _clean(speech.text), number)
    for child in speech:
        name = local_name(child)
        if name in _TEI_ASIDE:
            yield _Piece(None, _text_of(child))
        elif name:
            is_parsed = any(local_name(word) == "w" for word in child.iter())
            text = _join_words(child) if is_parsed else _text_of(child, aside=_TEI_ASIDE)
            yield _Piece(label, text, number)
            for aside in child.iter():
                if local_name(aside) in _TEI_ASIDE:
                    yield _Piece(None, _text_of(aside))
        yield _Piece(label, _clean(child.tail), number)


def _join_words(element: Element) -> str:
    """Join the words of a text that was parsed; the source says which signs stand against them."""
    text = []
    for word in _iter_words(element):
        text += [_clean(word.text), "" if word.get("join") in ("right", "both") else " "]
    return "".join(text).strip()


def _iter_words(element: Element) -> Iterator[Element]:
    """Give words and punctuation, and of a word that stands for several ("van 't") the one that was written."""
    for child in element:
        name = local_name(child)
        if name in ("w", "pc"):
            yield child
        elif name and name not in _TEI_ASIDE:
            yield from _iter_words(child)


def _tei_label(speech: Element, names: dict[str, str]) -> str:
    ids = [who.rpartition("#")[2] for who in speech.get("who", "").split()]
    return ", ".join(names.get(who) or who for who in ids if who) or UNKNOWN


def _tei_name(person: Element) -> str:
    """Give the first name of a person in the order in which it is spoken."""
    name = next((element for element in person.iter() if local_name(element) == "persName"), None)
    if name is None:
        return ""
    parts = [
        _text_of(part) for kind in ("forename", "nameLink", "surname") for part in name if local_name(part) == kind
    ]
    return " ".join(parts) or _text_of(name)
