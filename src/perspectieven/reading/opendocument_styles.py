"""What the styles of an OpenDocument text say of words: which are hidden, and which are set apart."""

from xml.etree.ElementTree import Element

_OPENDOCUMENT = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_STYLE, _TEXT, _FO = (_OPENDOCUMENT % name for name in ("style", "text", "xsl-fo-compatible"))
_APART = ("Heading", "Title", "Strong", "Emphasis")
"""How the styles begin that come with LibreOffice and set words apart."""
_ORDINARY = ("", "normal", "none")


class Styles:
    """The styles that ``content.xml`` makes for places in the text; of others the name tells enough.

    Parameters
    ----------
    root : Element
        The root of ``content.xml``.
    """

    def __init__(self, root: Element) -> None:
        self._styles = {style.get(f"{_STYLE}name", ""): style for style in root.iter(f"{_STYLE}style")}

    def hides(self, element: Element) -> bool:
        """Tell whether the style of an element itself hides its text."""
        style = self._styles.get(element.get(f"{_TEXT}style-name", ""))
        if style is None:
            return False
        return any(layout.get(f"{_TEXT}display") == "none" for layout in style.iter(f"{_STYLE}text-properties"))

    def sets_apart(self, element: Element) -> bool | None:
        """Tell whether an element is bold, italic, underlined or a heading; None if its styles do not speak of it."""
        name, seen = element.get(f"{_TEXT}style-name", ""), set()
        while name and name not in seen:
            seen.add(name)
            if name.startswith(_APART):
                return True
            style = self._styles.get(name)
            if style is None:
                return None
            said = [
                value
                for layout in style.iter(f"{_STYLE}text-properties")
                for key in (f"{_FO}font-weight", f"{_FO}font-style", f"{_STYLE}text-underline-style")
                if (value := layout.get(key)) is not None
            ]
            if said:
                return any(value not in _ORDINARY for value in said)
            name = style.get(f"{_STYLE}parent-style-name", "")
        return None
