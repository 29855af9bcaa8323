"""The report as a Word document that a reader can edit: styles, captions and a table of contents of Word's own."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from markupsafe import escape

from perspectieven.reports.blocks import Block, Document, Grid, Heading, Links, Paragraph, Picture, Saying
from perspectieven.reports.shelves import Quote
from perspectieven.reports.view import Number
from perspectieven.writing import write_bytes

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
CAPTIONS = {"nl": {"figure": "Figuur", "table": "Tabel"}, "en": {"figure": "Figure", "table": "Table"}}
SAID = "nl-NL"
"""Language of what was said, whatever the language of the report."""

_WIDTH = Cm(16.5)
_INK, _LINK = "16202A", "0B4F8A"
_FONT = "Arial"
"""Every word processor has it, or letters of the same width, so that tables keep their lines."""
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)


def write_docx(document: Document, path: Path) -> Path:
    """Write a report as a Word document and return its path; the same report gives the same bytes.

    Its properties name no person and no moment.
    """
    return write_bytes(path, _WordWriter(document).as_bytes())


class _WordWriter:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = docx.Document()
        self.bookmarks = {target: f"plaats_{at}" for at, target in enumerate(sorted(document.targets), start=1)}
        self.ids = count(1)
        self.n_captions = {"figure": 0, "table": 0}
        self.contents: list[tuple[int, str, str]] = []
        _style(self.word, document.language)

    def as_bytes(self) -> bytes:
        self.word.add_paragraph(self.document.title, style="Title")
        if self.document.notice:
            self.word.add_paragraph(style="Notice").add_run(self.document.notice)
        intro, *rest = self.document.blocks
        self.add(intro)
        place = self.word.add_paragraph(self.document.contents, style="TOC Heading")
        for before, block, following in zip([intro, *rest], rest, [*rest[1:], None], strict=False):
            self.add(block)
            headed = isinstance(before, Heading) and isinstance(block, Paragraph) and not block.listed
            if headed and isinstance(following, Heading | Grid):
                self.word.paragraphs[-1].paragraph_format.keep_with_next = True
        self.add_contents(place)
        _number_pages(self.word)
        _describe(self.word, self.document)
        written = io.BytesIO()
        self.word.save(written)
        return _without_moments(written.getvalue())

    def add(self, block: Block) -> None:
        if isinstance(block, Heading):
            self.add_heading(block)
        elif isinstance(block, Paragraph):
            style = "List Number" if block.ordered else "List Bullet" if block.listed else None
            for text in block.texts:
                self.word.add_paragraph(text, style=style)
        elif isinstance(block, Links):
            paragraph = self.word.add_paragraph()
            for at, number in enumerate(block.numbers):
                if at:
                    paragraph.add_run(" · ")
                paragraph._p.append(parse_xml(self.cell_run(number)))
        elif isinstance(block, Grid):
            self.add_grid(block)
        elif isinstance(block, Picture):
            self.add_picture(block)
        else:
            self.add_quote(block.quote, block)

    def add_heading(self, heading: Heading) -> None:
        paragraph = self.word.add_paragraph(style=f"Heading {heading.level}")
        names = [self.bookmarks[target] for target in heading.ids]
        if heading.level <= 2:
            names.append(f"_Toc{len(self.contents) + 1:08d}")
            self.contents.append((heading.level, heading.text, names[-1]))
        ids = [str(next(self.ids)) for _ in names]
        for name, bookmark_id in zip(names, ids, strict=True):
            paragraph._p.append(_element("w:bookmarkStart", {"w:id": bookmark_id, "w:name": name}))
        paragraph.add_run(heading.text)
        for bookmark_id in ids:
            paragraph._p.append(_element("w:bookmarkEnd", {"w:id": bookmark_id}))

    def add_contents(self, place: Any) -> None:
        """Add a field with the table of contents, filled, so that it can be read before Word renews it."""
        after = place._p
        for at, (level, text, bookmark) in enumerate(self.contents):
            first, last = at == 0, at == len(self.contents) - 1
            begin = (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" '
                '\\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            )
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            entry = parse_xml(
                f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{begin if first else ""}'
                f'<w:hyperlink w:anchor="{bookmark}" w:history="1"><w:r><w:t>{escape(text)}</w:t></w:r></w:hyperlink>'
                f"{end if last else ''}</w:p>"
            )
            after.addnext(entry)
            after = entry

    def add_caption(self, kind: str, text: str, *, keep_next: bool) -> None:
        self.n_captions[kind] += 1
        word = CAPTIONS[self.document.language][kind]
        paragraph = self.word.add_paragraph(f"{word} ", style="Caption")
        paragraph.paragraph_format.keep_with_next = keep_next
        number = f"<w:r><w:t>{self.n_captions[kind]}</w:t></w:r>"
        field = f'<w:fldSimple {nsdecls("w")} w:instr=" SEQ {word} \\* ARABIC ">{number}</w:fldSimple>'
        paragraph._p.append(parse_xml(field))
        paragraph.add_run(f". {text}")

    def add_picture(self, picture: Picture) -> None:
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        drawn: Any = paragraph.add_run().add_picture(str(picture.path), width=_WIDTH)._inline
        drawn.docPr.set("descr", picture.alt)
        drawn.docPr.set("title", picture.title)
        drawn.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", picture.path.name)
        self.add_caption("figure", picture.caption, keep_next=False)

    def add_grid(self, grid: Grid) -> None:
        """Add a table; as text, for a report has some thousand cells and python-docx looks for each of them anew."""
        self.add_caption("table", grid.caption, keep_next=True)
        widths = [round(_WIDTH.twips * share) for share in grid.widths]
        size = "Small" if grid.is_crowded else ""
        head = "".join(
            _cell(f"<w:r><w:t>{escape(name)}</w:t></w:r>", w, f"GridHead{size}")
            for name, w in zip(grid.header, widths, strict=True)
        )
        rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
        for row in grid.rows:
            cells = [
                _cell(self.cell_run(number, namespace=False), w, f"GridText{size}")
                for number, w in zip(row, widths, strict=True)
            ]
            rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
        grid_columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        table = parse_xml(
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1"/>'
            f'<w:tblCaption w:val="{escape(grid.caption)}"/></w:tblPr><w:tblGrid>{grid_columns}</w:tblGrid>'
            f"{''.join(rows)}</w:tbl>"
        )
        body = self.word.element.body
        body.insert(len(body) - 1, table)  # before the settings of the section, which come last
        self.word.add_paragraph(style="AfterGrid")

    def cell_run(self, number: Number, *, namespace: bool = True) -> str:
        text = f'<w:t xml:space="preserve">{escape(number.text)}</w:t>'
        where = f" {nsdecls('w')}" if namespace else ""
        if number.target not in self.bookmarks:
            return f"<w:r{where}>{text}</w:r>"
        run = f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>{text}</w:r>'
        return f'<w:hyperlink{where} w:anchor="{self.bookmarks[number.target]}" w:history="1">{run}</w:hyperlink>'

    def add_quote(self, quote: Quote, saying: Saying) -> None:
        paragraph = self.word.add_paragraph("… " if quote.cut_before else "", style="Quote")
        paragraph.paragraph_format.keep_with_next = True
        for segment in quote.segments:
            paragraph.add_run(_printable(segment.text), style="Mark" if segment.marked else None)
        if quote.cut_after:
            paragraph.add_run(" …")
        self.word.add_paragraph(saying.about, style="Quote Source")


def _cell(content: str, width: int, style: str) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'


def _printable(text: str) -> str:
    """Return a text without the control characters that XML cannot hold."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _element(name: str, attributes: Mapping[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element


