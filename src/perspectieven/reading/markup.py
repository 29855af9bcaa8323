"""Parse XML from elsewhere within bounds: no entities, no bombs, no endless nesting."""

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # defusedxml has no types
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]  # defusedxml has no types

from perspectieven.errors import Fault, TranscriptError

DEEPEST = 150
"""Elements inside each other; a document of people has some twenty."""
MOST_ELEMENTS = 5_000_000


class _OutOfBoundsError(Exception):
    """The file is nested too deeply or has too many elements; ends the parsing."""


class _BoundedBuilder(TreeBuilder):
    def __init__(self) -> None:
        super().__init__()
        self._depth = self._n_elements = 0

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self._depth += 1
        self._n_elements += 1
        if self._depth > DEEPEST:
            raise _OutOfBoundsError(f"has more than {DEEPEST} elements inside each other")
        if self._n_elements > MOST_ELEMENTS:
            raise _OutOfBoundsError(f"has more than {MOST_ELEMENTS:,} elements")
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def parse_markup(data: bytes, path: Path, *, repair: str) -> Element:
    """Parse the bytes of an XML file.

    Parameters
    ----------
    data : bytes
    path : Path
        For the message; it is not opened.
    repair : str
        What to do with a damaged file.

    Returns
    -------
    Element
        The root.

    Raises
    ------
    TranscriptError
        If it is not sound XML, declares entities, or exceeds `DEEPEST` or `MOST_ELEMENTS`.

    Examples
    --------
    >>> parse_markup(b"<u><seg/></u>", Path("debat.xml"), repair="download it again").tag
    'u'
    """
    parser = DefusedXMLParser(target=_BoundedBuilder(), forbid_dtd=False, forbid_entities=True)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except _OutOfBoundsError as error:
        raise TranscriptError(Fault(path.name, "", f"{error}; no more is read; {repair}")) from error
    except DefusedXmlException as error:
        what = f"declares entities of its own, which are not read; {repair}"
        raise TranscriptError(Fault(path.name, "", what)) from error
    except ParseError as error:
        what = f"is not sound XML from here; {repair}"
        raise TranscriptError(Fault(path.name, f"line {error.position[0]}", what)) from None  # may quote the text
    except (ValueError, LookupError) as error:  # an encoding that is not known, or not of this file
        raise TranscriptError(Fault(path.name, "", f"names an encoding that cannot be read; {repair}")) from error
    return root


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; comments have none.

    Examples
    --------
    >>> local_name(Element("{http://www.tei-c.org/ns/1.0}seg"))
    'seg'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
