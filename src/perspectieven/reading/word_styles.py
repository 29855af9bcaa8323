"""Which words of a Word document its styles and its own layout set apart."""

from typing import Any

from docx.oxml.ns import qn

Element = Any
"""An lxml element; the library carries no types."""

_OFF = frozenset({"0", "false", "off", "none"})
_APART = tuple(qn(f"w:{tag}") for tag in ("b", "i", "u"))
_HEADING = ("heading", "kop ", "title", "titel")


class Styles:
    """The styles of a document that set their words apart, by their ids.

    Parameters
    ----------
    root : Element
        The root of ``styles.xml``.
    """

    def __init__(self, root: Element) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}

    def sets_apart(self, paragraph: Element, run: Element) -> bool:
        """Tell whether a run is bold, italic or underlined, or stands in a heading.

        What the run itself says goes before its style, and that before the style of its paragraph.
        """
        own = run.find(qn("w:rPr"))
        of_run = self._of_style(own.find(qn("w:rStyle")) if own is not None else None)
        of_paragraph = self._of_style(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))
        said = (_says(own), of_run, of_paragraph)
        return next((is_apart for is_apart in said if is_apart is not None), False)

    def _of_style(self, named: Element | None) -> bool | None:
        """Return what a style says, or the one that it is based on; None if nothing does."""
        seen = set()
        style_id = None if named is None else named.get(qn("w:val"))
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            name = style.find(qn("w:name"))
            if name is not None and name.get(qn("w:val"), "").lower().startswith(_HEADING):
                return True
            is_apart = _says(style.find(qn("w:rPr")))
            if is_apart is not None:
                return is_apart
            based_on = style.find(qn("w:basedOn"))
            style_id = None if based_on is None else based_on.get(qn("w:val"))
        return None


def _says(layout: Element | None) -> bool | None:
    """Tell whether properties set words apart; None if they do not speak of it."""
    marks = [] if layout is None else [child for child in layout if child.tag in _APART]
    return any(mark.get(qn("w:val"), "on") not in _OFF for mark in marks) if marks else None
