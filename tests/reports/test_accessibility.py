"""axe-core in Chromium finds nothing that keeps people out; see benchmarks/accessibility/check.py."""

import os
from pathlib import Path

import pytest
from benchmarks.accessibility.check import check_page, find_chromium

from perspectieven.reports import write_report
from perspectieven.reports.slides import write_slides
from tests.reports.samples import small_report, write_figure
from tests.reports.test_slides import CSV, SVG

AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))

pytestmark = [
    pytest.mark.skipif(find_chromium() is None, reason="Chromium is not on the PATH"),
    pytest.mark.skipif(not AXE.is_file(), reason="axe.min.js is not there: npm install axe-core, or set AXE_CORE"),
]


@pytest.mark.parametrize("width", [1024, 390])
def test_page_and_slides_keep_nobody_out(width: int, tmp_path: Path) -> None:
    report = small_report(figures=(write_figure(tmp_path, svg=SVG, csv=CSV, name="aandelen"),))
    pages = [write_report(report, tmp_path / "index.html"), write_slides(report, tmp_path / "slides.html")]
    for page in pages:
        assert check_page(page, AXE, chromium=str(find_chromium()), width=width) == []


def test_the_check_sees_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "fout.html"
    page.write_text("<html lang='nl'><title>x</title><body><main><h1>x</h1><img src='data:,'></main></body></html>")
    found = check_page(page, AXE, chromium=str(find_chromium()), width=1024)
    assert [violation.rule for violation in found] == ["image-alt"]
