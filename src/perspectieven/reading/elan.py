"""Read ELAN annotations (.eaf): the tiers with what was said are speakers, the tiers below them are left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]  # defusedxml has no types
from defusedxml.ElementTree import XMLParser  # type: ignore[import-untyped]

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.source import Source, Utterance, read_bytes, unreadable
from perspectieven.reading.tiers import (
    MOST_PIECES,
    TOO_MANY,
    clean_line,
    join_pieces,
    list_places,
    order_by_time,
    quote_name,
)

_DEEPEST, _MOST_ELEMENTS = 16, 2 * MOST_PIECES
_ANNOTATIONS = ("ALIGNABLE_ANNOTATION", "REF_ANNOTATION")
_MILLISECONDS = re.compile(r"\d{1,12}")
_NUMBERING = re.compile(r"[^\s\d]*+\d\S*+")
"""An annotation that numbers an utterance, such as ``014`` or ``gesprek.014``, and holds nothing that was said."""

_Span = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class _Annotation:
    id: str
    text: str = field(repr=False)
    slots: tuple[str, str] | None
    above: str


@dataclass(frozen=True, slots=True)
class _Tier:
    id: str
    participant: str
    above: str
    annotations: list[_Annotation] = field(default_factory=list)

    @property
    def label(self) -> str:
        return self.participant or self.id

    @property
    def n_said(self) -> int:
        return sum(bool(annotation.text) for annotation in self.annotations)

    @property
    def is_aligned(self) -> bool:
        return all(annotation.slots for annotation in self.annotations)

    @property
    def is_numbering(self) -> bool:
        return all(_NUMBERING.fullmatch(a.text) for a in self.annotations if a.text)


class _Document:
    """What is kept of the XML while it is parsed; no tree is built."""

    def __init__(self, where: str) -> None:
        self.slots: dict[str, str] = {}
        self.tiers: list[_Tier] = []
        self.units = "milliseconds"
        self._where = where
        self._open: list[str] = []
        self._n_elements = 0
        self._annotation: dict[str, str] = {}
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._n_elements += 1
        if self._n_elements == 1 and tag != "ANNOTATION_DOCUMENT":
            raise TranscriptError(Fault(self._where, "", "is not ELAN; save it in ELAN as .eaf"))
        if len(self._open) == _DEEPEST:
            what = "has elements inside each other deeper than ELAN; open it in ELAN and save it again"
            raise TranscriptError(Fault(self._where, "", what))
        if self._n_elements > _MOST_ELEMENTS:
            raise TranscriptError(Fault(self._where, "", TOO_MANY))
        self._open.append(tag)
        if tag == "HEADER":
            self.units = attributes.get("TIME_UNITS", self.units)
        elif tag == "TIME_SLOT":
            self.slots[attributes.get("TIME_SLOT_ID", "")] = attributes.get("TIME_VALUE", "")
        elif tag == "TIER":
            names = ("TIER_ID", "PARTICIPANT", "PARENT_REF")
            tier_id, participant, above = (clean_line(attributes.get(name, "")) for name in names)
            self.tiers.append(_Tier(tier_id, participant, above))
        elif tag in _ANNOTATIONS:
            self._annotation, self._text = attributes, []

    def data(self, text: str) -> None:
        if self._open[-1] == "ANNOTATION_VALUE":
            self._text.append(text)

    def end(self, tag: str) -> None:
        self._open.pop()
        if tag in _ANNOTATIONS and self.tiers:
            found = self._annotation
            slots = (found.get("TIME_SLOT_REF1", ""), found.get("TIME_SLOT_REF2", ""))
            self.tiers[-1].annotations.append(
                _Annotation(
                    found.get("ANNOTATION_ID", ""),
                    clean_line("".join(self._text)),
                    slots if tag == "ALIGNABLE_ANNOTATION" else None,
                    found.get("ANNOTATION_REF", ""),
                )
            )


def read_eaf(path: Path) -> Source:
    """Read an .eaf file: a tier is a speaker, by its PARTICIPANT or else its TIER_ID.

    Of tiers that hang below each other the topmost with text is read; one below it is read as well if it has times
    of its own and another PARTICIPANT. A topmost tier that only numbers the utterances does not count.

    Parameters
    ----------
    path : Path

    Returns
    -------
    Source
        Annotations of all speakers in order of time, in seconds; those of one speaker that follow each other are one
        utterance. A time that the file leaves open is put evenly between the times around it. Remarks name the tiers
        that are left out (translations, glosses, words), tiers that may be no speaker, and estimated times.

    Raises
    ------
    TranscriptError
        If the file is not ELAN or is damaged, or points to tiers, annotations or times that are not there.
    """
    document = _parse(path)
    _check(path.name, document)
    read, left_out = _choose(document.tiers)
    spans, estimated = _find_spans(path.name, document)
    pieces = order_by_time(
        [Utterance(tier.label, a.text, *span) for a, span in zip(tier.annotations, spans[tier.id], strict=True)]
        for tier in read
    )
    remarks = [
        Fault(path.name, f"tier {quote_name(tier.id)}", f"left out (annotations: {tier.n_said:,}): {why}")
        for tier, why in left_out
    ]
    remarks += _remark_speakers(path.name, read)
    if n_estimated := sum(estimated[tier.id] for tier in read):
        what = f"{n_estimated:,} annotations have no time of their own; theirs is put evenly between those around them"
        remarks.append(Fault(path.name, "", what))
    return Source(join_pieces(pieces), remarks=tuple(remarks))


def _parse(path: Path) -> _Document:
    document = _Document(path.name)
    parser = XMLParser(target=document, forbid_dtd=True)
    try:
        parser.feed(read_bytes(path))  # at once: in pieces, expat starts a long token again with each piece
        parser.close()
    except ParseError as error:
        what = "the XML is damaged here; open the file in ELAN and save it again"
        fault = Fault(path.name, f"line {error.position[0]}", what)
        raise TranscriptError(fault) from None  # the cause may quote the text
    except DefusedXmlException:
        what = "declares a document type or entities, which ELAN does not; open it in ELAN and save it again"
        raise TranscriptError(Fault(path.name, "", what)) from None
    except (ValueError, LookupError):  # an encoding that the parser does not know
        raise unreadable(path, program="ELAN") from None
    return document


def _check(where: str, document: _Document) -> None:
    """Refuse a file that points to what is not there; every such fault at once."""
    faults = []
    if document.units != "milliseconds":
        faults.append(Fault(where, "HEADER", "TIME_UNITS is not milliseconds; open the file in ELAN and save it again"))
    wrong = [slot for slot, value in document.slots.items() if value and not _MILLISECONDS.fullmatch(value)]
    if wrong:
        what = "is not a whole number of milliseconds; correct it, or leave it out"
        faults.append(Fault(where, f"TIME_VALUE of {list_places([*map(quote_name, wrong)])}", what))
    counts = Counter(tier.id for tier in document.tiers)
    if "" in counts:
        faults.append(Fault(where, "TIER", "has no TIER_ID; give each tier a name in ELAN"))
    for tier_id, n_tiers in counts.items():
        if tier_id and n_tiers > 1:
            what = f"is there {n_tiers} times; give each tier a name of its own"
            faults.append(Fault(where, f"tier {quote_name(tier_id)}", what))
    annotations = {annotation.id for tier in document.tiers for annotation in tier.annotations}
    for tier in document.tiers:
        faults += _check_tier(where, tier, document, counts, annotations)
    rooted = {tier.id for tier, _ in _walk(document.tiers)}
    circular = [tier.id for tier in document.tiers if tier.id not in rooted]
    if circular:
        what = "hang below each other in a circle; correct PARENT_REF"
        faults.append(Fault(where, f"tiers {list_places([*map(quote_name, circular)])}", what))
    if faults:
        raise TranscriptError(faults)


def _check_tier(
    where: str, tier: _Tier, document: _Document, tiers: Counter[str], annotations: set[str]
) -> Iterator[Fault]:
    place = f"tier {quote_name(tier.id)}"
    if tier.above and tier.above not in tiers:
        yield Fault(where, place, f"hangs below tier {quote_name(tier.above)}, which is not there; correct PARENT_REF")
    lost = [a.id for a in tier.annotations if a.slots and not all(slot in document.slots for slot in a.slots)]
    if lost:
        what = f"annotations {list_places([*map(quote_name, lost)])} point to a TIME_SLOT that is not there"
        yield Fault(where, place, f"{what}; open the file in ELAN and save it again")
    lost = [a.id for a in tier.annotations if not a.slots and a.above not in annotations]
    if lost:
        what = f"annotations {list_places([*map(quote_name, lost)])} point to an annotation that is not there"
        yield Fault(where, place, f"{what}; open the file in ELAN and save it again")


def _walk(tiers: Sequence[_Tier]) -> Iterator[tuple[_Tier, list[_Tier]]]:
    """Give each tier with the tiers right below it, from the top down."""
    ids = {tier.id for tier in tiers} - {""}
    waiting: list[_Tier] = []
    below: dict[str, list[_Tier]] = {}
    for tier in tiers:
        (below.setdefault(tier.above, []) if tier.above in ids else waiting).append(tier)
    for tier in waiting:
        under = below.pop(tier.id, [])
        yield tier, under
        waiting += under


def _choose(tiers: Sequence[_Tier]) -> tuple[list[_Tier], list[tuple[_Tier, str]]]:
    """Choose the tiers to read, in the order of the file, and say of the others with text why they are left out."""
    read: set[str] = set()
    why: dict[str, str] = {}
    over: dict[str, _Tier | None] = {}
    taken: set[tuple[str, str]] = set()
    for tier, under in _walk(tiers):
        over.setdefault(tier.id, None)
        above = over[tier.id]
        beside = (tier.above, tier.participant or (tier.id if tier.is_aligned else ""))
        if tier.n_said and above is not None:
            if tier.is_aligned and tier.participant and tier.label != above.label:
                read.add(tier.id)
            else:
                why[tier.id] = f"it hangs below tier {quote_name(above.id)}, as a translation, glosses or words do"
        elif tier.n_said and tier.is_numbering and any(child.n_said for child in under):
            why[tier.id] = "it numbers the annotations of the tiers below it"
        elif tier.n_said and tier.above and beside in taken:
            why[tier.id] = "another tier of this speaker, beside it below the same tier, is read"
        elif tier.n_said:
            read.add(tier.id)
            taken.add(beside)
        for child in under:
            over[child.id] = tier if tier.id in read else above
    return [tier for tier in tiers if tier.id in read], [(tier, why[tier.id]) for tier in tiers if tier.id in why]


def _find_spans(where: str, document: _Document) -> tuple[dict[str, list[_Span]], Counter[str]]:
    """Give the begin and end of each annotation, per tier, and count the annotations whose times are estimated."""
    by_id: dict[str, _Span] = {}
    spans: dict[str, list[_Span]] = {}
    n_estimated: Counter[str] = Counter()
    faults = []
    for tier, _ in _walk(document.tiers):
        known = _fill(tier, document.slots)
        parts = Counter(a.above for a in tier.annotations if not a.slots)
        done: Counter[str] = Counter()
        spans[tier.id] = []
        for annotation in tier.annotations:
            if annotation.slots:
                span: _Span = (known.get(annotation.slots[0]), known.get(annotation.slots[1]))
                n_estimated[tier.id] += not all(document.slots[slot] for slot in annotation.slots)
            else:
                span = _part(by_id.get(annotation.above, (None, None)), done[annotation.above], parts[annotation.above])
                n_estimated[tier.id] += parts[annotation.above] > 1
                done[annotation.above] += 1
            by_id[annotation.id] = span
            spans[tier.id].append(span)
        pairs = zip(tier.annotations, spans[tier.id], strict=True)
        turned = [a.id for a, (start, end) in pairs if start is not None and end is not None and start > end]
        if turned:
            what = f"annotations {list_places([*map(quote_name, turned)])} end before they begin; correct their times"
            faults.append(Fault(where, f"tier {quote_name(tier.id)}", what))
    if faults:
        raise TranscriptError(faults)
    return spans, n_estimated


def _fill(tier: _Tier, slots: dict[str, str]) -> dict[str, float]:
    """Give the seconds of the slots of a tier; one without a time lies evenly between those before and after it."""
    chain = [slot for slot, _ in groupby(slot for a in tier.annotations if a.slots for slot in a.slots)]
    seconds = {slot: int(slots[slot]) / 1000 for slot in chain if slots[slot]}
    timed = [at for at, slot in enumerate(chain) if slots[slot]]
    for left, right in pairwise(timed):
        start, end = seconds[chain[left]], seconds[chain[right]]
        for at in range(left + 1, right) if start <= end else ():
            seconds[chain[at]] = start + (end - start) * (at - left) / (right - left)
    return seconds


def _part(span: _Span, index: int, n_parts: int) -> _Span:
    start, end = span
    if start is None or end is None:
        return span
    step = (end - start) / n_parts
    return start + index * step, start + (index + 1) * step


def _remark_speakers(where: str, read: Sequence[_Tier]) -> Iterator[Fault]:
    named = any(tier.participant for tier in read)
    for label, group in groupby(sorted(read, key=lambda tier: tier.label), key=lambda tier: tier.label):
        tiers = [quote_name(tier.id) for tier in group]
        if len(tiers) > 1:
            what = f"all are read as what {quote_name(label)} says; if one is no speech, remove it in ELAN"
            yield Fault(where, f"tiers {list_places(tiers)}", what)
    for tier in read:
        if named and not tier.participant:
            what = "has no PARTICIPANT, and others do; it is read as a speaker; if it is no speech, remove it in ELAN"
            yield Fault(where, f"tier {quote_name(tier.id)}", what)
