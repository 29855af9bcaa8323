"""Figures as SVG that can stand inside a page: no ids that clash, nothing that runs, nothing from elsewhere."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

from perspectieven.errors import Fault, StudyError
from perspectieven.figures.drawing import TITLE_ID

Link = Mapping[str, str]
"""Attributes of a link: ``href``, ``aria-label`` and what a script needs of it."""

_DROPPED = {"script", "metadata", "foreignObject"}
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_IMPORT = re.compile(r"@import[^;]*;?")

_HEAD, _MARGIN, _FOOT = 47.5, 10.0, 6.0
"""Points that a figure without its title can do without, above, on either side and below."""

_NO_LINKS: Mapping[str, Link] = {}


def read_svg(
    svg_path: Path, *, prefix: str, label: str, links: Mapping[str, Link] = _NO_LINKS, with_title: bool = True
) -> str:
    """Read an SVG file and return it as one ``<svg>`` element for an HTML page.

    Ids get the prefix, so that several figures can stand in one page. A link is kept when it points into the page
    (``#...``). Scripts, event attributes, metadata, the XML head and every address outside the page are left out.

    Parameters
    ----------
    label : str
        What the picture shows, for who does not see it.
    links : mapping
        Id of a mark (`figures.drawing.mark_id`) to the link that it becomes; other marks stay as they are.
    with_title : bool
        False for a page that has a title of its own: the figure fills the room that its title and margins leave.

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
    _link(root, links)
    _clean(root, ids, prefix)
    _fit(root)
    if not with_title:
        _drop_title(root, prefix + TITLE_ID)
    clickable = any("href" in element.attrib for element in root.iter("a"))
    root.attrib |= {"role": "group" if clickable else "img", "aria-label": label}
    return ET.tostring(root, encoding="unicode")


def _link(element: ET.Element, links: Mapping[str, Link]) -> None:
    """Put a link around each mark that has one."""
    for at, child in enumerate(element):
        _link(child, links)
        if child.get("id") in links:
            element[at] = ET.Element("a", dict(links[child.attrib["id"]]))
            element[at].append(child)


def _drop_title(root: ET.Element, title_id: str) -> None:
    """Leave the title out, and the empty room around the picture with it.

    The letters that it defines stay, as later texts are written with them.
    """
    for parent in root.iter():
        for child in [child for child in parent if child.get("id") == title_id]:
            at = list(parent).index(child)
            parent[at : at + 1] = list(child.iter("defs"))
            left, top, width, height = (float(number) for number in root.attrib["viewBox"].split())
            box = (left + _MARGIN, top + _HEAD, width - 2 * _MARGIN, height - _HEAD - _FOOT)
            root.set("viewBox", " ".join(f"{number:g}" for number in box))
            root.set("preserveAspectRatio", "xMinYMin meet")


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
