"""Figures as SVG that can stand inside a page: no ids that clash, nothing that runs, nothing from elsewhere."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from perspectieven.errors import Fault, StudyError

_DROPPED = {"script", "metadata", "foreignObject"}
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_IMPORT = re.compile(r"@import[^;]*;?")


def read_svg(svg_path: Path, *, prefix: str, label: str) -> str:
    """Read an SVG file and return it as one ``<svg>`` element for an HTML page.

    Ids get the prefix, so that several figures can stand in one page. A link is kept when it points into the page
    (``#...``). Scripts, event attributes, metadata, the XML head and every address outside the page are left out.

    Parameters
    ----------
    label : str
        What the picture shows, for who does not see it.

    Raises
    ------
    StudyError
        If the file is not there or is no SVG.
    """
    if not svg_path.is_file():
        raise StudyError(Fault(svg_path.name, "", "is not there; draw the figures before the report"))
    try:
        root = ET.fromstring(svg_path.read_text(encoding="utf-8"))
    except ET.ParseError as error:
        raise StudyError(
            Fault(svg_path.name, f"line {error.position[0]}", "is no SVG; draw the figure again")
        ) from error
    if _local(root.tag) != "svg":
        raise StudyError(Fault(svg_path.name, "", f"holds <{_local(root.tag)}>, no <svg>; draw the figure again"))
    ids = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    _clean(root, ids, prefix)
    _fit(root)
    links = any("href" in element.attrib for element in root.iter("a"))
    root.attrib |= {"role": "group" if links else "img", "aria-label": label}
    return ET.tostring(root, encoding="unicode")


def _clean(element: ET.Element, ids: set[str], prefix: str) -> None:
    element.tag = _local(element.tag)
    attributes = {_local(name): value for name, value in element.attrib.items() if not _local(name).startswith("on")}
    element.attrib.clear()
    for name, value in attributes.items():
        kept = _attribute(name, value, ids, prefix)
        if kept is not None:
            element.set(name, kept)
    if element.tag == "style" and element.text:
        element.text = _IMPORT.sub("", _inner_urls(element.text, ids, prefix))
    for child in list(element):
        if not isinstance(child.tag, str) or _local(child.tag) in _DROPPED:
            element.remove(child)
        else:
            _clean(child, ids, prefix)


def _attribute(name: str, value: str, ids: set[str], prefix: str) -> str | None:
    if name == "id":
        return prefix + value
    if name in {"href", "src"}:
        if value.startswith("#"):
            return f"#{prefix}{value[1:]}" if value[1:] in ids else value
        return value if value.startswith("data:image/") else None
    return _inner_urls(value, ids, prefix)


def _inner_urls(value: str, ids: set[str], prefix: str) -> str:
    """Rename references inside the figure; what points elsewhere becomes ``none``."""
    renamed = _REFERENCE.sub(lambda m: f"url(#{prefix if m[1] in ids else ''}{m[1]})", value)
    return re.sub(r"url\(\s*['\"]?(?!#)[^)]*\)", "none", renamed)


def _fit(root: ET.Element) -> None:
    """Let the page decide the size: keep the shape, drop width and height."""
    width, height = root.attrib.pop("width", ""), root.attrib.pop("height", "")
    if "viewBox" not in root.attrib:
        numbers = [re.match(r"[\d.]+", size) for size in (width, height)]
        if all(numbers):
            root.set("viewBox", "0 0 " + " ".join(m[0] for m in numbers if m))


def _local(name: str) -> str:
    return name.rpartition("}")[2]
