"""What leaves the tables: a page that reads itself, with the quotes behind every number; paper and slides of the same.

To add a section: 1. describe it in `sections` as a value that holds finished words and `Number`s; 2. show it in
`templates/page.html.j2`, and in `document` as blocks, which `word_file` and `pdf_file` write; 3. add its texts to
`texts` in every language; 4. say in `tests/reports/test_page.py` what a reader must find there, and what not.
"""

from perspectieven.reports.page import FigureFile, Report, render_report, write_report
from perspectieven.reports.quotes import select_quotes

__all__ = ["FigureFile", "Report", "render_report", "select_quotes", "write_report"]
