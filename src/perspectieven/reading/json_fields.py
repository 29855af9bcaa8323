"""Objects from a .json file whose fields are checked when they are read, so that all faults are told at once."""

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.encoding import clean_text, decode_bytes
from perspectieven.reading.source import read_bytes

MOST_SIGNS = 10_000_000
"""Commas and opening brackets in one file; ten hours with a time for every token have about two million."""
MOST_FAULTS = 100
LONGEST_S = 1_000_000
"""Seconds: what is later than this is no time in a recording."""

_CLOCK = re.compile(r"(?:(\d{1,2})\.)?(\d{1,3}):(\d{2}):(\d{2}(?:[.,]\d{1,9})?)")
_DURATION = re.compile(r"PT(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7}(?:\.\d{1,9})?)S)?")
_HALF = re.compile("[\ud800-\udfff]")
_WHOLE = re.compile("[^\x00-\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Item:
    """One object in the file; what is wrong in its fields goes on the list that all items of the file share.

    Attributes
    ----------
    fields : dict
    where : str
        Name of the file.
    place : str
        What the object is called, such as ``segment 3, word 2``.
    faults : list of Fault
        All that was found so far.
    """

    fields: dict[str, Any] = field(repr=False)
    where: str
    place: str
    faults: list[Fault]

    def blame(self, what: str) -> None:
        """Put a fault on the list.

        Raises
        ------
        TranscriptError
            If there are `MOST_FAULTS` already.
        """
        if len(self.faults) == MOST_FAULTS:
            more = Fault(self.where, self.place, "more is wrong from here; correct what stands above first")
            raise TranscriptError([*self.faults, more])
        self.faults.append(Fault(self.where, self.place, what))

    def items(self, key: str, kind: str) -> list["Item"]:
        """Give the objects in a list, each called `kind` with its number; none where there is no list."""
        values = self.fields.get(key)
        prefix = f"{self.place}, " if self.place else ""
        items = []
        for number, value in enumerate(values if isinstance(values, list) else (), start=1):
            item = Item(value if isinstance(value, dict) else {}, self.where, f"{prefix}{kind} {number}", self.faults)
            if not item.fields:
                item.blame("is not an object with fields; correct or remove it")
            items.append(item)
        return items

    def inner(self, key: str) -> "Item":
        """Give the object in a field; one without fields where there is none."""
        value = self.fields.get(key)
        return replace(self, fields=value if isinstance(value, dict) else {})

    def text(self, *keys: str) -> str:
        """Give the cleaned text of the first of these fields that is there; the spaces around it are kept."""
        key = next((key for key in keys if key in self.fields), None)
        if key is None:
            if self.fields:
                self.blame(f"has no {' or '.join(keys)}; add it, or remove the whole")
            return ""
        value = self.fields[key]
        if isinstance(value, str):
            return self._clean(key, value)
        if value is not None:
            self.blame(f"{key} is no text; put it between quotes, or remove the whole")
        return ""

    def label(self, key: str) -> str | None:
        """Give the name or number of a speaker; None where there is none, or "?"."""
        value = self.fields.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < LONGEST_S:
            return str(value)
        if isinstance(value, str):
            label = " ".join(self._clean(key, value).split())
            return label if label not in ("", "?") else None
        if value is not None and value == value:
            self.blame(f"{key} is no name or number of a speaker; give one, or null")
        return None

    def number(self, key: str) -> float | None:
        """Give a number within a milliard; None where there is none, or NaN (for what a recogniser does not know)."""
        value = self.fields.get(key)
        if value is None or value != value:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return max(min(value, 1e9), -1e9)
        self.blame(f"{key} is no number; correct it, or give null")
        return None

    def seconds(self, key: str, *, per_second: int = 1) -> float | None:
        """Give a time in seconds; None where there is none.

        It may be written as a number, of which `per_second` are in a second, as ``hh:mm:ss.ffffff`` or as ``PT1M2.5S``.
        """
        value = self.fields.get(key)
        if isinstance(value, str):
            seconds = _parse_stamp(value)
        elif (number := self.number(key)) is not None:
            seconds = number / per_second
        else:
            return None
        if seconds is None or not 0 <= seconds <= LONGEST_S:
            self.blame(f"{key} is no time in a recording; correct it, or give null")
            return None
        return seconds

    def _clean(self, key: str, value: str) -> str:
        if _HALF.search(value):
            self.blame(f"{key} holds half a character; write it again, and save the file as UTF-8")
        return clean_text(_HALF.sub("", value))


def load_json(path: Path) -> Any:
    """Load a .json file whole.

    Raises
    ------
    TranscriptError
        If the file cannot be opened, is no JSON, nests too deep or holds more than `MOST_SIGNS`.
    """
    text = _decode(read_bytes(path), path.name)
    if sum(map(text.count, ",[{")) > MOST_SIGNS:
        what = f"has more than {MOST_SIGNS:,} values; export it without tokens and characters, or split it"
        raise TranscriptError(Fault(path.name, "", what))
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        place, what = f"line {error.lineno}", f"is not JSON from character {error.colno}; export it again"
    except (ValueError, RecursionError):
        place, what = "", "is nested too deep or has a number that is too long; export it again"
    raise TranscriptError(Fault(path.name, place, what))  # not from the cause, which holds the text


def _decode(data: bytes, where: str) -> str:
    """Decode JSON; UTF-8 stays UTF-8 where some is damaged, since whisper.cpp writes tokens of part of a character."""
    text = data.decode("utf-8", "surrogateescape")
    if b"\x00" not in data and _HALF.search(text) and _WHOLE.search(text):
        return text.removeprefix("\ufeff")
    return decode_bytes(data, where)


def _parse_stamp(stamp: str) -> float | None:
    if clock := _CLOCK.fullmatch(stamp):
        days, hours, minutes, seconds = clock.groups()
        return 86_400.0 * int(days or 0) + 3600 * int(hours) + 60 * int(minutes) + float(seconds.replace(",", "."))
    if duration := _DURATION.fullmatch(stamp):
        hours, minutes, seconds = duration.groups()
        return 3600.0 * int(hours or 0) + 60 * int(minutes or 0) + float(seconds or 0)
    return None
