"""The report as a PDF: contents, bookmarks, links from numbers to quotes, pictures with a text, letters of its own."""

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.enums import Align, TableCellFillMode
from fpdf.fonts import FontFace
from fpdf.image_parsing import preload_image
from fpdf.outline import OutlineSection

from perspectieven.figures.fonts import find_font
from perspectieven.reports.blocks import Block, Document, Grid, Heading, Links, Paragraph, Picture, Saying
from perspectieven.writing import write_bytes

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}

REACH = 8
"""Blocks that are looked ahead to."""
SMALLEST = 0.85
"""Part of its width that a picture keeps where it would not fit the page otherwise: its letters stay 7 points."""
SHORT = 6
"""Rows of a table that is not cut over two pages."""

IN_CONTENTS = 2
"""Levels of headings that are in the table of contents."""
_ENTRY, _GUTTER = 5.0, 8.0
"""Millimetres for a line of it, and between its two columns."""

_SIZES: Mapping[int, float] = {1: 18, 2: 14, 3: 12, 4: 10.5, 5: 9.5}
_MARGIN = 18.0
_BLACK = (0, 0, 0)
_LINK = (11, 79, 138)
_LINE = (160, 170, 180)
_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def write_pdf(document: Document, path: Path) -> Path:
    """Write a report as a PDF and return its path; the same report gives the same bytes.

    Its properties name no person, and always the same moment.
    """
    return write_bytes(path, _PdfWriter(document).as_bytes())


class _Pages(FPDF):
    """Sheets of A4 with their number at the foot."""

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font("DejaVu", size=8)
        self.set_text_color(*_BLACK)
        self.cell(0, 6, str(self.page_no()), align="C")