def _style(word: Any, language: str) -> None:
    """Give the document its page, its language and the styles that Word itself would make."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2)
    styles = word.styles
    for fonts in styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), _FONT)
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGES[language])
    for level in range(1, 6):
        heading = styles[f"Heading {level}"]
        heading.font.color.rgb = RGBColor.from_string(_INK)
        heading.font.italic = False
    styles["Heading 4"].font.bold = styles["Heading 5"].font.bold = True
    styles["Heading 1"].paragraph_format.page_break_before = True
    styles["TOC Heading"].paragraph_format.page_break_before = False
    styles["Caption"].font.bold = False
    styles["Caption"].font.color.rgb = RGBColor.from_string(_INK)
    styles["Caption"].font.size = Pt(10)
    made: Iterable[tuple[str, Any, str, float]] = (
        ("TOC 1", WD_STYLE_TYPE.PARAGRAPH, "Normal", 10),
        ("TOC 2", WD_STYLE_TYPE.PARAGRAPH, "Normal", 9),
        ("GridText", WD_STYLE_TYPE.PARAGRAPH, "Normal", 9),
        ("GridHead", WD_STYLE_TYPE.PARAGRAPH, "Normal", 8),
        ("GridTextSmall", WD_STYLE_TYPE.PARAGRAPH, "GridText", 8),
        ("GridHeadSmall", WD_STYLE_TYPE.PARAGRAPH, "GridHead", 7),
        ("AfterGrid", WD_STYLE_TYPE.PARAGRAPH, "Normal", 6),
        ("Notice", WD_STYLE_TYPE.PARAGRAPH, "Normal", 11),
        ("Quote Source", WD_STYLE_TYPE.PARAGRAPH, "Normal", 9),
        ("Hyperlink", WD_STYLE_TYPE.CHARACTER, "Default Paragraph Font", 0),
        ("Mark", WD_STYLE_TYPE.CHARACTER, "Default Paragraph Font", 0),
    )
    for name, kind, base, size in made:
        style = styles.add_style(name, kind)
        style.base_style = styles[base]
        if size:
            style.font.size = Pt(size)
            style.paragraph_format.space_after = Pt(8 if name in {"Quote Source", "Notice"} else 0)
    styles["TOC 2"].paragraph_format.left_indent = Cm(0.6)
    styles["GridHead"].font.bold = styles["Mark"].font.bold = styles["Notice"].font.bold = True
    styles["Quote Source"].paragraph_format.left_indent = Cm(1)
    styles["Quote"].paragraph_format.left_indent = styles["Quote"].paragraph_format.right_indent = Cm(1)
    styles["Quote"].paragraph_format.space_after = Pt(0)
    styles["Quote"].font.italic = False
    styles["Quote"].element.get_or_add_rPr().append(_element("w:lang", {"w:val": SAID}))
    shade = {"w:val": "clear", "w:color": "auto", "w:fill": "FFE27A"}
    styles["Mark"].element.get_or_add_rPr().append(_element("w:shd", shade))
    styles["Hyperlink"].font.underline = True
    styles["Hyperlink"].font.color.rgb = RGBColor.from_string(_LINK)


def _number_pages(word: Any) -> None:
    footer = word.sections[0].footer.paragraphs[0]
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def _describe(word: Any, document: Document) -> None:
    """Set the title and the language; who made the file, and when, is left out."""
    properties = word.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title = document.title
    properties.language = LANGUAGES[document.language]


def _without_moments(content: bytes) -> bytes:
    """Return a zip file with its parts in order of name, each of the first moment that a zip file knows."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as kept:
        names = parts.namelist()
        for name in sorted(names, key=lambda name: (name != "[Content_Types].xml", name)):
            kept.writestr(zipfile.ZipInfo(name, _FIRST_MOMENT), parts.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()
