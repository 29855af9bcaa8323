"""Cards: what an object is, in counts and settings, as Jupyter shows it."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to show under a card, numbers to the right."""

    title: str
    heading: Sequence[str]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Card:
    """A title, facts, and tables; HTML in Jupyter, plain text elsewhere.

    Examples
    --------
    >>> Card("Lexicon", {"codes": 1096}, [Table("Thema's", ["thema", "codes"], [["ERB", 6]])])
    Lexicon
      codes: 1.096
      Thema's
        thema  codes
        ERB    6
    """

    title: str
    facts: Mapping[str, object]
    tables: Sequence[Table] = field(default=())

    def __repr__(self) -> str:
        lines = [self.title, *(f"  {name}: {_show(value)}" for name, value in self.facts.items())]
        for table in self.tables:
            rows = [list(table.heading), *([_show(cell) for cell in row] for row in table.rows)]
            widths = [max(len(row[at]) for row in rows) for at in range(len(table.heading))]
            lines.append(f"  {table.title}")
            for row in rows:
                cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
                lines.append(f"    {'  '.join(cells).rstrip()}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        facts = "".join(
            f'<tr><th scope="row" style="{_LEFT}">{html.escape(name)}</th>'
            f'<td style="{_LEFT}">{html.escape(_show(value))}</td></tr>'
            for name, value in self.facts.items()
        )
        tables = "".join(map(_render_table, self.tables))
        return f'<div><p style="font-weight:700">{html.escape(self.title)}</p><table>{facts}</table>{tables}</div>'


_LEFT, _RIGHT = "text-align:left", "text-align:right"


def _render_table(table: Table) -> str:
    heading = "".join(f'<th scope="col" style="{_LEFT}">{html.escape(name)}</th>' for name in table.heading)
    rows = "".join("<tr>" + "".join(map(_render_cell, row)) + "</tr>" for row in table.rows)
    return (
        f"<details open><summary>{html.escape(table.title)}</summary>"
        f"<table><thead><tr>{heading}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _render_cell(value: object) -> str:
    side = _RIGHT if isinstance(value, int) else _LEFT
    return f'<td style="{side}">{html.escape(_show(value))}</td>'


def _show(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value)
