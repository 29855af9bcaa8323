"""Look for what keeps people out of the pages of a study: axe-core, in Chromium without a window.

    npm install axe-core                      anywhere; it is used here and not shipped (MPL-2.0)
    python benchmarks/accessibility/check.py [STUDY] --axe node_modules/axe-core/axe.min.js

Every HTML file under reports is opened as it is at 1024 x 768 and at the width of a telephone, with its folded parts
open and, for slides, all slides shown. Printed is a line per page, width and broken rule, with the first place; the
exit code is 1 where there is any. Rules: WCAG 2.2 A and AA, and axe's own good practice.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from html import unescape
from pathlib import Path

WIDTHS = (1024, 390)
_POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
_RESULT = re.compile(r'<pre id="axe-result">(.*?)</pre>', re.DOTALL)
_OPEN = """
for (const part of document.querySelectorAll("details")) part.open = true;
document.body.classList.remove("toneel");
axe.run(document, {resultTypes: ["violations"]}).then((found) => {
  const place = document.createElement("pre");
  place.id = "axe-result";
  place.textContent = JSON.stringify(found.violations.map((rule) =>
    [rule.id, rule.impact, rule.nodes.length, rule.nodes[0].target.join(" ")]));
  document.body.append(place);
});
"""


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that a page breaks, at one width, and the first place where it does."""

    rule: str
    impact: str
    n_places: int
    first: str


def check_page(page: Path, axe: Path, *, chromium: str, width: int) -> list[Violation]:
    """Return what axe finds in a page.

    Raises
    ------
    RuntimeError
        If Chromium gives no answer.
    """
    text = _POLICY.sub("", page.read_text(encoding="utf-8"))
    script = f"<script>{axe.read_text(encoding='utf-8')}</script><script>{_OPEN}</script>"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / page.name
        before, end, after = text.rpartition("</body>")
        copy.write_text(before + script + end + after, encoding="utf-8")
        command = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
            f"--window-size={width},768", "--virtual-time-budget=600000", "--dump-dom", copy.as_uri(),
        ]  # fmt: skip
        seen = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False).stdout
    found = _RESULT.search(seen)
    if not found:
        raise RuntimeError(f"{page.name} at {width}: Chromium gave no answer; open the page and look at its console")
    return [Violation(*row) for row in json.loads(unescape(found[1]))]


def find_chromium() -> str | None:
    """Return the command of a Chromium on this machine."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def main() -> int:
    """Check every page of a study; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study", nargs="?", type=Path, default=Path())
    parser.add_argument("--axe", type=Path, required=True, help="axe.min.js of the npm package axe-core")
    asked = parser.parse_args()
    chromium = find_chromium()
    pages = sorted((asked.study / "reports").rglob("*.html"))
    if chromium is None or not asked.axe.is_file() or not pages:
        print("needed: chromium on the PATH, the file axe.min.js, and pages under reports (perspectieven run)")
        return 2
    n_broken = 0
    for page in pages:
        for width in WIDTHS:
            for found in check_page(page, asked.axe, chromium=chromium, width=width):
                n_broken += 1
                print(f"{page.name} {width}: {found.rule} ({found.impact}), {found.n_places} places: {found.first}")
    print(f"{len(pages)} pages at {len(WIDTHS)} widths, {n_broken} rules broken")
    return 1 if n_broken else 0


if __name__ == "__main__":
    sys.exit(main())