def _write_contents(pdf: FPDF, outline: list[OutlineSection]) -> None:
    """Write what is on which page, in two columns, each line a link."""
    left = [section for section in outline if section.level < IN_CONTENTS]
    while left:
        top = pdf.y
        rows = min(-(-len(left) // 2), int((pdf.h - _MARGIN - top) / _ENTRY))
        for at, section in enumerate(left[: 2 * rows]):
            column, row = divmod(at, rows)
            pdf.set_xy(_MARGIN + column * (pdf.epw + _GUTTER) / 2, top + row * _ENTRY)
            _write_entry(pdf, section, (pdf.epw - _GUTTER) / 2)
        left = left[2 * rows :]
        pdf.set_xy(_MARGIN, top + rows * _ENTRY)
        if left:  # what does not fit makes the next page begin
            pdf.set_y(pdf.h - _MARGIN)
            pdf.cell(0, _ENTRY, "")


def _write_entry(pdf: FPDF, section: OutlineSection, width: float) -> None:
    """Write a line of the contents; a name that is too long has smaller letters, and at last ends in dots."""
    indent, number = 4.0 * section.level, 8.0
    link = pdf.add_link(page=section.page_number)
    room, name = width - indent - number, section.name
    for size in (8.5, 7.7, 7):
        pdf.set_font("DejaVu", "B" if section.level == 0 else "", size)
        if pdf.get_string_width(name) <= room - 2:
            break
    while pdf.get_string_width(name) > room - 2:
        name = name.removesuffix("…").rstrip()[:-1] + "…"
    pdf.set_x(pdf.x + indent)
    pdf.cell(room, _ENTRY, name, link=link)
    pdf.set_font("DejaVu", size=8.5)
    pdf.cell(number, _ENTRY, str(section.page_number), align="R", link=link)


class _PdfWriter:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.pdf = pdf = _Pages(format="A4")
        for style in ("", "B", "I"):
            pdf.add_font("DejaVu", style, find_font(style))
        pdf.set_margins(_MARGIN, _MARGIN)
        pdf.set_auto_page_break(True, margin=_MARGIN)
        pdf.set_lang(LANGUAGES[document.language])
        pdf.set_title(document.title)
        pdf.set_creation_date(_MOMENT)
        pdf.set_producer("perspectieven")
        self.heading = ""
        self.links = {target: f"#plaats-{at}" for at, target in enumerate(sorted(document.targets), start=1)}

    def as_bytes(self) -> bytes:
        pdf = self.pdf
        pdf.add_page()
        pdf.set_font("DejaVu", "B", 24)
        self.say(self.document.title, 11)
        if self.document.notice:
            pdf.ln(2)
            pdf.set_font("DejaVu", "B", 11)
            self.say(self.document.notice, 5.6)
            pdf.ln(2)
        for at, block in enumerate(self.document.blocks):
            if at == 1:
                self.leave_room_for_contents()
            self.make_room(at)
            self.add(block)
        return bytes(pdf.output())

    def leave_room_for_contents(self) -> None:
        """Keep the pages on which the contents are written when it is known what is on which page."""
        pdf = self.pdf
        entries = [block for block in self.document.blocks if isinstance(block, Heading) and block.level <= IN_CONTENTS]
        pdf.ln(3)
        pdf.set_font("DejaVu", "B", _SIZES[2])
        self.say(self.document.contents, 8)
        n_first, n_other = (2 * int(room / _ENTRY) for room in (pdf.h - _MARGIN - pdf.y, pdf.eph))
        pdf.insert_toc_placeholder(_write_contents, pages=1 + -(-max(0, len(entries) - n_first) // n_other))

    def make_room(self, at: int) -> None:
        """Begin a page where a block would be cut, or headings would stand apart from what they head."""
        block = self.document.blocks[at]
        room = self.pdf.eph if isinstance(block, Heading) and block.level == 1 and self.pdf.page > 1 else 0.0
        near = self.document.blocks[at : at + REACH]
        for one, following in zip_longest(near, near[1:]):
            room += self.height_of(one)
            headed = one is not block and isinstance(one, Paragraph) and isinstance(following, Heading | Grid)
            if not (isinstance(one, Heading) or headed):
                break
        if room and self.pdf.y > _MARGIN and self.pdf.will_page_break(min(room, self.pdf.eph)):
            self.pdf.add_page()

    def height_of(self, block: Block) -> float:
        """Return about how many millimetres a block takes, or the part of it that is not to be cut."""
        if isinstance(block, Heading):
            size = _SIZES[block.level]
            return 4 + 0.48 * size * -(-len(block.text) * size // 900)
        if isinstance(block, Paragraph):
            return 5.2 * -(-len(block.texts[0]) // 90) + 2.5
        if isinstance(block, Grid):
            return 16 + 6.5 * (len(block.rows) if len(block.rows) <= SHORT else 2)
        if isinstance(block, Saying):
            return 12 + 5.2 * -(-sum(len(segment.text) for segment in block.quote.segments) // 85)
        if isinstance(block, Picture):
            return SMALLEST * self.height_of_picture(block) + 14
        return 12

    def height_of_picture(self, picture: Picture) -> float:
        """Return how many millimetres a picture takes that is as wide as the page."""
        info: Any = preload_image(self.pdf.image_cache, picture.path)[2]
        return float(self.pdf.epw * info["h"] / info["w"])

    def say(self, text: str, height: float, *, indent: float = 0) -> None:
        self.pdf.set_x(_MARGIN + indent)
        self.pdf.multi_cell(0, height, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def add(self, block: Block) -> None:
        pdf = self.pdf
        if isinstance(block, Heading):
            self.add_heading(block)
        elif isinstance(block, Paragraph):
            pdf.set_font("DejaVu", size=10)
            for at, text in enumerate(block.texts, start=1):
                before = f"{at}. " if block.ordered else "• " if block.listed else ""
                self.say(before + text, 5.2, indent=4 if block.listed else 0)
            pdf.ln(2.5)
        elif isinstance(block, Links):
            self.add_links(block)
        elif isinstance(block, Grid):
            self.add_grid(block)
        elif isinstance(block, Picture):
            self.add_picture(block)
        else:
            self.add_quote(block)

    def add_heading(self, heading: Heading) -> None:
        pdf = self.pdf
        pdf.ln(3)
        for target in heading.ids:
            pdf.add_link(y=pdf.y, name=self.links[target].removeprefix("#"))
        if heading.level <= 3:
            pdf.start_section(heading.text, heading.level - 1, strict=False)
        self.heading = heading.text
        pdf.set_font("DejaVu", "B", _SIZES[heading.level])
        self.say(heading.text, _SIZES[heading.level] * 0.48)
        pdf.ln(1)

    def add_links(self, links: Links) -> None:
        pdf = self.pdf
        pdf.set_font("DejaVu", size=10)
        with pdf.text_columns(line_height=1.35) as column:
            for at, number in enumerate(links.numbers):
                column.write(" · " if at else "")
                target = self.links.get(number.target)
                pdf.set_text_color(*(_LINK if target else _BLACK))
                column.write(number.text, link=target)
                pdf.set_text_color(*_BLACK)
        pdf.ln(2.5)

    def add_grid(self, grid: Grid) -> None:
        pdf = self.pdf
        widths = tuple(round(100 * share, 2) for share in grid.widths)
        if grid.caption != self.heading:
            pdf.set_font("DejaVu", "I", 8.5)
            self.say(grid.caption, 4.6)
        pdf.set_font("DejaVu", size=7 if grid.is_crowded else 8)
        pdf.set_draw_color(*_LINE)
        head = FontFace(emphasis="BOLD", fill_color=(241, 244, 246))
        lead = FontFace(color=_LINK, emphasis="UNDERLINE")
        with pdf.table(
            col_widths=widths,
            headings_style=head,
            line_height=4.2,
            text_align="LEFT",
            padding=0.8,
            borders_layout="HORIZONTAL_LINES",
            cell_fill_mode=TableCellFillMode.NONE,
        ) as table:
            table.row(grid.header)
            for cells in grid.rows:
                row = table.row()
                for number in cells:
                    link = self.links.get(number.target)
                    row.cell(number.text, link=link, style=lead if link else None)
        pdf.ln(3)

    def add_picture(self, picture: Picture) -> None:
        pdf = self.pdf
        fitting = (pdf.h - _MARGIN - 14 - pdf.y) / self.height_of_picture(picture)
        width = pdf.epw * min(1.0, max(SMALLEST, fitting))
        pdf.image(picture.path, x=Align.C, w=width, alt_text=picture.alt, title=picture.title)
        pdf.set_font("DejaVu", "I", 8.5)
        self.say(picture.caption, 4.6)
        pdf.ln(3)

    def add_quote(self, saying: Saying) -> None:
        pdf, quote = self.pdf, saying.quote
        pieces = [("… ", "")] * quote.cut_before
        pieces += [(segment.text, "B" if segment.marked else "") for segment in quote.segments]
        with pdf.text_columns(l_margin=_MARGIN + 8, line_height=1.35) as column:
            for text, style in (*pieces, *[(" …", "")] * quote.cut_after):
                pdf.set_font("DejaVu", style, 10.5)
                column.write(text)
        pdf.set_font("DejaVu", size=8)
        pdf.set_text_color(68, 82, 95)
        self.say(saying.about, 4.4, indent=8)
        pdf.set_text_color(*_BLACK)
        pdf.ln(2.5)
